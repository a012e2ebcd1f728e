"""The kinds of values that a clerk fills in."""

from __future__ import annotations

from enum import StrEnum


class FieldKind(StrEnum):
    """The closed set of kinds; every editor and every check dispatches on it."""

    TEXT = "text"
    PROSE = "prose"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    POINTS = "points"
    MONEY = "money"
    DATE = "date"
    PERIOD = "period"
    CHOICE = "choice"
    RANK = "rank"
    DEPARTMENTS = "departments"

    @property
    def is_number(self) -> bool:
        return self in _NUMBERS


_NUMBERS = frozenset(
    {
        FieldKind.INTEGER,
        FieldKind.DECIMAL,
        FieldKind.PERCENT,
        FieldKind.POINTS,
        FieldKind.MONEY,
    }
)
