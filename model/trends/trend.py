"""How an indicator has gone (走势): its rows of numbers out of all that a project remembers.

A row holds what can be compared: growth since January (累计增速), growth of single months or
quarters, levels at a period's end, levels of the same span in different years, shares of the
plan, places in a ranking. What is computed from typed values counts like a typed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from model.numbers.ask import Known, Numbers, known_of
from model.numbers.computed import Asked
from model.report.address import ObservationPlace
from model.report.indicator import Indicator
from model.report.project import Project
from model.trends.series import Point, Reference, Series, SeriesKind
from model.values.facet import Facet
from model.values.growth import Flow, Target
from model.values.period import Basis, Period
from model.values.rank import RANK_UNIT
from model.values.units import comparable, convert

_TWELFTHS = Decimal(100) / 12
_GROWTH_NAMES = {
    SeriesKind.CUMULATIVE_GROWTH: "累计增速",
    SeriesKind.MONTHLY_GROWTH: "当月增速",
    SeriesKind.QUARTERLY_GROWTH: "当季增速",
}
_NOT_SINCE_JANUARY = {
    Basis.MONTH: (SeriesKind.MONTHLY, "当月数"),
    Basis.QUARTER: (SeriesKind.QUARTERLY, "当季数"),
}
_Rows = dict[tuple[SeriesKind, str], list[tuple[Point, str]]]


class Trend(NamedTuple):
    """All rows of an indicator, those first that a report of the project's period looks at."""

    indicator: Indicator
    series: tuple[Series, ...]

    @property
    def main(self) -> Series | None:
        """The row for a glance: the first that is more than a point."""
        return next((one for one in self.series if one.is_line), None)

    def holding(self, place: ObservationPlace) -> Series | None:
        """The row in which the value of a place is a point; ranks are in several."""
        kinds = _kinds_of(place)
        for one in self.series:
            if one.kind in kinds and any(point.period == place.period for point in one.points):
                return one
        return None


class Trends:
    """The courses of a project's indicators, each made when it is first asked for."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._numbers = Numbers(project)
        self._periods: dict[str, set[tuple[Period, Basis]]] = defaultdict(set)
        for one in project.observations:
            self._periods[one.indicator].add((one.period, one.basis))
        self._made: dict[str, Trend] = {}

    def of(self, indicator: Indicator) -> Trend:
        """The course of one indicator."""
        if indicator.id not in self._made:
            rows = _rows(self._numbers, indicator, self._periods[indicator.id])
            found = [
                _series(self._numbers, indicator, kind, name, points)
                for (kind, name), points in rows.items()
            ]
            found.sort(key=lambda one: _rank_of(one, indicator, self.project.period))
            self._made[indicator.id] = Trend(indicator, tuple(found))
        return self._made[indicator.id]

    def with_any(self) -> tuple[Indicator, ...]:
        """The indicators that have a course to see, in the project's order."""
        return tuple(one for one in self.project.indicators if self.of(one).main is not None)


def with_history(project: Project, others: Iterable[Project]) -> Project:
    """The project with what former ones knew and it does not; for looking, not for keeping."""
    known = {one.key for one in project.observations}
    ids = {one.id for one in project.indicators}
    added = []
    for other in others:
        for observation in other.observations:
            if observation.indicator in ids and observation.key not in known:
                known.add(observation.key)
                added.append(observation)
    return project.changed(observations=(*project.observations, *added))


# The points of the rows.


def _rows(numbers: Numbers, indicator: Indicator, periods: Iterable[tuple[Period, Basis]]) -> _Rows:
    rows: _Rows = defaultdict(list)
    for period, basis in sorted(periods):
        asked = Asked(indicator, period, None if basis is period.basis else basis)
        span = Period(period.year, 1, period.last) if basis is Basis.CUMULATIVE else period
        for (kind, name), point, unit in _points(numbers, asked, span):
            _put(rows[kind, name], point, unit)
    _put_last_years(numbers, indicator, rows)
    for points in rows.values():
        points.sort(key=lambda one: (one[0].month, one[0].period))
    return rows


def _put(row: list[tuple[Point, str]], point: Point, unit: str) -> None:
    """One point a period; what was reached stands before what was expected."""
    for at, (other, _) in enumerate(row):
        if other.period == point.period:
            if other.is_forecast and not point.is_forecast:
                row[at] = (point, unit)
            return
    row.append((point, unit))


def _points(
    numbers: Numbers, asked: Asked, span: Period
) -> Iterator[tuple[tuple[SeriesKind, str], Point, str]]:
    """All that is known of one period, with the row that each value belongs to."""
    for facet in (Facet.ACTUAL, Facet.FORECAST, Facet.YOY, Facet.FORECAST_YOY, Facet.PLAN_SHARE):
        known = numbers.known(asked, facet)
        if len(known) != 1:  # a structure has several, none of them a course
            continue
        for row in _row_of(asked.indicator, facet, span):
            yield row, _point(span, known[0], facet), known[0].unit
    for one in numbers.known(asked, Facet.RANK):
        point = Point(span, one.value, False, one.source, one.rank)
        of = one.of.label if one.of else ""
        yield (SeriesKind.RANK, f"{of}{one.scope}位次"), point, RANK_UNIT


def _point(span: Period, known: Known, facet: Facet) -> Point:
    return Point(span, known.value, facet.is_forecast, known.source)


