"""What statistics compute from other values, and only that.

- `plan_share` = actual ÷ plan, only against a total target (not rates, balances, crops' goals);
- `yoy` from two levels only where growth is nominal: GDP and value added grow at constant prices,
  investment on a comparable base, so their published levels do not give their growth;
- the same two for forecasts;
- distance to 序时进度 only for flows with a total target.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, assert_never

from model.numbers.ledger import Ledger
from model.report.indicator import Indicator
from model.values.aspect import Aspect, Compared
from model.values.facet import ComparedWith, Facet, FacetGroup, Source
from model.values.growth import Flow, Growth, Target
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
    if facet.spec.level is None or isinstance(facet, Compared):
        return False
    if facet.group is FacetGroup.PLAN_SHARE:
        return indicator.target is Target.TOTAL and indicator.flow is not Flow.RATIO
    return indicator.growth is Growth.NOMINAL


def computed(ledger: Ledger, asked: Asked, facet: Aspect) -> Decimal | None:
    """The facet in % to one decimal, or None where it is not computed or a part is missing."""
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
    base = _base(ledger, asked, spec.compared_with)
    if level is None or base is None or base.value <= 0 or not comparable(level.unit, base.unit):
        return None
    return _part(level, base.unit), _part(base, base.unit)


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
