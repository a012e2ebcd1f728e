"""Remarks that came back: a list of what is to be done at its places, ticked off, not carried."""

from datetime import date
from pathlib import Path

import pytest

from model.check.dismissal import dismiss, show_again
from model.check.problem import Problem
from model.check.registry import problems
from model.choices.choice import ChoiceKind, Standing, Way
from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.document import Edited
from model.jobs.samples import example
from model.jobs.steps import step_of
from model.merging.apply import apply as merge
from model.merging.compare import compare as compare_copies
from model.reading.returned import Remark, Reply, Returned, ReturnedLine
from model.redpen.apply import apply
from model.redpen.change import Plan
from model.redpen.lines import lines_of
from model.redpen.marked_choice import marked_paragraph
from model.renewal.next_period import carry
from model.report.project import Project
from model.report.tree import items_of
from model.storage import project_file
from tests.redpen.returned_at_random import returned_of
from tests.redpen.taking import plan_of, said
from tests.small_project import TODAY

WHEN = "2026-07-06T09:00:00Z"


@pytest.fixture(scope="module")
def project() -> Project:
    return example("work-briefing")


@pytest.fixture(scope="module")
def plan(project: Project) -> Plan:
    return plan_of(project, remarked(project), None)


def remarked(project: Project) -> Returned:
    """A file with a remark on a point, one on a paragraph that is new, and one that is done."""
    lines = returned_of(lines_of(compose(project, project.reports[0])))
    lines.insert(9, ReturnedLine("加的一段。"))
    reply = Reply("好的", "小赵", WHEN)
    remarks = (
        Remark(8, "", "再核一下", "王主任", WHEN, False, (reply,)),
        Remark(9, "", "放到后面去", "王主任", WHEN),
        Remark(10, "", "已经改了", "王主任", WHEN, True),
    )
    return Returned(tuple(lines), remarks)


def taken(plan: Plan) -> Project:
    decisions = Decisions(plan.choices)
    for choice in plan.choices:
        if choice.kind is ChoiceKind.COMMENT and choice.ways:
            decisions = decisions.take(choice.key)
    return apply(plan, decisions, TODAY)


def told(project: Project) -> list[Problem]:
    return [one for one in problems(project) if one.check == "remark"]


def test_a_remark_that_is_taken_is_told_at_its_place_and_changes_no_text(
    project: Project, plan: Plan
) -> None:
    comments = [one for one in plan.choices if one.kind is ChoiceKind.COMMENT]
    assert [one.ways for one in comments] == [(Way.NOTE,), (Way.NOTE,), ()]
    after = taken(plan)
    assert said(after) == said(project)
    first, second = told(after)
    id_ = first.place.partition(".")[0]
    assert first.place == f"{id_}.text"
    assert id_ in {item.id for item in items_of(project.reports[0])}
    assert first.message.startswith("王主任批注“")
    assert first.message.endswith("：再核一下；小赵答：好的")
    assert second.place.partition(".")[0] == id_, "what is new stands behind the one before it"
    assert step_of(after.reports[0], id_) == step_of(after.reports[0], first.place) != "basics"
    kept = after.reports[0].remarks[0]
    assert (kept.at, kept.who, kept.day) == (id_, "王主任", date(2026, 7, 6))
    assert project_file.loads(project_file.dumps(after).encode(), Path("a")).project == after
    again = plan_of(after, remarked(project), None)
    standing = [one.standing for one in again.choices if one.kind is ChoiceKind.COMMENT]
    assert standing == [Standing.SAME, Standing.SAME, Standing.READY]


def test_a_remark_is_ticked_off_and_stays_away_and_is_not_carried(plan: Plan) -> None:
    after = taken(plan)
    done = dismiss(after, told(after)[0])
    assert [one.message for one in told(done)] == [told(after)[1].message]
    assert told(show_again(done)) == told(done)
    assert carry(after).reports[0].remarks == ()
    lost = after.reports[0].remarks[0].changed(at="i9999")
    report = after.reports[0].changed(remarks=(lost,))
    (problem,) = told(after.changed(reports=(report,)))
    assert problem.place == f"{report.id}.title"
    assert "已经不在了" in problem.message


def test_copies_that_ticked_off_different_remarks_are_merged(plan: Plan) -> None:
    base = taken(plan)
    ours, theirs = (dismiss(base, one) for one in told(base))
    merging = compare_copies(ours, theirs, base, "那份.xugao")
    (choice,) = merging.choices
    assert (choice.label, choice.standing) == ("批注", Standing.READY)
    assert not told(merge(merging, Decisions(merging.choices).take_all()))
    assert not compare_copies(ours, base, base, "那份.xugao").choices


def test_a_change_is_shown_in_its_paragraph(project: Project) -> None:
    lines = returned_of(lines_of(compose(project, project.reports[0])))
    text = lines[8].text
    lines[8] = ReturnedLine(f"{text}段末再加一句。", lines[8].ids)
    plan = plan_of(project, Returned(tuple(lines)), None)
    (choice,) = [one for one in plan.choices if one.kind is ChoiceKind.TEXT]
    pieces = marked_paragraph(plan, choice)
    assert "".join(one.text for one in pieces if one.edited is not Edited.ADDED) == text
    assert "".join(one.text for one in pieces if one.edited is not Edited.DELETED) == lines[8].text
    assert [one.is_chosen for one in pieces if one.edited] == [True]
