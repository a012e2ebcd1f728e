"""Every fillable place of a project, in the order a clerk meets them."""

from __future__ import annotations

from collections.abc import Iterator

from model.places.fillable import Fillable
from model.places.listed import cells_of, field_place, task_places, text_places
from model.places.listed_values import ValueList
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse, Section, TableBlock, Task
from model.report.tree import children
from model.report.uses import texts_of

__all__ = ["Fillable", "fillables"]


def fillables(project: Project, report: Report | None = None) -> tuple[Fillable, ...]:
    """The places of all reports, or of one: fields first, then the texts in reading order.

    A value of an indicator that several texts use is listed where it is met first.
    """
    values = ValueList(project)
    found: dict[str, Fillable] = {}
    for field in project.fields:
        found.setdefault(field.id, field_place(field))
    for one in project.reports if report is None else (report,):
        for place in _below(one, "", values):
            found.setdefault(place.place, place)
    return tuple(found.values())


def _below(record: Record, section: str, values: ValueList) -> Iterator[Fillable]:
    """The places of a record and of all below it."""
    if isinstance(record, Section) and record.heading:
        section = record.heading.text
    for _, text in texts_of(record):
        yield from values.linked(text, section)
    yield from text_places(record, section)
    yield from _own(record, section, values)
    for below in children(record):
        yield from _below(below, section, values)


def _own(record: Record, section: str, values: ValueList) -> Iterator[Fillable]:
    """The places of a record beside its texts."""
    match record:
        case IndicatorUse():
            yield from values.used(record, section)
        case Task():
            yield from task_places(record, section)
        case TableBlock():
            yield from cells_of(record, section)
        case _:
            return
