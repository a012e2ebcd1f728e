"""What a clerk types, by kind of place: normalized where the meaning is beyond doubt, else refused.

The result is the text a record keeps. Every refusal says what came and what is expected.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple, assert_never

from model.errors import ValueRefused
from model.report.fields import FieldKind
from model.values.number import written
from model.values.period import Period
from model.values.quantity import Quantity, parse_quantity
from model.values.rank import parse_rank

_DATE = re.compile(r"(\d{4})(?:年|-|/|\.)(\d{1,2})(?:月|-|/|\.)(\d{1,2})日?", re.ASCII)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－／．％", "0123456789-/.%")
_UP = ("同比增长", "增长", "上升", "提高", "增加", "上涨", "前移")
_DOWN = ("同比下降", "下降", "降低", "减少", "回落", "下跌", "后退")
_LEVEL = ("持平", "与上年同期持平", "与去年同期持平")
_SEPARATORS = re.compile(r"[、，,;；\s]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_MAX_TEXT = 100_000


class Normalized(NamedTuple):
    """The text to keep, and the unit where the clerk typed another that converts."""

    text: str
    unit: str


def normalize(
    kind: FieldKind, typed: str, unit: str = "", choices: tuple[str, ...] = ()
) -> Normalized:
    """`typed` as a value of `kind`; raises `ValueRefused`."""
    match kind:
        case FieldKind.TEXT:
            return Normalized(one_line(typed), unit)
        case FieldKind.PROSE:
            return Normalized(clean(typed), unit)
        case FieldKind.INTEGER:
            return _number(integer(typed, unit))
        case FieldKind.DECIMAL | FieldKind.MONEY:
            return _number(parse_quantity(typed, unit))
        case FieldKind.PERCENT:
            return _number(within(signed(typed, unit or "%"), typed, -100, 10000))
        case FieldKind.POINTS:
            return _number(within(signed(typed, unit or "个百分点"), typed, -100, 100))
        case FieldKind.DATE:
            return Normalized(day(typed).isoformat(), unit)
        case FieldKind.PERIOD:
            return Normalized(str(period(typed)), unit)
        case FieldKind.CHOICE:
            return Normalized(choice(typed, choices), unit)
        case FieldKind.RANK:
            return Normalized(str(parse_rank(typed, "全市", None)), unit)
        case FieldKind.DEPARTMENTS:
            return Normalized("、".join(departments(typed)), unit)
        case _:
            assert_never(kind)


def _number(quantity: Quantity) -> Normalized:
    return Normalized(written(quantity.value), quantity.unit)


def clean(typed: str) -> str:
    """Text without the characters no file may hold; raises `ValueRefused` naming the first."""
    found = _CONTROL.search(typed)
    if found:
        raise ValueRefused(
            f"第{found.start() + 1}个字是看不见的控制字符（U+{ord(found[0]):04X}），请删去后再填。"
        )
    if len(typed) > _MAX_TEXT:
        raise ValueRefused(f"文字太长（{len(typed)}字），一处最多{_MAX_TEXT}字，请分成几处。")
    return typed


def one_line(typed: str) -> str:
    """Text on one line, without spaces at its ends."""
    text = clean(typed).strip()
    if "\n" in text or "\r" in text:
        raise ValueRefused("这里只能填一行文字，请去掉换行。")
    return text


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
    if quantity.value != quantity.value.to_integral_value():
        raise ValueRefused(f"“{typed}”不是整数。这里要填整数，如12。")
    return quantity


def day(typed: str) -> date:
    """`2026年7月5日`, `2026-7-5`, `2026/7/5`, `2026.7.5`."""
    found = _DATE.fullmatch("".join(typed.split()).translate(_FULL_WIDTH))
    if found is None:
        raise ValueRefused(f"看不懂日期“{typed}”。请写成2026年7月5日或2026-7-5。")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as error:
        raise ValueRefused(f"没有“{typed}”这一天。请写成2026年7月5日这样的日期。") from error


def period(typed: str) -> Period:
    """A period's code, or its name with the year: `2026-H1`, `2026年上半年`, `2026年1—5月`."""
    plain = "".join(typed.split())
    found = re.match(r"(\d{4})年", plain, re.ASCII)
    if found:
        year = int(found[1])
        named = plain.replace("-", "—").replace("月份", "月")
        for candidate in _spans_of(year):
            if named in (
                candidate.label_with_year.replace("月份", "月"),
                f"{year}年{candidate.label}",
            ):
                return candidate
    return Period.parse(plain)


def _spans_of(year: int) -> list[Period]:
    quarters = [Period(year, first, first + 2) for first in (4, 7, 10)]
    return (
        [Period(year, month, month) for month in range(1, 13)]
        + [Period(year, 1, last) for last in range(2, 13)]
        + quarters
    )


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
