"""Last period's wording beside the present one: nothing is lost, and numbers are never torn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from model.places.wording_changes import Told, sentences, wording_changes

LAST = "上半年，全县开工项目36个，完成投资118.6亿元。城镇新增就业2310人。"
NOW = "前三季度，全县开工项目41个，完成投资121.4亿元。"


def told(last: str, now: str) -> str:
    marks = {Told.BOTH: "{}", Told.LAST: "[-{}]", Told.NOW: "[+{}]"}
    return "".join(marks[one.told].format(one.text) for one in wording_changes(last, now))


def test_numbers_change_as_wholes_and_what_is_gone_stands_before_what_is_new() -> None:
    assert told(LAST, NOW) == (
        "[-上半年][+前三季度]，全县开工项目[-36][+41]个，完成投资[-118.6][+121.4]亿元"
        "[-。城镇新增就业2310人]。"
    )


@pytest.mark.parametrize(
    ("last", "now", "said"),
    [
        ("", "新写的。", "[+新写的。]"),
        ("上期的。", "", "[-上期的。]"),
        ("一样的36个。", "一样的36个。", "一样的36个。"),
    ],
)
def test_a_wording_that_is_not_there_is_all_gone_or_all_new(last: str, now: str, said: str) -> None:
    assert told(last, now) == said


@given(
    some.text("全县投资36.5亿元，。；\n", max_size=30), some.text("全县投资41亿元，。", max_size=30)
)
def test_both_wordings_can_be_read_off_again(last: str, now: str) -> None:
    found = wording_changes(last, now)
    assert "".join(one.text for one in found if one.told is not Told.NOW) == last
    assert "".join(one.text for one in found if one.told is not Told.LAST) == now


def test_sentences_end_at_their_marks_and_never_inside_a_link() -> None:
    text = "他说：“办好实事。”完成{@gdp.yoy}；开工36个\n余下"
    assert sentences(text) == ("他说：“办好实事。”", "完成{@gdp.yoy}；", "开工36个\n", "余下")
    assert "".join(sentences(text)) == text
    assert sentences("") == ()
