"""Pasted blocks: where their cells go, what is refused, and that any text is safe."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.entry.apply import set_values
from model.errors import ValueRefused
from model.library import shipped
from model.report.project import Project
from model.table.clipboard import Block, read_block
from model.table.grid import Grid
from model.table.paste import (
    Landing,
    Names,
    Target,
    assignments,
    by_name,
    by_position,
    counted,
    name_column,
)
from model.table.paste_heads import Head, Role, head_of, heads_of
from model.values.aspect import parse_aspect
from model.values.facet import Facet, Source
from tests.samples import example
from tests.small_project import small

TODAY = date(2026, 7, 5)
BRIEFING = example("work-briefing")
EMPTY = BRIEFING.changed(observations=())
GRID = Grid(EMPTY, EMPTY.reports[0])
NAMES = Names(EMPTY.indicators, shipped.bank())
REVENUE = "general-public-budget-revenue"
FACETS = [column.facet for column in GRID.columns]
ROWS = list(range(len(GRID.rows)))


def target(row: int = 0, facet: Facet | None = None, source: Source | None = None) -> Target:
    return Target(ROWS, FACETS, row, FACETS.index(facet) if facet else 0, source)


def named(text: str, grid: Grid = GRID, source: Source | None = None) -> dict[str, str]:
    """What a block with names would fill: place and what is typed there."""
    landings = by_name(grid, read_block(text), NAMES, target(source=source), TODAY)
    return {one.place: one.typed for one in landings if one.fits}


def faults(landings: tuple[Landing, ...]) -> list[str]:
    return [one.fault for one in landings if one.fault]


def row_of(indicator: str) -> int:
    return next(at for at, row in enumerate(GRID.rows) if row.indicator.id == indicator)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("指标名称", Head(Role.NAME)),
        ("计量单位", Head(Role.UNIT)),
        ("单位", Head(Role.UNIT)),
        ("责任单位", Head(Role.ASIDE)),
        ("本月止累计（万元）", Head(Role.VALUE, Facet.ACTUAL, "万元")),
        ("1-6月完成", Head(Role.VALUE, Facet.ACTUAL)),
        ("同比增长(%)", Head(Role.VALUE, Facet.YOY, "%")),
        ("增速\n（％）", Head(Role.VALUE, Facet.YOY, "%")),
        ("±%", Head(Role.VALUE, Facet.YOY)),
        ("比1—4月±百分点", Head(Role.VALUE, Facet.POINTS, since=(1, 4))),
        ("较一季度升降（个百分点）", Head(Role.VALUE, Facet.POINTS, "个百分点", (1, 3))),
        ("比4月±（%）", Head(Role.VALUE, Facet.YOY, "%", (4, 4))),
        ("较上月±百分点", Head(Role.VALUE, parse_aspect("points~previous"))),
        ("较上月", Head(Role.ASIDE)),
        ("比全市±", Head(Role.VALUE, parse_aspect("points~city"))),
        ("比全省±百分点", Head(Role.VALUE, parse_aspect("points~province"))),
        ("比年度目标±", Head(Role.VALUE, parse_aspect("points~plan"))),
        ("比年初±", Head(Role.VALUE, parse_aspect("change~year_start"))),
        ("较年初增减（亿元）", Head(Role.VALUE, parse_aspect("change~year_start"), "亿元")),
        ("比年初增长(%)", Head(Role.VALUE, parse_aspect("yoy~year_start"), "%")),
        ("环比（%）", Head(Role.VALUE, parse_aspect("yoy~previous"), "%")),
        ("同口径增长(%)", Head(Role.VALUE, parse_aspect("yoy~comparable"), "%")),
        ("比上年同期±%", Head(Role.VALUE, Facet.YOY)),
        ("同比增减额", Head(Role.VALUE, Facet.CHANGE)),
        ("拉动百分点", Head(Role.VALUE, Facet.PULL)),
        ("贡献率(%)", Head(Role.VALUE, Facet.CONTRIBUTION, "%")),
        ("年均增长(%)", Head(Role.VALUE, Facet.YEARLY, "%")),
        ("全市位次", Head(Role.VALUE, Facet.RANK)),
        ("位次变化", Head(Role.VALUE, Facet.RANK_CHANGE)),
        ("占年度计划%", Head(Role.VALUE, Facet.PLAN_SHARE)),
        ("完成年初预算的%", Head(Role.VALUE, Facet.PLAN_SHARE)),
        ("年度目标任务", Head(Role.VALUE, Facet.PLAN)),
        ("上年同期", Head(Role.VALUE, Facet.PRIOR)),
        ("上期数", Head(Role.ASIDE)),
        ("6月底预计完成", Head(Role.VALUE, Facet.FORECAST)),
        ("预计同比增长", Head(Role.VALUE, Facet.FORECAST_YOY)),
        ("预计占年度计划", Head(Role.VALUE, Facet.FORECAST_PLAN_SHARE)),
        ("同比升降（个百分点）", Head(Role.VALUE, Facet.POINTS, "个百分点")),
        ("占比", Head(Role.VALUE, Facet.SHARE)),
        ("负责人", Head(Role.UNKNOWN)),
    ],
)
def test_heads_of_statistical_tables_are_understood(text: str, head: Head) -> None:
    assert head_of(text) == head


def test_a_title_is_no_head_and_a_head_over_two_columns_counts_for_both() -> None:
    lines = [
        ("2026年上半年主要指标完成情况", "", "", ""),
        ("指标", "本期", "预计", ""),
        ("", "总量", "总量", "增速（%）"),
    ]
    facets = [head.facet for head in heads_of(lines, 4)]
    assert facets == [None, Facet.ACTUAL, Facet.FORECAST, Facet.FORECAST_YOY]


def test_names_lead_to_indicators_however_they_are_dressed() -> None:
    for text in (
        "一般公共预算收入",
        " 一、一般公共预算收入（亿元）",
        "3. 一般公共 预算收入",
        "（二）一般公共预算收入",
        "其中：一般公共预算收入",
    ):
        found = NAMES.find(text)
        assert found is not None, text
        assert found.indicator == REVENUE
    growth = NAMES.find("固定资产投资增速（%）")
    assert growth is not None
    assert (growth.indicator, growth.is_growth) == ("fixed-asset-investment", True)
    assert NAMES.find("GDP") == NAMES.find("地区生产总值")
    assert NAMES.find("骨干企业家数") is None
    assert NAMES.find("") is None


def test_a_block_with_names_goes_to_its_indicators() -> None:
    text = (
        "指标\t单位\t1-6月\t同比增长(%)\t位次\n"
        "一般公共预算收入\t亿元\t6.82\t5.1\t3\n"
        "GDP\t亿元\t118.6\t-0.8\t第5位\n"
    )
    assert named(text) == {
        f"{REVENUE}@2026-H1.actual": "6.82",
        f"{REVENUE}@2026-H1.yoy": "5.1",
        f"{REVENUE}@2026-H1.rank": "3",
        "gdp@2026-H1.actual": "118.6",
        "gdp@2026-H1.yoy": "-0.8",
        "gdp@2026-H1.rank": "第5位",
    }


def test_names_may_stand_in_any_column_and_lines_in_any_order() -> None:
    text = "序号\t项目\t同比增长\t完成\n1\tGDP\t5.3\t118.6\n2\t一般公共预算收入\t5.1\t6.82"
    assert name_column(read_block(text), NAMES) == 1
    assert named(text)[f"{REVENUE}@2026-H1.actual"] == "6.82"
    assert named(text)["gdp@2026-H1.yoy"] == "5.3"


def test_the_unit_of_the_block_comes_along_where_it_is_another() -> None:
    by_column = "指标\t单位\t完成\n一般公共预算收入\t万元\t68213"
    by_head = "指标\t完成（万元）\n一般公共预算收入\t68213"
    by_title = "指标\t完成\n一般公共预算收入（万元）\t68213"
    for text in (by_column, by_head, by_title):
        assert named(text) == {f"{REVENUE}@2026-H1.actual": "68213万元"}


def test_a_unit_of_another_kind_is_refused() -> None:
    block = read_block("指标\t单位\t完成\n一般公共预算收入\t吨\t68213")
    (one,) = by_name(GRID, block, NAMES, target(), TODAY)
    assert not one.fits
    assert "吨" in one.fault


def test_growth_goes_to_growth_where_no_level_is_said() -> None:
    text = "指标\t单位\t1-6月\n固定资产投资\t%\t6.4\n规模以上工业增加值增速\t%\t7.1"
    assert named(text) == {
        "fixed-asset-investment@2026-H1.yoy": "6.4",
        "industrial-va-above-scale@2026-H1.yoy": "7.1",
    }


def test_without_heads_the_columns_are_those_of_the_table_from_the_cell_on() -> None:
    block = read_block("一般公共预算收入\t亿元\t6.82\t5.1")
    landings = by_name(GRID, block, NAMES, target(facet=Facet.ACTUAL), TODAY)
    following = FACETS[FACETS.index(Facet.ACTUAL) + 1 :]
    second = next(facet for facet in following if facet)
    assert [one.place for one in landings] == [
        f"{REVENUE}@2026-H1.actual",
        f"{REVENUE}@2026-H1.{second.value}",
    ]


def test_the_period_in_the_title_chooses_among_the_rows_of_an_indicator() -> None:
    project = example("county-head-briefing").changed(observations=())
    grid = Grid(project, project.reports[0])
    text = "一季度主要指标\t\n指标\t完成\n地区生产总值\t55.8"
    assert named(text, grid) == {"gdp@2026-Q1.actual": "55.8"}


def test_names_that_lead_nowhere_are_told() -> None:
    block = read_block(
        "指标\t完成\n一般公共预算收入\t6.82\n云河鱼苗投放\t30\n国内生产总值\t66\n备注\t"
    )
    landings = by_name(GRID, block, NAMES, target(), TODAY)
    assert counted(landings) == {"fits": 1, "same": 0, "nowhere": 2, "refused": 0}
    assert [one.text for one in landings if not one.fits] == ["云河鱼苗投放", "国内生产总值"]


def test_the_same_name_twice_fills_once() -> None:
    block = read_block("指标\t完成\n一般公共预算收入\t6.82\n一般公共预算收入\t6.90")
    first, second = by_name(GRID, block, NAMES, target(), TODAY)
    assert first.fits
    assert "第2行" in second.fault


def test_by_position_from_a_cell() -> None:
    row = row_of(REVENUE)
    block = read_block("6.82\t5.1\n\t4.4")
    landings = by_position(GRID, block, target(row, Facet.ACTUAL), TODAY)
    assert landings[0].place == f"{REVENUE}@2026-H1.actual"
    assert [one.at for one in landings] == [(0, 0), (0, 1), (1, 1)], "an empty cell changes nothing"


def test_by_position_tells_what_does_not_fit() -> None:
    last = len(ROWS) - 1
    landings = by_position(GRID, read_block("约12\n3"), target(last, Facet.ACTUAL), TODAY)
    assert "约" in landings[0].fault
    assert "范围" in landings[1].fault
    aside = Target(ROWS, FACETS, 0, FACETS.index(None))
    told = faults(by_position(GRID, read_block("3.05"), aside, TODAY))
    assert told == ["这一列不能填。"]
    investment = target(row_of("fixed-asset-investment"), Facet.ACTUAL)
    assert "增速" in faults(by_position(GRID, read_block("33.2"), investment, TODAY))[0]


def test_a_chosen_source_stands_beside_what_is_there() -> None:
    text = "指标\t完成\n一般公共预算收入\t6.82"
    assert named(text, source=Source.BUREAU) == {f"{REVENUE}@2026-H1.actual@bureau": "6.82"}


def test_what_stands_there_already_is_no_change() -> None:
    place = f"{REVENUE}@2026-H1.actual"
    project = set_values(EMPTY, assignments([Landing((0, 0), "6.82", place, typed="6.82")]), TODAY)
    grid = Grid(project, project.reports[0])
    block = read_block("指标\t完成\n一般公共预算收入\t6.82")
    landings = by_name(grid, block, NAMES, target(), TODAY)
    assert counted(landings)["same"] == 1
    assert assignments(landings) == ()


CELLS = st.one_of(
    st.sampled_from(
        ["一般公共预算收入", "GDP", "固定资产投资增速", "6.82", "-3.2%", "第3位", "约5", "", "—",
         "万元", "亿元", "同比增长(%)", "完成", "位次", "指标", "1,234", "9" * 30, "\x00", "\ud800"]
    ),
    st.text(max_size=8),
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.lists(CELLS, max_size=5), max_size=6).map(
        lambda lines: "\n".join("\t".join(line) for line in lines)
    ),
)


def block_of(text: str) -> Block:
    try:
        return read_block(text)
    except ValueRefused:
        return ()


@given(TEXTS, st.integers(0, len(ROWS) - 1), st.integers(0, len(FACETS) - 1), st.booleans())
def test_any_text_is_safe_and_what_fits_is_set_whole(
    text: str, row: int, column: int, from_bureau: bool
) -> None:
    block = block_of(text)
    where = Target(ROWS, FACETS, row, column, Source.BUREAU if from_bureau else None)
    for landings in (
        by_position(GRID, block, where, TODAY),
        by_name(GRID, block, NAMES, where, TODAY),
    ):
        chosen = assignments(landings)
        project: Project = set_values(EMPTY, chosen, TODAY)
        grid = Grid(project, project.reports[0], GRID)
        assert len({one.place for one in chosen}) == len(chosen)
        assert all(one.place and one.label for one in landings if one.fits)
        changed = {grid.rows[at].indicator.id for at in grid.changed_rows(GRID)}
        assert changed == {one.place.split("@")[0] for one in chosen}


def test_a_cell_of_another_period_names_the_period_of_its_value() -> None:
    use = {
        "indicator": "revenue", "period": "2026-M1-5", "forecast_period": "2026-Y",
        "facets": ["actual", "forecast"],
    }  # fmt: skip
    project = small([{"kind": "indicators", "id": "b1", "use": [use]}])
    grid = Grid(project, project.reports[0])
    facets = (Facet.ACTUAL, Facet.FORECAST)
    landings = by_position(grid, (("5.6", "13"),), Target([0], facets), TODAY)
    assert [one.label for one in landings] == [
        "一般公共预算收入 本期数（1—5月）", "一般公共预算收入 预计（全年）",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "doubt"),
    [
        ("指标\t1—5月", "表头写的是2026年1—5月，这一行是2026年上半年的。"),
        ("2026年1-5月主要指标\t\n指标\t完成数", "表头写的是2026年1—5月，这一行是2026年上半年的。"),
        ("指标\t2025年上半年完成", "表头写的是2025年上半年，这一行是2026年上半年的。"),
        ("指标\t上半年", ""),
        ("2026年6月主要指标\t\n指标\t本月止累计", ""),
        ("指标\t全年计划", ""),
        ("指标\t完成数", ""),
    ],
)
def test_a_head_of_another_period_leaves_the_number_in_doubt(head: str, doubt: str) -> None:
    landings = by_name(GRID, read_block(f"{head}\n一般公共预算收入\t9.87"), NAMES, target(), TODAY)
    assert [(one.fits, one.doubt) for one in landings] == [(True, doubt)]
