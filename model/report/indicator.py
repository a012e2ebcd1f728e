"""Statistical indicators and the values observed of them."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field as Constraint

from model.report.record import Record
from model.values.against import AgainstCode
from model.values.aspect import Aspect, Compared, settled_aspect
from model.values.facet import Facet, FacetGroup, Source
from model.values.growth import Better, Flow, Growth, Measure, Target
from model.values.number import Number
from model.values.period import Basis, Period, PeriodCode
from model.values.quantity import Quantity
from model.values.rank import RankOf
from model.values.spans import Span, in_spans
from model.values.units import PER_MILLE

IndicatorId = Annotated[str, Constraint(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Indicator(Record):
    """One statistical quantity. `synonyms` name the same; `related` are never to be confused.

    `periods` are the spans of a year in which a value exists (empty: all), `late` by how many
    months it comes after their end; `until` is the last year in which it was published. `county`
    False: no county has it. `complete_parts` are sets of indicators that add up to this one, or
    those whose shares it tells.
    `acts_on`: whose growth it drives (规上工业增加值拉动地区生产总值), where that is not its whole.
    `attribute`: it belongs to one project, not to a place. `sensitive`: no text leaves the office
    with it unapproved. `verb_first`: its verb stands before its name (发放育儿补贴320万元).
    `bounded`: by nature a share between 0 and 100.
    """

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
    acts_on: IndicatorId | None = None
    synonyms: tuple[str, ...] = ()
    related: tuple[IndicatorId, ...] = ()
    order: int = 0
    note: str = ""
    periods: tuple[Span, ...] = ()
    late: int = Constraint(default=0, ge=0, le=11)
    until: int | None = None
    county: bool = True
    complete_parts: tuple[tuple[IndicatorId, ...], ...] = ()
    attribute: bool = False
    sensitive: bool = False
    verb_first: bool = False
    bounded: bool = False

    @property
    def structure_parts(self) -> tuple[IndicatorId, ...]:
        """The parts whose shares it tells together (三次产业结构), none of all else."""
        is_structure = self.measure is Measure.RATE and not self.unit
        return self.complete_parts[0] if is_structure and self.complete_parts else ()

    @property
    def is_per_mille(self) -> bool:
        """Whether it is a rate in ‰: neither growth in % nor points in % are told of it."""
        return self.measure is Measure.RATE and self.unit == PER_MILLE

    @property
    def acted_on(self) -> str | None:
        """What it drives (拉动) and contributes to (贡献率): by the bank, else its whole."""
        return self.acts_on or self.part_of

    def exists_in(self, period: Period) -> bool:
        """Whether statistics know a value of this very period at all."""
        if self.until is not None and period.year > self.until:
            return False
        return in_spans(period, self.periods)

    def period_said(self, period: Period) -> Period | None:
        """The period whose value a text of `period` says; None where there is none for it.

        It is the text's own where that has a value in time, else what has come since January:
        investment has no month of its own, and services come a month late.
        """
        if self.late == 0 and self.exists_in(period):
            return period
        for last in range(period.last - self.late, 0, -1):
            since_january = Period(period.year, 1, last)
            if self.exists_in(since_january):
                return since_january
            if not self.late:
                break
        return None

    def for_project(self) -> Indicator:
        """The definition as projects keep it: synonyms, relations and notes stay in the bank."""
        return self.changed(synonyms=(), related=(), note="")

    def can_plan_growth(self) -> bool:
        """Whether its growth can be planned, though its plan usually is a total (收入增长5%)."""
        return self.growth not in (Growth.NONE, Growth.POINTS) and self.unit != "%"

    def unit_of(self, facet: Aspect) -> str:
        """The unit a value of `facet` is entered in: growth in %, but days grow by days."""
        if self.measure is Measure.DAYS and facet.group is FacetGroup.GROWTH:
            return self.unit
        if facet.unit is not None:
            return facet.unit
        if facet is Facet.PLAN and self.target is Target.GROWTH:
            return "%"
        return self.unit


class Given(Record):
    """Who gave a value: the file it came in, told by its digest, a person, a day."""

    file: str = ""
    digest: str = ""
    person: str = ""
    date: datetime.date | None = None


class Observation(Record):
    """One value of one indicator. `scope` and `of` belong to ranks (全市, growth or level).

    `against` is what a change is measured against; None: the same period of last year. `given`
    tells who gave it, where it was not typed here. A plan may be told in `words` alone (与经济增长
    基本同步): it has 0 for its value, and stands apart from all that is computed and compared.
    """

    indicator: IndicatorId
    period: PeriodCode
    basis: Basis
    facet: Facet
    against: AgainstCode | None = None
    value: Number
    unit: str = ""
    words: str = ""
    source: Source = Source.DEPARTMENT
    noted: datetime.date | None = None
    scope: str = ""
    of: RankOf | None = None
    tied: bool = False
    given: Given | None = None

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
