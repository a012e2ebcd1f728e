"""What kind of quantity an indicator is, and how it grows."""

from __future__ import annotations

from enum import StrEnum


class Measure(StrEnum):
    """What kind of quantity an indicator is; `growth_only` has no published level."""

    AMOUNT = "amount"
    COUNT = "count"
    RATE = "rate"
    AREA = "area"
    MASS = "mass"
    ENERGY = "energy"
    LENGTH = "length"
    GROWTH_ONLY = "growth_only"
    INDEX = "index"
    CONCENTRATION = "concentration"
    DAYS = "days"
    RANK = "rank"
    OTHER = "other"


class Flow(StrEnum):
    """Whether a value is summed over a period, stands at its end, or is a ratio."""

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"


class Growth(StrEnum):
    """How statistics compute growth; only `nominal` may be computed from two levels."""

    NOMINAL = "nominal"
    CONSTANT_PRICE = "constant_price"
    SAME_BASE = "same_base"
    POINTS = "points"
    NONE = "none"


class Target(StrEnum):
    """What an annual plan of the indicator states."""

    TOTAL = "total"
    GROWTH = "growth"
    CEILING = "ceiling"
    NONE = "none"


class Better(StrEnum):
    """The direction that is an improvement."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"
