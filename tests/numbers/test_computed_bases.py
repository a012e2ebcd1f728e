"""What is computed against something else than last year: differences of two known values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.numbers.computed import Asked, can_compute, computed
from model.numbers.ledger import Ledger
from model.report.indicator import Indicator, Observation
from model.values.aspect import parse_aspect
from model.values.facet import Facet
from model.values.growth import Flow, Growth, Measure, Target
from model.values.period import Period

INDUSTRY = Indicator(
    id="industry", name="规模以上工业增加值", unit="%", measure=Measure.GROWTH_ONLY,
    growth=Growth.CONSTANT_PRICE, target=Target.GROWTH,
)  # fmt: skip
LOANS = Indicator(id="loans", name="贷款余额", unit="亿元", flow=Flow.STOCK, growth=Growth.NOMINAL)
RATE = Indicator(
    id="rate", name="城镇登记失业率", unit="%", measure=Measure.RATE, flow=Flow.RATIO,
    growth=Growth.POINTS, target=Target.CEILING,
)  # fmt: skip
GDP = Indicator(id="gdp", name="地区生产总值", unit="亿元", growth=Growth.CONSTANT_PRICE)
REVENUE = Indicator(id="revenue", name="财政收入", unit="亿元", growth=Growth.NOMINAL)


def _one(indicator: Indicator, period: str, facet: Facet, value: str, unit: str) -> Observation:
    at = Period.parse(period)
    return Observation(
        indicator=indicator.id, period=at, basis=at.basis, facet=facet, value=Decimal(value),
        unit=unit,
    )  # fmt: skip


VALUES = (
    _one(INDUSTRY, "2026-M1-5", Facet.YOY, "7.0", "%"),
    _one(INDUSTRY, "2026-M1-4", Facet.YOY, "6.6", "%"),
    _one(INDUSTRY, "2026-Y", Facet.PLAN, "8.9", "%"),
    _one(LOANS, "2026-M5", Facet.ACTUAL, "197.2", "亿元"),
    _one(LOANS, "2025-Y", Facet.ACTUAL, "1846000", "万元"),
    _one(RATE, "2026-H1", Facet.ACTUAL, "5.8", "%"),
    _one(RATE, "2026-Y", Facet.PLAN, "5.5", "%"),
    _one(RATE, "2026-Q1", Facet.ACTUAL, "5.8", "%"),
    _one(GDP, "2025-Y", Facet.ACTUAL, "142", "亿元"),
    _one(GDP, "2020-Y", Facet.ACTUAL, "98", "亿元"),
    _one(REVENUE, "2025-Y", Facet.ACTUAL, "9.2", "亿元"),
    _one(REVENUE, "2020-Y", Facet.ACTUAL, "6.4", "亿元"),
)


@pytest.mark.parametrize(
    ("indicator", "period", "code", "value"),
    [
        (INDUSTRY, "2026-M1-5", "points~previous", "0.4"),
        (INDUSTRY, "2026-M1-5", "points~2026-M1-4", "0.4"),
        (INDUSTRY, "2026-M1-5", "points~plan", "-1.9"),
        (INDUSTRY, "2026-M1-5", "points~city", None),
        (INDUSTRY, "2026-M1-5", "points~2026-Q1", None),
        (LOANS, "2026-M5", "change~year_start", "12.6"),
        (LOANS, "2026-M5", "change~2025-Y", "12.6"),
        (RATE, "2026-H1", "points~plan", "0.3"),
        (RATE, "2026-H1", "points~previous", "0"),
        (GDP, "2025-Y", "yoy~2020-Y", None),
        (GDP, "2025-Y", "change~2020-Y", None),
        (REVENUE, "2025-Y", "yoy~2020-Y", "43.8"),
        (REVENUE, "2025-Y", "change~2020-Y", "2.8"),
        (REVENUE, "2025-Y", "yearly~2020-Y", None),
        (REVENUE, "2025-Y", "yoy~comparable", None),
    ],
)
def test_a_change_against_a_base(
    indicator: Indicator, period: str, code: str, value: str | None
) -> None:
    facet, asked = parse_aspect(code), Asked(indicator, Period.parse(period))
    expected = None if value is None else Decimal(value)
    assert computed(Ledger(VALUES), asked, facet) == expected
    if expected is not None:
        assert can_compute(indicator, facet)
