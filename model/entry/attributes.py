"""What is typed into an attribute of a record, put there by the kind of value its trait tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from model.entry.cleaning import clean, one_line, one_paragraph
from model.entry.dates import deadline_of, period
from model.entry.official import copies, copy_number, document_number, people, printed_on, secrecy
from model.entry.typed import YES_NO, at_least_one, choice, departments, member
from model.errors import PlaceError, ValueRefused
from model.report.carried import (
    CELLS,
    checked,
    formers,
    unchecked,
    with_checked_figures,
    with_typed,
)
from model.report.frame import Letterhead, Urgency
from model.report.item import Marker
from model.report.record import Record
from model.report.report import LengthLimit, Report
from model.report.schema import Attribute, Kind, Renewed, attributes
from model.report.section import Row, Task
from model.values.aspect import MARK, Aspect, parse_aspect
from model.values.facet import Facet, Source
from model.values.period import Basis
from model.values.quantity import parse_quantity
from model.wording.numbering import STYLES, recognize

CHECKED = "checked"
"""What is set to 是 once last period's words and values have been looked at: those of a record
(`i7k2.checked`), or of one attribute or cell of it (`r1.title.checked`, `w3p8.done.checked`)."""


def style_of(typed: str) -> Marker | None:
    """Return a marker from the sign typed: any sign of a style (三是) means it; '' means none."""
    plain = typed.strip()
    if not plain:
        return None
    if plain in STYLES:
        return Marker(style=plain)
    known = recognize(plain)
    if known is None:
        raise ValueRefused(f"没有“{typed}”这种序号。可选：{'　'.join(STYLES)}")
    return Marker(style=known[0])


_FIGURE = re.compile(r"(?:(?P<path>.+)\.)?figures\.(?P<number>\d{1,6})", re.ASCII)


def settable(record: Record) -> tuple[str, ...]:
    """Return the names, as they stand in places, of all that can be typed into a record."""
    own = tuple(attributes(type(record)))
    return (*own, CHECKED) if "former" in type(record).model_fields else own


def set_attribute(record: Record, path: str, typed: str) -> Record:
    """Return the record with one attribute as it was typed.

    Raises `ValueRefused` for what does not fit, `PlaceError` for an attribute it does not have.
    """
    of, dot, last = path.rpartition(".")
    if last == CHECKED and CHECKED in settable(record):
        return _with_checked(record, of if dot else None, is_so=choice(typed, YES_NO) == "是")
    attribute = attributes(type(record)).get(path)
    if attribute is None:
        known = "、".join(settable(record)) or "（没有可填的）"
        id_ = getattr(record, "id", "")
        raise PlaceError(f"“{id_}”没有“{path}”这一项。有：{known}。")
    return with_typed(_SETTERS[attribute.trait.kind](record, attribute, typed), path)


def _with_checked(record: Record, of: str | None, *, is_so: bool) -> Record:
    """The record, or one attribute, cell or figure (`figures.2`) of it, looked at or not."""
    change = checked if is_so else unchecked
    if of is None:
        return change(record)
    figure = _FIGURE.fullmatch(of)
    path = (figure["path"] or "text") if figure else of
    if figure and path in formers(record):
        return with_checked_figures(record, path, (int(figure["number"]),), is_so=is_so)
    return change(record, _what_is_checked(record, of))


def _what_is_checked(record: Record, of: str) -> str:
    """What the former of one attribute, or of a cell of a row, is kept under."""
    if isinstance(record, Row):  # the keys of its columns are known to its table only
        return f"{CELLS}{of}"
    known = [
        one.path
        for one in attributes(type(record)).values()
        if one.trait.renewed is not Renewed.NEVER
    ]
    if of not in known:
        id_ = getattr(record, "id", "")
        raise PlaceError(f"“{id_}”的“{of}”不用核对。可以核对的有：{'、'.join(known)}。")
    return of


def _words(
    read: Callable[[str], str],
) -> Callable[[Record, Attribute, str], Record]:
    """A text; where none is needed, the empty one is None."""

    def put(record: Record, attribute: Attribute, typed: str) -> Record:
        empty = "" if isinstance(attribute.default, str) else None
        return attribute.put(record, read(typed) or empty)

    return put


def _key(record: Record, attribute: Attribute, typed: str) -> Record:
    """One is always needed: the usual one takes the place of none."""
    return attribute.put(record, one_line(typed) or attribute.default)


def _lines(typed: str) -> str:
    return clean(typed).strip()


def _heading(record: Record, attribute: Attribute, typed: str) -> Record:
    """A heading without words is none."""
    text = one_line(typed)
    return attribute.put(record, text) if text else record.changed(heading=None)


def _quantity(task: Record, attribute: Attribute, typed: str) -> Record:
    if not typed.strip():
        return attribute.put(task, None)
    assert isinstance(task, Task)
    quantity = parse_quantity(typed, task.unit)
    return task.changed(quantity=quantity.value, unit=quantity.unit)


def _deadline(task: Record, attribute: Attribute, typed: str) -> Record:
    """A wanted deadline can be blank again; one that is not wanted stays so."""
    if not typed.strip():
        return task if attribute.get(task) is None else attribute.put(task, "")
    return attribute.put(task, deadline_of(typed))


def _limit(report: Record, attribute: Attribute, typed: str) -> Record:
    """One of the two ways to limit a text takes the place of the other; the pace stays as it is."""
    assert isinstance(report, Report)
    number = at_least_one(typed) if typed.strip() else None
    former = report.length or LengthLimit()
    if number is None and attribute.get(report) is None:
        return report
    if attribute.path == "pace":
        length = former.changed(pace=number)
    else:
        length = LengthLimit(**{attribute.path: number}, pace=former.pace)
    return report.changed(length=None if length == LengthLimit() else length)


def _value(read: Callable[[str], Any]) -> Callable[[Record, Attribute, str], Record]:
    return lambda record, attribute, typed: attribute.put(record, read(typed))


def _member(
    kind: type[Letterhead] | type[Urgency],
) -> Callable[[Record, Attribute, str], Record]:
    """One of a closed set; the usual one where nothing was typed."""
    return lambda record, attribute, typed: attribute.put(
        record, member(kind, one_line(typed)) or attribute.default
    )


def _period(typed: str) -> str | None:
    plain = one_line(typed)
    return str(period(plain)) if plain else None


def _facets(typed: str) -> tuple[Aspect, ...]:
    return tuple(_aspect(part) for part in departments(one_line(typed)))


def _aspect(typed: str) -> Aspect:
    """`points~city`, or the facet alone by its key or its label (`同比升降~city`)."""
    name, mark, base = typed.partition(MARK)
    facet = member(Facet, name)
    return parse_aspect(f"{facet.value if facet else name}{mark}{base}")


_SETTERS: Mapping[Kind, Callable[[Record, Attribute, str], Record]] = {
    Kind.PROSE: _words(one_paragraph),
    Kind.LINE: _words(one_line),
    Kind.LINES: _words(_lines),
    Kind.HEADING: _heading,
    Kind.KEY: _key,
    Kind.MARKER: _value(style_of),
    Kind.DEPARTMENTS: _value(departments),
    Kind.QUANTITY: _quantity,
    Kind.DEADLINE: _deadline,
    Kind.FLAG: _value(lambda typed: choice(typed, YES_NO) == "是"),
    Kind.LIMIT: _limit,
    Kind.PERIOD: _value(_period),
    Kind.BASIS: _value(lambda typed: member(Basis, one_line(typed))),
    Kind.SOURCE: _value(lambda typed: member(Source, one_line(typed))),
    Kind.FACETS: _value(_facets),
    Kind.PEOPLE: _value(people),
    Kind.LETTERHEAD: _member(Letterhead),
    Kind.URGENCY: _member(Urgency),
    Kind.COPY_NUMBER: _words(copy_number),
    Kind.SECRECY: _words(secrecy),
    Kind.DOCUMENT_NUMBER: _words(document_number),
    Kind.COPIES: _words(copies),
    Kind.PRINTED_ON: _words(printed_on),
}
