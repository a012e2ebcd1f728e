"""Single changes at the seams of what the program composes, each to the letter of the file."""

from __future__ import annotations

from typing import Any

import pytest

from model.choices.choice import Way
from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.document import Table
from model.reading.returned import Returned, ReturnedLine
from model.redpen.apply import apply
from model.redpen.change import Plan
from model.redpen.lines import lines_of
from model.report.project import Project
from model.report.section import Task
from tests.redpen.returned_at_random import returned_of
from tests.redpen.taking import all_taken, plan_of, said, said_by
from tests.small_project import TODAY, put, record, small

SIGNS = [f"第{number}件事要办好办实。" for number in range(1, 13)]
CONTENT: list[dict[str, Any]] = [
    {"kind": "section", "id": "s1",
     "heading": {"marker": {"style": "一、"}, "text": "{period}经济运行"},
     "content": [
         {"kind": "indicators", "id": "b1", "opening": "{period}，", "use": [
             {"id": "u1", "indicator": "gdp"},
             {"id": "u2", "indicator": "revenue", "remark": {"id": "i9", "text": "，好于预期"}}]},
         {"kind": "text", "id": "b2", "paragraphs": [
             [{"id": "i1", "text": "地区生产总值{@gdp.plan_share}，税收{@tax.actual}，较好。"}],
             *([{"id": f"k{number}", "marker": {"style": "一是"}, "text": text}]
               for number, text in enumerate(SIGNS))]}]},
    {"kind": "tasks", "id": "b3", "opening": "要抓好以下工作。", "tasks": [
        {"id": "t1", "marker": {"style": "一是"}, "lead": ["住建局"], "deadline": "10月底前",
         "text": "改造老旧小区。"},
        {"id": "t2", "marker": {"style": "一是"}, "lead": ["教育局"], "text": "抓好招生。"}]},
]  # fmt: skip
VALUES = (
    ("gdp@2026-H1.actual", "118.6"), ("gdp@2026-H1.yoy", "5.8"), ("gdp@2026-H1.plan_share", "48.3"),
    ("revenue@2026-H1.actual", "6.8"), ("revenue@2026-H1.yoy", "5.1"),
    ("tax@2026-H1.actual", "4.2"),
)  # fmt: skip


@pytest.fixture(scope="module")
def project() -> Project:
    return put(small(CONTENT, report={"annex": True}), *VALUES)


def plan_after(project: Project, *changes: tuple[str, str]) -> tuple[Plan, Returned]:
    """What a file brings in which words stand for others, each where it is first said."""
    lines = returned_of(lines_of(compose(project, project.reports[0])))
    for old, new in changes:
        at = next(number for number, line in enumerate(lines) if old in line.text)
        lines[at] = ReturnedLine(lines[at].text.replace(old, new, 1), lines[at].ids)
    returned = Returned(tuple(lines))
    return plan_of(project, returned, None), returned


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([("小区。二是", "小区抓紧是")], id="the stop and the sign behind a task"),
        pytest.param([("抓好招生。", "抓好招生")], id="the stop of the last task"),
        pytest.param([("，好于预期", "抓紧，好于预期")], id="words before the mark of a remark"),
        pytest.param([("48.3%", "抓紧48.3%")], id="words inside what a link says"),
        pytest.param([("生产总值", "生产总值抓紧")], id="words before a link"),
        pytest.param([("一、", "抓紧一、")], id="words before a sign that a field follows"),
        pytest.param([("一是第1件", "第1件"), ("十一是第11", "十一是抓紧第11")], id="longer signs"),
        pytest.param([("上半年，地区", "半年来，地区"), ("5.1%", "5.4%")], id="number and glue"),
    ],
)
def test_a_change_at_a_seam_is_the_text_of_the_file(
    project: Project, changes: list[tuple[str, str]]
) -> None:
    plan, returned = plan_after(project, *changes)
    assert plan.choices
    assert said(all_taken(plan)) == said_by(returned)


def test_an_accepted_deadline_leaves_the_task_a_task(project: Project) -> None:
    plan, returned = plan_after(project, ("10月底前", "11月底前"))
    (choice,) = [one for one in plan.choices if one.place == "t1.deadline"]
    assert choice.ways[0] is Way.TAKE
    after = apply(plan, Decisions(plan.choices).take(choice.key), TODAY)
    task = record(after, "t1")
    assert isinstance(task, Task)
    assert (task.deadline, task.lead) == ("11月底前", ("住建局",))
    assert said(after) == said_by(returned)


def test_what_is_made_text_stays_in_the_table_of_indicators(project: Project) -> None:
    plan, _ = plan_after(project, ("上半年，地区", "半年来，地区"))
    (choice,) = [one for one in plan.choices if one.ways == (Way.BY_HAND,)]
    after = apply(plan, Decisions(plan.choices).take(choice.key), TODAY)
    assert record(after, "b1").kind == "text"
    assert tables(after) == tables(project) != []


def tables(project: Project) -> list[tuple[str, ...]]:
    """The rows of the tables of a text."""
    body = compose(project, project.reports[0]).body
    return [
        tuple(cell.text for cell in row)
        for block in body
        if isinstance(block, Table)
        for row in block.rows
    ]
