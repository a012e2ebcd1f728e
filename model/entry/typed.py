"""What a clerk types, by kind of place: normalized where the meaning is beyond doubt, else refused.

The result is the text a record keeps. Every refusal says what came and what is expected.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple, TypeVar, assert_never

from model.entry.cleaning import clean, one_line, one_paragraph
from model.entry.dates import day, period
from model.errors import ValueRefused
from model.values.facet import Facet, Source
from model.values.field_kind import FieldKind
from model.values.number import parse_number, written
from model.values.period import Basis
from model.values.quantity import Quantity, parse_quantity
from model.values.rank import parse_rank

_UP = ("同比增长", "增长", "上升", "提高", "增加", "上涨", "前移")
_DOWN = ("同比下降", "下降", "降低", "减少", "回落", "下跌", "后退")
_LEVEL = ("持平", "与上年同期持平", "与去年同期持平")
YES_NO = ("是", "否")
_SEPARATORS = re.compile(r"[、，,;；\s]+")

M = TypeVar("M", Facet, Source, Basis)


class Normalized(NamedTuple):
    """The text to keep, and the unit where the clerk typed another that converts."""

    text: str
    unit: str


def normalize(
    kind: FieldKind,
    typed: str,
    unit: str = "",
    choices: tuple[str, ...] = (),
    scope: str = "全市",
) -> Normalized:
    """`typed` as a value of `kind`; `scope` is among whom a bare rank is. Raises `ValueRefused`."""
    match kind:
        case FieldKind.TEXT:
            return Normalized(one_line(typed), unit)
        case FieldKind.PROSE:
            return Normalized(one_paragraph(typed), unit)
        case FieldKind.INTEGER:
            return _number(integer(typed, unit))
        case FieldKind.DECIMAL | FieldKind.MONEY:
            return _number(parse_quantity(typed, unit))
        case FieldKind.PERCENT:
            return _number(within(signed(typed, unit or "%"), typed, -100, 1000))
        case FieldKind.POINTS:
            return _number(within(signed(typed, unit or "个百分点"), typed, -100, 100))
        case FieldKind.DATE:
            return Normalized(day(typed).isoformat(), unit)
        case FieldKind.PERIOD:
            return Normalized(str(period(typed)), unit)
        case FieldKind.CHOICE:
            return Normalized(choice(typed, choices), unit)
        case FieldKind.RANK:
            return Normalized(str(parse_rank(typed, scope, None)), unit)
        case FieldKind.DEPARTMENTS:
            return Normalized("、".join(departments(typed)), unit)
        case _:
            assert_never(kind)


def _number(quantity: Quantity) -> Normalized:
    return Normalized(written(quantity.value), quantity.unit)


def signed(typed: str, unit: str) -> Quantity:
    """A change: a signed number, or one with its direction word (下降3.2%); 持平 is 0."""
    plain = "".join(typed.split())
    if plain in _LEVEL:
        return Quantity(Decimal(0), unit)
    for words, sign in ((_UP, 1), (_DOWN, -1)):
        for word in words:
            if plain.startswith(word):
                quantity = parse_quantity(plain.removeprefix(word), unit)
                if quantity.value < 0:
                    raise ValueRefused(f"“{typed}”又写“{word}”又带负号，看不出是升是降。只写一样。")
                return Quantity(quantity.value * sign, quantity.unit)
    return parse_quantity(typed, unit)


def within(quantity: Quantity, typed: str, low: int, high: int) -> Quantity:
    """A value that can be true; raises `ValueRefused` for a share of 4,700 %."""
    if not low <= quantity.value <= high:
        raise ValueRefused(
            f"“{typed}”超出了范围（{low}到{high}{quantity.unit}）。请看看小数点和单位，如50.5。"
        )
    return quantity


def integer(typed: str, unit: str) -> Quantity:
    """A whole number of things."""
    quantity = parse_quantity(typed, unit)
    whole = quantity.value.to_integral_value()
    if quantity.value != whole:
        raise ValueRefused(f"“{typed}”不是整数。这里要填整数，如12。")
    return Quantity(whole, quantity.unit)


def at_least_one(typed: str) -> int:
    """How many, counted from 1, without a unit."""
    number = parse_number(typed)
    if number < 1 or number != number.to_integral_value():
        raise ValueRefused(f"“{typed}”不是从1算起的整数。请填12这样的数。")
    return int(number)


def choice(typed: str, choices: tuple[str, ...]) -> str:
    """One of the choices."""
    plain = typed.strip()
    if plain not in choices:
        raise ValueRefused(f"没有“{typed}”这一项。可选：{'、'.join(choices)}。")
    return plain


def departments(typed: str) -> tuple[str, ...]:
    """A list of departments, whatever stands between them."""
    names = tuple(name for name in _SEPARATORS.split(clean(typed).strip()) if name)
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueRefused(f"单位“{'、'.join(sorted(twice))}”写了两次，请去掉一个。")
    return names


def member(kind: type[M], typed: str) -> M | None:
    """Return a member of a closed set by its key or its Chinese label; None for ''."""
    if not typed:
        return None
    for one in kind:
        if typed in (one.value, one.label):
            return one
    known = "、".join(f"{one.value}（{one.label}）" for one in kind)
    raise ValueRefused(f"没有“{typed}”。可选：{known}。")
