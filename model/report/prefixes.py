"""The letter that the id of a record begins with, by kind of record."""

from __future__ import annotations

from model.report.item import Item
from model.report.record import Record
from model.report.section import IndicatorUse, OutlookGroup, Row, Section, Task

_PREFIXES: dict[type[Record], str] = {
    Section: "s", Item: "i", Task: "t", OutlookGroup: "g", Row: "w",
    IndicatorUse: "u",
}  # fmt: skip


def prefix_of(kind: type[Record]) -> str:
    """The letter that ids of this kind of record begin with."""
    return _PREFIXES.get(kind, "b")
