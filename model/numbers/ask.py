"""What a text asks of the bank, and what is known: typed values first, then what is computed.

The one rule which value a use, a link or a row of the 指标 table means stands here: `Query`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from model.numbers.computed import Asked, computed
from model.numbers.ledger import ledger_of
from model.report.address import ObservationPlace
from model.report.indicator import Indicator, Observation
from model.report.period_codes import former_codes
from model.report.project import Project
from model.report.section import IndicatorUse
from model.values.aspect import Aspect, settled_aspect
from model.values.facet import Facet, FacetGroup, Source
from model.values.growth import Flow, Measure
from model.values.period import Basis, Period, is_period
from model.values.rank import RANK_UNIT, Rank, RankOf
from model.values.state import State
from model.wording.links import IndicatorLink, links

_FORECAST_OF: Mapping[Aspect, Aspect] = {
    Facet.FORECAST: Facet.ACTUAL,
    Facet.FORECAST_YOY: Facet.YOY,
    Facet.FORECAST_PLAN_SHARE: Facet.PLAN_SHARE,
}
"""What each forecast is a forecast of."""
SAID_OF_STRUCTURE = (Facet.PRIOR, Facet.ACTUAL)
"""All that is said of a structure (三次产业结构): the shares of last year and of now."""


@dataclass(frozen=True)
class Query:
    """Which values of an indicator a use, a link or a row of the table means.

    A forecast (预计) and a plan (计划) have periods of their own, and no basis or source.
    """

    indicator: Indicator
    period: Period
    forecast_period: Period
    plan_period: Period
    basis: Basis | None = None
    source: Source | None = None

    @classmethod
    def at(
        cls, indicator: Indicator, period: Period, forecast_period: Period | None = None
    ) -> Query:
        """All that is said of a period: its forecasts, and the plan of its year."""
        return cls(indicator, period, forecast_period or period, period.whole_year())

    def asked(self, facet: Aspect) -> Asked:
        """The value of one facet."""
        if facet.is_forecast:
            return Asked(self.indicator, self.forecast_period)
        if facet is Facet.PLAN:
            return Asked(self.indicator, self.plan_period)
        return Asked(self.indicator, self.period, self.basis, self.source)

    def settled(self, facets: Iterable[Aspect]) -> tuple[Aspect, ...]:
        """The facets with their bases told in one way, for the period each is of."""
        return tuple(settled_aspect(facet, self.asked(facet).period) for facet in facets)

    def place(self, facet: Aspect) -> ObservationPlace:
        """Where the value of one facet is set."""
        return place_of(self.asked(facet), facet)


class Known(NamedTuple):
    """A value that is known, and how: typed or computed; a plan may be known in `words` alone."""

    value: Decimal
    unit: str
    state: State
    source: Source | None = None
    scope: str = ""
    of: RankOf | None = None
    tied: bool = False
    words: str = ""

    @property
    def is_rank(self) -> bool:
        """Whether it is a place in a ranking, or counts such places."""
        return self.unit == RANK_UNIT

    @property
    def rank(self) -> Rank:
        """The value as a place in a ranking."""
        return Rank(int(self.value), self.scope, self.of, self.tied)


class Before(NamedTuple):
    """What the last report said in a place, and of which period; nothing where none is known."""

    period: Period
    known: tuple[Known, ...]


class Numbers:
    """The numbers of a project as texts ask for them."""

    def __init__(self, project: Project) -> None:
        self.period = project.period
        self.ledger = ledger_of(project.observations)
        self.period_before = project.before
        self._indicators = {indicator.id: indicator for indicator in project.indicators}

    def indicator(self, id_: str) -> Indicator | None:
        """The definition of an indicator, None where the project has none."""
        return self._indicators.get(id_)

    def understands(self, use: IndicatorUse) -> bool:
        """Whether the periods that a use names exist."""
        return all(code is None or is_period(code) for code in (use.period, use.forecast_period))

    def period_of(self, code: str | None) -> Period:
        """A period from its code; None is the report's own."""
        return self.period if code is None else Period.parse(code)

    def query_of_use(self, indicator: Indicator, use: IndicatorUse) -> Query:
        """What a use (that is understood) asks for of its indicator, or of its pair."""
        period = self.period_of(use.period)
        forecast_period = self.period_of(use.forecast_period)
        plan_period = period.whole_year()
        return Query(indicator, period, forecast_period, plan_period, use.basis, use.source)

    def query_of_link(self, link: IndicatorLink) -> Query | None:
        """What a link asks for, None where its indicator or its period does not exist.

        A period named with a facet is that of the very value, of a forecast or a plan too.
        """
        indicator = self.indicator(link.indicator)
        if indicator is None or (link.period is not None and not is_period(link.period)):
            return None
        if link.period is None or link.facet is None:
            return self.query_of_use(indicator, statement_of(link))
        period = Period.parse(link.period)
        return Query(indicator, period, period, period)

    def settled(self, use: IndicatorUse) -> IndicatorUse:
        """A use that forecasts what is known by now says it instead: no 预计 beside an actual."""
        indicator = self.indicator(use.indicator)
        forecasts = any(facet in _FORECAST_OF for facet in use.facets)
        if indicator is None or not forecasts or not self.understands(use):
            return use
        period = self.period_of(use.forecast_period)
        asked = Asked(indicator, period)
        if not any(self.typed(asked, facet) for facet in (Facet.ACTUAL, Facet.YOY)):
            return use
        code = None if period == self.period else str(period)
        facets = tuple(dict.fromkeys(_FORECAST_OF.get(facet, facet) for facet in use.facets))
        parts = tuple(
            part.changed(period=code) if part.period == use.period else part for part in use.parts
        )
        return use.changed(period=code, forecast_period=None, facets=facets, parts=parts)

    def asked_by_use(self, use: IndicatorUse) -> Iterator[tuple[Asked, Aspect]]:
        """The values that the statement of an indicator (and of its pair) says or leaves blank."""
        if not self.understands(use):
            return
        use = self.settled(use)
        for id_ in (use.indicator, use.paired_with):
            indicator = self.indicator(id_) if id_ else None
            if indicator is not None:
                query = self.query_of_use(indicator, use)
                yield from ((query.asked(facet), facet) for facet in self.wanted(indicator, use))

    def asked_by_text(self, text: str) -> Iterator[tuple[Asked, Aspect]]:
        """The values that the links of a text show; an unknown link shows none."""
        for link in links(text):
            if isinstance(link, IndicatorLink):
                yield from self._asked_by_link(link)

    def _asked_by_link(self, link: IndicatorLink) -> Iterator[tuple[Asked, Aspect]]:
        query = self.query_of_link(link)
        if query is None:
            return
        if link.facet is None:
            yield from self.asked_by_use(statement_of(link))
        else:
            yield query.asked(link.facet), link.facet

    def known(self, asked: Asked, facet: Aspect) -> tuple[Known, ...]:
        """All that is known of a facet: several ranks or shares, else one value or none."""
        typed = self.typed(asked, facet)
        if typed:
            known = tuple(known_of(observation) for observation in typed)
            is_structure = bool(asked.indicator.structure_parts)
            return tuple(one._replace(unit="") for one in known) if is_structure else known
        worked_out = computed(self.ledger, asked, facet)
        if worked_out is None:
            return ()
        unit = facet.unit or asked.indicator.unit_of(facet)
        return (Known(worked_out, unit, State.COMPUTED),)

    def before(self, asked: Asked, facet: Aspect) -> Before:
        """What the last report (上期) said in this place: a plan's is last year's, that of a value
        of the project's own period is of the period the project was carried on from, any other
        (1—8月) of the one that played its part then (1—5月), else of the one before it.
        """
        of_year = asked.period == asked.period.whole_year()
        if facet is Facet.PLAN and of_year:
            return Before(asked.period.last_year(), self.known_last_year(asked, facet))
        for period in self._periods_before(asked.period):
            if facet is Facet.PLAN and not self.ledger.best(asked.indicator.id, period, facet):
                continue  # the plan of the year is none of a quarter
            known = self._known_at(period, asked, facet)
            if known:
                return Before(period, known)
        return Before(asked.period.previous(), ())

    def _periods_before(self, period: Period) -> tuple[Period, ...]:
        """The periods that the last report may have told of in the place of this one."""
        if period == self.period:
            return (self.period_before,)
        codes = former_codes(str(period), self.period, self.period_before)
        found = [one for one in map(Period.parse, codes) if one < period]
        return tuple(dict.fromkeys((*found, period.previous())))

    def known_last_year(self, asked: Asked, facet: Aspect) -> tuple[Known, ...]:
        """The value of the same period of last year (上年同期)."""
        return self._known_at(asked.period.last_year(), asked, facet)

    def _known_at(self, period: Period, asked: Asked, facet: Aspect) -> tuple[Known, ...]:
        """The same value at another period, on the same basis where that period has it."""
        basis = asked.basis if period.basis is asked.period.basis else None
        return self.known(Asked(asked.indicator, period, basis), facet)

    def typed(self, asked: Asked, facet: Aspect) -> tuple[Observation, ...]:
        """The observations a facet shows, without computing any."""
        name = asked.indicator.id
        if facet is Facet.RANK:
            return tuple(self.ledger.ranks(name, asked.period, asked.basis, asked.source))
        if asked.indicator.structure_parts:
            return self._shares(asked, facet)
        if facet is Facet.PLAN:
            return self._plan(asked)
        found = self.ledger.best(name, asked.period, facet, asked.basis, asked.source)
        return (found,) if found else ()

    def _plan(self, asked: Asked) -> tuple[Observation, ...]:
        """The plan of the period, else that of its year: a number, or words where it has none."""
        name, year = asked.indicator.id, asked.period.whole_year()
        own = self.ledger.best(name, asked.period, Facet.PLAN, asked.basis, asked.source)
        found = own or self.ledger.best(name, year, Facet.PLAN)
        in_words = self.ledger.in_words(name, asked.period, asked.source)
        told = [found] if found else in_words or self.ledger.in_words(name, year)
        return tuple(told[:1])

    def _shares(self, asked: Asked, facet: Aspect) -> tuple[Observation, ...]:
        """The shares that a structure tells, now or last year; none where one is missing."""
        if facet not in SAID_OF_STRUCTURE:
            return ()
        period = asked.period.last_year() if facet is Facet.PRIOR else asked.period
        found = (
            self.ledger.best(part, period, Facet.SHARE, asked.basis, asked.source)
            for part in asked.indicator.structure_parts
        )
        shares = tuple(one for one in found if one is not None)
        return shares if len(shares) == len(asked.indicator.structure_parts) else ()

    def wanted(self, indicator: Indicator, use: IndicatorUse) -> tuple[Aspect, ...]:
        """The facets a text says: those it names, else all that have a value; none left out."""
        query = self.query_of_use(indicator, use)
        named = use.facets or tuple(
            facet
            for facet in self._sayable(query)
            if not facet.spec.only_by_name and self.known(query.asked(facet), facet)
        )
        if indicator.structure_parts and not use.facets and named:
            named = tuple(one for one in SAID_OF_STRUCTURE if self.known(query.asked(one), one))
        omitted = query.settled(use.omit)
        kept = tuple(
            facet
            for facet, settled in zip(named, query.settled(named), strict=True)
            if settled not in omitted and not self._is_senseless(query, facet)
        )
        return kept if kept or use.omit else (main_facet(indicator),)

    def _is_senseless(self, query: Query, facet: Aspect) -> bool:
        """Whether a share of the year's plan is asked of one month, or of a year that is over, and
        nobody typed one."""
        if facet.group is not FacetGroup.PLAN_SHARE or query.indicator.flow is not Flow.FLOW:
            return False
        asked = query.asked(facet)
        basis = asked.basis or asked.period.basis
        if basis is Basis.CUMULATIVE and asked.period.year >= self.period.year:
            return False
        return not self.known(asked, facet)

    def _sayable(self, query: Query) -> Iterator[Aspect]:
        """All that may be said of an indicator: every facet, and what else it is compared with."""
        for facet in Facet:
            yield facet
            period = query.asked(facet).period
            compared = self.ledger.compared(query.indicator.id, period)
            yield from (one for one in compared if one.facet == facet)


def statement_of(link: IndicatorLink) -> IndicatorUse:
    """The use that a link without a facet stands for: the whole statement of its indicator."""
    return IndicatorUse(indicator=link.indicator, period=link.period)


def main_facet(indicator: Indicator) -> Facet:
    """What an indicator says first: its growth where no level is published, else its level."""
    return Facet.YOY if indicator.measure is Measure.GROWTH_ONLY else Facet.ACTUAL


def known_of(observation: Observation) -> Known:
    """A typed value as what is known."""
    return Known(
        observation.value, observation.unit, State.FILLED, observation.source,
        observation.scope, observation.of, observation.tied, observation.words,
    )  # fmt: skip


def asked_of(indicator: Indicator, observation: Observation) -> Asked:
    """The very value that an observation of an indicator is."""
    return Asked(indicator, observation.period, observation.basis, observation.source)


def place_of(asked: Asked, facet: Aspect) -> ObservationPlace:
    """The place of a value; basis and source only where they were chosen."""
    return ObservationPlace.of(asked.indicator.id, asked.period, facet, asked.basis, asked.source)
