"""What was worked out for a record, kept as long as that very record lives."""

from __future__ import annotations

import weakref
from typing import Generic, TypeVar

from model.report.record import Record

T = TypeVar("T")


class Memory(Generic[T]):
    """Results by the identity of a record: an edit makes new records only on its own path."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[weakref.ref[Record], T]] = {}

    def get(self, record: Record) -> T | None:
        """What was kept for this very record."""
        found = self._kept.get(id(record))
        return found[1] if found is not None and found[0]() is record else None

    def keep(self, record: Record, result: T) -> T:
        """Keep a result until the record is gone; returns it.

        The result may hold records below this one, never the record itself, which would then
        never go.
        """
        key, kept = id(record), self._kept
        kept[key] = (weakref.ref(record, lambda _: kept.pop(key, None)), result)
        return result
