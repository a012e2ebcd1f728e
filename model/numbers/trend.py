"""What numbers allow to be claimed: 同步增长, 总体平稳 or 承压运行, by rule and never by hope.

A field that `follows` indicators takes the first of its three choices where all of them rise (or
get better), the last where more than half fall, and the middle one else.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from model.numbers.ask import Numbers
from model.numbers.computed import Asked
from model.report.fields import Field
from model.report.indicator import Indicator
from model.values.facet import Facet
from model.values.growth import Better
from model.values.period import Period


def followed(numbers: Numbers, field: Field) -> str | None:
    """Return the choice that the numbers allow; None for a field that follows none."""
    if not field.follows or len(field.choices) != 3:
        return None
    rises, steady, falls = field.choices
    growths = [growth for id_ in field.follows for growth in _growth(numbers, id_)]
    falling = sum(growth < 0 for growth in growths)
    if growths and all(growth > 0 for growth in growths):
        return rises
    return falls if 2 * falling > len(growths) else steady


def _growth(numbers: Numbers, id_: str) -> Iterator[Decimal]:
    """How an indicator has changed, upward meaning better; nothing where that is not known."""
    indicator = numbers.indicator(id_)
    if indicator is None:
        return
    for period in _periods(numbers.period):
        value = _known(numbers, indicator, period)
        if value is not None:
            yield -value if indicator.better is Better.DOWN else value
            return


def _periods(period: Period) -> Iterator[Period]:
    """The text's own period, then all since January, the latest first."""
    yield period
    for last in range(period.last, 0, -1):
        yield Period(period.year, 1, last)


def _known(numbers: Numbers, indicator: Indicator, period: Period) -> Decimal | None:
    for facet in (Facet.YOY, Facet.FORECAST_YOY):
        known = numbers.known(Asked(indicator, period), facet)
        if known:
            return known[0].value
    return None
