"""The cells of the 指标 table: the value shown, how it came, and why a cell cannot be filled."""

from __future__ import annotations

from typing import NamedTuple

from model.numbers.ask import SAID_OF_STRUCTURE, Known, Numbers, main_facet
from model.numbers.computed import Asked, schedule_gap
from model.numbers.ranking import superior_scope, usual_rank_of
from model.places.values import shown_values
from model.report.address import ObservationPlace
from model.report.indicator import Indicator, Observation
from model.report.project import Project
from model.table.rows import GridRow
from model.values.aspect import Aspect, Compared
from model.values.facet import Facet, FacetGroup, Source, facets_of
from model.values.growth import Flow, Growth, Measure
from model.values.number import written
from model.values.state import State
from model.values.units import TO_ONE

_NO_SHARE = (Measure.RATE, Measure.INDEX, Measure.CONCENTRATION, Measure.RANK)


class GridCell(NamedTuple):
    """One cell. `place` is '' where nothing can be typed; `reason` says why, or how what is
    shown came and compares.

    `typed` is the value as one would type it, `shown` as the cell shows it. `source` is where a
    typed value comes from, `others` the values of other sources, in words, `other_sources` which.
    """

    place: str
    typed: str
    shown: str
    state: State | None
    source: Source | None = None
    others: str = ""
    reason: str = ""
    other_sources: tuple[Source, ...] = ()

    @classmethod
    def said(cls, text: str) -> GridCell:
        """A cell that only tells something."""
        return cls("", text, text, None)


class Lookup:
    """Reads cells out of one root of a project."""

    def __init__(self, project: Project) -> None:
        self._numbers = Numbers(project)
        self._scope = superior_scope(project.organization.superior)

    def cell(self, row: GridRow, facet: Aspect) -> GridCell:
        """The cell of a value."""
        asked = row.asked(facet)
        known = self._numbers.known(asked, facet)
        reason = "" if known or facet in row.facets else why_not(row.indicator, facet)
        if reason:
            return GridCell("", "", "—", None, reason=reason)
        place = str(row.place(facet))
        if not known and facet is Facet.PRIOR:
            return self._prior(row, place)
        typed = shown_values(known, row.indicator.unit_of(facet)) or ""
        state = self._state(row, facet, known)
        shown = (
            state.label if state in (State.EMPTY, State.DROPPED) else self._shown(row, facet, known)
        )
        source = known[0].source if known else None
        others = self._others(asked, facet, source)
        return GridCell(
            place,
            typed,
            shown,
            state,
            source,
            "、".join(_with_source(one, row.indicator) for one in others),
            self._against_schedule(asked, known) if facet is Facet.PLAN_SHARE else "",
            tuple(observation.source for observation in others),
        )

    def holds(self, row: GridRow, facet: Aspect) -> bool:
        """Whether a value was typed for a facet of a row."""
        return bool(self._numbers.typed(row.asked(facet), facet))

    def compared(self, row: GridRow) -> tuple[Compared, ...]:
        """What is known of a row that is measured against something else than last year."""
        return tuple(self._numbers.ledger.compared(row.indicator.id, row.period))

    def unit(self, row: GridRow) -> str:
        """The unit of a row's levels; that of its growth where it says and has no level."""
        levels = facets_of(FacetGroup.LEVEL)
        has_level = any(facet in row.facets or self.holds(row, facet) for facet in levels)
        return row.indicator.unit if has_level else row.indicator.unit_of(row.lead)

    def last(self, row: GridRow, facet: Aspect, *, bare: bool = False) -> str:
        """上期数 of a value, growth with its unit (unless `bare`), and its period where that is not
        the last report's own; '' where it is not known.
        """
        numbers = self._numbers
        before = numbers.before(row.asked(facet), facet)
        said = self._former(row, facet, before.known, bare)
        is_own = before.period == numbers.period_before
        return said if is_own or not said else f"{said}（{before.period.beside(numbers.period)}）"

    def last_year(self, row: GridRow, facet: Aspect) -> str:
        """上年同期 of a value; '' where it is not known."""
        known = self._numbers.known_last_year(row.asked(facet), facet)
        return self._former(row, facet, known, False)

    def _prior(self, row: GridRow, place: str) -> GridCell:
        """上年同期 out of last year's own value, which typing here overrides."""
        asked = row.asked(Facet.ACTUAL)
        year = asked.period.last_year()
        known = self._numbers.known_last_year(asked, Facet.ACTUAL)
        state = State.COMPUTED if known else State.OPTIONAL
        if Facet.PRIOR in row.facets and not known:
            state = State.EMPTY
        typed = shown_values(known, row.indicator.unit) or ""
        shown = state.label if state is State.EMPTY else self._shown(row, Facet.PRIOR, known)
        reason = f"取自{year.label_with_year}的数" if known else ""
        return GridCell(place, typed, shown, state, reason=reason)

    def _against_schedule(self, asked: Asked, known: tuple[Known, ...]) -> str:
        """How far a share of the year's plan is ahead of 序时进度; '' where it has no schedule."""
        period = asked.period
        has_own_plan = self._numbers.ledger.best(asked.indicator.id, period, Facet.PLAN) is not None
        if not known or asked.basis not in (None, period.basis):
            return ""
        gap = schedule_gap(asked.indicator, period, known[0].value)
        if gap is None or (has_own_plan and period != period.whole_year()):
            return ""
        word = "快于" if gap > 0 else "慢于"
        said = f"{word}序时进度{written(abs(gap))}个百分点" if gap else "与序时进度一致"
        if known[0].state is State.COMPUTED:
            return f"自动算出，{said}；直接填数就用填的数，清除后恢复自动算出。"
        return f"{said}。"

    def _state(self, row: GridRow, facet: Aspect, known: tuple[Known, ...]) -> State:
        if facet in row.omitted:
            return State.DROPPED
        if known:
            return known[0].state
        return State.EMPTY if self._is_asked(row, facet) else State.OPTIONAL

    def _is_asked(self, row: GridRow, facet: Aspect) -> bool:
        """Whether the text shows a blank for a facet without a value."""
        if facet in row.facets:
            return True
        if not row.is_open or row.facets or facet is not main_facet(row.indicator):
            return False
        return not any(self._numbers.known(row.asked(other), other) for other in Facet)

    def _others(self, asked: Asked, facet: Aspect, shown: Source | None) -> list[Observation]:
        """The values of other sources than the one that is shown."""
        found = self._numbers.ledger.all(asked.indicator.id, asked.period, facet, asked.basis)
        return [observation for observation in found if observation.source is not shown]

    def _former(self, row: GridRow, facet: Aspect, known: tuple[Known, ...], bare: bool) -> str:
        text = self._shown(row, facet, known)
        in_percent = bool(known) and known[0].unit == facet.unit == "%"
        return text + "%" if in_percent and not bare else text

    def _shown(self, row: GridRow, facet: Aspect, known: tuple[Known, ...]) -> str:
        """A value as its cell shows it: its unit only where the column does not tell it."""
        if facet is Facet.RANK:
            return "、".join(self._rank(row.indicator, one) for one in known)
        return shown_values(known, facet.unit or row.indicator.unit) or ""

    def _rank(self, indicator: Indicator, one: Known) -> str:
        scope = "" if one.scope == self._scope else one.scope
        of = None if one.of is usual_rank_of(indicator) else one.of
        return str(one.rank._replace(scope=scope, of=of))


