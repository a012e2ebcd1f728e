"""The rows of the 指标 table: each indicator as a text asks for it, then those it does not use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from model.numbers.ask import Numbers, Query, main_facet
from model.report.indicator import Indicator
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse
from model.report.tree import children
from model.report.uses import shown_texts
from model.values.aspect import Aspect
from model.values.facet import Facet, FacetGroup, Tense
from model.values.period import Period
from model.wording.links import IndicatorLink, links


class Holder(NamedTuple):
    """A block or group that states a row's indicator, under which indicator, and the use's id."""

    id: str
    indicator: str
    use: str


@dataclass(frozen=True)
class GridRow(Query):
    """An indicator at a period, and what the text says of it.

    `facets` are those the text names, `omitted` those it leaves out; `is_open` says that some
    use names none and so says whatever has a value. `used` False: the text does not use it.
    """

    facets: frozenset[Aspect] = frozenset()
    omitted: frozenset[Aspect] = frozenset()
    is_open: bool = False
    used: bool = True
    holders: tuple[Holder, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What tells a row from all others of the table."""
        periods = (self.period, self.forecast_period, self.plan_period)
        return (self.indicator.id, *periods, self.basis, self.source)

    @property
    def lead(self) -> Aspect:
        """What the row says first: a level, or growth where no level is said or published."""
        main = main_facet(self.indicator)
        if main is Facet.ACTUAL and self.facets and not self.facets & {Facet.ACTUAL}:
            has_growth = any(facet.group is FacetGroup.GROWTH for facet in self.facets)
            return Facet.YOY if has_growth and not any(map(_is_level, self.facets)) else main
        return main

    def period_label(self, own: Period) -> str:
        """`1—5月`; with its year where that is not the project's, with its basis where chosen."""
        label = self.period.beside(own)
        chosen = self.basis is not None and self.basis is not self.period.basis
        return f"{label}{self.basis.label}" if chosen and self.basis else label


def _is_level(facet: Aspect) -> bool:
    return facet.group is FacetGroup.LEVEL and facet.spec.tense is not Tense.FORMER


def grid_rows(project: Project, report: Report | None) -> tuple[GridRow, ...]:
    """The rows in reading order of the text, then the indicators it does not use."""
    numbers = Numbers(project)
    rows = _Rows()
    for ask in _asks(report, "", numbers) if report else ():
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
    return _row_of(Query.at(indicator, period, project.period), used=False)


def _row_of(query: Query, **said: Any) -> GridRow:
    """The row that asks for just this; `said` is what the text says of it."""
    return GridRow(
        query.indicator, query.period, query.forecast_period, query.plan_period,
        query.basis, query.source, **said,
    )  # fmt: skip


class _Ask(NamedTuple):
    """A use of an indicator: what it asks for, the facets it names and those it leaves out.

    `holder` None: a link in prose is the use.
    """

    query: Query
    facets: tuple[Aspect, ...]
    omitted: tuple[Aspect, ...] = ()
    holder: Holder | None = None


def _asks(record: Record, owner: str, numbers: Numbers) -> Iterator[_Ask]:
    if isinstance(record, IndicatorUse) and record.dropped:
        return
    if isinstance(record, IndicatorUse) and numbers.understands(record):
        yield from _stated(numbers.settled(record), owner, numbers)
    for _, text in shown_texts(record):
        for link in links(text):
            query = numbers.query_of_link(link) if isinstance(link, IndicatorLink) else None
            if query is not None and isinstance(link, IndicatorLink):
                yield _Ask(query, (link.facet,) if link.facet else ())
    for below in children(record):
        is_use = isinstance(below, IndicatorUse)
        yield from _asks(below, owner if is_use else getattr(below, "id", owner), numbers)


def _stated(use: IndicatorUse, owner: str, numbers: Numbers) -> Iterator[_Ask]:
    for id_ in (use.indicator, use.paired_with):
        indicator = numbers.indicator(id_) if id_ else None
        if indicator is not None:
            query = numbers.query_of_use(indicator, use)
            yield _Ask(query, use.facets, use.omit, Holder(owner, use.indicator, use.id))


@dataclass
class _Growing:
    """A row while uses of it are met."""

    query: Query
    facets: set[Aspect] = field(default_factory=set)
    omitted: set[Aspect] = field(default_factory=set)
    is_open: bool = False
    holders: dict[Holder, None] = field(default_factory=dict)


class _Rows:
    """Gathers uses into rows; a link to a value that a row has already joins that row."""

    def __init__(self) -> None:
        self._rows: list[_Growing] = []

    def add(self, ask: _Ask) -> None:
        row = self._row_for(ask)
        omitted = set(ask.query.settled(ask.omitted))
        row.facets |= set(ask.query.settled(ask.facets)) - omitted
        row.omitted |= omitted
        row.is_open |= not ask.facets
        if ask.holder:
            row.holders[ask.holder] = None

    def _row_for(self, ask: _Ask) -> _Growing:
        """The row that is there and shows all that is asked, else a new one."""
        compared = ask.facets or (Facet.ACTUAL, Facet.FORECAST)
        for row in self._rows:
            if row.query.indicator is ask.query.indicator and all(
                row.query.place(facet) == ask.query.place(facet) for facet in compared
            ):
                return row
        self._rows.append(_Growing(ask.query))
        return self._rows[-1]

    def made(self) -> tuple[GridRow, ...]:
        return tuple(
            _row_of(
                row.query,
                facets=frozenset(row.facets),
                omitted=frozenset(row.omitted - row.facets),
                is_open=row.is_open,
                holders=tuple(row.holders),
            )
            for row in self._rows
        )
