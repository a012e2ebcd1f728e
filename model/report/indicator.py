"""Statistical indicators and the values observed of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field as Constraint

from model.report.record import Record
from model.values.against import AgainstCode
from model.values.aspect import Aspect, Compared, settled_aspect
from model.values.facet import Facet, FacetGroup, Source
from model.values.growth import Better, Flow, Growth, Measure, Target
from model.values.number import Number
from model.values.period import Basis, PeriodCode
from model.values.quantity import Quantity
from model.values.rank import RankOf

IndicatorId = Annotated[str, Constraint(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Indicator(Record):
    """One statistical quantity. `synonyms` name the same; `related` are never to be confused."""

    id: IndicatorId
    name: str = Constraint(min_length=1)
    unit: str = ""
    units: tuple[str, ...] = ()
    measure: Measure = Measure.AMOUNT
    flow: Flow = Flow.FLOW
    growth: Growth = Growth.NONE
    target: Target = Target.NONE
    better: Better = Better.UP
    verbs: tuple[str, ...] = ()
    supplier: str = ""
    part_of: IndicatorId | None = None
    synonyms: tuple[str, ...] = ()
    related: tuple[IndicatorId, ...] = ()
    order: int = 0
    note: str = ""

    def for_project(self) -> Indicator:
        """The definition as projects keep it: synonyms, relations and notes stay in the bank."""
        return self.changed(synonyms=(), related=(), note="")

    def unit_of(self, facet: Aspect) -> str:
        """The unit a value of `facet` is entered in: growth in %, but days grow by days."""
        if self.measure is Measure.DAYS and facet.group is FacetGroup.GROWTH:
            return self.unit
        if facet.unit is not None:
            return facet.unit
        if facet is Facet.PLAN and self.target is Target.GROWTH:
            return "%"
        return self.unit


class Observation(Record):
    """One value of one indicator. `scope` and `of` belong to ranks (全市, growth or level).

    `against` is what a change is measured against; None: the same period of last year.
    """

    indicator: IndicatorId
    period: PeriodCode
    basis: Basis
    facet: Facet
    against: AgainstCode | None = None
    value: Number
    unit: str = ""
    source: Source = Source.DEPARTMENT
    noted: date | None = None
    scope: str = ""
    of: RankOf | None = None
    tied: bool = False

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.value, self.unit)

    @property
    def aspect(self) -> Aspect:
        """What it says of its indicator, and against what."""
        return self.facet if self.against is None else Compared(self.facet, self.against)

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two observations the same place: all but value, unit and date."""
        return (
            self.indicator,
            self.period,
            self.basis,
            settled_aspect(self.aspect, self.period),
            self.source,
            self.scope,
            self.of,
        )
