"""What of a report is said in the span it is of, and under what period."""

from typing import Any

import pytest

from model.library import shipped
from model.report.fitting import fitted, with_deadline
from model.report.item import Item
from model.report.section import IndicatorUse, Task
from model.values.period import Period

BANK = shipped.bank().by_id


def use(indicator: str, **more: Any) -> IndicatorUse:
    return IndicatorUse.model_validate({"id": "u1", "indicator": indicator} | more)


@pytest.mark.parametrize(
    ("spans", "period", "dropped"),
    [
        (["Y"], "2026-Y", False),
        (["Y"], "2026-H1", True),
        (["M", "M1-n"], "2026-M5", False),
        (["M", "M1-n"], "2026-M1-5", False),
        (["M", "M1-n"], "2026-H1", True),
        ([], "2026-H1", False),
    ],
)
def test_a_point_is_said_in_its_spans_only(spans: list[str], period: str, dropped: bool) -> None:
    item = Item.model_validate({"id": "i1", "text": "话。", "spans": spans})
    task = Task.model_validate({"id": "t1", "text": "事。", "spans": spans})
    assert fitted(item, Period.parse(period), BANK).dropped is dropped
    assert fitted(task, Period.parse(period), BANK).dropped is dropped


def test_a_point_without_spans_stays_as_the_clerk_left_it() -> None:
    dropped = Item(id="i1", text="话。", dropped=True)
    assert fitted(dropped, Period.parse("2026-H1"), BANK) is dropped


def test_a_point_comes_back_in_a_span_of_its_own() -> None:
    gone = fitted(Item(id="i1", text="话。", spans=("Y",)), Period.parse("2026-H1"), BANK)
    assert not fitted(gone, Period.parse("2026-Y"), BANK).dropped


@pytest.mark.parametrize(
    ("indicator", "asked", "period", "said"),
    [
        ("gdp", None, "2026-H1", None),
        ("fixed-asset-investment", None, "2026-M5", "2026-M1-5"),
        ("fixed-asset-investment", "2026-M1-5", "2026-H1", "2026-M1-5"),
        ("fixed-asset-investment", "2026-M1-5", "2026-M5", "2026-M1-5"),
        ("consumer-goods-retail", "2026-M1-5", "2026-M5", "2026-M1-5"),
        ("service-revenue-above-scale", None, "2026-H1", "2026-M1-5"),
        ("gdp", "2026-Q1", "2026-M5", "2026-Q1"),
        ("gdp", "2025-Y", "2026-Q1", "2025-Y"),
        ("gdp", "2026-M1-8", "2026-Q1-3", "2026-H1"),
        ("general-public-budget-revenue", None, "2026-M5", None),
    ],
)
def test_an_indicator_is_said_of_a_period_it_has(
    indicator: str, asked: str | None, period: str, said: str | None
) -> None:
    found = fitted(use(indicator, period=asked), Period.parse(period), BANK)
    assert not found.dropped
    assert found.period == said


def test_an_indicator_that_has_no_value_for_the_period_is_not_said() -> None:
    for period in ("2026-M5", "2026-M1-5"):
        assert fitted(use("gdp"), Period.parse(period), BANK).dropped
    assert not fitted(use("gdp", dropped=True), Period.parse("2026-H1"), BANK).dropped


@pytest.mark.parametrize(
    ("indicator", "period", "forecast"),
    [
        ("gdp", "2026-M5", "2026-H1"),
        ("gdp", "2026-H1", None),
        ("fixed-asset-investment", "2026-M5", "2026-M1-5"),
        ("industrial-va-above-scale", "2026-M1-5", None),
    ],
)
def test_a_forecast_is_of_a_period_that_will_have_a_value(
    indicator: str, period: str, forecast: str | None
) -> None:
    asked = use(indicator, period="2026-Q1", facets=["actual", "forecast"])
    assert fitted(asked, Period.parse(period), BANK).forecast_period == forecast


def test_an_indicator_of_an_older_project_says_what_it_said() -> None:
    old = BANK["gdp"].changed(periods=())
    asked = use("gdp")
    assert fitted(asked, Period.parse("2026-M5"), {"gdp": old}) is asked


@pytest.mark.parametrize(
    ("deadline", "period", "after"),
    [
        ("年底前", "2026-H1", "年底前"),
        ("年底前", "2026-Y", "2027年底前"),
        ("年内", "2026-Y", "2027年内"),
        ("9月底前", "2026-H1", "9月底前"),
        ("9月底前", "2026-Q1-3", "年底前"),
        ("9月底前", "2026-Y", "2027年9月底前"),
        ("", "2026-Y", ""),
        (None, "2026-Y", None),
        ("10月中旬前", "2026-Q1-3", "10月中旬前"),
    ],
)
def test_a_deadline_of_a_template_has_not_passed(
    deadline: str | None, period: str, after: str | None
) -> None:
    task = Task(id="t1", text="事。", deadline=deadline)
    assert with_deadline(task, Period.parse(period)).deadline == after
