"""Numbers as clerks type them: read strictly, kept as typed, never rounded.

`Decimal` keeps the digits (`4.0` stays `4.0`); reading is ours because `Decimal` itself takes
`1_000`, `1e5` and digits of any script.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import PlainSerializer

from model.errors import ValueRefused
from model.values.codes import taken_from_text

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，－＋％", "0123456789.,-+%")
_SPACES = re.compile(r"[\s\u3000\u00a0]+")
_MINUS = str.maketrans("−–—", "---")
_PLAIN = re.compile(r"[+-]?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_LEADING_ZEROS = re.compile(r"[+-]?0+\d", re.ASCII)
_MAX_DIGITS = 18


def parse_number(text: str) -> Decimal:
    """Read one number: full-width digits, spaces and thousands separators in threes are understood.

    A zero has no sign.

    Raises `ValueRefused` for everything whose meaning is in doubt (`12,5`, `1.2.3`, `约12`).
    """
    plain = _SPACES.sub("", text).translate(_HALF_WIDTH).translate(_MINUS)
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _PLAIN.fullmatch(plain):
        raise ValueRefused(_why_no_number(text, plain))
    if sum(map(str.isdigit, plain)) > _MAX_DIGITS:
        raise ValueRefused(f"“{text}”的位数太多（最多{_MAX_DIGITS}位）。")
    value = Decimal(plain)
    return value or abs(value)


def _why_no_number(text: str, plain: str) -> str:
    """Say what is wrong with `text`, most telling reason first."""
    if not plain:
        return "这里要填数字，如12.5；还没有数就留空。"
    if "," in plain:
        return f"“{text}”里的逗号看不出是小数点还是千分位。小数写作12.5，千分位写作1,234。"
    if plain.count(".") > 1:
        return f"“{text}”里有不止一个小数点。请写成12.5这样的数。"
    if plain[0] in "约近超":
        return f"“{text}”不能带“{plain[0]}”字，只填数字，如12。"
    if _LEADING_ZEROS.fullmatch(plain.split(".", maxsplit=1)[0]):
        return f"“{text}”开头多了0。请写成12.5这样的数。"
    if plain[-1] in "百千万亿":
        return f"“{text}”的单位没有写全。请只填数字，如12.5，或带上完整的单位，如12.5亿元。"
    return f"“{text}”不是数字。请只填数字，如12.5，单位不用写。"


def written(value: Decimal) -> str:
    """The digits as typed, without exponent."""
    return format(value, "f")


def tolerance(value: Decimal) -> Decimal:
    """Half a unit of the last digit written: what rounding can hide (6.82 → 0.005)."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)


Number = Annotated[
    Decimal,
    taken_from_text((Decimal,), parse_number, "数值要写成带引号的文字，如“6.82”"),
    PlainSerializer(written, return_type=str),
]
"""A number as a field of a record: its digits as a string in JSON."""
