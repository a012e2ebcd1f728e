"""Paragraphs taken away: points, blocks, headings, lines of the front, rows of tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.entry.apply import Assignment, set_values
from model.report.project import Project
from model.report.record import Record
from model.report.section import (
    OutlookBlock,
    Section,
    TasksBlock,
    TextBlock,
)
from model.report.tree import exchange, find
from model.report.uses import text_at

_ANY_DAY = date(2000, 1, 1)
"""Words carry no date of their own."""


def remove_records(project: Project, ids: Sequence[str]) -> Project:
    """Return the project without what records show in lines of their own.

    A heading goes alone, what stands below it stays; a block whose opening goes keeps its points.
    """
    wanted = {*ids}
    lines: dict[str, list[int]] = {}
    for id_ in ids:
        record = find(project, id_)
        match record:
            case None:
                _note_line(lines, id_)
            case Section():
                project = _blanked(project, f"{id_}.heading")
            case TasksBlock() | OutlookBlock():
                below = record.tasks if isinstance(record, TasksBlock) else record.groups
                if wanted.issuperset(one.id for one in below):
                    project = exchange(project, id_, lambda _: ())
                else:
                    project = _blanked(project, f"{id_}.opening")
            case _:
                project = exchange(project, id_, lambda _: ())
    for place, numbers in lines.items():
        project = _without_lines(project, place, numbers)
    return _without_empty_parts(project, ids)


def _note_line(lines: dict[str, list[int]], id_: str) -> None:
    """Keep which line of which text an id such as `r7k2x_title_2` names."""
    owner, _, role = id_.partition("_")
    path = role.rstrip("0123456789")
    number = role[len(path) :]
    lines.setdefault(f"{owner}.{path.rstrip('_')}", []).append(int(number or 1))


def _without_lines(project: Project, place: str, numbers: Sequence[int]) -> Project:
    raw = text_at(project, place)
    if raw is None:
        return project
    kept = [line for number, line in enumerate(raw.split("\n"), 1) if number not in numbers]
    return set_values(project, [Assignment(place, "\n".join(kept))], _ANY_DAY)


def _blanked(project: Project, place: str) -> Project:
    return set_values(project, [Assignment(place, "")], _ANY_DAY)


def _without_empty_parts(project: Project, ids: Sequence[str]) -> Project:
    """Parts whose heading went and that hold nothing any more go too."""
    for id_ in ids:
        section = find(project, id_)
        if not isinstance(section, Section) or section.heading is not None:
            continue
        if all(_is_empty(part) for part in section.content):
            project = exchange(project, id_, lambda _: ())
    return project


def _is_empty(part: Record) -> bool:
    if isinstance(part, Section):
        return part.heading is None and all(_is_empty(one) for one in part.content)
    return isinstance(part, TextBlock) and not part.paragraphs
