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
from model.report.frame import Letterhead, Urgency
from model.values.facet import Facet, Source
from model.values.field_kind import FieldKind
from model.values.number import parse_number, written
from model.values.period import Basis
from model.values.quantity import Quantity, parse_quantity
from model.values.rank import parse_rank

_UP = (
    "增长", "上升", "提高", "增加", "上涨", "前移", "加快", "回升", "提升", "扩大", "高于", "快于",
    "拉动",
)  # fmt: skip
_DOWN = (
    "下降", "降低", "减少", "回落", "下跌", "后退", "放缓", "收窄", "低于", "慢于", "落后", "下拉",
)  # fmt: skip
_SIGNS = {**dict.fromkeys(_UP, 1), **dict.fromkeys(_DOWN, -1)}
_FALLING = ("降幅", "跌幅")
_OF_A_RATE = ("收窄", "扩大")
_CHANGED = re.compile(
    r"(?P<rate>增速|增幅|涨幅|降幅|跌幅)?(?P<base>同比|环比|同口径|[比较][^，。；]{1,12}?)?"
    rf"(?P<word>{'|'.join(_SIGNS)})[^\d+\-−.]{{0,10}}?(?P<number>[\d+\-−.].*)"
)
_LEVEL = re.compile(r"(?:与.{1,12})?持平")
YES_NO = ("是", "否")
_SEPARATORS = re.compile(r"[、，,;；\s]+")

M = TypeVar("M", Facet, Source, Basis, Letterhead, Urgency)


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
    """A change: a signed number, or one with its direction word (下降3.2%); 持平 is 0.

    The sign is that of the growth: 降幅收窄 is a rise, 降幅扩大 a fall, 增幅收窄 a fall.
    """
    plain = "".join(typed.split())
    if _LEVEL.fullmatch(plain):
        return Quantity(Decimal(0), unit)
    found = _CHANGED.fullmatch(plain)
    if found is None:
        return parse_quantity(typed, unit)
    word, rate = found["word"], found["rate"]
    if word in _OF_A_RATE and not rate:
        raise ValueRefused(
            f"“{typed}”看不出是升是降。请写“降幅{word}”或“增幅{word}”，或只填正负数。"
        )
    quantity = parse_quantity(found["number"], unit)
    if quantity.value < 0:
        raise ValueRefused(f"“{typed}”又写“{word}”又带负号，看不出是升是降。只写一样。")
    sign = -_SIGNS[word] if rate in _FALLING else _SIGNS[word]
    return Quantity(quantity.value * sign, quantity.unit)


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
