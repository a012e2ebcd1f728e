"""The rows of the 指标 table: each indicator as a text asks for it, then those it does not use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from model.numbers.ask import Numbers, main_facet, place_of
from model.numbers.computed import Asked
from model.report.address import ObservationPlace
from model.report.indicator import Indicator
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse
from model.report.tree import children
from model.report.uses import texts_of
from model.values.facet import FORECASTS, Facet, Source
from model.values.period import Basis, Period
from model.wording.links import IndicatorLink, links

_GROWTH = (Facet.YOY, Facet.FORECAST_YOY)


class Holder(NamedTuple):
    """A block or group that states a row's indicator, under which indicator, and the use's id."""

    id: str
    indicator: str
    use: str


@dataclass(frozen=True)
class GridRow:
    """An indicator at a period, and what the text says of it.

    `facets` are those the text names, `omitted` those it leaves out; `is_open` says that some
    use names none and so says whatever has a value. `used` False: the text does not use it.
    """

    indicator: Indicator
    period: Period
    forecast_period: Period
    plan_period: Period
    basis: Basis | None = None
    source: Source | None = None
    facets: frozenset[Facet] = frozenset()
    omitted: frozenset[Facet] = frozenset()
    is_open: bool = False
    used: bool = True
    holders: tuple[Holder, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What tells a row from all others of the table."""
        periods = (self.period, self.forecast_period, self.plan_period)
        return (self.indicator.id, *periods, self.basis, self.source)

    @property
    def lead(self) -> Facet:
        """What the row says first: a level, or growth where no level is said or published."""
        main = main_facet(self.indicator)
        if main is Facet.ACTUAL and self.facets and not self.facets & {Facet.ACTUAL}:
            only_growth = any(facet in self.facets for facet in _GROWTH)
            has_level = bool(self.facets & {Facet.FORECAST, Facet.CUMULATIVE})
            return Facet.YOY if only_growth and not has_level else main
        return main

    def asked(self, facet: Facet) -> Asked:
        """Which value a cell shows: a forecast has a period of its own, a plan its year's."""
        if facet in FORECASTS:
            return Asked(self.indicator, self.forecast_period)
        if facet is Facet.PLAN:
            return Asked(self.indicator, self.plan_period)
        return Asked(self.indicator, self.period, self.basis, self.source)

    def place(self, facet: Facet) -> ObservationPlace:
        """Where a cell's value is set."""
        return place_of(self.asked(facet), facet)

    def period_label(self, own: Period) -> str:
        """`1—5月`; with its year where that is not the project's, with its basis where chosen."""
        label = self.period.label if self.period.year == own.year else self.period.label_with_year
        chosen = self.basis is not None and self.basis is not self.period.basis
        return f"{label}{self.basis.label}" if chosen and self.basis else label


def grid_rows(project: Project, report: Report | None) -> tuple[GridRow, ...]:
    """The rows in reading order of the text, then the indicators it does not use."""
    numbers = Numbers(project)
    rows = _Rows(numbers)
    for ask in _asks(report, "") if report else ():
        rows.add(ask)
    used = rows.made()
    names = {row.indicator.id for row in used}
    others = sorted(
        (one for one in project.indicators if one.id not in names), key=lambda one: one.order
    )
    return used + tuple(_unused(project, one) for one in others)


def _unused(project: Project, indicator: Indicator) -> GridRow:
    """A row at the project's period, or at the latest of its year that has a value."""
    periods = {
        one.period
        for one in project.observations
        if one.indicator == indicator.id
        and one.facet is not Facet.PLAN
        and one.period.year == project.period.year
    }
    period = project.period
    if periods and period not in periods:
        period = max(periods, key=lambda one: (one.last, -one.first))
    year = project.period.whole_year()
    return GridRow(indicator, period, project.period, year, used=False)


class _Ask(NamedTuple):
    """A use of an indicator; `holder` None where a link in prose is the use."""

    use: IndicatorUse
    holder: Holder | None


def _asks(record: Record, owner: str) -> Iterator[_Ask]:
    if isinstance(record, IndicatorUse):
        yield from _stated(record, owner)
    for _, text in texts_of(record):
        for link in links(text):
            if isinstance(link, IndicatorLink):
                facets = (link.facet,) if link.facet else ()
                yield _Ask(
                    IndicatorUse.model_construct(
                        indicator=link.indicator,
                        period=link.period,
                        forecast_period=link.period,
                        facets=facets,
                    ),
                    None,
                )
    for below in children(record):
        is_use = isinstance(below, IndicatorUse)
        yield from _asks(below, owner if is_use else getattr(below, "id", owner))


def _stated(use: IndicatorUse, owner: str) -> Iterator[_Ask]:
    for id_ in (use.indicator, use.paired_with):
        if id_ is not None:
            yield _Ask(
                use.model_copy(update={"indicator": id_}), Holder(owner, use.indicator, use.id)
            )


@dataclass
class _Growing:
    """A row while uses of it are met."""

    first: GridRow
    facets: set[Facet] = field(default_factory=set)
    omitted: set[Facet] = field(default_factory=set)
    is_open: bool = False
    holders: dict[Holder, None] = field(default_factory=dict)


class _Rows:
    """Gathers uses into rows; a link to a value that a row has already joins that row."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._rows: dict[tuple[object, ...], _Growing] = {}
        self._links: list[_Ask] = []

    def add(self, ask: _Ask) -> None:
        if self._numbers.indicator(ask.use.indicator) and self._numbers.understands(ask.use):
            row = self._row(ask)
            grown = self._rows.setdefault(self._key(ask, row), _Growing(row))
            said = set(ask.use.facets) - set(ask.use.omit)
            grown.facets |= said
            grown.omitted |= set(ask.use.omit)
            grown.is_open |= not ask.use.facets
            if ask.holder:
                grown.holders[ask.holder] = None

    def _row(self, ask: _Ask) -> GridRow:
        """The row of a use alone; a link that names its period means the plan of that very one."""
        use = ask.use
        indicator = self._numbers.indicator(use.indicator)
        assert indicator is not None
        period = self._numbers.period_of(use.period)
        is_named = ask.holder is None and use.period is not None
        return GridRow(
            indicator,
            period,
            self._numbers.period_of(use.forecast_period),
            period if is_named else period.whole_year(),
            use.basis,
            use.source,
        )

    def _key(self, ask: _Ask, row: GridRow) -> tuple[object, ...]:
        """The key of a row that is there and shows all that is asked, else the row's own."""
        for key, grown in self._rows.items():
            first = grown.first
            if first.indicator is row.indicator and all(
                first.place(facet) == row.place(facet) for facet in _compared(ask.use)
            ):
                return key
        return row.key

    def made(self) -> tuple[GridRow, ...]:
        return tuple(
            GridRow(
                one.first.indicator,
                one.first.period,
                one.first.forecast_period,
                one.first.plan_period,
                one.first.basis,
                one.first.source,
                frozenset(one.facets),
                frozenset(one.omitted - one.facets),
                one.is_open,
                True,
                tuple(one.holders),
            )
            for one in self._rows.values()
        )


def _compared(use: IndicatorUse) -> tuple[Facet, ...]:
    """The facets that two uses must show alike to be one row."""
    return use.facets or (Facet.ACTUAL, Facet.FORECAST)
