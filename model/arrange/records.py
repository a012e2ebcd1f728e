"""What every arrangement needs: the record meant, what holds it, and ids that nothing has yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from model.errors import PlaceError
from model.report.ids import IdMaker
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import (
    IndicatorsBlock,
    Opaque,
    OutlookBlock,
    OutlookGroup,
    Row,
    Section,
    TableBlock,
    Task,
    TasksBlock,
    TextBlock,
)
from model.report.tree import children, find, ids_in, walk

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
    Row: "表格的行",
    Opaque: "内容",
}


def called(kind: type[Record]) -> str:
    """What a kind of record is called on the screen."""
    return _CALLED.get(kind, "要点")


def the(project: Project, id_: str) -> Record:
    """The record with this id; raises `PlaceError`."""
    record = find(project, id_)
    if record is None:
        raise PlaceError(f"这份材料里没有“{id_}”。它可能已经删去了。")
    return record


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


def way_to(project: Project, id_: str) -> tuple[Record, ...]:
    """The records from the report down to the one with this id, itself last; empty if absent."""
    for report in project.reports:
        for way in _ways(report, ()):
            if getattr(way[-1], "id", None) == id_:
                return way
    return ()


def _ways(record: Record, above: tuple[Record, ...]) -> Iterator[tuple[Record, ...]]:
    way = (*above, record)
    yield way
    for child in children(record):
        yield from _ways(child, way)


def holder_of(project: Project, id_: str) -> Record:
    """The record directly above the one with this id; raises `PlaceError`."""
    way = way_to(project, id_)
    if not way:
        raise PlaceError(f"这份材料里没有“{id_}”。它可能已经删去了。")
    return way[-2] if len(way) > 1 else project


def maker(project: Project) -> IdMaker:
    """Gives ids that nothing in the project has: records, fields and indicators."""
    return IdMaker({"organization"} | _names(project) | set().union(*map(ids_in, project.reports)))


def added(before: Project, after: Project) -> tuple[str, ...]:
    """The ids that are in `after` and not in `before`, in reading order: what to show now."""
    former = _names(before).union(*map(ids_in, before.reports))
    found = [getattr(one, "id", "") for report in after.reports for one in walk(report)]
    names = sorted(_names(after))
    return tuple(id_ for id_ in dict.fromkeys(found + names) if id_ and id_ not in former)


def _names(project: Project) -> set[str]:
    return {field.id for field in project.fields} | {one.id for one in project.indicators}