def _row_of(indicator: Indicator, facet: Facet, span: Period) -> Iterator[tuple[SeriesKind, str]]:
    """The rows that a value of a span stands in: January and the first quarter stand in two."""
    if facet is Facet.PLAN_SHARE:
        if span.basis is Basis.CUMULATIVE:
            yield SeriesKind.PLAN_SHARE, "占年度计划"
    elif facet in (Facet.YOY, Facet.FORECAST_YOY):
        yield from ((kind, _GROWTH_NAMES[kind]) for kind in _growths(span))
    elif indicator.flow is Flow.STOCK:
        yield SeriesKind.BALANCE, "期末数"
    else:
        if span.basis is Basis.CUMULATIVE:
            yield SeriesKind.LEVEL, "历年" + span.label.removesuffix("份").removeprefix("全年")
        for basis in _own_bases(span):
            yield _NOT_SINCE_JANUARY[basis]


def _growths(span: Period) -> Iterator[SeriesKind]:
    if span.basis is Basis.CUMULATIVE:
        yield SeriesKind.CUMULATIVE_GROWTH
    for basis in _own_bases(span):
        is_month = basis is Basis.MONTH
        yield SeriesKind.MONTHLY_GROWTH if is_month else SeriesKind.QUARTERLY_GROWTH


def _own_bases(span: Period) -> Iterator[Basis]:
    if span.first == span.last:
        yield Basis.MONTH
    elif span.last - span.first == 2:
        yield Basis.QUARTER


def _put_last_years(numbers: Numbers, indicator: Indicator, rows: _Rows) -> None:
    """上年同期 typed beside a value is a point of the year before."""
    for kind_and_name, points in tuple(rows.items()):
        kind = kind_and_name[0]
        if kind not in (SeriesKind.LEVEL, SeriesKind.BALANCE, SeriesKind.MONTHLY):
            continue
        for point, _ in tuple(points):
            for typed in numbers.typed(Asked(indicator, point.period), Facet.PRIOR):
                known = known_of(typed)
                before = Point(point.period.last_year(), known.value, False, known.source)
                _put(points, before, known.unit)


# A row as a whole.


def _series(
    numbers: Numbers,
    indicator: Indicator,
    kind: SeriesKind,
    name: str,
    points: list[tuple[Point, str]],
) -> Series:
    """One row in the unit of its newest value; what cannot be converted into it stays out."""
    unit = points[-1][1]
    kept = tuple(
        point._replace(value=convert(point.value, own, unit))
        for point, own in points
        if comparable(own, unit)
    )
    return Series(kind, name, unit, kept, _references(numbers, indicator, kind, kept, unit))


def _references(
    numbers: Numbers, indicator: Indicator, kind: SeriesKind, points: tuple[Point, ...], unit: str
) -> tuple[Reference, ...]:
    """What the points are held against."""
    periods = [point.period for point in points]
    if kind is SeriesKind.PLAN_SHARE:
        return (Reference("序时进度", tuple((one, _time_gone(one)) for one in periods)),)
    if kind is SeriesKind.CUMULATIVE_GROWTH and indicator.target is Target.GROWTH:
        return _plan(numbers, indicator, periods, "%")
    if kind is SeriesKind.LEVEL and periods[-1] == periods[-1].whole_year():
        return _plan(numbers, indicator, periods, unit)
    if kind is SeriesKind.BALANCE and indicator.target is Target.TOTAL:
        return _plan(numbers, indicator, periods, unit)
    return ()


def _time_gone(period: Period) -> Decimal:
    """The share of the year that is gone, in percent, to one decimal."""
    share = (period.time_share * _TWELFTHS).quantize(Decimal("0.1"))
    return share.to_integral_value() if share == share.to_integral_value() else share


def _plan(
    numbers: Numbers, indicator: Indicator, periods: Iterable[Period], unit: str
) -> tuple[Reference, ...]:
    found = []
    for period in periods:
        plans = numbers.known(Asked(indicator, period.whole_year()), Facet.PLAN)
        if len(plans) == 1 and comparable(plans[0].unit, unit):
            found.append((period, convert(plans[0].value, plans[0].unit, unit)))
    return (Reference("年度计划", tuple(found)),) if found else ()


_ORDER: Mapping[Basis, tuple[SeriesKind, ...]] = {
    Basis.CUMULATIVE: (SeriesKind.CUMULATIVE_GROWTH, SeriesKind.BALANCE, SeriesKind.LEVEL),
    Basis.MONTH: (SeriesKind.MONTHLY_GROWTH, SeriesKind.CUMULATIVE_GROWTH, SeriesKind.MONTHLY),
    Basis.QUARTER: (SeriesKind.QUARTERLY_GROWTH, SeriesKind.CUMULATIVE_GROWTH),
}


def _rank_of(series: Series, indicator: Indicator, period: Period) -> tuple[int, int, int]:
    """Where a row stands among those of its indicator: a stock is seen by its level first."""
    first = _ORDER[period.basis]
    if indicator.flow is Flow.STOCK:
        first = (SeriesKind.BALANCE, *first)
    order = [*dict.fromkeys((*first, *SeriesKind))]
    is_other_span = not any(
        (one.period.first, one.period.last) == (period.first, period.last) for one in series.points
    )
    is_level = series.kind is SeriesKind.LEVEL
    return order.index(series.kind), int(is_level and is_other_span), -len(series.points)


def _kinds_of(place: ObservationPlace) -> tuple[SeriesKind, ...]:
    if place.facet in (Facet.ACTUAL, Facet.FORECAST):
        return (SeriesKind.BALANCE, SeriesKind.LEVEL, SeriesKind.MONTHLY, SeriesKind.QUARTERLY)
    if place.facet in (Facet.YOY, Facet.FORECAST_YOY):
        return tuple(_GROWTH_NAMES)
    return (SeriesKind.PLAN_SHARE,) if place.facet is Facet.PLAN_SHARE else ()
