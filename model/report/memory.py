"""What was worked out for a record, kept as long as that very record lives."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar

from model.report.record import Record

R = TypeVar("R", bound=Record)
A = TypeVar("A")
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


def remembered(work: Callable[[R], T]) -> Callable[[R], T]:
    """A pure function of one record that works only once for each, as long as that lives.

    Its result may hold records below, never the record itself (see `Memory`).
    """
    memory: Memory[T] = Memory()

    @wraps(work)
    def result_of(record: R) -> T:
        known = memory.get(record)
        return memory.keep(record, work(record)) if known is None else known

    return result_of


def remembered_last(work: Callable[[A], T]) -> Callable[[A], T]:
    """A pure function that remembers its result for the very object it was last asked about."""
    last: list[tuple[A, T]] = []

    @wraps(work)
    def result_of(asked: A) -> T:
        if not last or last[0][0] is not asked:
            last[:] = [(asked, work(asked))]
        return last[0][1]

    return result_of
