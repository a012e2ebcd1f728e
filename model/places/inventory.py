"""THE INVENTORY: every fillable place of a project, said once for all who ask.

Fields, steps, status bar, the next blank, 核对, the refusal of 定稿, differences, 数据变化说明 and
文中数字 read from it, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.numbers.ask import Numbers
from model.numbers.trend import followed
from model.places.own import field_place, own_places, places_below
from model.places.place import Count, Place, count
from model.places.values import ValuePlaces, indicators_of, value_places
from model.report.memory import Memory, remembered
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import Section
from model.report.uses import said_children, shown_texts
from model.values.state import State
from model.wording.links import FieldLink, links


def places_of(project: Project, report: Report | None = None) -> tuple[Place, ...]:
    """Return the places of all reports, or of one: fields first, then the texts as they are read.

    A value of an indicator that several texts use is listed where it is met first.
    """
    numbers = Numbers(project)
    reports = project.reports if report is None else (report,)
    found: dict[str, Place] = {}
    for place in field_places(project, reports):
        found.setdefault(place.place, place)
    for one in reports:
        for place in _below(one, _Around(), numbers):
            found.setdefault(place.place, place)
    return tuple(found.values())


class _Around(NamedTuple):
    """What the records around tell of the places below: their heading, and who supplies them."""

    section: str = ""
    supplier: str = ""

    def within(self, record: Record) -> _Around:
        section, supplier = self
        if isinstance(record, Section) and record.heading:
            section = record.heading.text
        return _Around(section, getattr(record, "supplier", "") or supplier)


def _below(record: Record, around: _Around, numbers: Numbers) -> Iterator[Place]:
    """The places of a record and of all below it that the text shows."""
    around = around.within(record)
    for place in value_places(numbers, record) if indicators_of(record) else ():
        yield place._replace(section=around.section)
    for place in own_places(record):
        yield place._replace(
            section=place.section or around.section, supplier=place.supplier or around.supplier
        )
    for child in said_children(record):
        yield from _below(child, around, numbers)


def field_places(project: Project, reports: Iterable[Report]) -> Iterator[Place]:
    """Yield the fields; those that no text of these reports names need not be filled for them."""
    named = frozenset(name for report in reports for name in fields_named(report))
    numbers = Numbers(project) if any(field.follows for field in project.fields) else None
    for field in project.fields:
        word = followed(numbers, field) if numbers and field.follows else None
        yield field_place(field, is_named=field.id in named, followed=word)


@remembered
def fields_named(record: Record) -> frozenset[str]:
    """Return the names in braces in the texts of a record and below."""
    own = frozenset(
        link.field
        for _, text in shown_texts(record)
        if "{" in text
        for link in links(text)
        if isinstance(link, FieldLink)
    )
    return own.union(*map(fields_named, said_children(record)))


class StepPlaces(NamedTuple):
    """The places that one step of the wizard shows, and how far they are filled in."""

    places: tuple[Place, ...]
    left: Count


class Inventory:
    """The places of a text step by step; after an edit only what it changed is looked at again.

    Labels of headings and suppliers around a place are left out here: `places_of` has them.
    """

    def __init__(self) -> None:
        self._values = ValuePlaces()
        self._counted: Memory[StepPlaces] = Memory()

    def basics(self, project: Project, report: Report) -> StepPlaces:
        """Return what 基本情况 asks for: the fields, and the text's front matter."""
        return _counted((*field_places(project, (report,)), *own_places(report)))

    def indicators(self, project: Project, report: Report) -> StepPlaces:
        """Return the values that the text says, each once, where it is met first."""
        return _counted(self._values.places(project, report))

    def part(self, part: Record) -> StepPlaces:
        """Return the places of a part of the text."""
        known = self._counted.get(part)
        return self._counted.keep(part, _counted(places_below(part))) if known is None else known


def _counted(places: tuple[Place, ...]) -> StepPlaces:
    return StepPlaces(places, count(places))


def is_left(place: Place) -> bool:
    """Tell whether something is to be done at a place: it is blank, or last period's (待核)."""
    return place.state in (State.EMPTY, State.CARRIED)
