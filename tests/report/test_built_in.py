"""Words of time that every text may use: what they are called in each span of a year."""

import pytest

from model.report.built_in import built_in
from tests.small_project import small


def said(code: str) -> dict[str, str]:
    return built_in(small(period=code))


@pytest.mark.parametrize(
    ("code", "goal"),
    [
        ("2026-M1-2", "首季“开门红”"),
        ("2026-Q1", "首季“开门红”"),
        ("2026-M5", "“双过半”"),
        ("2026-H1", "“双过半”"),
        ("2026-Q1-3", "全年目标任务"),
        ("2026-Y", "全年目标任务"),
    ],
)
def test_the_goal_is_that_of_the_time(code: str, goal: str) -> None:
    assert said(code)["goal"] == goal


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2026-H1", {
            "year-period": "2026年上半年", "period-or-year": "上半年", "so-far": "今年以来",
            "rest": "下半年", "rest-or-year": "下半年", "close": "6月末", "end": "6月底",
            "year-ago": "上年同期", "quarter": "二季度", "latest-quarter": "一季度",
            "latest-month": "1—5月",
        }),
        ("2026-Y", {
            "year-period": "2026年", "period-or-year": "2026年", "so-far": "一年来",
            "rest": "明年", "rest-or-year": "2027年", "close": "年末", "end": "年底",
            "year-ago": "上年", "quarter": "四季度", "latest-quarter": "前三季度",
            "next-year": "2027",
        }),
        ("2026-Q1", {
            "quarter": "一季度", "latest-quarter": "2025年", "latest-month": "1—2月",
            "rest-or-year": "二季度",
        }),
        ("2026-M5", {"rest-or-year": "下一步", "close": "5月末", "quarter": "二季度"}),
    ],
)  # fmt: skip
def test_a_period_is_called_as_reports_of_its_span_call_it(
    code: str, words: dict[str, str]
) -> None:
    now = said(code)
    assert {name: now[name] for name in words} == words
