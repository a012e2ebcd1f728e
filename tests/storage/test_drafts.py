"""Each export is a numbered draft whose text is kept by id, every number with its place."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.errors import ConflictError, ProjectFileError
from model.storage import drafts, paths
from model.storage.drafts import Draft, Spans
from tests.source import ROOT
from tests.storage.conftest import SetClock

SPANS: dict[str, Spans] = {
    "i7k2": (("税收占比达到", "i7k2.text"), ("71.3%", "tax@2026-H1.share"), ("。", None)),
    "r1_title": (("上半年工作汇报", "r1.title"),),
}
CELLS: dict[str, dict[str, Spans]] = {
    "b1": {"name": (("项目", None),)},
    "w1": {"name": (("茶产业园", "w1.name"),)},
    "r1_a1": {"name": (("税收收入", None),)},
}


def draft(number: int, *, meta: dict[str, str] | None = None) -> Draft:
    return Draft(
        number=number,
        exported=SetClock().now,
        spans=SPANS,
        cells=CELLS,
        subjects={"r1_a1": "tax"},
        meta=meta or {},
    )


def file_of(number: int) -> Path:
    return paths.drafts_dir("p1", "r1") / f"{number:04d}.json"


def test_drafts_are_numbered_from_one_for_each_report() -> None:
    assert drafts.next_number("p1", "r1") == 1
    drafts.keep("p1", "r1", draft(1))
    drafts.keep("p1", "r1", draft(2))
    assert drafts.next_number("p1", "r1") == 3
    assert drafts.next_number("p1", "r2") == 1
    assert drafts.next_number("p2", "r1") == 1


def test_a_draft_comes_back_as_it_was_kept(clock: SetClock) -> None:
    kept = draft(1, meta={"as": "review", "file": "汇报.docx"})
    drafts.keep("p1", "r1", kept)
    again = drafts.load("p1", "r1", 1)
    assert again == kept
    assert list(again.spans) == list(SPANS)
    assert again.spans == SPANS
    assert again.texts == {"i7k2": "税收占比达到71.3%。", "r1_title": "上半年工作汇报"}
    assert again.cells == CELLS
    assert again.subjects == {"r1_a1": "tax"}
    assert again.meta == {"as": "review", "file": "汇报.docx"}
    assert again.exported == clock.now
    assert again.knows_places
    assert again.note == ""


def test_the_file_of_a_draft_is_of_the_form_that_was_promised() -> None:
    drafts.keep("p1", "r1", draft(1))
    data = json.loads(file_of(1).read_text("utf-8"))
    assert data["version"] == 2
    assert data["spans"]["i7k2"][1:] == [["71.3%", "tax@2026-H1.share"], ["。", None]]
    assert data["cells"]["w1"] == {"name": [["茶产业园", "w1.name"]]}


def test_a_draft_of_version_1_can_only_be_compared_by_its_text() -> None:
    frozen = ROOT / "tests" / "data" / "drafts" / "v1.json"
    file_of(1).parent.mkdir(parents=True)
    shutil.copy(frozen, file_of(1))
    former = drafts.load("p1", "r1", 1)
    before = json.loads(frozen.read_text("utf-8"))
    assert former.version == 1
    assert not former.knows_places
    assert "第1稿" in former.note
    assert "只能按文字比较" in former.note
    assert former.spans == {id_: ((text, None),) for id_, text in before["texts"].items()}
    assert former.meta == before["meta"]
    assert drafts.listing("p1", "r1") == ((former,), ())
    assert drafts.next_number("p1", "r1") == 2


@pytest.mark.parametrize("change", [{"texts": []}, {"texts": {"i1": 5}}, {"number": 0}])
def test_a_damaged_draft_of_version_1_is_told(change: dict[str, object]) -> None:
    data = {"number": 1, "exported": "2026-07-05T14:41:00Z", "texts": {"i1": "开工。"}, "meta": {}}
    file_of(1).parent.mkdir(parents=True)
    file_of(1).write_text(json.dumps(data | change))
    with pytest.raises(ProjectFileError, match="无法读取"):
        drafts.load("p1", "r1", 1)


def test_a_draft_of_a_newer_program_says_what_to_do() -> None:
    drafts.keep("p1", "r1", draft(1))
    data = json.loads(file_of(1).read_text("utf-8"))
    file_of(1).write_text(json.dumps(data | {"version": 3}))
    with pytest.raises(ProjectFileError, match="请升级程序"):
        drafts.load("p1", "r1", 1)


def test_the_mark_of_a_draft_is_the_same_for_ever() -> None:
    assert drafts.mark_of("p1", "r1", 1) == "01e43939f5"
    marks = {
        drafts.mark_of(project, report, number)
        for project in ("p1", "p2")
        for report in ("r1", "r2", "r")
        for number in (1, 2, 11)
    }
    assert len(marks) == 18
    assert all(len(mark) == 10 for mark in marks)


def test_a_number_is_given_once() -> None:
    drafts.keep("p1", "r1", draft(1))
    with pytest.raises(ConflictError, match="第1稿已经有了"):
        drafts.keep("p1", "r1", draft(1).changed(spans={"i1": [["另一稿", None]]}))
    assert drafts.load("p1", "r1", 1).spans == SPANS


def test_a_deleted_draft_does_not_free_the_numbers_before_the_last() -> None:
    for number in (1, 2, 3):
        drafts.keep("p1", "r1", draft(number))
    file_of(1).unlink()
    assert drafts.numbers("p1", "r1") == (2, 3)
    assert drafts.next_number("p1", "r1") == 4


def test_a_draft_of_another_pc_is_told() -> None:
    with pytest.raises(ProjectFileError, match="找不到"):
        drafts.load("p1", "r1", 7)


def test_the_list_tells_damaged_drafts_and_shows_the_others() -> None:
    drafts.keep("p1", "r1", draft(1))
    drafts.keep("p1", "r1", draft(2))
    file_of(1).write_text('{"number": 1')
    found, notes = drafts.listing("p1", "r1")
    assert [one.number for one in found] == [2]
    assert len(notes) == 1
    assert "0001.json" in notes[0]


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "x"])
def test_a_draft_of_no_time_is_told_and_the_others_are_read(moment: str) -> None:
    for number in (1, 2):
        when = datetime(2026, 7, 8, 4, 0, tzinfo=UTC)
        drafts.keep("p1", "r1", Draft(number=number, exported=when, spans={}, meta={}))
    file = paths.drafts_dir("p1", "r1") / "0001.json"
    file.write_text(file.read_text("utf-8").replace("2026-07-08T04:00:00Z", moment), "utf-8")
    found, notes = drafts.listing("p1", "r1")
    assert ([draft.number for draft in found], len(notes)) == ([2], 1)
    assert drafts.next_number("p1", "r1") == 3


def test_a_draft_written_without_a_zone_is_meant_in_utc() -> None:
    when = datetime(2026, 7, 8, 4, 0, tzinfo=UTC)
    drafts.keep("p1", "r1", Draft(number=1, exported=when, spans={}, meta={}))
    file = paths.drafts_dir("p1", "r1") / "0001.json"
    file.write_text(file.read_text("utf-8").replace("04:00:00Z", "04:00:00"), "utf-8")
    assert drafts.load("p1", "r1", 1).exported == when


def test_what_becomes_known_of_a_draft_later_is_noted_with_that_draft_alone() -> None:
    for number in (1, 2):
        drafts.keep("p1", "r1", draft(number, meta={"file": f"{number}.docx", "note": "旧"}))
    drafts.note_meta("p1", "r1", 1, {"reported": "市政府", "note": ""})
    assert drafts.load("p1", "r1", 1) == draft(1, meta={"file": "1.docx", "reported": "市政府"})
    assert drafts.load("p1", "r1", 2) == draft(2, meta={"file": "2.docx", "note": "旧"})
