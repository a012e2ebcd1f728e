"""What every arrangement needs: the record meant, what holds it, and ids that nothing has yet."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from model.errors import PlaceError
from model.report.ids import IdMaker
from model.report.memory import remembered
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import (
    IndicatorsBlock,
    IndicatorUse,
    Opaque,
    OutlookBlock,
    OutlookGroup,
    Row,
    Section,
    TableBlock,
    Task,
    TasksBlock,
    TaskTableBlock,
    TextBlock,
)
from model.report.tree import children, walk

R = TypeVar("R", bound=Record)

_CALLED: dict[type[Record], str] = {
    Report: "文稿",
    Section: "部分",
    TextBlock: "文字",
    IndicatorsBlock: "指标",
    OutlookBlock: "指标预测",
    OutlookGroup: "指标分组",
    TasksBlock: "任务",
    Task: "任务",
    TableBlock: "表格",
    TaskTableBlock: "任务分解表",
    Row: "表格的行",
    Opaque: "内容",
}


def called(kind: type[Record]) -> str:
    """What a kind of record is called on the screen."""
    return _CALLED.get(kind, "要点")


class Stands(NamedTuple):
    """A record and the one directly above it."""

    record: Record
    holder: Record


@remembered
def _below(part: Record) -> dict[str, tuple[Record, Record | None]]:
    """What stands below a part or block of a text, by id, each with its holder; None is the part
    itself. Remembered, so that only the part that was edited is walked through again.
    """
    found: dict[str, tuple[Record, Record | None]] = {}
    left: list[tuple[Record, Record | None]] = [(part, None)]
    while left:
        holder, shown = left.pop()
        for child in children(holder):
            found[getattr(child, "id", "")] = (child, shown)
            left.append((child, child))
    return found


def _stands(project: Project, id_: str) -> Stands | None:
    """Where a record stands."""
    for report in project.reports:
        if report.id == id_:
            return Stands(report, project)
        for part in report.content:
            if part.id == id_:
                return Stands(part, report)
            found = _below(part).get(id_)
            if found is not None:
                return Stands(found[0], found[1] or part)
    return None


def _where(project: Project, id_: str) -> Stands:
    found = _stands(project, id_) if id_ else None
    if found is None:
        raise PlaceError(f"这份材料里没有“{id_}”。它可能已经删去了。")
    return found


def the(project: Project, id_: str) -> Record:
    """The record with this id; raises `PlaceError`."""
    return _where(project, id_).record


def holder_of(project: Project, id_: str) -> Record:
    """The record directly above the one with this id; raises `PlaceError`."""
    return _where(project, id_).holder


def depth_of(project: Project, record: Record) -> int:
    """How many parts a record stands in, itself among them."""
    depth = 0
    while not isinstance(record, Report | Project):
        depth += isinstance(record, Section)
        record = holder_of(project, getattr(record, "id", ""))
    return depth


def the_kind(project: Project, id_: str, kind: type[R]) -> R:
    """The record with this id, which must be of a kind; raises `PlaceError`."""
    record = the(project, id_)
    if not isinstance(record, kind):
        raise PlaceError(f"“{id_}”是{called(type(record))}，不是{called(kind)}。")
    return record


def the_report(project: Project, id_: str) -> Report:
    """The text with this id; raises `PlaceError`."""
    report = project.report(id_)
    if report is None:
        raise PlaceError(f"这份材料里没有文稿“{id_}”。")
    return report


def maker(project: Project) -> IdMaker:
    """Gives ids that nothing in the project has: records, fields, departments …"""
    beside = {one.id for one in project.organization.departments}
    beside |= {form.id for form in project.forms} | {task.id for task in project.tasks}
    return IdMaker({"organization"} | beside | _names(project) | _ids(project))


def _ids(project: Project) -> set[str]:
    parts = [part for report in project.reports for part in report.content]
    tops = {one.id for one in (*project.reports, *parts)}
    return tops.union(*map(_below, parts)) - {""}


def added(before: Project, after: Project) -> tuple[str, ...]:
    """The ids that are in `after` and not in `before`, in reading order: what to show now.

    An indicator that is stated now is told by its own id, not by that of its use.
    """
    former = _names(before) | _ids(before)
    found = [
        getattr(one, "id", "")
        for report in after.reports
        for one in walk(report)
        if not isinstance(one, IndicatorUse)
    ]
    names = sorted(_names(after))
    return tuple(id_ for id_ in dict.fromkeys(found + names) if id_ and id_ not in former)


def _names(project: Project) -> set[str]:
    return {field.id for field in project.fields} | {one.id for one in project.indicators}
