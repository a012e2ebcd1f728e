"""What statistics compute from other values, and only that.

- `plan_share` = actual ÷ plan, only against a total target (not rates, balances, crops' goals);
- `yoy` from two levels only where growth is nominal: GDP and value added grow at constant prices,
  investment on a comparable base, so their published levels do not give their growth;
- the same two for forecasts;
- distance to 序时进度 only for flows with a total target.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from model.report.indicator import Flow, Growth, Indicator, Target
from model.report.ledger import Ledger
from model.values.facet import Facet, Source
from model.values.period import Basis, Period
from model.values.quantity import Quantity
from model.values.units import comparable, convert

_ONE_PLACE = Decimal("0.1")
_LEVEL_BEHIND = {
    Facet.PLAN_SHARE: Facet.ACTUAL,
    Facet.YOY: Facet.ACTUAL,
    Facet.FORECAST_PLAN_SHARE: Facet.FORECAST,
    Facet.FORECAST_YOY: Facet.FORECAST,
}
_SHARES = frozenset({Facet.PLAN_SHARE, Facet.FORECAST_PLAN_SHARE})


class Asked(NamedTuple):
    """Which value is asked for: an indicator at a period, on a basis, from a source."""

    indicator: Indicator
    period: Period
    basis: Basis | None = None
    source: Source | None = None


def can_compute(indicator: Indicator, facet: Facet) -> bool:
    """Whether statistics compute this facet of this indicator from others."""
    if facet in _SHARES:
        return indicator.target is Target.TOTAL and indicator.flow is not Flow.RATIO
    return facet in _LEVEL_BEHIND and indicator.growth is Growth.NOMINAL


def computed(ledger: Ledger, asked: Asked, facet: Facet) -> Decimal | None:
    """The facet in % to one decimal, or None where it is not computed or a part is missing."""
    if not can_compute(asked.indicator, facet):
        return None
    level = _level(ledger, asked, _LEVEL_BEHIND[facet])
    base = plan_of(ledger, asked) if facet in _SHARES else prior_of(ledger, asked)
    if level is None or base is None or base.value <= 0 or not comparable(level.unit, base.unit):
        return None
    ratio = convert(level.value, level.unit, base.unit) / base.value
    percent = ratio * 100 if facet in _SHARES else (ratio - 1) * 100
    return percent.quantize(_ONE_PLACE, ROUND_HALF_UP)


def _level(ledger: Ledger, asked: Asked, facet: Facet) -> Quantity | None:
    found = ledger.best(asked.indicator.id, asked.period, facet, asked.basis, asked.source)
    return found.quantity if found else None


def plan_of(ledger: Ledger, asked: Asked) -> Quantity | None:
    """The plan for the period itself where there is one, else that of its year."""
    for period in (asked.period, asked.period.whole_year()):
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
