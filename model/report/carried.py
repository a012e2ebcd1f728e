"""How far last period's words and values of a record have been looked at, place by place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from model.report.former import (
    Former,
    FormerMap,
    figure_states,
    is_dated,
    last_figures,
    value_state,
    words_state,
    worst,
)
from model.report.item import Item
from model.report.record import Record
from model.report.schema import Attribute, Kind, Renewed, attributes, texts
from model.report.section import Column, Row, TableBlock, Task
from model.values.field_kind import FieldKind
from model.values.number import written
from model.values.state import State

R = TypeVar("R", bound=Record)

CELLS = "cells."
"""What last period's cells are kept under: `cells.<column>`."""


def formers(record: Record) -> FormerMap:
    """Return what last period said in the places of a record, by attribute."""
    found: FormerMap = getattr(record, "former", None) or {}
    return found


def carry_over(record: R) -> R:
    """Return the record with all that it says now as last period's, to be looked at."""
    if "former" not in type(record).model_fields:
        return record
    kept = {
        attribute.path: Former(text=said)
        for attribute in attributes(type(record)).values()
        if attribute.trait.renewed is not Renewed.NEVER and (said := said_in(record, attribute))
    }
    return record.changed(former=kept) if kept or formers(record) else record


def carry_over_row(block: TableBlock, row: Row) -> Row:
    """Return a table row with its cells as last period's."""
    cells = zip(block.columns, row.cells, strict=False)
    return row.changed(
        former={f"{CELLS}{column.key}": Former(text=cell) for column, cell in cells if cell}
    )


def said_in(record: Record, attribute: Attribute) -> str:
    """Return what an attribute says, as text; '' where it is blank."""
    value = attribute.get(record)
    if value is None:
        return ""
    return written(value) if attribute.trait.kind is Kind.QUANTITY else str(value)


def checked(record: R, only: str | None = None) -> R:
    """Return the record found to hold still: its words and every figure that last period said.

    With `only`, one of its attributes (`title`, `cells.done`).
    """
    return _with_each(record, only, Former.checked)


def unchecked(record: R, only: str | None = None) -> R:
    """Return the record, or one of its attributes, to be looked at again."""
    return _with_each(record, only, Former.unchecked)


def _with_each(record: R, only: str | None, change: Callable[[Former], Former]) -> R:
    kept = {
        path: change(former) if only in (None, path) else former
        for path, former in formers(record).items()
    }
    return record.changed(former=kept) if kept else record


def with_typed(record: R, path: str) -> R:
    """Return the record after a value was typed: it counts as looked at, if only the same."""
    attribute = attributes(type(record)).get(path)
    former = formers(record).get(path)
    if former is None or attribute is None or attribute.trait.has_links:
        return record
    return _with_former(record, path, former.checked())


def with_checked_figures(record: R, path: str, numbers: Iterable[int], *, is_so: bool = True) -> R:
    """Return the record with figures of a text, told by their numbers now, looked at or not."""
    former = formers(record).get(path)
    attribute = attributes(type(record)).get(path)
    if former is None or attribute is None:
        return record
    change = former.with_checked_figures if is_so else former.with_unchecked_figures
    return _with_former(record, path, change(attribute.text(record), numbers))


def _with_former(record: R, path: str, former: Former) -> R:
    return record.changed(former={**formers(record), path: former})


def words_of(record: Record, path: str) -> State:
    """Return the state of the words of a text of a record, its figures aside."""
    attribute = attributes(type(record))[path]
    return words_state(attribute.text(record), formers(record).get(path), attribute.trait.renewed)


def figures_in(record: Record, path: str) -> tuple[State, ...]:
    """Return the state of every figure of a text of a record."""
    text = attributes(type(record))[path].text(record)
    states = figure_states(text, formers(record).get(path))
    return (State.DROPPED,) * len(states) if getattr(record, "dropped", False) else states


def last_figures_in(record: Record, path: str) -> tuple[str | None, ...]:
    """Return what every figure of a text of a record said last period."""
    text = attributes(type(record))[path].text(record)
    return last_figures(text, formers(record).get(path))


def value_in(record: Record, path: str) -> State:
    """Return the state of a value (a deadline, a quantity) that is there."""
    said = said_in(record, attributes(type(record))[path])
    return value_state(said, formers(record).get(path))


def record_state(record: Item | Task) -> State:
    """Return the worst state of a point's or task's texts and their figures."""
    if record.dropped:
        return State.DROPPED
    said = [one.path for one in texts(type(record)) if one.text(record)]
    if not said:
        return State.EMPTY
    states = {words_of(record, path) for path in said}
    if not record.text and "text" in formers(record):
        states.add(words_of(record, "text"))
    return worst(states.union(*(figures_in(record, path) for path in said)))


def with_checked_cell(row: Row, key: str) -> Row:
    """Return the row after a cell was typed: it counts as looked at, if only the same."""
    former = row.former.get(f"{CELLS}{key}")
    return row if former is None else _with_former(row, f"{CELLS}{key}", former.checked())


def with_renewed_cell(row: Row, key: str, before: str, now: str) -> Row:
    """Return the row after a bulk change wrote a cell: it is to be looked at as before."""
    former = row.former.get(f"{CELLS}{key}")
    if former is None:
        return row
    return _with_former(row, f"{CELLS}{key}", former.with_renewed_value(before, now))


def cell_state(row: Row, column: Column, text: str) -> State:
    """Return the state of a cell that is filled; names hold still, unless they tell a time."""
    former = row.former.get(f"{CELLS}{column.key}")
    is_words = column.kind in (FieldKind.TEXT, FieldKind.PROSE, FieldKind.DEPARTMENTS)
    if is_words and not is_dated(text):
        return State.FILLED
    return value_state(text, former)


def rebased(before: R, now: R, path: str) -> R:
    """Return `now`, whose text or value at `path` a bulk change wrote, to be looked at as before.

    Nobody has looked at it there: it is compared with the new words, and what last period said
    stands beside it as it did.
    """
    former = formers(before).get(path)
    attribute = attributes(type(now)).get(path)
    if former is None or attribute is None:
        return now
    if attribute.trait.has_links:
        renewed = former.with_renewed_words(attribute.text(before), attribute.text(now))
    else:
        renewed = former.with_renewed_value(said_in(before, attribute), said_in(now, attribute))
    return _with_former(now, path, renewed)
