"""What a chart (图) draws: its categories, and in every row a value or a gap for each of them.

A row holds only what can be compared: a sum of half a year never stands beside that of a quarter.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from model.numbers.ask import Known, Numbers
from model.numbers.computed import Asked
from model.report.indicator import Indicator
from model.report.section import MOST_CATEGORIES, ChartBlock, ChartForm, ChartSeries, ChartShows
from model.values.aspect import Aspect
from model.values.facet import Facet, FacetGroup
from model.values.growth import Flow
from model.values.period import Basis, Period
from model.values.units import comparable, convert

MOST_SERIES = 4
"""More rows can no longer be told apart in grey."""


class Cell(NamedTuple):
    """One value of a chart: which is asked for, and what is known, in the unit of its row."""

    asked: Asked
    facet: Aspect
    known: Known | None
    value: Decimal | None


class ChartRow(NamedTuple):
    """A row: what it is called, its unit and form, a cell for every category."""

    name: str
    unit: str
    form: ChartForm
    is_rank: bool
    cells: tuple[Cell, ...]

    @property
    def facet(self) -> Aspect:
        """What of its indicators it tells."""
        return self.cells[0].facet


class ChartTable(NamedTuple):
    """All that a chart draws. `left_out` are rows that none of its two axes has the unit of."""

    categories: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    left_out: tuple[str, ...] = ()


def chart_table(numbers: Numbers, block: ChartBlock) -> ChartTable:
    """What a chart draws of what is known; nothing where it has no row."""
    known = [(one, numbers.indicator(one.indicator)) for one in block.series]
    found = [(one, indicator) for one, indicator in known if indicator is not None]
    if not found:
        return ChartTable((), ())
    if block.shows is ChartShows.INDICATORS:
        return _beside(numbers, found[:MOST_CATEGORIES])
    periods = _periods(numbers, block, found[:MOST_SERIES])
    rows = tuple(_row(numbers, one, indicator, periods) for one, indicator in found[:MOST_SERIES])
    return _fitting(_named(periods), rows)


def chart_asks(numbers: Numbers, block: ChartBlock) -> Iterator[tuple[Asked, Aspect]]:
    """The values that a chart draws or leaves a gap for."""
    for row in chart_table(numbers, block).rows:
        yield from ((cell.asked, cell.facet) for cell in row.cells)


def is_by_year(block: ChartBlock, indicators: Iterator[Indicator], own: Period) -> bool:
    """Whether a chart can only tell the same period of several years: one after the other, sums
    since January grow of themselves."""
    if own.basis is not Basis.CUMULATIVE:
        return False
    pairs = zip(block.series, indicators, strict=True)
    return any(
        one.facet.group is FacetGroup.LEVEL and indicator.flow is Flow.FLOW
        for one, indicator in pairs
    )


Found = list[tuple[ChartSeries, Indicator]]


def _periods(numbers: Numbers, block: ChartBlock, found: Found) -> tuple[Period, ...]:
    """The periods, oldest first; those at the beginning of which nothing is known are left out."""
    drawn = block.changed(series=tuple(one for one, _ in found))
    by_year = block.shows is ChartShows.YEARS or is_by_year(
        drawn, iter([indicator for _, indicator in found]), numbers.period
    )
    periods = [numbers.period]
    while len(periods) < block.count:
        before = periods[-1].last_year() if by_year else periods[-1].previous()
        periods.append(before)
    periods.reverse()
    while len(periods) > 1 and not _any_known(numbers, found, periods[0]):
        del periods[0]
    return tuple(periods)


def _any_known(numbers: Numbers, found: Found, period: Period) -> bool:
    return any(
        _known(numbers, Asked(indicator, period), one.facet) is not None for one, indicator in found
    )


def _named(periods: tuple[Period, ...]) -> tuple[str, ...]:
    return tuple(period.label_with_year for period in periods)


def _row(
    numbers: Numbers, one: ChartSeries, indicator: Indicator, periods: tuple[Period, ...]
) -> ChartRow:
    asked = [Asked(indicator, period) for period in periods]
    known = [_known(numbers, each, one.facet) for each in asked]
    unit = next((each.unit for each in reversed(known) if each), indicator.unit_of(one.facet))
    name = indicator.name
    if one.facet is not Facet.ACTUAL:
        name += one.facet.label
    cells = tuple(
        Cell(each, one.facet, of, _in(of, unit)) for each, of in zip(asked, known, strict=True)
    )
    return ChartRow(name, unit, one.form, one.facet is Facet.RANK, cells)


def _beside(numbers: Numbers, found: Found) -> ChartTable:
    """Indicators beside one another: one row, in the unit of the first."""
    first = found[0][0]
    asked = [Asked(indicator, numbers.period) for _, indicator in found]
    known = [_known(numbers, each, first.facet) for each in asked]
    unit = next((each.unit for each in known if each), found[0][1].unit_of(first.facet))
    fitting = [
        at
        for at, (_, indicator) in enumerate(found)
        if comparable(unit, indicator.unit_of(first.facet))
    ]
    cells = tuple(Cell(asked[at], first.facet, known[at], _in(known[at], unit)) for at in fitting)
    names = tuple(found[at][1].name for at in fitting)
    row = ChartRow(first.facet.label, unit, first.form, first.facet is Facet.RANK, cells)
    left = tuple(found[at][1].name for at in range(len(found)) if at not in fitting)
    return ChartTable(names, (row,), left)


def _known(numbers: Numbers, asked: Asked, facet: Aspect) -> Known | None:
    """The value; a level also where a later report told it as that of last year (上年同期)."""
    known = numbers.known(asked, facet)
    if not known and facet is Facet.ACTUAL:
        following = Period(asked.period.year + 1, asked.period.first, asked.period.last)
        known = numbers.known(Asked(asked.indicator, following), Facet.PRIOR)
    return known[0] if known and not known[0].words else None


def _in(known: Known | None, unit: str) -> Decimal | None:
    if known is None or not comparable(known.unit, unit):
        return None
    return convert(known.value, known.unit, unit)


def _fitting(categories: tuple[str, ...], rows: tuple[ChartRow, ...]) -> ChartTable:
    """The rows that two axes have room for: one unit at the left and one at the right."""
    axes: list[tuple[str, bool]] = []
    kept: list[ChartRow] = []
    left: list[ChartRow] = []
    for row in rows:
        if (row.unit, row.is_rank) not in axes and len(axes) < 2:
            axes.append((row.unit, row.is_rank))
        (kept if (row.unit, row.is_rank) in axes else left).append(row)
    return ChartTable(categories, tuple(kept), tuple(row.name for row in left))
