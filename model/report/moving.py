"""The periods a text names, exchanged for others: in a new report, and in one carried on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.report.record import Record
from model.report.schema import Kind, attributes
from model.values.aspect import base_mark
from model.values.aspect import moved as moved_base
from model.wording.links import with_periods


def with_moved_periods(record: Any, codes: Mapping[str, str]) -> Any:
    """Return `record` with its own periods and those of its links replaced by `codes`.

    It is the same object where it names none of them.
    """
    for attribute in attributes(_kind_of(record)).values():
        value = attribute.get(record)
        if attribute.trait.kind is Kind.FACETS:
            facets = tuple(moved_base(one, codes) for one in value)
            record = record if facets == value else attribute.put(record, facets)
        if not isinstance(value, str):
            continue
        if attribute.trait.kind is Kind.PERIOD:
            moved = codes.get(value, value)
        elif attribute.trait.has_links and "{@" in value:
            moved = with_periods(value, codes)
        else:
            continue
        if moved != value:
            record = attribute.put(record, moved)
    return record


def period_codes(record: Any) -> set[str]:
    """Return the period codes that a record itself names, its links left aside; those that
    something is measured against with a `~` before them."""
    found: set[str] = set()
    for attribute in attributes(_kind_of(record)).values():
        value = attribute.get(record)
        if attribute.trait.kind is Kind.PERIOD and value:
            found.add(value)
        elif attribute.trait.kind is Kind.FACETS:
            found |= {base for one in value if (base := base_mark(one))}
    return found


def _kind_of(record: Record) -> type[Record]:
    return type(record)
