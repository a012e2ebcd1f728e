"""批注: what leaders and colleagues remarked in a returned file and nobody has done yet."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.report.item import Item
from model.report.project import Project
from model.report.remark import Remark
from model.report.report import Report
from model.report.section import Section, Task
from model.report.tree import find

_LONGEST = 24


def _open(subject: Subject) -> Iterator[Problem]:
    for remark in subject.report.remarks:
        if not remark.done:
            yield _problem(subject.project, subject.report, remark)


def _problem(project: Project, report: Report, remark: Remark) -> Problem:
    words = remark.words if len(remark.words) <= _LONGEST else f"{remark.words[:_LONGEST]}…"
    about = f"“{words}”：" if words else "："
    record = find(project, remark.at) if remark.at else None
    gone = "（原来那一段已经不在了）" if remark.at and record is None else ""
    said = remark.text.replace("\n", "；")
    return REMARK.problem(
        _place(record, remark) or f"{report.id}.title", f"{remark.who}批注{about}{said}{gone}"
    )


def _place(record: object, remark: Remark) -> str:
    """Where the clerk does it: the words of the record, else the record."""
    match record:
        case None:
            return ""
        case Section():
            return f"{remark.at}.heading"
        case Item() | Task():
            return f"{remark.at}.text"
    return remark.at


def ticked_off(project: Project, problem: Problem) -> Project:
    """The project in which the remark that a problem tells of is done."""

    def renewed(report: Report) -> Report:
        remarks = tuple(
            one.changed(done=True)
            if not one.done and _problem(project, report, one).key == problem.key
            else one
            for one in report.remarks
        )
        return report if remarks == report.remarks else report.changed(remarks=remarks)

    reports = tuple(map(renewed, project.reports))
    if all(new is old for new, old in zip(reports, project.reports, strict=True)):
        return project
    return project.changed(reports=reports)


REMARK = Rule(
    key="remark",
    title="批注没有办",
    reason="改稿里的批注列成了待办，办了的要勾掉",
    source="导入改稿时列为待办的批注",
    fix="照批注办好以后，点“办完了”",
    silent="已经勾掉的批注；原来就标为已解决的批注",
    in_report=_open,
    again=True,
)
FAMILY = Family("批注", (REMARK,))
