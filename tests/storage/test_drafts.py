"""Each export is a numbered draft whose text is kept by id."""

import pytest

from model.errors import ConflictError, ProjectFileError
from model.storage import drafts, paths
from tests.storage.conftest import SetClock

TEXTS = {"i7k2.text": "税收占比达到71.3%。", "front.title": "上半年工作汇报"}


def test_drafts_are_numbered_from_one_for_each_report() -> None:
    assert drafts.next_number("p1", "r1") == 1
    drafts.keep("p1", "r1", 1, TEXTS)
    drafts.keep("p1", "r1", 2, TEXTS)
    assert drafts.next_number("p1", "r1") == 3
    assert drafts.next_number("p1", "r2") == 1
    assert drafts.next_number("p2", "r1") == 1


def test_a_draft_comes_back_as_it_was_kept(clock: SetClock) -> None:
    kept = drafts.keep("p1", "r1", 1, TEXTS, {"as": "review", "file": "汇报.docx"}, clock=clock)
    again = drafts.load("p1", "r1", 1)
    assert again == kept
    assert again.texts == TEXTS
    assert list(again.texts) == list(TEXTS)
    assert again.meta == {"as": "review", "file": "汇报.docx"}
    assert again.exported == clock.now


def test_a_number_is_given_once() -> None:
    drafts.keep("p1", "r1", 1, TEXTS)
    with pytest.raises(ConflictError, match="第1稿已经有了"):
        drafts.keep("p1", "r1", 1, {"i1.text": "另一稿"})
    assert drafts.load("p1", "r1", 1).texts == TEXTS


def test_a_deleted_draft_does_not_free_the_numbers_before_the_last() -> None:
    for number in (1, 2, 3):
        drafts.keep("p1", "r1", number, TEXTS)
    (paths.drafts_dir("p1", "r1") / "0001.json").unlink()
    assert drafts.numbers("p1", "r1") == (2, 3)
    assert drafts.next_number("p1", "r1") == 4


def test_a_draft_of_another_pc_is_told() -> None:
    with pytest.raises(ProjectFileError, match="找不到"):
        drafts.load("p1", "r1", 7)


def test_the_list_tells_damaged_drafts_and_shows_the_others() -> None:
    drafts.keep("p1", "r1", 1, TEXTS)
    drafts.keep("p1", "r1", 2, TEXTS)
    (paths.drafts_dir("p1", "r1") / "0001.json").write_text('{"number": 1')
    found, notes = drafts.listing("p1", "r1")
    assert [one.number for one in found] == [2]
    assert len(notes) == 1
    assert "0001.json" in notes[0]
