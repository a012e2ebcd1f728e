"""What the numbers in the tables of an old manuscript say, and how such a table goes on."""

from __future__ import annotations

from typing import Any

import pytest

from model.compose.compose import compose
from model.document import Table
from model.library import shipped
from model.parse.intake import intake
from model.parse.table_heads import column_of
from model.parse.understand import as_json, lexicon_of, understand
from model.reading.source import Source, SourceParagraph, SourceTable
from model.reading.text_file import read_pasted
from model.renewal.next_period import carry
from model.report.project import Organization, Project
from model.report.section import TableBlock, blocks_of
from model.values.aspect import parse_aspect
from model.values.field_kind import FieldKind
from model.values.period import Period

LEXICON = lexicon_of(shipped.bank())
TITLE = "云岭县2025年经济运行情况\n2025年，全县经济平稳运行。\n"


def told(table: str, before: str = TITLE) -> list[tuple[str, ...]]:
    """Number, unit, indicator and facet of every figure of a pasted table."""
    figures: list[dict[str, Any]] = as_json(understand(read_pasted(before + table), LEXICON))[
        "figures"
    ]
    return [(one["text"], one["unit"], one["indicator"], one["facet"]) for one in figures]


def test_rows_are_indicators_and_heads_are_facets_with_units_from_wherever_they_stand() -> None:
    rows = (
        "指标\t计量单位\t2024年\t2025年\t增长（%）\t占年度计划（%）\t全市位次\n"
        "一、地区生产总值\t亿元\t112.3\t118.6\t5.8\t101.2\t3\n"
        "#第一产业\t亿元\t11.9\t12.1\t3.9\t—\t\n"
        "税收收入（万元）\t\t40,000\t43,000\t下降1.2%\t102\t\n"
    )
    assert told(rows) == [
        ("112.3", "亿元", "地区生产总值", "prior"),
        ("118.6", "亿元", "地区生产总值", "actual"),
        ("5.8", "%", "地区生产总值", "yoy"),
        ("101.2", "%", "地区生产总值", "plan_share"),
        ("3", "", "地区生产总值", "rank"),
        ("11.9", "亿元", "第一产业增加值", "prior"),
        ("12.1", "亿元", "第一产业增加值", "actual"),
        ("3.9", "%", "第一产业增加值", "yoy"),
        ("40,000", "万元", "税收收入", "prior"),
        ("43,000", "万元", "税收收入", "actual"),
        ("1.2", "%", "税收收入", "yoy"),
        ("102", "%", "税收收入", "plan_share"),
    ]


def test_a_head_of_two_rows_a_unit_above_and_a_row_of_growth_are_understood() -> None:
    two_rows = (
        "单位：亿元\n指标\t全年\t\n\t绝对额\t比上年增长（%）\n"
        "固定资产投资\t52.0\t-6.1\n社会消费品零售总额\t9.8\t5.2\n"
    )
    assert told(two_rows) == [
        ("52.0", "亿元", "固定资产投资", "actual"),
        ("-6.1", "%", "固定资产投资", "yoy"),
        ("9.8", "亿元", "社会消费品零售总额", "actual"),
        ("5.2", "%", "社会消费品零售总额", "yoy"),
    ]
    growth_below = "指标\t单位\t2025年\n地区生产总值\t亿元\t118.6\n同比增长\t%\t5.8\n"
    assert told(growth_below) == [
        ("118.6", "亿元", "地区生产总值", "actual"),
        ("5.8", "%", "地区生产总值", "yoy"),
    ]


def test_indicators_in_columns_count_where_a_row_tells_the_whole() -> None:
    rows = (
        "乡镇\t一般公共预算收入（万元）\t增长（%）\n"
        "合计\t69800\t7.1\n城关镇\t3000\t4.1\n石桥镇\t2000\t3\n"
    )
    figures = as_json(understand(read_pasted(TITLE + rows), LEXICON))["figures"]
    assert [(one["text"], one["facet"], one["scope"]) for one in figures] == [
        ("69800", "actual", "whole"), ("7.1", "yoy", "whole"), ("3000", "actual", "part"),
        ("4.1", "yoy", "part"), ("2000", "actual", "part"), ("3", "yoy", "part"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "项目\t牵头单位\t总投资（亿元）\n光纤产业园\t工信局\t12\n城北水厂\t住建局\t3.5\n",
        "姓名\t电话\t房间\n张三\t13800000000\t301\n李四\t13800000001\t302\n",
        "一\t二\t三\n四\t五\t六\n",
        "1\t2\t3\n4\t5\t6\n",
    ],
)
def test_other_tables_stay_tables_of_text(table: str) -> None:
    assert told(table) == []


def test_numbers_of_a_table_are_in_the_bank_and_the_table_goes_on_to_be_looked_at() -> None:
    rows = (
        ("序号", "指标", "1—6月（亿元）", "同比增长（%）"),
        ("1", "地区生产总值", "118.60", "5.8"),
        ("2", "固定资产投资", "52", "-6.1"),
    )
    source = Source((SourceParagraph("云岭县2026年上半年经济运行情况"), SourceTable(rows)))
    period = Period.parse("2026-H1")
    done = intake(
        source, understand(source, LEXICON), shipped.bank(), Organization(name="云岭县"), period
    )
    project = done.project
    kept = {(one.indicator, str(one.aspect)): str(one.value) for one in project.observations}
    assert kept == {
        ("gdp", "actual"): "118.60", ("gdp", "yoy"): "5.8",
        ("fixed-asset-investment", "actual"): "52", ("fixed-asset-investment", "yoy"): "-6.1",
    }  # fmt: skip
    assert _text(project) == source.text.rstrip("\n")
    following = carry(project, Period.parse("2026-Q1-3"))
    columns = [(one.title, one.unit, one.kind) for one in _table(following).columns]
    assert columns == [
        ("序号", "", FieldKind.TEXT), ("指标", "", FieldKind.TEXT),
        ("1—9月", "亿元", FieldKind.DECIMAL), ("同比增长", "%", FieldKind.DECIMAL),
    ]  # fmt: skip
    body = compose(following, following.reports[0]).body
    shown = next(block for block in body if isinstance(block, Table))
    cell = shown.rows[0][2].spans[0]
    assert (cell.text, cell.state and cell.state.name) == ("118.60", "CARRIED")


def test_a_base_year_in_a_head_stays_when_the_table_goes_on() -> None:
    rows = (("指标", "2015年", "2025年"), ("地区生产总值（亿元）", "60", "118.6"))
    source = Source((SourceParagraph("云岭县2025年经济运行情况"), SourceTable(rows)))
    found = understand(source, LEXICON)
    period = Period.parse("2025-Y")
    project = intake(source, found, shipped.bank(), Organization(name="云岭县"), period).project
    assert [str(one.aspect) for one in project.observations] == [str(parse_aspect("actual"))]
    following = carry(project, Period.parse("2026-Y"))
    assert [one.title for one in _table(following).columns] == ["指标", "2015年", "2026年"]


def test_a_column_is_one_of_numbers_only_where_its_words_come_out_as_they_were() -> None:
    assert column_of("c1", "增长（%）", ["5.8%", "3%"]).title == "增长（%）"
    assert column_of("c1", "完成", ["3", "约12"]).kind is FieldKind.TEXT
    assert column_of("c1", "联系电话", ["13800000000"]).kind is FieldKind.TEXT


def _table(project: Project) -> TableBlock:
    return next(
        block for block in blocks_of(project.reports[0].content) if isinstance(block, TableBlock)
    )


def _text(project: Project) -> str:
    return compose(project, project.reports[0]).text
