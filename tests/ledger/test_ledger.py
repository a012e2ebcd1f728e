"""The ledger of tasks over periods: found in texts, followed by the clock, carried on, told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Table
from model.entry.apply import Assignment, set_values
from model.errors import PlaceError, ValueRefused
from model.jobs.ledger import tasks_in_manuscript, tasks_in_report
from model.jobs.take_in import make_manuscript, pasted_source
from model.ledger.edits import (
    extended,
    removed,
    struck_off,
    taken_back,
    with_tasks,
    without_extension,
)
from model.ledger.found import plain_of
from model.ledger.papers import chosen, decomposition, progress_said
from model.ledger.standing import (
    Order,
    Standing,
    Wanted,
    counts,
    due_line,
    inspection_sentence,
    standing,
)
from model.parse.structure import structure
from model.parse.tasks import find_tasks
from model.places.differences import differences
from model.reading.source import Line
from model.renewal.next_period import carry
from model.report.departments import stem
from model.report.ledger import LedgerTask, Status
from model.report.project import Project
from model.report.section import TasksBlock
from model.report.tree import walk
from model.values.period import Period
from tests.samples import example

TODAY = date(2026, 10, 9)
SPEECH = """在全县重点工作推进会上的讲话
下半年要抓好以下工作。
住建部门要加快老旧小区改造，10月底前完成12个小区。
发改部门牵头，财政部门配合，抓好项目储备，年底前储备项目30个。
宣传部门要长期坚持文明城市创建，常抓不懈。
各部门要切实负起责任。
"""


@cache
def speech() -> Project:
    """The sample of a speech, its tasks in the ledger."""
    project = example("plenary-speech")
    return with_tasks(project, plain_of(tasks_in_report(project, project.reports[0])))


def typed(project: Project, **values: str) -> Project:
    """The project with values of its first task, by what they are."""
    first = project.tasks[0].id
    assignments = [Assignment(f"{first}.{path}", value) for path, value in values.items()]
    return set_values(project, assignments, TODAY)


def test_every_task_of_a_speech_becomes_one_of_the_ledger_with_all_that_was_said_of_it() -> None:
    project = speech()
    blocks = [one for one in walk(project.reports[0]) if isinstance(one, TasksBlock)]
    tasks = [(block, task) for block in blocks for task in block.tasks if not task.dropped]
    assert len(tasks) > 100
    assert [one.origin.task for one in project.tasks] == [task.id for _, task in tasks]
    for (block, task), kept in zip(tasks, project.tasks, strict=True):
        assert kept.lead == (task.lead or block.lead)
        assert (kept.support, kept.quantity) == (task.support, task.quantity)
        assert "{" not in kept.text
        assert (kept.deadline is None) == (task.deadline is None)
    assert len({one.id for one in project.tasks}) == len(tasks)
    again = tasks_in_report(project, project.reports[0])
    assert plain_of(again) == ()
    assert {one.note for one in again[: len(tasks)]} == {"台账里已有"}
    assert all("是不是任务" in one.note for one in again[len(tasks) :])


def test_a_pasted_speech_of_another_office_gives_its_tasks_with_years_resolved() -> None:
    project = example("work-briefing")
    found = tasks_in_manuscript(project, make_manuscript(pasted_source(SPEECH)))
    first, second, third = (one.task for one in found)
    assert first.text == "加快老旧小区改造，10月底前完成12个小区。"
    assert (first.lead, first.deadline, first.due_said) == (
        ("住建部门",), "2026-M10", "2026年10月底前",
    )  # fmt: skip
    assert (str(first.quantity), first.unit, first.origin.paragraph) == ("12", "个", 3)
    assert (second.lead, second.support, second.due) == (
        ("发改部门",), ("财政部门",), date(2026, 12, 31),
    )  # fmt: skip
    assert (third.status, third.deadline) == (Status.STANDING, None)
    said = tasks_in_manuscript(
        project, make_manuscript(pasted_source(SPEECH)), Period.parse("2024-Y")
    )
    assert said[0].task.deadline == "2025-M10"


def task(**said: object) -> LedgerTask:
    return LedgerTask(id="a1", text="修路。", **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ({"deadline": "2026-Q1-3"}, Standing.OVERDUE),
        ({"deadline": "2026-10-09"}, Standing.NOT_STARTED),
        ({"deadline": "2026-Q1-3", "status": "under_way"}, Standing.OVERDUE),
        ({"deadline": "2026-Q1-3", "status": "done"}, Standing.DONE),
        ({"deadline": "2026-Q1-3", "status": "standing"}, Standing.STANDING),
        (
            {"deadline": "2026-Q1-3", "extensions": [{"until": "2026-10-31"}]},
            Standing.NOT_STARTED,
        ),
        (
            {"status": "done", "closing": {"confirmed_by": "督查室", "on": "2026-10-01"}},
            Standing.CLOSED,
        ),
        ({"status": "under_way"}, Standing.UNDER_WAY),
    ],
)
def test_only_what_is_not_done_after_its_last_day_is_behind(
    said: dict[str, object], stands: Standing
) -> None:
    assert standing(task(**said), TODAY) is stands


def test_what_is_typed_of_a_task_is_checked_and_what_is_computed_is_refused() -> None:
    project = typed(
        speech(), status="推进中", progress="已开工9个。", lead="住建局、财政局", support="",
        deadline="10月底前", quantity="12个", text="改造小区12个。",
    )  # fmt: skip
    first = project.tasks[0]
    assert (first.status, first.notes) == (Status.UNDER_WAY, {"2026-H1": "已开工9个。"})
    assert (first.lead, first.support, first.deadline) == (("住建局", "财政局"), (), "2026-M10")
    assert typed(project, progress="").tasks[0].notes == {}
    assert typed(project, deadline="").tasks[0].due is None
    for path, value, said in (
        ("status", "滞后", "算出来的"),
        ("status", "差不多", "推进中"),
        ("deadline", "近期", "哪一天"),
        ("text", " ", "删去"),
        ("color", "红", "没有“color”"),
    ):
        with pytest.raises(ValueRefused, match=said):
            typed(project, **{path: value})


def test_a_change_of_a_task_is_told_when_two_states_are_compared() -> None:
    changed = typed(speech(), status="已完成", progress="修完了。")
    told = differences(speech(), changed)
    first = changed.tasks[0]
    assert [(one.place, one.after) for one in told] == [
        (f"{first.id}.status", "已完成"),
        (f"{first.id}.progress", "修完了。"),
    ]
    assert told[0].label == f"{first.text[:8]} 状态"


def test_an_extension_and_a_striking_off_are_entries_that_can_be_taken_back() -> None:
    project = typed(speech(), deadline="2026-9-30", status="推进中")
    id_ = project.tasks[0].id
    later = extended(project, id_, date(2026, 11, 15), "用地未批", "王市长", TODAY)
    entry = later.tasks[0].extensions[0]
    assert (entry.until, entry.approved_by, entry.on) == (date(2026, 11, 15), "王市长", TODAY)
    assert standing(later.tasks[0], TODAY) is Standing.UNDER_WAY
    assert later.tasks[0].due_said == "2026年11月15日前（已延期）"
    assert without_extension(later, id_).tasks[0] == project.tasks[0]
    closed = struck_off(later, id_, "县政府督查室", TODAY)
    assert closed.tasks[0].status is Status.DONE
    assert taken_back(closed, id_).tasks[0].closing is None
    wrong_ones: tuple[Callable[[], Project], ...] = (
        lambda: extended(project, id_, date(2026, 9, 30), "", "", TODAY),
        lambda: extended(closed, id_, date(2027, 1, 1), "", "", TODAY),
        lambda: extended(typed(project, deadline=""), id_, date(2027, 1, 1), "", "", TODAY),
        lambda: struck_off(project, id_, " ", TODAY),
        lambda: struck_off(closed, id_, "督查室", TODAY),
        lambda: typed(closed, status="推进中"),
        lambda: typed(later, deadline="年底前"),
        lambda: taken_back(project, id_),
    )
    for wrong in wrong_ones:
        with pytest.raises(ValueRefused):
            wrong()
    with pytest.raises(PlaceError, match="没有“a0”"):
        removed(project, ["a0"])
    assert len(removed(project, [id_]).tasks) == len(project.tasks) - 1


def test_four_periods_keep_ids_and_statuses_and_what_was_struck_off_leaves_with_its_year() -> None:
    project = typed(speech(), status="推进中", progress="上半年的进展。")
    second = project.tasks[1].id
    project = struck_off(project, second, "县政府督查室", date(2026, 7, 1))
    ids = [one.id for one in project.tasks]
    for code in ("2026-Q1-3", "2026-Y", "2027-Q1"):
        project = carry(project, Period.parse(code))
        kept = ids if code.startswith("2026") else [one for one in ids if one != second]
        assert [one.id for one in project.tasks] == kept
        assert project.tasks[0].status is Status.UNDER_WAY
        project = typed(project, progress=f"{code}的进展。")
    assert [*project.tasks[0].notes] == ["2026-H1", "2026-Q1-3", "2026-Y", "2027-Q1"]
    assert project.tasks[0].before(project.period) == "2026-Y的进展。"
    assert standing(project.tasks[2], date(2027, 4, 1)) in (Standing.OVERDUE, Standing.NOT_STARTED)


def test_counts_say_the_sentence_of_the_inspection_and_what_is_due() -> None:
    tasks = (
        task(status="done"), task(deadline="2026-Q1-3"), task(deadline="2026-M10"),
        task(status="under_way", deadline="2026-Y"), task(status="standing"),
        task(status="done", closing={"confirmed_by": "督查室", "on": "2026-10-01"}),
    )  # fmt: skip
    found = counts(tasks, TODAY)
    assert inspection_sentence(found) == (
        "台账共6项任务，已完成2项，正在推进1项，进展滞后1项，尚未启动1项，长期坚持1项。"
    )
    assert due_line(found) == "1项已到期、1项月内到期"
    assert due_line(counts(tasks[:1], TODAY)) == ""


def test_a_list_begins_with_what_is_behind_and_is_of_one_department_or_state() -> None:
    project = typed(speech(), deadline="2026-9-30")
    shown = chosen(project, Wanted(), Order.STANDING, TODAY)
    stands = [standing(one, TODAY) for one in shown]
    assert stands == sorted(stands, key=[*Standing].index)
    assert stands[0] is Standing.OVERDUE
    lead = project.tasks[0].lead[0]
    own = chosen(project, Wanted(lead), Order.DEADLINE, TODAY)
    assert own and all(lead in (*one.lead, *one.support) for one in own)
    alike = f"{stem(lead)}局"
    assert chosen(project, Wanted(alike), Order.DEADLINE, TODAY) == own
    behind = chosen(project, Wanted(standings=(Standing.OVERDUE,)), Order.GIVEN, TODAY)
    assert len(behind) == counts(project.tasks, TODAY).overdue
    struck = struck_off(project, project.tasks[0].id, "督查室", TODAY)
    assert len(chosen(struck, Wanted(), Order.GIVEN, TODAY)) == len(project.tasks) - 1


def test_the_paper_lists_who_what_and_by_when_and_sums_it_up() -> None:
    project = typed(speech(), status="推进中", progress="已开工9个", deadline="2026-10-31")
    paper = decomposition(project, Wanted(), Order.GIVEN, TODAY)
    table = paper.body[1]
    assert isinstance(table, Table)
    assert table.text.splitlines()[0].split("\t") == [
        "序号", "任务", "牵头单位", "配合单位", "完成时限", "进展情况",
    ]  # fmt: skip
    cells = table.text.splitlines()[1].split("\t")
    assert (cells[4], cells[5]) == ("2026年10月底前", "推进中。已开工9个。")
    assert paper.body[-1].text.startswith("截至2026年10月9日，台账共")
    later = extended(project, project.tasks[0].id, date(2026, 11, 30), "因雨季", "王市长", TODAY)
    closed = struck_off(later, project.tasks[0].id, "督查室", TODAY).tasks[0]
    assert progress_said(closed, project.period, TODAY) == (
        "已销号。已开工9个。因雨季，经王市长同意延期。2026年10月9日督查室确认销号。"
    )
    empty = decomposition(example("work-briefing"), Wanted(), Order.GIVEN, TODAY)
    assert "没有要列的任务" in empty.text


@given(
    st.lists(
        st.sampled_from(
            ("住建部门", "财政、交通等部门", "牵头", "要", "，", "。", "；", "配合", "会同", "一是",
             "10月底前", "年底前", "完成12个小区", "必须", "负责", "各部门", " ", "X")
        ),
        max_size=24,
    )
)  # fmt: skip
def test_what_is_to_be_done_is_always_a_part_of_its_sentence(pieces: list[str]) -> None:
    text = "".join(pieces)
    shapes = structure([Line("在会上的讲话"), Line("同志们："), Line(text)])
    for found in find_tasks(shapes):
        assert found.start <= found.work < found.end
        assert shapes[found.paragraph].text[found.work : found.end].strip()
