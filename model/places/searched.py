"""Every text a clerk can search: what is written in reports, in fields, in cells, as values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.entry.prose import raw_texts
from model.numbers.ask import Numbers, known_of, place_of
from model.places.listed_values import shown_values, value_label
from model.report.project import Project
from model.report.record import Record
from model.report.section import IndicatorsBlock, IndicatorUse, OutlookGroup, TableBlock, Task
from model.report.tables import cell_of
from model.report.tree import walk
from model.report.uses import texts_of, uses_of


class Searched(NamedTuple):
    """A text and its place. `has_links`: braces in it are links, not signs of the text.
    `called` says what it is where the words alone do not tell (a value, a field).
    """

    place: str
    text: str
    has_links: bool = False
    called: str = ""


def searched(project: Project) -> Iterator[Searched]:
    """All texts: the organization and the fields, the values that texts say, then the texts."""
    for name, label in (("name", "单位名称"), ("superior", "上级")):
        yield Searched(f"organization.{name}", getattr(project.organization, name), called=label)
    for field in project.fields:
        if field.value is not None:
            yield Searched(field.id, field.value, called=field.label)
    yield from _values(project)
    for report in project.reports:
        for record in walk(report):
            yield from _texts(record)


def _values(project: Project) -> Iterator[Searched]:
    """The typed values that any text says, each once; what is computed is written nowhere."""
    numbers = Numbers(project)
    seen: set[str] = set()
    for report in project.reports:
        for record in walk(report):
            asked = [one for _, text in texts_of(record) for one in numbers.asked_by_text(text)]
            if isinstance(record, IndicatorUse):
                asked += numbers.asked_by_use(record)
            for ask, facet in asked:
                place = place_of(ask, facet)
                known = tuple(map(known_of, numbers.typed(ask, facet)))
                if str(place) not in seen and known:
                    seen.add(str(place))
                    shown = shown_values(known, ask.indicator.unit_of(facet)) or ""
                    yield Searched(str(place), shown, called=value_label(ask.indicator, place))


def _texts(record: Record) -> Iterator[Searched]:
    id_ = getattr(record, "id", "")
    for name, text in raw_texts(record):
        if text:
            yield Searched(f"{id_}.{name}", text, has_links=True)
    match record:
        case Task():
            yield from _task(record)
        case TableBlock():
            yield from _cells(record)
        case IndicatorsBlock() | OutlookGroup():
            for use in uses_of(record):
                if use.name:
                    yield Searched(f"{id_}.{use.indicator}.name", use.name)
        case _:
            return


def _task(task: Task) -> Iterator[Searched]:
    for name, text, called in (
        ("lead", "、".join(task.lead), "牵头单位"),
        ("support", "、".join(task.support), "配合单位"),
        ("deadline", task.deadline or "", "完成时限"),
    ):
        if text:
            yield Searched(f"{task.id}.{name}", text, called=called)


def _cells(table: TableBlock) -> Iterator[Searched]:
    for row in table.rows:
        for column in table.columns:
            text = cell_of(table, row, column.key)
            if text:
                yield Searched(f"{row.id}.{column.key}", text, called=column.title)
