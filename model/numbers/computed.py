"""What statistics compute from other values, and only that.

- `plan_share` = actual ÷ plan, only against a total target (not rates, balances, crops' goals);
- `yoy` from two levels only where growth is nominal: GDP and value added grow at constant prices,
  investment on a comparable base, so their published levels do not give their growth;
- the same two for forecasts;
- how growth (of a rate: its level) stands against that of an earlier period or against its goal:
  the difference of the two;
- what a stock or a nominal amount has changed since an earlier period;
- distance to 序时进度 only for flows with a total target.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, assert_never

from model.numbers.ledger import Ledger
from model.report.indicator import Indicator
from model.values.against import Base, settled
from model.values.aspect import Aspect, Compared
from model.values.facet import ComparedWith, Facet, FacetGroup, Source
from model.values.growth import Flow, Growth, Measure, Target
from model.values.number import tolerance
from model.values.period import Basis, Period
from model.values.quantity import Quantity
from model.values.units import comparable, convert

_ONE_PLACE = Decimal("0.1")


class Asked(NamedTuple):
    """Which value is asked for: an indicator at a period, on a basis, from a source."""

    indicator: Indicator
    period: Period
    basis: Basis | None = None
    source: Source | None = None


def can_compute(indicator: Indicator, facet: Aspect) -> bool:
    """Whether statistics compute this facet of this indicator from others."""
    if isinstance(facet, Compared):
        return _is_comparable(indicator, facet)
    if facet.spec.level is None:
        return False
    if facet.group is FacetGroup.PLAN_SHARE:
        return indicator.target is Target.TOTAL and indicator.flow is not Flow.RATIO
    return indicator.growth is Growth.NOMINAL


def computed(ledger: Ledger, asked: Asked, facet: Aspect) -> Decimal | None:
    """The facet in its own unit, a percentage to one decimal; None where it is not computed or a
    part is missing."""
    if isinstance(facet, Compared) and facet.group is not FacetGroup.GROWTH:
        return _difference(ledger, asked, facet)
    parts = _parts(ledger, asked, facet)
    if parts is None:
        return None
    level, base = parts
    return _percent(level.value / base.value, facet).quantize(_ONE_PLACE, ROUND_HALF_UP)


def possible(ledger: Ledger, asked: Asked, facet: Aspect) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest % that the roundings of the two parts allow; None as above."""
    parts = _parts(ledger, asked, facet)
    if parts is None:
        return None
    level, base = parts
    ratios = [
        (level.value + up * level.hidden) / (base.value + down * base.hidden)
        for up in (-1, 1)
        for down in (-1, 1)
    ]
    return _percent(min(ratios), facet), _percent(max(ratios), facet)


class _Part(NamedTuple):
    """A value and what its rounding can hide, in the unit of the base."""

    value: Decimal
    hidden: Decimal


def _parts(ledger: Ledger, asked: Asked, facet: Aspect) -> tuple[_Part, _Part] | None:
    """The level and what it is compared with; None where the facet is not computed from them."""
    spec = facet.spec
    if spec.level is None or not can_compute(asked.indicator, facet):
        return None
    level = _level(ledger, asked, spec.level)
    at = _base_period(facet, asked.period)
    if at is not None:
        base = _level(ledger, _at(asked, at), Facet.ACTUAL)
    else:
        base = _base(ledger, asked, spec.compared_with)
    if (
        level is None
        or base is None
        or base.value <= 0
        or level.value < 0
        or not comparable(level.unit, base.unit)
    ):
        return None
    return _part(level, base.unit), _part(base, base.unit)


def _is_comparable(indicator: Indicator, facet: Compared) -> bool:
    """Whether a change against something else than last year is the difference of two values."""
    against = facet.against
    is_time = isinstance(against, Period) or against in (Base.PREVIOUS, Base.YEAR_START)
    match facet.group:
        case FacetGroup.POINTS:
            has_goal = indicator.target in (Target.GROWTH, Target.CEILING)
            return is_time or (against is Base.PLAN and has_goal)
        case FacetGroup.CHANGE:
            nominal = indicator.growth is Growth.NOMINAL or indicator.flow is Flow.STOCK
            return is_time and nominal and indicator.measure is not Measure.GROWTH_ONLY
        case FacetGroup.GROWTH:
            is_total = facet.facet is not Facet.YEARLY
            return is_time and is_total and indicator.growth is Growth.NOMINAL
        case _:
            return False


