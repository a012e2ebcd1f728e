"""One thing at several places: tables and sentences, two texts, two units."""

from __future__ import annotations

from typing import Any

import pytest

from model.check.registry import Checker
from model.report.project import Project
from tests.check.test_report_rules import BANK, keys, report
from tests.small_project import put, small

COLUMNS: list[dict[str, Any]] = [
    {"key": "name", "title": "项目", "kind": "text"},
    {"key": "all", "title": "总投资（亿元）", "kind": "money", "unit": "亿元"},
    {"key": "done", "title": "已完成投资", "kind": "money", "unit": "亿元"},
    {"key": "people", "title": "带动就业人数", "kind": "integer", "unit": "人"},
]
ROWS: tuple[list[str | None], ...] = (
    ["云溪大桥", "1.2", "0.86", "320"],
    ["青岭茶产业园", "3.5", "2.1", None],
)


def with_table(*texts: str, rows: tuple[list[str | None], ...] = ROWS) -> set[str]:
    table = {
        "kind": "table", "id": "b1", "columns": COLUMNS,
        "rows": [{"id": f"w{number}", "cells": cells} for number, cells in enumerate(rows)],
    }  # fmt: skip
    items = [[{"id": f"i{number}", "text": text}] for number, text in enumerate(texts)]
    return keys(small([table, {"kind": "text", "id": "b2", "paragraphs": items}]))


@pytest.mark.parametrize(
    "text",
    [
        "云溪大桥总投资2.1亿元，进展顺利。",
        "加快建设云溪大桥，完成投资0.68亿元。",
        "青岭茶产业园总投资达35000万元，已完成投资1.2亿元。",
        "云溪大桥带动就业230人。",
    ],
)
def test_a_sentence_says_what_the_table_says(text: str) -> None:
    assert "against-own-table" in with_table(text)


@pytest.mark.parametrize(
    "text",
    [
        "云溪大桥总投资1.2亿元，完成投资8600万元。",
        "青岭茶产业园已完成投资2.10亿元。",
        "云溪大桥预计完成投资1亿元。",
        "云溪大桥总投资1.2亿元，其中中央资金完成投资0.3亿元。",
        "一季度，云溪大桥完成投资0.4亿元。",
        "云溪大桥总投资1.2亿元，青岭茶产业园总投资3.5亿元。",
        "云溪大桥长0.9公里，拨付资金0.5亿元。",
        "云溪大桥去年完成投资0.2亿元。",
        "全县完成投资26.8亿元。",
        "云溪大桥二期总投资2.1亿元。",
        "云溪大桥主体完工，环城路总投资2.1亿元。",
    ],
)
def test_other_columns_times_and_roundings_are_no_other_value(text: str) -> None:
    assert "against-own-table" not in with_table(text)


READ = ("序号", "指标", "单位", "完成", "同比增长（%）")
READ_ROWS = (
    ["1", "一般公共预算收入", "亿元", "6.82", "5.1"],
    ["2", "工业用电量", "亿千瓦时", "3.4", "-2.2"],
)


def of_read_table(text: str) -> set[str]:
    """The check of a text beside a table as reading a Word file gives it: words alone."""
    table = {
        "kind": "table", "id": "b1",
        "columns": [{"key": f"c{number}", "title": title} for number, title in enumerate(READ)],
        "rows": [{"id": f"w{number}", "cells": row} for number, row in enumerate(READ_ROWS)],
    }  # fmt: skip
    return keys(small([table, text_block("i1", text)]))


def test_a_table_that_was_read_is_compared_by_its_titles_and_units() -> None:
    for wrong in (
        "一般公共预算收入完成6.28亿元，同比增长5.1%。",
        "一般公共预算收入完成68200万元，同比增长1.5%。",
        "工业用电量完成4.3亿千瓦时。",
    ):
        assert "against-own-table" in of_read_table(wrong)
    for right in (
        "一般公共预算收入完成6.8亿元，同比增长5.1%。",
        "一般公共预算收入完成6.82亿元，税收收入增长8%，工业增加值增长6%。",
        "一般公共预算收入支撑有力，公路客运量完成1.5亿元。",
        "工业用电量完成3.4亿千瓦时，同比下降2.2%。",
        "县本级一般公共预算收入完成3.2亿元。",
        "全市一般公共预算收入完成412亿元，增长6%。",
        "开发区一般公共预算收入完成0.9亿元。",
    ):
        assert "against-own-table" not in of_read_table(right)


