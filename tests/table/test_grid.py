"""The 指标 table without its window: rows, columns, cells; it agrees with the list of places."""

from datetime import date
from decimal import Decimal

import pytest

from model.entry.apply import Assignment, set_values
from model.errors import PlaceError, ValueRefused
from model.jobs.samples import sample_keys
from model.library import shipped
from model.places.inventory import places_of
from model.report.address import ObservationPlace, parse_place
from model.report.indicator import Observation
from model.report.project import Project
from model.table.cells import why_not
from model.table.edits import (
    can_leave_out,
    is_said,
    place_for,
    with_choice,
    with_said,
    with_source,
)
from model.table.grid import ColumnKind, Grid
from model.values.facet import Facet, Source
from model.values.period import Basis, Period
from model.values.state import State
from tests.samples import example

TODAY = date(2026, 7, 5)
REVENUE = "general-public-budget-revenue"
KEYS = sample_keys()


def grid_of(project: Project, former: Grid | None = None) -> Grid:
    return Grid(project, project.reports[0], former)


def row_of(grid: Grid, indicator: str) -> int:
    return next(at for at, row in enumerate(grid.rows) if row.indicator.id == indicator)


def set_all(project: Project, **values: str) -> Project:
    """Values of revenue in the half-year, by facet."""
    places = {facet: f"{REVENUE}@2026-H1.{facet}" for facet in values}
    return set_values(project, [Assignment(places[f], typed) for f, typed in values.items()], TODAY)


@pytest.fixture
def briefing() -> Project:
    return example("work-briefing")


@pytest.fixture
def blank(briefing: Project) -> Project:
    return briefing.changed(observations=())


@pytest.mark.parametrize("key", KEYS)
def test_every_place_of_an_indicator_that_a_text_shows_is_a_cell(key: str) -> None:
    project = example(key)
    grid = grid_of(project)
    shown = [one for one in places_of(project, project.reports[0]) if "@" in one.place]
    assert shown
    for one in shown:
        place = parse_place(one.place)
        assert isinstance(place, ObservationPlace)
        found = grid.find(place)
        assert found is not None, one.place
        cell = grid.value(*found)
        assert (cell.place, cell.typed, cell.state) == (one.place, one.value or "", one.state)


@pytest.mark.parametrize("key", KEYS)
def test_as_many_cells_are_blank_as_places_are(key: str) -> None:
    full = example(key)
    project = full.changed(observations=full.observations[::3])
    grid = grid_of(project)
    blanks = sum(grid.states(row).count(State.EMPTY) for row in range(len(grid.rows)))
    places = [one for one in places_of(project, project.reports[0]) if "@" in one.place]
    assert blanks == sum(one.state is State.EMPTY for one in places) > 0


def test_an_indicator_with_two_periods_has_two_rows() -> None:
    grid = grid_of(example("county-head-briefing"))
    periods = [str(row.period) for row in grid.rows if row.indicator.id == "gdp"]
    assert periods == ["2026-Q1", "2026-Q2"]


def test_what_the_text_does_not_use_stands_last_and_asks_for_nothing(blank: Project) -> None:
    extra = shipped.bank().by_id["gdp-national"]
    grid = grid_of(blank.changed(indicators=(extra, *blank.indicators)))
    assert [row.used for row in grid.rows] == [True] * (len(grid.rows) - 1) + [False]
    assert grid.rows[-1].indicator is extra
    assert State.EMPTY not in grid.states(len(grid.rows) - 1)
    assert grid.state_label(len(grid.rows) - 1, 0) == "本文未用"


def test_columns_are_those_that_some_row_wants_or_holds(blank: Project) -> None:
    facets = [column.facet for column in grid_of(blank).columns]
    assert Facet.ACTUAL in facets
    assert Facet.PLAN in facets, "占年度计划 is computed from it"
    assert Facet.FORECAST_YOY not in facets
    more = set_all(blank, forecast_yoy="2")
    assert Facet.FORECAST_YOY in [column.facet for column in grid_of(more).columns]


def test_a_column_stays_while_the_same_text_is_shown(blank: Project) -> None:
    more = grid_of(set_all(blank, forecast_yoy="2"))
    after = grid_of(blank, more)
    assert after.columns == more.columns


def test_a_share_is_computed_and_gives_way_to_what_is_typed(blank: Project) -> None:
    project = set_values(blank, [Assignment(f"{REVENUE}@2026-Y.plan", "13.5")], TODAY)
    project = set_all(project, actual="6.82")
    grid = grid_of(project)
    cell = grid.value(row_of(grid, REVENUE), Facet.PLAN_SHARE)
    assert (cell.shown, cell.state, cell.source) == ("50.5", State.COMPUTED, None)
    typed = grid_of(set_all(project, plan_share="50.4"))
    assert typed.value(row_of(typed, REVENUE), Facet.PLAN_SHARE).state is State.FILLED
    back = grid_of(set_all(typed.project, plan_share=""))
    assert back.value(row_of(back, REVENUE), Facet.PLAN_SHARE) == cell


