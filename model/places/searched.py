"""Every text a clerk can search: what is written in reports, in fields, in cells, as values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.numbers.ask import Numbers, known_of, place_of
from model.places.values import asked_by, shown_values, value_label
from model.report.project import Project
from model.report.record import Record
from model.report.schema import Kind, attributes
from model.report.section import TableBlock
from model.report.tables import cell_of
from model.report.tree import walk


class Searched(NamedTuple):
    """A text and its place. `has_links`: braces in it are links, not signs of the text.
    `called` says what it is where the words alone do not tell (a value, a field).
    """

    place: str
    text: str
    has_links: bool = False
    called: str = ""


def searched(project: Project) -> Iterator[Searched]:
    """Yield all texts: organization and fields, the values that texts say, then the texts."""
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
            for ask, facet in asked_by(numbers, record):
                place = place_of(ask, facet)
                known = tuple(map(known_of, numbers.typed(ask, facet)))
                if str(place) not in seen and known:
                    seen.add(str(place))
                    shown = shown_values(known, ask.indicator.unit_of(facet)) or ""
                    yield Searched(str(place), shown, called=value_label(ask.indicator, place))


def _texts(record: Record) -> Iterator[Searched]:
    """The texts of a record, and who does a task by when."""
    id_ = getattr(record, "id", "")
    for attribute in attributes(type(record)).values():
        path, trait = attribute.path, attribute.trait
        if trait.has_links:
            text = attribute.text(record)
            if text:
                yield Searched(f"{id_}.{path}", text, has_links=True)
        elif trait.kind in (Kind.DEPARTMENTS, Kind.DEADLINE):
            value = attribute.get(record)
            text = "、".join(value) if isinstance(value, tuple) else value or ""
            if text:
                yield Searched(f"{id_}.{path}", text, called=trait.label)
    if isinstance(record, TableBlock):
        yield from _cells(record)


def _cells(table: TableBlock) -> Iterator[Searched]:
    for row in table.rows:
        for column in table.columns:
            text = cell_of(table, row, column.key)
            if text:
                yield Searched(f"{row.id}.{column.key}", text, called=column.title)
