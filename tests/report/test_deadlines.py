"""Words of a deadline mean a day, of the year that the text's period tells."""

from datetime import date

import pytest

from model.errors import ValueRefused
from model.report.deadlines import day_before_said, deadline_named, deadline_of_typed, last_day
from model.values.period import Period

SAID: dict[str, dict[str, str | None]] = {
    "2026-H1": {
        "年底前": "2026-Y",
        "10月底前": "2026-M10",
        "今年年底": "2026-Y",
        "十月底前": "2026-M10",
        "明年6月底前": "2027-M6",
        "2027年3月底": "2027-M3",
        "3月底前": "2027-M3",
        "年内": "2026-Y",
        "9月15日前": "2026-09-15",
        "三季度末": "2026-Q3",
        "10月上旬": "2026-10-10",
        "下半年": "2026-Y",
        "2026年10月31日前": "2026-10-31",
        "2026-10-31": "2026-10-31",
        "2026年底前": "2026-Y",
        "十二月底": "2026-M12",
        "2028年前": "2028-Y",
        "月底前": "2026-M6",
        "2026-Q1-3": "2026-Q1-3",
        **dict.fromkeys(("近期", "X月底前", "汛期前", "13月底前", "2月30日前", "")),
    },
    "2026-Y": {"年底前": "2027-Y", "6月底前": "2027-M6", "今年底前": "2026-Y", "上半年": "2027-H1"},
}


@pytest.mark.parametrize("period", SAID)
def test_words_mean_the_next_such_day_after_the_period_of_the_text(period: str) -> None:
    of = Period.parse(period)
    assert {words: deadline_named(words, of) for words in SAID[period]} == SAID[period]


def test_every_deadline_that_is_understood_has_a_day_and_is_said_again() -> None:
    of = Period.parse("2026-H1")
    for words, code in SAID["2026-H1"].items():
        if code is not None:
            day = last_day(code)
            assert last_day(deadline_of_typed(day_before_said(day), of)) == day, words
    assert day_before_said(date(2026, 12, 31)) == "2026年底前"
    assert day_before_said(date(2026, 9, 30)) == "2026年9月底前"


def test_what_names_no_day_is_refused_with_what_to_write() -> None:
    with pytest.raises(ValueRefused, match="近期.*2026年10月底前"):
        deadline_of_typed("近期", Period.parse("2026-H1"))