def _with_source(observation: Observation, indicator: Indicator) -> str:
    """`部门报送数6.80`; with its unit where that is not the usual one."""
    usual = indicator.unit_of(observation.facet)
    unit = "" if observation.unit == usual else observation.unit
    return f"{observation.source.label}{written(observation.value)}{unit}"


def at_source(place: ObservationPlace, source: Source | None) -> ObservationPlace:
    """The same place from a source; None is the value that is shown."""
    return ObservationPlace(place.indicator, place.period, place.facet, place.basis, source)


def why_not(indicator: Indicator, facet: Aspect) -> str:
    """Why an indicator has no such value, in words for the clerk; '' where it can have one."""
    name = indicator.name
    by_nature = _why_not_by_nature(indicator, facet)
    if by_nature:
        return by_nature
    match facet.group:
        case FacetGroup.POINTS if isinstance(facet, Compared):
            return ""
        case FacetGroup.CHANGE if indicator.unit == "%":
            return f"{name}只说涨跌的百分数，没有增减量。"
        case FacetGroup.CHANGE if indicator.measure is Measure.GROWTH_ONLY:
            return f"{name}只说增速，不说总量，也就没有增减量。"
        case FacetGroup.GROWTH | FacetGroup.POINTS if indicator.unit == TO_ONE:
            return f"{name}是比值，只说扩大、缩小多少，不说百分数。请填在“同比增减量”。"
        case FacetGroup.CHANGE if indicator.growth is Growth.POINTS:
            return f"{name}是比率，升降用个百分点说，请填在“同比升降（个百分点）”。"
        case FacetGroup.LEVEL if indicator.measure is Measure.GROWTH_ONLY:
            return f"{name}只说增速，不说总量。增速请填在“同比增长”。"
        case FacetGroup.GROWTH if indicator.growth is Growth.POINTS:
            return f"{name}是比率，升降用个百分点说，请填在“同比升降（个百分点）”。"
        case FacetGroup.POINTS if indicator.growth is not Growth.POINTS:
            return f"{name}不是比率，升降用百分数说，请填在“同比增长（%）”。"
        case FacetGroup.PLAN_SHARE | FacetGroup.SCHEDULE if _has_no_plan_share(indicator):
            return f"{name}不是可以按计划累加的数，没有占年度计划的比重。"
        case FacetGroup.SHARE if indicator.flow is Flow.RATIO:
            return f"{name}本身就是比率，没有占比。"
    return ""


def _why_not_by_nature(indicator: Indicator, facet: Aspect) -> str:
    """Why a structure (三次产业结构) or a rate in ‰ has no such value; '' for all others."""
    if indicator.structure_parts and facet not in SAID_OF_STRUCTURE:
        return f"{indicator.name}只填各部分的占比，如14.5:41.6:43.9，填在“本期数”和“上年同期”。"
    if indicator.is_per_mille and facet.group in (FacetGroup.GROWTH, FacetGroup.POINTS):
        return f"{indicator.name}是千分率，升降用个千分点说，请填在“同比增减量”。"
    return ""


def _has_no_plan_share(indicator: Indicator) -> bool:
    return indicator.flow is Flow.RATIO or indicator.measure in _NO_SHARE
