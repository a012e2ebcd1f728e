"""A row of numbers in the order of time (数列): what it tells, its points, where it is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from model.values.facet import Source
from model.values.number import written
from model.values.period import Period
from model.values.rank import Rank

_MONTHS = 12
_JANUARY_LEFT_OUT = 2
"""Months from December to February: statistics begin a year with 1—2月."""


class SeriesKind(StrEnum):
    """What a row of numbers tells. Values of spans of different length never stand in one row; only
    growth may, where each span begins in January.
    """

    CUMULATIVE_GROWTH = "cumulative_growth"
    MONTHLY_GROWTH = "monthly_growth"
    QUARTERLY_GROWTH = "quarterly_growth"
    BALANCE = "balance"
    LEVEL = "level"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    PLAN_SHARE = "plan_share"
    RANK = "rank"

    @property
    def is_growth(self) -> bool:
        """Whether its values are growth in percent."""
        return self in _GROWTHS


_GROWTHS = (
    SeriesKind.CUMULATIVE_GROWTH,
    SeriesKind.MONTHLY_GROWTH,
    SeriesKind.QUARTERLY_GROWTH,
)


class Point(NamedTuple):
    """One value: of which period, whether it was expected only, who says so (None: computed)."""

    period: Period
    value: Decimal
    is_forecast: bool = False
    source: Source | None = None
    rank: Rank | None = None

    @property
    def month(self) -> int:
        """Where it stands on the axis of time: months since year 0, at the period's end."""
        return self.period.year * _MONTHS + self.period.last

    @property
    def text(self) -> str:
        """The value as it is read."""
        return str(self.rank) if self.rank else written(self.value)

    @property
    def said_by(self) -> str:
        """Where it comes from, in words."""
        return "自动算出" if self.source is None else self.source.label


class Reference(NamedTuple):
    """What the points of a row are held against: 序时进度, 年度计划, 上年同期."""

    name: str
    values: tuple[tuple[Period, Decimal], ...]

    def at(self, period: Period) -> Decimal | None:
        """The value beside the point of a period."""
        return dict(self.values).get(period)


class Series(NamedTuple):
    """A row of numbers of one indicator, oldest first, all in one unit."""

    kind: SeriesKind
    name: str
    unit: str
    points: tuple[Point, ...]
    references: tuple[Reference, ...] = ()

    @property
    def is_line(self) -> bool:
        """Whether there is a course to see."""
        return len(self.points) > 1

    def runs(self) -> tuple[tuple[Point, ...], ...]:
        """The points in the pieces that a line connects: where a period is missing is a gap."""
        usual = min(_steps(self.points), default=0)
        found: list[list[Point]] = []
        for point in self.points:
            if not found or not _follows(found[-1][-1], point, usual):
                found.append([])
            found[-1].append(point)
        return tuple(map(tuple, found))


def _steps(points: Iterable[Point]) -> Iterator[int]:
    yield from (after.month - before.month for before, after in pairwise(points))


def _follows(before: Point, after: Point, usual: int) -> bool:
    step = after.month - before.month
    is_new_year = before.period.last == _MONTHS and after.period.last == _JANUARY_LEFT_OUT
    return step <= usual or (usual == 1 and is_new_year and step == _JANUARY_LEFT_OUT)


def recent_words(series: Series, count: int = 4) -> str:
    """`5.6→5.3→4.9→5.1↑`: the last values, and whether the last one rose or fell."""
    last = series.points[-count:]
    if len(last) < 2:
        return ""
    before, now = last[-2].value, last[-1].value
    sign = "→" if now == before else "↑" if now > before else "↓"
    return "→".join(written(point.value) for point in last) + f" {sign}"
