"""The attributes of records that can be typed, kind of record by kind of record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from model.entry.cleaning import clean, one_line, one_paragraph
from model.entry.dates import deadline_of
from model.entry.typed import at_least_one, choice, departments
from model.errors import ValueRefused
from model.report.carried import confirmed, unconfirmed
from model.report.item import Item, Marker
from model.report.record import Record
from model.report.report import Front, LengthLimit, Report
from model.report.section import (
    Heading,
    IndicatorsBlock,
    OutlookBlock,
    OutlookGroup,
    Section,
    TableBlock,
    Task,
    TasksBlock,
)
from model.values.quantity import parse_quantity
from model.wording.numbering import STYLES, recognize

Setter = Callable[[Any, str], Record]
YES_NO = ("是", "否")


def style_of(typed: str) -> Marker | None:
    """A marker from the sign typed: any sign of a style (三是) means the style; '' means none."""
    plain = typed.strip()
    if not plain:
        return None
    if plain in STYLES:
        return Marker(style=plain)
    known = recognize(plain)
    if known is None:
        raise ValueRefused(f"没有“{typed}”这种序号。可选：{'　'.join(STYLES)}")
    return Marker(style=known[0])


def _prose(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: one_paragraph(typed)})


def _line(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: one_line(typed)})


def _line_or_none(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: one_line(typed) or None})


def _marker(record: Any, typed: str) -> Record:
    changed: Record = record.changed(marker=style_of(typed))
    return changed


def _heading(section: Section, typed: str) -> Section:
    text = one_line(typed)
    former = section.heading or Heading()
    return section.changed(heading=former.changed(text=text) if text else None)


def _heading_marker(section: Section, typed: str) -> Section:
    former = section.heading or Heading()
    return section.changed(heading=former.changed(marker=style_of(typed)))


def _names(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: departments(typed)})


def _quantity(task: Task, typed: str) -> Task:
    if not typed.strip():
        return task.changed(quantity=None)
    quantity = parse_quantity(typed, task.unit)
    return task.changed(quantity=quantity.value, unit=quantity.unit)


def _deadline(task: Task, typed: str) -> Task:
    """A wanted deadline can be blank again; one that is not wanted stays so."""
    if not typed.strip():
        return task if task.deadline is None else task.changed(deadline="")
    return task.changed(deadline=deadline_of(typed))


def _front(name: str) -> Setter:
    def set_line(report: Report, typed: str) -> Report:
        return report.changed(front=report.front.changed(**{name: clean(typed).strip() or None}))

    return set_line


def _checked(item: Item, typed: str) -> Item:
    """Confirm an item as it stands, its figures and all, or take that back."""
    return confirmed(item) if choice(typed, YES_NO) == "是" else unconfirmed(item)


def _flag(name: str) -> Setter:
    return lambda record, typed: record.changed(**{name: choice(typed, YES_NO) == "是"})


def _limit(name: str) -> Setter:
    """One of the two ways to limit a text; it takes the place of the other."""

    def set_limit(report: Report, typed: str) -> Report:
        if typed.strip():
            return report.changed(length=LengthLimit(**{name: at_least_one(typed)}))
        is_this = report.length is not None and getattr(report.length, name) is not None
        return report.changed(length=None) if is_this else report

    return set_limit


_FRONT: dict[str, Setter] = {name: _front(name) for name in Front.model_fields if name != "title"}

ATTRIBUTES: dict[type[Record], dict[str, Setter]] = {
    Item: {
        "text": _prose("text"),
        "lead": _line_or_none("lead"),
        "marker": _marker,
        "checked": _checked,
        "dropped": _flag("dropped"),
    },
    Section: {"heading": _heading, "marker": _heading_marker},
    IndicatorsBlock: {"opening": _prose("opening"), "closing": _line("closing")},
    OutlookBlock: {"opening": _prose("opening")},
    OutlookGroup: {"text": _prose("text"), "marker": _marker},
    TasksBlock: {"opening": _prose("opening"), "lead": _names("lead")},
    Task: {
        "lead": _names("lead"),
        "support": _names("support"),
        "deadline": _deadline,
        "text": _prose("text"),
        "quantity": _quantity,
        "marker": _marker,
        "checked": _flag("checked"),
        "dropped": _flag("dropped"),
    },
    TableBlock: {"caption": _line("caption")},
    Report: {
        **_FRONT,
        "title": lambda report, typed: report.changed(
            front=report.front.changed(title=clean(typed).strip())
        ),
        "name": _line("name"),
        "house_style": _line("house_style"),
        "annex": _flag("annex"),
        "characters": _limit("characters"),
        "minutes": _limit("minutes"),
    },
}
"""What can be typed into each kind of record, by the name it has in a place."""