def _difference(ledger: Ledger, asked: Asked, facet: Compared) -> Decimal | None:
    """What now is more than what it is compared with, in the unit of what is compared."""
    if not _is_comparable(asked.indicator, facet):
        return None
    is_rate = asked.indicator.growth is Growth.POINTS
    of_levels = facet.group is FacetGroup.CHANGE or is_rate
    now = _level(ledger, asked, Facet.ACTUAL) if of_levels else _growth(ledger, asked)
    base = _compared_value(ledger, asked, facet, of_levels=of_levels)
    if now is None or base is None or not comparable(now.unit, base.unit):
        return None
    unit = asked.indicator.unit if facet.group is FacetGroup.CHANGE else "%"
    if not (comparable(now.unit, unit) and comparable(base.unit, unit)):
        return None
    gap = convert(now.value, now.unit, unit) - convert(base.value, base.unit, unit)
    return gap or abs(gap)


def _compared_value(
    ledger: Ledger, asked: Asked, facet: Compared, *, of_levels: bool
) -> Quantity | None:
    """The value at the base: the plan, or the same value of the base's period."""
    if facet.against is Base.PLAN:
        return plan_of(ledger, asked)
    at = _base_period(facet, asked.period)
    if at is None:
        return None
    then = _at(asked, at)
    return _level(ledger, then, Facet.ACTUAL) if of_levels else _growth(ledger, then)


def _growth(ledger: Ledger, asked: Asked) -> Quantity | None:
    """The growth against last year, as typed or computed."""
    typed = _level(ledger, asked, Facet.YOY)
    if typed is not None:
        return typed
    worked_out = computed(ledger, asked, Facet.YOY)
    return None if worked_out is None else Quantity(worked_out, "%")


def _base_period(facet: Aspect, period: Period) -> Period | None:
    """The period that a facet of `period` is measured against, where it is one."""
    against = settled(facet.against, period)
    if against is Base.YEAR_START:
        return Period(period.year - 1, 1, 12)
    return against if isinstance(against, Period) else None


def _at(asked: Asked, period: Period) -> Asked:
    """The same value at another period, on the same basis where that period has it."""
    basis = asked.basis if period.basis is asked.period.basis else None
    return Asked(asked.indicator, period, basis)


def _base(ledger: Ledger, asked: Asked, compared_with: ComparedWith | None) -> Quantity | None:
    """The value that a level is compared with."""
    match compared_with:
        case ComparedWith.PLAN:
            return plan_of(ledger, asked)
        case ComparedWith.LAST_YEAR:
            return prior_of(ledger, asked)
        case None:
            return None
        case other:
            assert_never(other)


def _part(quantity: Quantity, unit: str) -> _Part:
    value, hidden = quantity.value, tolerance(quantity.value)
    return _Part(convert(value, quantity.unit, unit), convert(hidden, quantity.unit, unit))


def _percent(ratio: Decimal, facet: Aspect) -> Decimal:
    return ratio * 100 if facet.group is FacetGroup.PLAN_SHARE else (ratio - 1) * 100


def _level(ledger: Ledger, asked: Asked, facet: Facet) -> Quantity | None:
    found = ledger.best(asked.indicator.id, asked.period, facet, asked.basis, asked.source)
    return found.quantity if found else None


def plan_of(ledger: Ledger, asked: Asked) -> Quantity | None:
    """The plan for the period itself where there is one, else that of its year.

    A year's plan says nothing of what was done in one month or quarter alone.
    """
    basis = asked.basis or asked.period.basis
    since_january = basis is Basis.CUMULATIVE or asked.indicator.flow is not Flow.FLOW
    for period in (asked.period, *((asked.period.whole_year(),) if since_january else ())):
        found = ledger.best(asked.indicator.id, period, Facet.PLAN)
        if found is not None:
            return found.quantity
    return None


def prior_of(ledger: Ledger, asked: Asked) -> Quantity | None:
    """Last year's same period: the revised base (`prior`) where it is known, else its actual."""
    name = asked.indicator.id
    found = ledger.best(name, asked.period, Facet.PRIOR, asked.basis) or ledger.best(
        name, asked.period.last_year(), Facet.ACTUAL, asked.basis
    )
    return found.quantity if found else None


def schedule_gap(indicator: Indicator, period: Period, plan_share: Decimal) -> Decimal | None:
    """个百分点 ahead of (behind: negative) 序时进度; None where the indicator has no schedule."""
    if indicator.flow is not Flow.FLOW or indicator.target is not Target.TOTAL:
        return None
    if period.basis is not Basis.CUMULATIVE:
        return None
    due = Decimal(period.time_share) / 12 * 100
    return (plan_share - due).quantize(_ONE_PLACE, ROUND_HALF_UP)
