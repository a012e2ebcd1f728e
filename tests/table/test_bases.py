"""The 指标 table with changes against something else than last year: columns, cells, choices."""

from __future__ import annotations

from typing import Any

from model.arrange.uses import choosable_facets, drop_facet, restore_facet
from model.library.shipped import bank
from model.report.project import Project
from model.report.section import IndicatorsBlock, IndicatorUse
from model.report.tree import find
from model.table.clipboard import read_block
from model.table.grid import Grid
from model.table.paste import Names, Target, by_name
from model.values.aspect import Aspect, parse_aspect
from model.values.facet import Facet
from tests.small_project import TODAY, put, small, text


def _stating(*facets: str) -> Project:
    use: dict[str, Any] = {"id": "u1", "indicator": "revenue", "facets": list(facets)}
    return small([{"kind": "indicators", "id": "b1", "use": [use]}])


def _columns(project: Project) -> list[str]:
    grid = Grid(project, project.reports[0])
    return [column.facet.value for column in grid.columns if column.facet]


def _use(project: Project) -> IndicatorUse:
    block = find(project, "b1")
    assert isinstance(block, IndicatorsBlock)
    return block.use[0]


def test_a_base_has_a_column_right_behind_its_facet_named_by_it() -> None:
    project = _stating("yoy", "points~previous", "points~city", "change~year_start", "rank")
    columns = _columns(project)
    at = columns.index("change~year_start")
    assert columns[at : at + 3] == ["change~year_start", "points~2026-Q1", "points~city"]
    grid = Grid(project, project.reports[0])
    titles = {column.facet.value: column.title for column in grid.columns if column.facet}
    assert titles["points~2026-Q1"] == "较2026年一季度升降(个百分点)"
    assert titles["points~city"] == "比全市升降(个百分点)"
    assert titles["change~year_start"] == "较年初增减量"


def test_a_cell_of_a_base_is_the_place_that_the_text_asks_for() -> None:
    project = _stating("yoy", "points~previous")
    grid = Grid(project, project.reports[0])
    cell = grid.value(0, parse_aspect("points~2026-Q1"))
    assert cell.place == "revenue@2026-H1.points~2026-Q1"
    filled = put(project, ("revenue@2026-H1.yoy", "5.1"), (cell.place, "-0.4"))
    assert "增速较一季度回落0.4个百分点" in text(filled)
    assert Grid(filled, filled.reports[0]).value(0, parse_aspect("points~previous")).shown == "-0.4"


def test_what_is_against_the_plan_brings_the_column_of_the_plan() -> None:
    use: dict[str, Any] = {"id": "u1", "indicator": "gdp", "facets": ["yoy", "points~plan"]}
    project = small([{"kind": "indicators", "id": "b1", "use": [use]}])
    assert "plan" in _columns(project)
    assert "plan" not in _columns(_stating("yoy", "points~city"))
    filled = put(project, ("gdp@2026-H1.yoy", "5.1"), ("gdp@2026-Y.plan", "7"))
    assert "低于年度目标1.9个百分点" in text(filled)


def test_a_value_that_no_text_asks_for_has_a_column_too() -> None:
    project = put(_stating("yoy"), ("revenue@2026-H1.yoy~comparable", "4.7"))
    assert "yoy~comparable" in _columns(project)


def test_the_same_base_told_in_two_ways_is_one_column_and_is_left_out_as_one() -> None:
    project = _stating("yoy", "points~previous", "points~2026-Q1")
    assert [one for one in _columns(project) if one.startswith("points")] == ["points~2026-Q1"]
    told: Aspect = parse_aspect("points~2026-Q1")
    left_out = drop_facet(project, "b1", "revenue", told)
    assert "一季度" not in text(left_out)
    again = restore_facet(left_out, "b1", "revenue", parse_aspect("points~previous"))
    assert _use(again) == _use(project)


def test_what_fits_an_indicator_is_offered_once_with_the_period_by_its_name() -> None:
    project = _stating("yoy", "points~previous")
    offered = choosable_facets(project, _use(project))
    codes = [one.value for one in offered]
    assert codes.count("points~2026-Q1") == 1
    assert "yoy~comparable" in codes
    assert offered.index(Facet.YOY) < codes.index("yoy~comparable") < codes.index("points~2026-Q1")


def test_a_pasted_block_fills_what_its_heads_compare_with() -> None:
    project = _stating("yoy", "points~previous")
    grid = Grid(project, project.reports[0])
    block = read_block("指标\t同比±%\t比一季度±百分点\t比全市±\n一般公共预算收入\t5.1\t-0.4\t1.2")
    landings = by_name(grid, block, Names(project.indicators, bank()), Target((0,), ()), TODAY)
    assert {one.place: one.typed for one in landings if one.fits} == {
        "revenue@2026-H1.yoy": "5.1",
        "revenue@2026-H1.points~2026-Q1": "-0.4",
        "revenue@2026-H1.points~city": "1.2",
    }
