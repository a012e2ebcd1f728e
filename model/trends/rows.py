"""A row of numbers as a table reads: a line a period, with what it is held against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.trends.series import Point, Series, SeriesKind
from model.values.number import written


class TrendRow(NamedTuple):
    """One period: its name, the value (预计 said), the change from the point before it, what it is
    held against, where it comes from."""

    period: str
    value: str
    change: str
    beside: str
    said_by: str


HEADS = ("报告期", "数值", "比前一期", "对照", "来源")


def rows_of(series: Series) -> Iterator[TrendRow]:
    """The lines, oldest first."""
    before: Point | None = None
    for point in series.points:
        yield TrendRow(
            point.period.label_with_year,
            f"预计{point.text}" if point.is_forecast else point.text,
            _change(series, before, point),
            _beside(series, point),
            point.said_by,
        )
        before = point


def _change(series: Series, before: Point | None, point: Point) -> str:
    """`+0.4`; a place in a ranking goes forward or back."""
    if before is None:
        return ""
    gap = point.value - before.value
    if series.kind is SeriesKind.RANK:
        moved = "前移" if gap < 0 else "后移"
        return f"{moved}{written(abs(gap))}位" if gap else "持平"
    return f"+{written(gap)}" if gap > 0 else written(gap)


def _beside(series: Series, point: Point) -> str:
    """`序时进度41.7`: the values of the references, none where there is none."""
    found = ((one.name, one.at(point.period)) for one in series.references)
    return "，".join(f"{name}{written(value)}" for name, value in found if value is not None)