@pytest.mark.parametrize(
    ("plan", "actual", "told"),
    [
        ("13.5", "6.82", "快于序时进度0.5个百分点"),
        ("13.5", "6.5", "慢于序时进度1.9个百分点"),
        ("13.5", "6.75", "与序时进度一致"),
    ],
)
def test_a_share_of_the_plan_is_compared_with_the_time_gone(
    blank: Project, plan: str, actual: str, told: str
) -> None:
    def reason(project: Project) -> str:
        grid = grid_of(project)
        return grid.value(row_of(grid, REVENUE), Facet.PLAN_SHARE).reason

    assert reason(blank) == ""
    project = set_values(blank, [Assignment(f"{REVENUE}@2026-Y.plan", plan)], TODAY)
    project = set_all(project, actual=actual)
    assert told in reason(project)
    assert reason(project).startswith("自动算出")
    assert reason(set_all(project, plan_share="48.0")) == "慢于序时进度2.0个百分点。"
    assert "序时" not in reason(set_all(project, plan="7"))


def test_last_year_is_taken_from_its_own_value_until_one_is_typed(blank: Project) -> None:
    place = f"{REVENUE}@2025-H1.actual"
    grid = grid_of(set_values(blank, [Assignment(place, "6.49")], TODAY))
    cell = grid.value(row_of(grid, REVENUE), Facet.PRIOR)
    assert (cell.shown, cell.state, cell.reason) == ("6.49", State.COMPUTED, "取自2025年上半年的数")
    typed = grid_of(set_all(grid.project, prior="6.51"))
    assert typed.value(row_of(typed, REVENUE), Facet.PRIOR).shown == "6.51"


def test_last_period_stands_beside(blank: Project) -> None:
    places = [
        Assignment(f"{REVENUE}@2026-Q1.actual", "3.05"),
        Assignment(f"{REVENUE}@2026-Q1.yoy", "4.2"),
        Assignment("fixed-asset-investment@2026-Q1.yoy", "6.3"),
    ]
    grid = grid_of(set_values(blank, places, TODAY))
    kinds = [column.kind for column in grid.columns]
    last, growth = kinds.index(ColumnKind.LAST), kinds.index(ColumnKind.LAST_GROWTH)
    revenue, investment = row_of(grid, REVENUE), row_of(grid, "fixed-asset-investment")
    assert (grid.cell(revenue, last).shown, grid.cell(revenue, growth).shown) == ("3.05", "4.2")
    assert grid.cell(investment, last).shown == "6.3%"
    assert grid.former_values(revenue, Facet.YOY) == ("4.2%", "")


@pytest.mark.parametrize(
    ("indicator", "facet", "word"),
    [
        ("fixed-asset-investment", Facet.ACTUAL, "同比增长"),
        ("primary-share", Facet.YOY, "个百分点"),
        ("gdp", Facet.POINTS, "同比增长"),
        ("primary-share", Facet.PLAN_SHARE, "年度计划"),
    ],
)
def test_what_an_indicator_does_not_have_says_why(indicator: str, facet: Facet, word: str) -> None:
    assert word in why_not(shipped.bank().by_id[indicator], facet)


def test_a_cell_that_cannot_be_filled_has_no_place(blank: Project) -> None:
    grid = grid_of(blank)
    row = row_of(grid, "fixed-asset-investment")
    cell = grid.value(row, Facet.ACTUAL)
    assert (cell.place, cell.shown, cell.state) == ("", "—", None)
    assert cell.reason


def test_a_value_that_is_there_all_the_same_can_be_changed(blank: Project) -> None:
    place = "fixed-asset-investment@2026-H1.actual"
    grid = grid_of(set_values(blank, [Assignment(place, "33.2")], TODAY))
    assert grid.value(row_of(grid, "fixed-asset-investment"), Facet.ACTUAL).place == place


def test_the_best_source_is_shown_and_the_others_are_told(blank: Project) -> None:
    project = set_all(blank, actual="6.80")
    place = f"{REVENUE}@2026-H1.actual"
    project = set_values(project, [Assignment(place_for(place, Source.BUREAU), "6.82")], TODAY)
    cell = grid_of(project).value(row_of(grid_of(project), REVENUE), Facet.ACTUAL)
    assert (cell.typed, cell.source, cell.others) == ("6.82", Source.BUREAU, "部门报送数6.80")
    assert cell.other_sources == (Source.DEPARTMENT,)


def test_a_value_moves_to_another_source(blank: Project) -> None:
    grid = grid_of(set_all(blank, actual="6.80"))
    row = row_of(grid, REVENUE)
    moved = set_values(grid.project, with_source(grid, [(row, Facet.ACTUAL)], Source.BUREAU), TODAY)
    assert [(str(one.value), one.source) for one in moved.observations] == [("6.80", Source.BUREAU)]
    assert with_source(grid_of(moved), [(row, Facet.ACTUAL)], Source.BUREAU) == ()


