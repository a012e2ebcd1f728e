"""Deadlines of tasks: worded as they are typed, with a 前, on days that exist."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.entry.dates import deadline_of
from model.errors import ValueRefused
from tests.small_project import line, put, record, small


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("10月底前", "10月底前"),
        ("10月底", "10月底前"),
        ("１０月底", "10月底前"),
        ("9月", "9月前"),
        ("9月10日", "9月10日前"),
        ("9月中旬", "9月中旬前"),
        ("2月29日", "2月29日前"),
        ("年底前", "年底前"),
        ("年底", "年底前"),
        ("2026-10-31", "2026年10月31日前"),
        ("2026/10/31", "2026年10月31日前"),
        ("2026年10月31日", "2026年10月31日前"),
        ("2027年6月底前", "2027年6月底前"),
        ("今年汛期之前", "今年汛期之前"),
        (" 三季度末 ", "三季度末前"),
    ],
)
def test_a_deadline_is_kept_in_words(typed: str, kept: str) -> None:
    assert deadline_of(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["13月底", "0月底前", "2月30日", "4月31日前", "9月32日", "2025年2月29日", "2026-2-30",
     "2026-13-01", "９月３１日前", "抓紧时间完成这一项十分重要的工作任务不得延误", "10月底前。"],
)  # fmt: skip
def test_a_day_that_does_not_exist_and_a_sentence_are_refused(typed: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        deadline_of(typed)
    assert f"“{typed}”" in str(refused.value)


@given(st.text("0123456789年月日底初旬前-/. ", max_size=12))
def test_a_kept_deadline_typed_again_is_kept_as_it_is(typed: str) -> None:
    try:
        kept = deadline_of(typed)
    except ValueRefused:
        return
    assert deadline_of(kept) == kept


def test_a_wanted_deadline_can_be_blank_again_and_one_not_wanted_stays_away() -> None:
    project = put(small(), ("t1.deadline", "10月底"))
    assert "10月底前改造" in line(project, "要抓好")
    assert "XX前改造" in line(put(project, ("t1.deadline", "")), "要抓好")
    assert record(put(small(), ("t2.deadline", "")), "t2").deadline is None
    assert "年底前抓好防汛" in line(put(small(), ("t2.deadline", "年底前")), "要抓好")
