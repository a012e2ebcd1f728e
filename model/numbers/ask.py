"""What a text asks of the bank, and what is known: typed values first, then what is computed."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from model.numbers.computed import Asked, computed
from model.numbers.ledger import ledger_of
from model.report.address import ObservationPlace
from model.report.indicator import Indicator, Measure, Observation
from model.report.project import Project
from model.report.section import IndicatorUse
from model.values.facet import FORECASTS, Facet, Source
from model.values.period import Period, is_period
from model.values.rank import RankOf
from model.values.state import State

_UNASKED = (Facet.PLAN, Facet.PRIOR, Facet.CUMULATIVE)
"""Facets that are said only where a text asks for them by name."""


class Known(NamedTuple):
    """A value that is known, and how: typed or computed."""

    value: Decimal
    unit: str
    state: State
    source: Source | None = None
    scope: str = ""
    of: RankOf | None = None
    tied: bool = False


class Numbers:
    """The numbers of a project as texts ask for them."""

    def __init__(self, project: Project) -> None:
        self.period = project.period
        self.ledger = ledger_of(project.observations)
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

    def asked(self, indicator: Indicator, use: IndicatorUse, facet: Facet) -> Asked:
        """Which value a use asks for: a forecast has a period of its own, a plan its year's."""
        if facet in FORECASTS:
            return Asked(indicator, self.period_of(use.forecast_period))
        period = self.period_of(use.period)
        if facet is Facet.PLAN:
            return Asked(indicator, period.whole_year())
        return Asked(indicator, period, use.basis, use.source)

    def known(self, asked: Asked, facet: Facet) -> tuple[Known, ...]:
        """All that is known of a facet: several ranks, else one value or none."""
        typed = self.typed(asked, facet)
        if typed:
            return tuple(known_of(one) for one in typed)
        worked_out = computed(self.ledger, asked, facet)
        if worked_out is None:
            return ()
        return (Known(worked_out, facet.unit or "", State.COMPUTED),)

    def typed(self, asked: Asked, facet: Facet) -> tuple[Observation, ...]:
        """The observations a facet shows, without computing any."""
        name = asked.indicator.id
        if facet is Facet.RANK:
            return tuple(self.ledger.ranks(name, asked.period, asked.basis, asked.source))
        found = self.ledger.best(name, asked.period, facet, asked.basis, asked.source)
        if found is None and facet is Facet.PLAN:
            found = self.ledger.best(name, asked.period.whole_year(), facet)
        return (found,) if found else ()

    def wanted(self, indicator: Indicator, use: IndicatorUse) -> tuple[Facet, ...]:
        """The facets a text says: those it names, else all that have a value; none left out."""
        named = use.facets or tuple(
            facet
            for facet in Facet
            if facet not in _UNASKED and self.known(self.asked(indicator, use, facet), facet)
        )
        kept = tuple(facet for facet in named if facet not in use.omit)
        return kept if kept or use.omit else (main_facet(indicator),)


def main_facet(indicator: Indicator) -> Facet:
    """What an indicator says first: its growth where no level is published, else its level."""
    return Facet.YOY if indicator.measure is Measure.GROWTH_ONLY else Facet.ACTUAL


def known_of(one: Observation) -> Known:
    return Known(one.value, one.unit, State.FILLED, one.source, one.scope, one.of, one.tied)


def place_of(asked: Asked, facet: Facet) -> ObservationPlace:
    """The place of a value; basis and source only where they were chosen."""
    basis = None if asked.basis is asked.period.basis else asked.basis
    return ObservationPlace(asked.indicator.id, asked.period, facet, basis, asked.source)
