"""Which value a use, a link or a row of the table means, and what it was before."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from model.numbers.ask import Numbers, Query, asked_of
from model.numbers.computed import Asked
from model.report.indicator import Indicator, Observation
from model.report.section import IndicatorUse
from model.values.facet import FORECASTS, Facet, Source
from model.values.period import Basis, Period
from model.wording.links import IndicatorLink, links
from tests.small_project import put, small

OWN = Period.parse("2026-H1")
YEAR = Period.parse("2026-Y")
QUARTER = Period.parse("2026-Q1")
OTHERS = [facet for facet in Facet if facet not in FORECASTS and facet is not Facet.PLAN]


def _numbers(*typed: tuple[str, str], **changes: Any) -> Numbers:
    return Numbers(put(small(**changes), *typed))


def _revenue(numbers: Numbers) -> Indicator:
    indicator = numbers.indicator("revenue")
    assert indicator is not None
    return indicator


def _of_use(numbers: Numbers, **use: Any) -> Query:
    return numbers.query_of_use(_revenue(numbers), IndicatorUse(indicator="revenue", **use))


def _link(text: str) -> IndicatorLink:
    (link,) = links(text)
    assert isinstance(link, IndicatorLink)
    return link


def _of_link(numbers: Numbers, text: str) -> Query:
    query = numbers.query_of_link(_link(text))
    assert query is not None
    return query


def _places(pairs: Any) -> list[str]:
    return [f"{asked.indicator.id}@{asked.period}.{facet.value}" for asked, facet in pairs]


def _values(known: tuple[Any, ...]) -> list[str]:
    return [str(value.value) for value in known]


@pytest.mark.parametrize("facet", OTHERS)
def test_a_use_means_the_value_of_its_period_basis_and_source(facet: Facet) -> None:
    query = _of_use(
        _numbers(), period="2026-Q1", basis="quarter", source="bureau", forecast_period="2026-Y"
    )
    assert query.asked(facet)[1:] == (QUARTER, Basis.QUARTER, Source.BUREAU)


def test_a_use_means_the_forecast_of_its_own_period_and_the_plan_of_its_year() -> None:
    query = _of_use(
        _numbers(), period="2025-Q1", basis="quarter", source="bureau", forecast_period="2026-Y"
    )
    for facet in FORECASTS:
        assert query.asked(facet)[1:] == (YEAR, None, None)
    assert query.asked(Facet.PLAN)[1:] == (YEAR.last_year(), None, None)


@pytest.mark.parametrize("text", ["{@revenue}", "{@revenue.yoy}"])
def test_what_names_no_period_means_the_reports_own(text: str) -> None:
    numbers = _numbers()
    queries = (_of_use(numbers), _of_link(numbers, text), Query.at(_revenue(numbers), OWN))
    for query in queries:
        assert {query.asked(facet).period for facet in OTHERS} == {OWN}
        assert {query.asked(facet).period for facet in FORECASTS} == {OWN}
        assert query.asked(Facet.PLAN).period == YEAR


@pytest.mark.parametrize("facet", Facet)
def test_a_link_to_a_facet_of_a_period_means_that_very_period(facet: Facet) -> None:
    query = _of_link(_numbers(), f"{{@revenue@2026-Q1.{facet.value}}}")
    assert query.asked(facet)[1:] == (QUARTER, None, None)


def test_a_link_to_a_whole_statement_of_a_period_means_what_a_use_of_it_means() -> None:
    numbers = _numbers()
    query = _of_link(numbers, "{@revenue@2025-Q1}")
    assert query == _of_use(numbers, period="2025-Q1")
    assert query.asked(Facet.FORECAST).period == OWN
    assert query.asked(Facet.PLAN).period == YEAR.last_year()


@pytest.mark.parametrize("text", ["{@nothing.yoy}", "{@revenue@2026-Q5.yoy}", "{@nothing}"])
def test_a_link_to_what_does_not_exist_means_nothing(text: str) -> None:
    numbers = _numbers()
    assert numbers.query_of_link(_link(text)) is None
    assert list(numbers.asked_by_text(text)) == []


def test_a_place_names_basis_and_source_only_where_they_were_chosen() -> None:
    numbers = _numbers()
    natural = _of_use(numbers, basis="cumulative")
    assert str(natural.place(Facet.YOY)) == "revenue@2026-H1.yoy"
    chosen = _of_use(numbers, basis="quarter", source="bureau")
    assert str(chosen.place(Facet.YOY)) == "revenue@2026-H1:quarter.yoy@bureau"
    assert str(chosen.place(Facet.PLAN)) == "revenue@2026-Y.plan"


def test_a_text_asks_for_the_values_of_its_links_in_order() -> None:
    numbers = _numbers(("gdp@2026-H1.actual", "118.6"), ("gdp@2026-H1.yoy", "5.1"))
    asked = numbers.asked_by_text("{leader}，{@revenue@2026-Q1.plan}，{@gdp}，{@revenue.yoy}")
    assert _places(asked) == [
        "revenue@2026-Q1.plan", "gdp@2026-H1.actual", "gdp@2026-H1.yoy", "revenue@2026-H1.yoy",
    ]  # fmt: skip


def test_a_use_asks_for_its_pair_too_and_for_none_of_a_period_that_does_not_exist() -> None:
    numbers = _numbers()
    pair = IndicatorUse(indicator="revenue", paired_with="tax", facets=(Facet.YOY,))
    assert _places(numbers.asked_by_use(pair)) == ["revenue@2026-H1.yoy", "tax@2026-H1.yoy"]
    wrong = pair.changed(forecast_period="2026-Q5")
    assert list(numbers.asked_by_use(wrong)) == []


def test_last_period_is_the_one_the_project_was_carried_on_from() -> None:
    typed = (("revenue@2026-Q1.actual", "3.1"), ("revenue@2025-Y.actual", "12.4"))
    query = _of_use(_numbers(*typed))
    assert _values(_numbers(*typed).before(query.asked(Facet.ACTUAL), Facet.ACTUAL).known) == [
        "3.1"
    ]
    carried = _numbers(*typed, last_period="2025-Y")
    asked = _of_use(carried).asked(Facet.ACTUAL)
    assert _values(carried.before(asked, Facet.ACTUAL).known) == ["12.4"]


def test_last_period_of_another_period_is_the_one_before_it() -> None:
    numbers = _numbers(("revenue@2025-Y.actual", "12.4"), last_period="2025-H1")
    asked = _of_use(numbers, period="2026-Q1").asked(Facet.ACTUAL)
    assert _values(numbers.before(asked, Facet.ACTUAL).known) == ["12.4"]


def test_last_period_of_a_period_that_moves_with_the_report_is_the_one_that_played_its_part() -> (
    None
):
    numbers = _numbers(
        ("revenue@2026-M1-5.actual", "5.6"), ("revenue@2026-M1-7.actual", "7.1"),
        ("revenue@2026-Q2.plan", "3.5"), ("revenue@2026-Y.plan", "12"),
        period="2026-Q1-3", last_period="2026-H1",
    )  # fmt: skip
    asked = _of_use(numbers, period="2026-M1-8").asked(Facet.ACTUAL)
    assert numbers.before(asked, Facet.ACTUAL).period == Period.parse("2026-M1-5")
    assert _values(numbers.before(asked, Facet.ACTUAL).known) == ["5.6"]
    plan = Asked(asked.indicator, Period.parse("2026-Q3"))
    assert _values(numbers.before(plan, Facet.PLAN).known) == ["3.5"]
    no_plan = Asked(asked.indicator, Period.parse("2026-Q1"))
    assert numbers.before(no_plan, Facet.PLAN).known == ()


def test_a_value_of_the_same_period_that_was_amended_since_is_not_what_the_last_report_said() -> (
    None
):
    numbers = _numbers(("revenue@2025-Y.actual", "12.4"), period="2026-Q1-3", last_period="2026-H1")
    asked = _of_use(numbers, period="2025-Y").asked(Facet.ACTUAL)
    assert numbers.before(asked, Facet.ACTUAL).known == ()


@pytest.mark.parametrize("value", ["2026-M1-2", "2025-Y"])
def test_a_period_that_played_two_parts_is_looked_for_in_both(value: str) -> None:
    numbers = _numbers(
        (f"revenue@{value}.actual", "1.2"), period="2026-M1-4", last_period="2026-Q1"
    )
    asked = _of_use(numbers, period="2026-Q1").asked(Facet.ACTUAL)
    assert numbers.before(asked, Facet.ACTUAL).period == Period.parse(value)


def test_last_period_of_a_plan_is_last_years_plan() -> None:
    numbers = _numbers(("revenue@2025-Y.plan", "12"), ("revenue@2026-Y.plan", "12.5"))
    asked = _of_use(numbers).asked(Facet.PLAN)
    assert _values(numbers.before(asked, Facet.PLAN).known) == ["12"]
    assert _values(numbers.known_last_year(asked, Facet.PLAN)) == ["12"]


def test_last_year_is_on_the_same_basis() -> None:
    numbers = _numbers(("revenue@2025-H1.actual", "6.2"), ("revenue@2025-H1:quarter.actual", "3.3"))
    cumulative, quarter = _of_use(numbers), _of_use(numbers, basis="quarter")
    for query, value in ((cumulative, "6.2"), (quarter, "3.3")):
        assert _values(numbers.known_last_year(query.asked(Facet.ACTUAL), Facet.ACTUAL)) == [value]


def test_a_former_value_has_its_own_basis_where_its_period_counts_otherwise() -> None:
    numbers = _numbers(("revenue@2026-M1.actual", "0.9"), last_period="2026-M1", period="2026-M2")
    asked = _of_use(numbers, basis="month").asked(Facet.ACTUAL)
    assert _values(numbers.before(asked, Facet.ACTUAL).known) == ["0.9"]


def test_an_observation_is_the_value_of_its_period_basis_and_source() -> None:
    numbers = _numbers()
    observation = Observation(
        indicator="revenue", period=QUARTER, basis=Basis.QUARTER, facet=Facet.ACTUAL,
        value=Decimal("3.1"), source=Source.BUREAU,
    )  # fmt: skip
    asked = asked_of(_revenue(numbers), observation)
    assert asked[1:] == (QUARTER, Basis.QUARTER, Source.BUREAU)
