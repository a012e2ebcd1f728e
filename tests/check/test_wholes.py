"""Wholes and parts in prose, doubtful pairs of signs, and what is told for information only."""

from __future__ import annotations

import pytest

from model.check.problem import Severity
from model.check.registry import problems
from tests.check.test_report_rules import keys, report
from tests.small_project import put

RIGHT = (
    "地区生产总值118.6亿元，第一产业增加值17.2亿元，第二产业49.3亿元，三产52.1亿元。",
    "进出口总额3.86亿元，其中出口3.12亿元、进口0.74亿元。",
    "地区生产总值118.6亿元，第一产业增加值17.2亿元，第二产业59.3亿元。",
    "上年进出口总额3.86亿元，上年出口总额2.12亿元，上年进口总额0.74亿元。",
)
WRONG = (
    "地区生产总值118.6亿元，第一产业增加值17.2亿元，第二产业59.3亿元，三产52.1亿元。",
    "外贸进出口3.86亿元，其中出口2.12亿元、进口0.74亿元。",
)
GROWTHS = "第一产业增加值增长3.6%，第二产业增加值增长6.4%，第三产业增加值增长5.9%，地区生产总值增长"


@pytest.mark.parametrize("text", WRONG)
def test_parts_in_prose_that_do_not_add_up_are_told(text: str) -> None:
    assert "sum-in-text" in keys(report(text))


@pytest.mark.parametrize("text", RIGHT)
def test_parts_in_prose_are_silent_where_they_add_up_or_one_is_missing(text: str) -> None:
    assert "sum-in-text" not in keys(report(text))


def test_a_whole_in_prose_grows_among_its_parts() -> None:
    assert "growth-between-in-text" in keys(report(f"{GROWTHS}7.8%。"))
    assert "growth-between-in-text" not in keys(report(f"{GROWTHS}5.8%。"))


def test_prose_is_held_against_what_is_expected_while_nothing_is_reached() -> None:
    project = put(
        report("全县地区生产总值108.6亿元。", use=("gdp",)), ("gdp@2026-H1.forecast", "118.6")
    )
    assert "against-table" in keys(project)


def test_what_nobody_can_look_up_is_told_for_information_only() -> None:
    texts = ("坚持稳中求进工作总机调。", "大力开展党史学习教育。", "全县取得优良成积。")
    told = {one.check: one.severity for one in problems(report(*texts))}
    assert told["fixed-phrase"] is Severity.WARNING
    assert told["out-of-date"] is Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "消费市场持续回暖，社会消费品零售总额同比下降1.2%。",
        "财政收支双双增长，一般公共预算收入下降5.1%。",
        "工业用电量持续下滑，同比增长8.6%。",
    ],
)
def test_a_claim_of_a_good_or_bad_course_goes_with_the_sign(text: str) -> None:
    assert "claim" in keys(report(text))


@pytest.mark.parametrize(
    "text",
    [
        "消费市场持续回暖，社会消费品零售总额同比下降1.2%，降幅收窄2个百分点。",
        "工业用电量降幅收窄，同比下降2.6%。",
        "部分指标尚未实现正增长，民间投资下降1.8%。",
    ],
)
def test_a_turn_for_the_better_is_no_contradiction(text: str) -> None:
    assert "claim" not in keys(report(text))
