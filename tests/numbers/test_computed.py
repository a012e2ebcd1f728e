"""What statistics compute from other values, and what they do not."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.numbers.computed import Asked, can_compute, computed, possible, schedule_gap
from model.numbers.ledger import Ledger, ledger_of
from model.report.indicator import Indicator, Observation
from model.values.facet import Facet, Source
from model.values.growth import Flow, Growth, Target
from model.values.period import Period

H1, M5, Y = (Period.parse(f"2026-{span}") for span in ("H1", "M5", "Y"))
REVENUE = Indicator(
    id="revenue", name="收入", unit="亿元", growth=Growth.NOMINAL, target=Target.TOTAL
)


def _observed(facet: Facet, value: str, period: Period = H1, **more: Any) -> Observation:
    fields: dict[str, Any] = {
        "indicator": "revenue", "period": period, "basis": period.basis, "facet": facet,
        "value": value, "unit": "亿元",
    }  # fmt: skip
    return Observation.model_validate(fields | more)


def _computed(indicator: Indicator, facet: Facet, *values: Observation) -> str | None:
    period = values[0].period
    found = computed(Ledger(values), Asked(indicator, period), facet)
    return None if found is None else str(found)


ACTUAL = _observed(Facet.ACTUAL, "6.82")
PLAN = _observed(Facet.PLAN, "12.5", Y)
BEFORE = _observed(Facet.ACTUAL, "6.2", H1.last_year())


def test_a_share_of_the_plan_and_growth_in_percent_to_one_decimal() -> None:
    assert _computed(REVENUE, Facet.PLAN_SHARE, ACTUAL, PLAN) == "54.6"
    assert _computed(REVENUE, Facet.YOY, ACTUAL, BEFORE) == "10.0"
    forecast = _observed(Facet.FORECAST, "13", Y)
    assert _computed(REVENUE, Facet.FORECAST_PLAN_SHARE, forecast, PLAN) == "104.0"
    whole = _observed(Facet.ACTUAL, "12", Y.last_year())
    assert _computed(REVENUE, Facet.FORECAST_YOY, forecast, whole) == "8.3"


@pytest.mark.parametrize("target", [one for one in Target if one is not Target.TOTAL])
def test_no_share_of_a_plan_that_is_no_total(target: Target) -> None:
    other = REVENUE.changed(target=target)
    assert _computed(other, Facet.PLAN_SHARE, ACTUAL, PLAN) is None


@pytest.mark.parametrize("growth", [one for one in Growth if one is not Growth.NOMINAL])
def test_no_growth_from_levels_where_it_is_not_nominal(growth: Growth) -> None:
    other = REVENUE.changed(growth=growth)
    assert _computed(other, Facet.YOY, ACTUAL, BEFORE) is None


def test_no_share_of_a_ratio_and_nothing_else_is_computed() -> None:
    assert not can_compute(REVENUE.changed(flow=Flow.RATIO), Facet.PLAN_SHARE)
    others = set(Facet) - {
        Facet.YOY, Facet.PLAN_SHARE, Facet.FORECAST_YOY, Facet.FORECAST_PLAN_SHARE, Facet.SCHEDULE,
    }  # fmt: skip
    assert not any(can_compute(REVENUE, facet) for facet in others)


def test_a_missing_or_empty_part_or_another_kind_of_unit_gives_nothing() -> None:
    assert _computed(REVENUE, Facet.PLAN_SHARE, ACTUAL) is None
    assert _computed(REVENUE, Facet.PLAN_SHARE, ACTUAL, PLAN.changed(value="0")) is None
    assert _computed(REVENUE, Facet.PLAN_SHARE, ACTUAL, PLAN.changed(unit="吨")) is None


def test_units_are_converted_and_the_revised_base_comes_first() -> None:
    in_wan = ACTUAL.changed(value="68213", unit="万元")
    assert _computed(REVENUE, Facet.PLAN_SHARE, in_wan, PLAN) == "54.6"
    revised = _observed(Facet.PRIOR, "6.5")
    assert _computed(REVENUE, Facet.YOY, ACTUAL, BEFORE, revised) == "4.9"


def test_a_years_plan_says_nothing_of_one_month() -> None:
    month = _observed(Facet.ACTUAL, "1.1", M5)
    assert _computed(REVENUE, Facet.PLAN_SHARE, month, PLAN) is None
    own = _observed(Facet.PLAN, "1.0", M5)
    assert _computed(REVENUE, Facet.PLAN_SHARE, month, PLAN, own) == "110.0"
    stock = REVENUE.changed(flow=Flow.STOCK)
    assert _computed(stock, Facet.PLAN_SHARE, month, PLAN) == "8.8"


def test_the_best_source_counts_unless_one_is_chosen() -> None:
    better = ACTUAL.changed(value="7.5", source=Source.BUREAU)
    assert _computed(REVENUE, Facet.PLAN_SHARE, ACTUAL, better, PLAN) == "60.0"
    asked = Asked(REVENUE, H1, None, Source.DEPARTMENT)
    ledger = Ledger([ACTUAL, better, PLAN])
    assert computed(ledger, asked, Facet.PLAN_SHARE) == Decimal("54.6")


AMOUNT = st.decimals(min_value="0.01", max_value=1000, places=2)


@given(AMOUNT, AMOUNT)
def test_what_is_computed_lies_in_the_range_that_rounding_allows(
    level: Decimal, base: Decimal
) -> None:
    ledger = Ledger([ACTUAL.changed(value=level), PLAN.changed(value=base)])
    asked = Asked(REVENUE, H1)
    exact = level / base * 100
    range_ = possible(ledger, asked, Facet.PLAN_SHARE)
    assert range_ is not None
    assert range_[0] < exact < range_[1]


@pytest.mark.parametrize(
    ("indicator", "period", "gap"),
    [
        (REVENUE, H1, "4.6"),
        (REVENUE, Period.parse("2026-M1-5"), "12.9"),
        (REVENUE, M5, None),
        (REVENUE.changed(flow=Flow.STOCK), H1, None),
        (REVENUE.changed(target=Target.GROWTH), H1, None),
    ],
)
def test_distance_to_the_schedule_only_for_flows_with_a_total_target(
    indicator: Indicator, period: Period, gap: str | None
) -> None:
    found = schedule_gap(indicator, period, Decimal("54.6"))
    assert found == (None if gap is None else Decimal(gap))


def test_the_ledger_of_the_very_same_observations_is_made_once() -> None:
    observations = (ACTUAL, PLAN)
    assert ledger_of(observations) is ledger_of(observations)
    assert ledger_of((ACTUAL,)).best("revenue", Y, Facet.PLAN) is None