def test_a_row_whose_name_stands_twice_says_nothing() -> None:
    twice: tuple[list[str | None], ...] = (ROWS[0], ["云溪大桥", "2.4", "1.1", None])
    assert "against-own-table" not in with_table("云溪大桥总投资2.1亿元。", rows=twice)


PIPES = "改造提升城区排水管网{}公里。"


def test_one_thing_has_one_value_in_a_text() -> None:
    assert "other-count" in keys(report(PIPES.format("36"), PIPES.format("63")))
    assert "other-count" in keys(
        report("新增36家省级绿色制造工厂。", "累计新增63家省级绿色制造工厂。")
    )
    assert "other-count" not in keys(report(PIPES.format("36"), PIPES.format("36.0")))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("新开工项目12个。", "竣工项目9个。"),
        ("实施重大产业项目12个。", "实施重大产业项目9个。"),
        ("甲镇改造提升城区排水管网36公里。", "乙镇改造提升城区排水管网63公里。"),
        ("改造提升城区排水管网36公里。", "计划改造提升城区排水管网63公里。"),
        ("改造提升城区排水管网36公里。", "去年，改造提升城区排水管网63公里。"),
        ("改造提升城区排水管网36公里。", "改造提升城区排水管网63公里以上的，给予奖励。"),
        ("改造提升城区排水管网36公里。", "近五年来，改造提升城区排水管网63公里。"),
        ("改造提升城区排水管网36公里。", "改造提升城区排水管网63处。"),
        ("改造提升城区排水管网36公里。", "全市改造提升城区排水管网163公里。"),
        ("改造提升城区排水管网36公里。", "持续补齐短板，改造提升城区排水管网63公里。"),
    ],
)
def test_other_things_places_and_times_have_values_of_their_own(first: str, second: str) -> None:
    assert "other-count" not in keys(report(first, second))


def test_at_most_five_are_told() -> None:
    kinds = ("排水管网", "供水管网", "燃气管网", "供热管网", "通信管网", "电力管网", "污水管网")
    said = [f"改造提升城区{kind}{{}}公里。" for kind in kinds]
    project = report(*(one.format("36") for one in said), *(one.format("63") for one in said))
    told = [one for one in Checker().problems(project) if one.check == "other-count"]
    assert len(told) == 5


def two_reports(first: str, second: str) -> Project:
    project = small([text_block("i1", first)], indicators=BANK)
    other = project.reports[0].model_dump(mode="json", by_alias=True)
    other |= {"id": "r2", "name": "讲话", "content": [text_block("i2", second)]}
    data = project.model_dump(mode="json", by_alias=True)
    return Project.model_validate(data | {"reports": [*data["reports"], other]})


def text_block(id_: str, text: str) -> dict[str, Any]:
    return {"kind": "text", "id": f"b{id_}", "paragraphs": [[{"id": id_, "text": text}]]}


def test_two_texts_of_a_project_say_one_value() -> None:
    project = two_reports(PIPES.format("36"), PIPES.format("63"))
    told = [one for one in Checker().problems(project) if one.check == "other-count"]
    assert [one.place for one in told] == ["i1.text", "i2.text"]
    assert "《讲话》里是63公里" in told[0].message
    only = Checker().problems(project, project.reports[1])
    assert [one.place for one in only if one.check == "other-count"] == ["i2.text"]
    assert "other-count" not in keys(two_reports(PIPES.format("36"), PIPES.format("36")))


def test_one_indicator_keeps_one_unit() -> None:
    large = "一般公共预算收入完成6.82亿元，同比增长5.1%。"
    assert "mixed-units" in keys(report(large, "全县一般公共预算收入完成68200万元。"))
    assert "mixed-units" not in keys(report(large, "税收收入完成51000万元。"))
    assert "mixed-units" not in keys(report(large, "开发区一般公共预算收入完成12000万元。"))
    assert "mixed-units" not in keys(report("一般公共预算收入完成68200万元。", "债券1.2亿元。"))


def test_a_unit_that_the_program_says_counts_too() -> None:
    project = report("一般公共预算收入完成68200万元。", use=("general-public-budget-revenue",))
    filled = put(project, ("general-public-budget-revenue@2026-H1.actual", "6.82"))
    assert "mixed-units" in keys(filled)
