"""What a block reads of its project besides itself, and what of that another root has changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from model.report.project import Project
from model.report.record import Record

R = TypeVar("R", bound=Record)

LEDGER = "@ledger"
"""Read as a field that no project has: the tasks of the ledger."""


@dataclass(slots=True)
class Reads:
    """Ids of indicators (their definitions and all their values) and of fields."""

    indicators: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)

    def add(self, other: Reads) -> None:
        """Read what another has read, too."""
        self.indicators |= other.indicators
        self.fields |= other.fields

    def meets(self, other: Reads) -> bool:
        """Whether anything is in both."""
        return not (
            self.indicators.isdisjoint(other.indicators) and self.fields.isdisjoint(other.fields)
        )


def changed(former: Project, now: Project) -> Reads | None:
    """What blocks may read and now find otherwise; None where it may be anything.

    Every text may name the place and the period, so a change of these is one of anything.
    """
    if former.organization is not now.organization or former.period != now.period:
        return None
    values = _differing(former.observations, now.observations)
    indicators = _differing(former.indicators, now.indicators)
    fields = _differing(former.fields, now.fields)
    if values is None or indicators is None or fields is None:
        return None
    names = {one.indicator for one in values} | {one.id for one in indicators}
    told = {one.id for one in now.indicators if not names.isdisjoint(one.structure_parts)}
    ledger = {LEDGER} if former.tasks is not now.tasks else set()
    return Reads(names | told, {one.id for one in fields} | ledger)


def _differing(before: tuple[R, ...], after: tuple[R, ...]) -> list[R] | None:
    """The records that are only in one of both; None where the others changed their order."""
    if before is after:
        return []
    most = min(len(before), len(after))
    start = _alike(before, after)
    end = min(_alike(before[::-1], after[::-1]), most - start)
    before, after = before[start : len(before) - end], after[start : len(after) - end]
    ids_before, ids_after = set(map(id, before)), set(map(id, after))
    kept_before = [id(one) for one in before if id(one) in ids_after]
    kept_after = [id(one) for one in after if id(one) in ids_before]
    if kept_before != kept_after:
        return None
    gone = [one for one in before if id(one) not in ids_after]
    return gone + [one for one in after if id(one) not in ids_before]


def _alike(before: tuple[R, ...], after: tuple[R, ...]) -> int:
    """How many records from the start are the very same."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (a, b) in pairs if a is not b), min(len(before), len(after)))
