"""Units of measure and how they convert for comparison. Values are never rewritten by them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class UnitScale(NamedTuple):
    """What a unit measures, and how many base units one of it is."""

    dimension: str
    factor: Decimal


_PREFIXES = {
    "": 1,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
_PREFIXED = {
    "元": "money", "美元": "dollar", "人": "people", "人次": "visits", "户": "households",
    "家": "firms", "个": "count", "项": "items", "件": "pieces", "头": "animals", "只": "animals",
    "平方米": "area", "千瓦时": "energy", "千瓦": "power", "套": "homes", "辆": "vehicles",
    "名": "people", "株": "plants", "册": "volumes", "票": "tickets", "条": "lines", "座": "sites",
}  # fmt: skip
_FIXED = {
    "亩": ("area", Decimal(2000) / 3), "万亩": ("area", Decimal(20_000_000) / 3),
    "公顷": ("area", Decimal(10_000)), "万公顷": ("area", Decimal(10**8)),
    "平方公里": ("area", Decimal(10**6)), "吨": ("mass", Decimal(1000)),
    "万吨": ("mass", Decimal(10**7)), "亿吨": ("mass", Decimal(10**11)),
    "公斤": ("mass", Decimal(1)), "千克": ("mass", Decimal(1)), "万公斤": ("mass", Decimal(10**4)),
    "斤": ("mass", Decimal("0.5")), "亿斤": ("mass", Decimal(5 * 10**7)),
    "公里": ("length", Decimal(1000)), "千米": ("length", Decimal(1000)),
    "米": ("length", Decimal(1)), "万公里": ("length", Decimal(10**7)),
    "度": ("energy", Decimal(1)), "亿度": ("energy", Decimal(10**8)),
    "%": ("percent", Decimal(1)), "‰": ("percent", Decimal("0.1")),
    "个百分点": ("points", Decimal(1)),
    ":1": ("to one", Decimal(1)), "位": ("rank", Decimal(1)), "天": ("days", Decimal(1)),
}  # fmt: skip
TO_ONE = ":1"
"""The unit of a ratio to one (城乡居民收入比1.83:1): it 扩大s and 缩小s, and has no growth in %."""
PER_MILLE = "‰"
"""The unit of rates of births and deaths, whose change is told in 个千分点 and has no growth."""
_SPELLINGS = {"％": "%", "百分点": "个百分点", "：1": ":1"}
"""Other ways to write a unit, which mean the very same."""

_SCALES = {
    prefix + unit: UnitScale(dimension, Decimal(factor))
    for unit, dimension in _PREFIXED.items()
    for prefix, factor in _PREFIXES.items()
} | {unit: UnitScale(*scale) for unit, scale in _FIXED.items()}


def scale_of(unit: str) -> UnitScale:
    """The scale of a unit; one that is not known measures only itself."""
    return _SCALES.get(unit, UnitScale(f"={unit}", Decimal(1)))


def comparable(one: str, other: str) -> bool:
    """Whether values in the two units can be compared (亿元 and 万元 can, 亿元 and 吨 cannot)."""
    return scale_of(one).dimension == scale_of(other).dimension


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """`value` in `unit` expressed in `to`, for comparison only; units must be comparable."""
    if unit == to:
        return value
    return value * scale_of(unit).factor / scale_of(to).factor


def usual_spelling(text: str) -> str:
    """`text` with the unit at its end in its usual spelling (5％ → 5%, 1.2百分点 → 1.2个百分点)."""
    for other, usual in _SPELLINGS.items():
        if text.endswith(other) and not text.endswith(usual):
            return text.removesuffix(other) + usual
    return text


def known_units() -> tuple[str, ...]:
    """All units that convert, longest first, for finding a unit in typed text."""
    return tuple(sorted(_SCALES, key=len, reverse=True))