def test_no_value_is_written_over_that_way(blank: Project) -> None:
    project = set_all(blank, actual="6.80")
    place = f"{REVENUE}@2026-H1.actual@bureau"
    grid = grid_of(set_values(project, [Assignment(place, "6.82")], TODAY))
    with pytest.raises(ValueRefused, match=r"部门报送数6\.80"):
        with_source(grid, [(row_of(grid, REVENUE), Facet.ACTUAL)], Source.DEPARTMENT)


def test_the_text_can_use_one_source_only(blank: Project) -> None:
    project = set_all(blank, actual="6.80")
    place = f"{REVENUE}@2026-H1.actual@bureau"
    grid = grid_of(set_values(project, [Assignment(place, "6.82")], TODAY))
    row = grid.rows[row_of(grid, REVENUE)]
    pinned = grid_of(set_values(grid.project, with_choice(row, Source.DEPARTMENT), TODAY))
    at = row_of(pinned, REVENUE)
    assert pinned.value(at, Facet.ACTUAL).typed == "6.80"
    source = [column.kind for column in pinned.columns].index(ColumnKind.SOURCE)
    assert pinned.cell(at, source).shown == "只用部门报送数"
    back = set_values(pinned.project, with_choice(pinned.rows[at], None), TODAY)
    assert grid_of(back).rows == grid.rows


def test_a_value_is_left_out_of_the_text_and_taken_back(blank: Project) -> None:
    grid = grid_of(set_all(blank, yoy="5.1"))
    row = row_of(grid, REVENUE)
    assert can_leave_out(grid, row, Facet.YOY)
    assert is_said(grid, row, Facet.YOY)
    without = grid_of(with_said(grid.project, grid.rows[row], Facet.YOY, False))
    cell = without.value(row, Facet.YOY)
    assert (cell.state, cell.shown, cell.typed) == (State.DROPPED, "本期不写", "5.1")
    assert not is_said(without, row, Facet.YOY)
    back = grid_of(with_said(without.project, without.rows[row], Facet.YOY, True))
    assert back.value(row, Facet.YOY) == grid.value(row, Facet.YOY)


def test_a_value_that_only_a_link_shows_is_not_left_out_here() -> None:
    grid = grid_of(example("county-head-briefing"))
    row = next(at for at, one in enumerate(grid.rows) if one.used and not one.holders)
    assert not can_leave_out(grid, row, grid.rows[row].lead)
    with pytest.raises(PlaceError, match="文字"):
        with_said(grid.project, grid.rows[row], grid.rows[row].lead, False)


def test_only_the_rows_of_changed_indicators_changed(blank: Project) -> None:
    before = grid_of(blank)
    after = grid_of(set_all(blank, actual="6.82"), before)
    assert after.rows is before.rows
    assert after.changed_rows(before) == (row_of(after, REVENUE),)


def test_a_project_without_texts_shows_what_it_has(briefing: Project) -> None:
    grid = Grid(briefing.changed(reports=()), None)
    assert len(grid.rows) == len(briefing.indicators)
    assert not any(row.used for row in grid.rows)
    assert Grid(briefing.changed(reports=(), indicators=(), observations=()), None).rows == ()


def test_a_rank_leaves_out_what_is_understood(blank: Project) -> None:
    ranks = [
        Assignment("gdp@2026-H1.rank", "3、全省第12位"),
        Assignment(f"{REVENUE}@2026-H1.rank", "增速居全市第5位"),
    ]
    grid = grid_of(set_values(blank, ranks, TODAY))
    assert grid.value(row_of(grid, "gdp"), Facet.RANK).shown == "第3位、全省第12位"
    assert grid.value(row_of(grid, REVENUE), Facet.RANK).shown == "增速第5位"


def test_a_value_in_another_unit_says_so(blank: Project) -> None:
    grid = grid_of(set_all(blank, actual="68213万元"))
    cell = grid.value(row_of(grid, REVENUE), Facet.ACTUAL)
    assert (cell.shown, cell.typed) == ("68213万元", "68213万元")


def test_a_row_on_another_basis_says_so(blank: Project) -> None:
    one = Observation(
        indicator="gdp", period=Period(2026, 1, 6), basis=Basis.QUARTER, facet=Facet.ACTUAL,
        value=Decimal("62.8"), unit="亿元",
    )  # fmt: skip
    grid = grid_of(blank.changed(observations=(one,)))
    row = grid.rows[row_of(grid, "gdp")]
    assert grid.value(row_of(grid, "gdp"), Facet.ACTUAL).state is State.EMPTY
    assert row.period_label(Period(2025, 1, 6)) == "2026年上半年"
    assert (
        type(row)(
            row.indicator, row.period, row.forecast_period, row.plan_period, Basis.QUARTER
        ).period_label(blank.period)
        == "上半年当季"
    )
