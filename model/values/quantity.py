"""A number with its unit, compared as quantities are: within what rounding can hide."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from model.errors import ValueRefused
from model.values.number import parse_number, tolerance, written
from model.values.units import comparable, convert, known_units, usual_spelling


class Quantity(NamedTuple):
    """A value as typed, in a unit as written (`''` for a bare number)."""

    value: Decimal
    unit: str

    def __str__(self) -> str:
        return written(self.value) + self.unit

    def same_as(self, other: Quantity) -> bool:
        """Whether both can be roundings of one quantity (68213万元 and 6.82亿元 can)."""
        if not comparable(self.unit, other.unit):
            return False
        gap = abs(convert(other.value, other.unit, self.unit) - self.value)
        hidden = tolerance(self.value) + abs(convert(tolerance(other.value), other.unit, self.unit))
        return gap <= hidden


def parse_quantity(text: str, unit: str) -> Quantity:
    """Read a number, with or without its unit; a comparable unit typed by hand is kept.

    The longest unit counts: 4.6万人次 where 人次 is expected is in 万人次.
    `unit` is what the place expects. Raises `ValueRefused` for a number that cannot be read and
    for a unit of another kind (`亿元` where `吨` is expected).
    """
    bare, unit = usual_spelling(text.strip()), usual_spelling(unit)
    for other in sorted({unit, *known_units()} - {""}, key=len, reverse=True):
        if bare.endswith(other):
            if not unit or comparable(other, unit):
                return Quantity(parse_number(bare[: -len(other)]), other)
            raise ValueRefused(f"“{text}”的单位是{other}，这里要用{unit}。请换算后再填。")
    return Quantity(parse_number(bare), unit)
