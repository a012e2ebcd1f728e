"""The course of an indicator: which values stand in one row, in which order, where it is broken."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from model.report.address import ObservationPlace
from model.report.project import Project
from model.trends.rows import rows_of
from model.trends.series import Series, SeriesKind, recent_words
from model.trends.trend import Trend, Trends, with_history
from model.values.facet import Facet, Source
from model.values.period import Basis, Period
from tests.small_project import small


def said(
    period: str, value: str, facet: str = "actual", id_: str = "gdp", **more: Any
) -> dict[str, Any]:
    basis = Period.parse(period).basis
    usual: dict[str, Any] = {
        "indicator": id_, "period": period, "basis": basis, "facet": facet, "value": value,
        "unit": "%" if facet in ("yoy", "forecast_yoy", "plan_share") else "亿元",
        "source": "bureau",
    }  # fmt: skip
    return {**usual, **more}


def knowing(*observations: dict[str, Any]) -> Project:
    return small(observations=list(observations))


def trend(project: Project, id_: str = "gdp") -> Trend:
    indicator = project.indicator(id_)
    assert indicator is not None
    return Trends(project).of(indicator)


def row(project: Project, name: str, id_: str = "gdp") -> Series:
    return next(one for one in trend(project, id_).series if one.name == name)


def told(series: Series) -> list[tuple[str, str]]:
    return [(str(point.period), point.text) for point in series.points]


def test_levels_of_other_spans_are_other_rows_and_growth_since_january_is_one() -> None:
    project = knowing(
        said("2025-H1", "112.1"), said("2026-H1", "118.6"), said("2026-Q1", "55.8"),
        said("2025-H1", "4.9", "yoy"), said("2026-Q1", "5.3", "yoy"), said("2026-H1", "5.1", "yoy"),
    )  # fmt: skip
    assert told(row(project, "历年上半年")) == [("2025-H1", "112.1"), ("2026-H1", "118.6")]
    assert told(row(project, "历年一季度")) == [("2026-Q1", "55.8")]
    growth = row(project, "累计增速")
    assert told(growth) == [("2025-H1", "4.9"), ("2026-Q1", "5.3"), ("2026-H1", "5.1")]
    assert recent_words(growth) == "4.9→5.3→5.1 ↓"


SPANS = st.sampled_from([Period(2025, 1, m) for m in (2, 3, 6, 9, 12)] + [Period(2026, 1, 6)])


@given(st.lists(st.tuples(SPANS, st.integers(1, 99)), max_size=8, unique_by=lambda one: one[0]))
def test_a_row_of_levels_holds_one_span_and_every_value_stands_in_a_row(
    values: list[tuple[Period, int]],
) -> None:
    project = knowing(*(said(str(period), str(value)) for period, value in values))
    levels = [one for one in trend(project).series if one.kind is SeriesKind.LEVEL]
    for series in levels:
        assert len({(one.period.first, one.period.last) for one in series.points}) == 1
        assert [one.month for one in series.points] == sorted(one.month for one in series.points)
    found = {(point.period, int(point.value)) for one in levels for point in one.points}
    assert found == set(values)


def test_a_balance_is_one_row_over_all_periods() -> None:
    project = knowing(
        said("2025-Y", "150.2", id_="deposits"), said("2026-H1", "158.9", id_="deposits")
    )
    assert told(row(project, "期末数", "deposits")) == [("2025-Y", "150.2"), ("2026-H1", "158.9")]
    assert trend(project, "deposits").series[0].name == "期末数"


def test_a_missing_period_is_a_gap_but_no_january_is_none() -> None:
    months = ("2025-M1-11", "2025-Y", "2026-M1-2", "2026-Q1", "2026-M1-5")
    project = knowing(*(said(one, "5.1", "yoy") for one in months))
    runs = row(project, "累计增速").runs()
    assert [[str(point.period) for point in run] for run in runs] == [
        ["2025-M1-11", "2025-Y", "2026-M1-2", "2026-Q1"],
        ["2026-M1-5"],
    ]


def test_what_was_expected_gives_way_to_what_was_reached() -> None:
    expected = said("2026-H1", "5.8", "forecast_yoy", source="estimate")
    point = row(knowing(expected), "累计增速").points[0]
    assert point.is_forecast
    (point,) = row(knowing(expected, said("2026-H1", "5.1", "yoy")), "累计增速").points
    assert (point.is_forecast, point.value) == (False, Decimal("5.1"))


def test_single_months_are_rows_of_their_own_and_a_month_may_be_told_since_january() -> None:
    since = said("2026-M5", "41.2", basis=Basis.CUMULATIVE)
    project = knowing(said("2026-M4", "8.1"), said("2026-M5", "8.6"), since)
    assert told(row(project, "当月数")) == [("2026-M4", "8.1"), ("2026-M5", "8.6")]
    assert told(row(project, "历年1—5月")) == [("2026-M1-5", "41.2")]


def test_last_years_value_typed_beside_this_years_is_a_point() -> None:
    project = knowing(said("2026-H1", "118.6"), said("2026-H1", "112.1", "prior"))
    assert told(row(project, "历年上半年")) == [("2025-H1", "112.1"), ("2026-H1", "118.6")]


def test_units_are_made_one() -> None:
    project = knowing(said("2025-H1", "65000", unit="万元"), said("2026-H1", "6.82"))
    assert told(row(project, "历年上半年")) == [("2025-H1", "6.5"), ("2026-H1", "6.82")]


def test_shares_of_the_plan_stand_beside_the_time_that_is_gone() -> None:
    project = knowing(
        said("2026-Q1", "27", "plan_share", "revenue"),
        said("2026-M1-5", "41.7", "plan_share", "revenue"),
    )
    lines = list(rows_of(row(project, "占年度计划", "revenue")))
    assert [(one.value, one.beside, one.change) for one in lines] == [
        ("27", "序时进度25", ""),
        ("41.7", "序时进度41.7", "+14.7"),
    ]


def test_growth_stands_beside_the_goal_of_its_year_where_the_goal_is_growth() -> None:
    goal = said("2026-Y", "6", "plan", unit="%")
    project = knowing(said("2026-Q1", "5.3", "yoy"), said("2026-H1", "5.1", "yoy"), goal)
    assert [one.beside for one in rows_of(row(project, "累计增速"))] == ["年度计划6"] * 2


def test_ranks_are_rows_of_their_own_and_go_forward() -> None:
    ranks = [
        said(period, place, "rank", unit="位", scope="全市", of="growth")
        for period, place in (("2026-Q1", "6"), ("2026-H1", "4"))
    ]
    last = list(rows_of(row(knowing(*ranks), "增速全市位次")))[-1]
    assert (last.value, last.change) == ("增速全市第4位", "前移2位")


def test_the_row_of_a_place_holds_its_value() -> None:
    project = knowing(said("2026-H1", "118.6"), said("2026-H1", "5.1", "yoy"))
    found = trend(project)
    for facet, name in ((Facet.ACTUAL, "历年上半年"), (Facet.YOY, "累计增速")):
        place = ObservationPlace("gdp", Period.parse("2026-H1"), facet)
        series = found.holding(place)
        assert series is not None
        assert series.name == name
    assert found.holding(ObservationPlace("gdp", Period.parse("2026-H1"), Facet.PULL)) is None


def test_former_projects_add_what_this_one_does_not_know() -> None:
    mine = knowing(said("2026-H1", "5.1", "yoy"))
    older = knowing(said("2026-H1", "9.9", "yoy"), said("2025-H1", "4.9", "yoy"))
    found = row(with_history(mine, [older]), "累计增速")
    assert told(found) == [("2025-H1", "4.9"), ("2026-H1", "5.1")]
    assert len(mine.observations) == 1


def test_every_point_says_where_it_comes_from() -> None:
    project = knowing(said("2025-H1", "6.5", id_="revenue"), said("2026-H1", "6.82", id_="revenue"))
    assert [one.said_by for one in row(project, "历年上半年", "revenue").points] == [
        Source.BUREAU.label
    ] * 2
    assert [one.said_by for one in row(project, "累计增速", "revenue").points] == ["自动算出"]


def test_an_indicator_without_values_has_no_course() -> None:
    assert trend(knowing()).main is None
    assert Trends(knowing()).with_any() == ()
