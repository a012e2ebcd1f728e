"""文中数字: every figure with its sentence, last period's number, and how it is confirmed."""

from datetime import date

from model.entry.apply import set_values
from model.parse.linking import tie_at, ties
from model.places.figure_list import confirming, figure_rows, raw_start, text_place_of
from model.places.inventory import places_of
from model.renewal.next_period import carry
from model.report.uses import text_at
from model.values.state import State
from tests.samples import example

TODAY = date(2026, 10, 5)
CARRIED = carry(example("work-briefing"))
ROWS = figure_rows(CARRIED, CARRIED.reports[0])


def test_every_figure_of_the_text_stands_in_its_sentence() -> None:
    places = [
        one.place
        for one in places_of(CARRIED)
        if ".figures." in one.place and one.state is not State.DROPPED
    ]
    assert [row.place for row in ROWS] == places
    for row in ROWS:
        assert "。" not in row.before + row.after
        assert "{" not in row.before + row.after
        assert row.value is None or row.said == row.value.removeprefix("-")


def test_confirming_says_the_same_number_once_more() -> None:
    waiting = tuple(row for row in ROWS if row.is_confirmable)
    assert waiting
    looked_at = set_values(CARRIED, confirming(waiting), TODAY)
    after = {row.place: row for row in figure_rows(looked_at, looked_at.reports[0])}
    assert {after[row.place].state for row in waiting} == {State.CONFIRMED}
    assert all(after[row.place].value == row.value for row in waiting)


def test_nothing_is_confirmed_that_is_not_last_periods() -> None:
    first = example("work-briefing")
    assert confirming(figure_rows(first, first.reports[0])) == []


def test_a_figure_is_found_in_its_raw_text_and_tied_there() -> None:
    first = example("work-briefing")
    report = first.reports[0]
    for row in figure_rows(first, report):
        start = raw_start(first, row.place)
        text = text_at(first, text_place_of(row.place))
        assert start is not None
        assert text is not None
        assert text[start : start + len(row.said)] == row.said
    for tie in ties(first, report):
        assert tie_at(first, tie.place, tie.end - 1) == tie
    assert raw_start(first, f"{report.id}.title.figures.99") is None
