"""Undo and redo as former roots."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from model.history import History
from tests.samples import example

START = datetime(2026, 7, 5, 14, 0, tzinfo=UTC)
PROJECT = example("half-year-summary")
ROOTS = [PROJECT.changed(dismissed=(str(number),)) for number in range(8)]


def test_edits_of_one_place_within_a_second_are_one_step() -> None:
    history = History(PROJECT)
    for tenth, root in enumerate(ROOTS[:4]):
        history.edit(root, "改标题", "r1.title", START + timedelta(milliseconds=300 * tenth))
    assert history.undo() == "改标题"
    assert history.now is PROJECT


def test_edits_of_two_places_are_two_steps() -> None:
    history = History(PROJECT)
    history.edit(ROOTS[0], "改甲", "a", START)
    history.edit(ROOTS[1], "改乙", "b", START)
    history.undo()
    assert history.now is ROOTS[0]


def test_a_pause_begins_a_new_step() -> None:
    history = History(PROJECT)
    history.edit(ROOTS[0], "改甲", "a", START)
    history.edit(ROOTS[1], "改甲", "a", START + timedelta(seconds=1.5))
    history.undo()
    assert history.now is ROOTS[0]


def test_an_edit_after_undo_forgets_what_was_undone() -> None:
    history = History(PROJECT)
    history.edit(ROOTS[0], "改甲", "a", START)
    history.undo()
    history.edit(ROOTS[1], "改乙", "b", START)
    assert history.can_redo is None
    assert history.can_undo == "改乙"


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = History(PROJECT)
    history.edit(PROJECT, "改甲", "a", START)
    assert history.can_undo is None


@given(st.lists(st.integers(0, 7), max_size=30))
def test_all_undone_is_the_first_root_and_all_redone_the_last(chosen: list[int]) -> None:
    history = History(PROJECT)
    for number, index in enumerate(chosen):
        history.edit(ROOTS[index], f"第{number}步", "", START)
    last = history.now
    while history.undo():
        pass
    assert history.now is PROJECT
    while history.redo():
        pass
    assert history.now is last
