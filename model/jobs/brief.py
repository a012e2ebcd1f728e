"""简版: a shorter text of the same points and numbers, of which the clerk ticks what it says."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any, NamedTuple

from model.arrange.records import maker, the_report
from model.check.length import Length, allowance, length_of
from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.document import Document
from model.jobs.part_text import part_paragraphs
from model.jobs.steps import part_titles
from model.report.item import Item
from model.report.prefixes import prefix_of
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse, Task
from model.report.tree import exchange_all, mapped, walk

_WORDS = 40
_POINTS = (Item, Task, IndicatorUse)


class Point(NamedTuple):
    """A point, task or indicator that can be left out: its first words, and whether it is said."""

    id: str
    words: str
    is_said: bool


class PartPoints(NamedTuple):
    """A part of the text: what it is called, how long it is now, and its points."""

    id: str
    title: str
    length: Length
    points: tuple[Point, ...]


class Brief(NamedTuple):
    """A project with a shorter text in it, and the id of that text."""

    project: Project
    report: str


def add_brief(project: Project, report_id: str) -> Brief:
    """One more text that says the same with the same numbers, behind the one it is made from.

    Its records have ids of their own; fields and indicators are shared. Raises `PlaceError`.
    """
    report = the_report(project, report_id)
    ids = maker(project)

    def fresh(one: Any) -> Any:
        return one.changed(id=ids.new(prefix_of(type(one))))

    content = tuple(mapped(part, fresh) for part in report.content)
    name = _name(project, report)
    made = report.changed(id=ids.new("r"), name=name, content=content, remarks=())
    at = project.reports.index(report) + 1
    texts = (*project.reports[:at], made, *project.reports[at:])
    return Brief(project.changed(reports=texts), made.id)


def points_of(project: Project, report: Report, document: Document) -> tuple[PartPoints, ...]:
    """The points of a text part by part; `document` is the text as it is composed now."""
    titles, reader = part_titles(project, report), ProjectReader(project)
    found = []
    for part in report.content:
        points = tuple(
            Point(record.id, _words(project, record, reader), not record.dropped)
            for record in _points_in(part)
        )
        length = length_of(report, "".join(part_paragraphs(document, part)))
        found.append(PartPoints(part.id, titles[part.id], length, points))
    return tuple(found)


def say(project: Project, ids: Set[str], is_said: bool) -> Project:
    """Say some points, or leave them out; what they hold is kept."""
    return exchange_all(
        project, {id_: lambda old: (old.changed(dropped=not is_said),) for id_ in ids}
    )


def length_said(report: Report, document: Document) -> str:
    """`全文2,310字，读出来约12分钟（每分钟200字）；限定1,500字，超出810字。`"""
    length = length_of(report, document.text)
    said = f"全文{length.told}（每分钟{length.pace}字）"
    allowed = allowance(report, length)
    return f"{said}；{allowed}。" if allowed else f"{said}。没有限定篇幅。"


def lengths_said(report: Report, document: Document, part: Record) -> str:
    """`本部分 212 字　全文 4676 字`, in minutes too where the text is limited in minutes."""
    is_spoken = report.length is not None and report.length.minutes is not None
    own = length_of(report, "".join(part_paragraphs(document, part)))
    whole = length_of(report, document.text)
    said = "　".join(
        f"{name} {length.characters} 字" + (f"（{length.time}）" if is_spoken else "")
        for name, length in (("本部分", own), ("全文", whole))
    )
    allowed = allowance(report, whole)
    return f"{said}，{allowed}" if allowed else said


def pace_spoken(report: Report, document: Document, minutes: float) -> int:
    """The pace of a speaker who took so many minutes for the text."""
    return max(1, round(length_of(report, document.text).spoken / minutes))


def _points_in(part: Record) -> Iterator[Any]:
    """What can be left out; the words behind an indicator go with it."""
    remarks = {one.remark.id for one in walk(part) if isinstance(one, IndicatorUse) and one.remark}
    for record in walk(part):
        if isinstance(record, _POINTS) and record.id and record.id not in remarks:
            yield record


def _words(project: Project, record: Record, reader: ProjectReader) -> str:
    if isinstance(record, IndicatorUse):
        indicator = project.indicator(record.indicator)
        return indicator.name if indicator is not None else record.indicator
    lead = getattr(record, "lead", None)
    text = (lead if isinstance(lead, str) else "") + getattr(record, "text", "")
    words = plain(text, reader)
    return words if len(words) <= _WORDS else f"{words[:_WORDS]}…"


def _name(project: Project, report: Report) -> str:
    """`工作总结（简版）`, numbered where there is one already."""
    taken = {one.name for one in project.reports}
    name, number = f"{report.name}（简版）", 2
    while name in taken:
        name = f"{report.name}（简版{number}）"
        number += 1
    return name
