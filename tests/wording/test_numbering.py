"""Numbering: signs by style, written signs read back, and the rows of a block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.wording.numbering import (
    LITERAL,
    STYLES,
    Style,
    in_paragraph,
    level,
    number,
    recognize,
    sign,
)
from model.wording.numerals import chinese_numeral, parse_chinese_numeral

SIGNS = [
    ("一、", 1, "一、"),
    ("一、", 10, "十、"),
    ("一、", 11, "十一、"),
    ("一、", 20, "二十、"),
    ("一、", 99, "九十九、"),
    ("一、", 100, None),
    ("（一）", 12, "（十二）"),
    ("(一)", 3, "(三)"),
    ("1.", 7, "7."),
    ("1．", 7, "7．"),
    ("1、", 2, "2、"),
    ("（1）", 15, "（15）"),
    ("(1)", 4, "(4)"),
    ("1）", 5, "5）"),
    ("①", 5, "⑤"),
    ("①", 20, "⑳"),
    ("①", 21, "㉑"),
    ("①", 35, "㉟"),
    ("①", 36, "㊱"),
    ("①", 50, "㊿"),
    ("①", 51, None),
    ("一是", 6, "六是"),
    ("一是", 19, "十九是"),
    ("一要", 3, "三要"),
    ("第一，", 4, "第四，"),
    ("第一、", 2, "第二、"),
    ("其一，", 2, "其二，"),
    ("首先，", 2, "其次，"),
    ("首先", 2, "其次"),
    ("首先，", 4, "最后，"),
    ("首先，", 5, None),
    ("一方面，", 2, "另一方面，"),
    ("一方面", 2, "另一方面"),
    ("一方面，", 3, None),
    ("——", 8, "——"),
    ("一是", 0, None),
    ("甲、", 1, None),
]


@pytest.mark.parametrize(("style", "place", "expected"), SIGNS)
def test_the_sign_of_a_place(style: str, place: int, expected: str | None) -> None:
    assert sign(style, place) == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["首先，"]),
        (2, ["首先，", "其次，"]),
        (3, ["首先，", "其次，", "最后，"]),
        (4, ["首先，", "其次，", "再次，", "最后，"]),
        (5, ["首先，", "其次，", "再次，", "最后，", None]),
    ],
)
def test_the_last_of_a_row_of_words_closes_it(count: int, expected: list[str | None]) -> None:
    assert [sign("首先，", place, count) for place in range(1, count + 1)] == expected


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
def test_every_sign_is_read_back(style: Style) -> None:
    for place, written in enumerate(style.signs, 1):
        assert sign(style.first, place) == written
        assert recognize(written) == (style.first, place)


@pytest.mark.parametrize(
    "text", ["", "一", "一十、", "零、", "（零）", "0.", "01.", "100.", "①是", "二是，", "1 .", "-"]
)
def test_other_texts_are_no_signs(text: str) -> None:
    assert recognize(text) is None


@given(st.text(alphabet="一二十是要、（）()第其，0123456789.①②——", max_size=5))
def test_what_is_read_as_a_sign_is_written_the_same(text: str) -> None:
    found = recognize(text)
    if found is not None:
        assert sign(*found) == text


@pytest.mark.parametrize(
    ("style", "expected"),
    [("一、", 1), ("（一）", 2), ("(一)", 2), ("1.", 3), ("1、", 3), ("（1）", 4), ("(1)", 4)]
    + [(style, 0) for style in ("一是", "一要", "①", "首先，", "一方面，", "——", "甲、")],
)
def test_levels(style: str, expected: int) -> None:
    assert level(style) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [("一是", True), ("①", True), ("首先，", True), ("（1）", True), ("1.", True)]
    + [(style, False) for style in ("一、", "（一）", "——", "甲、")],
)
def test_which_signs_stand_inside_a_paragraph(style: str, expected: bool) -> None:
    assert in_paragraph(style) is expected


@pytest.mark.parametrize("value", range(1, 100))
def test_numerals_are_read_back(value: int) -> None:
    assert parse_chinese_numeral(chinese_numeral(value)) == value


@pytest.mark.parametrize("value", [0, 100, -1])
def test_numerals_end_at_99(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        chinese_numeral(value)


@pytest.mark.parametrize("text", ["", "一十", "零", "廿", "百", "二十十", "1", "十零"])
def test_other_numerals_are_not_read(text: str) -> None:
    assert parse_chinese_numeral(text) is None


def _written(block: list[list[str | None]]) -> list[list[str | None]]:
    """The block with the sign of every item instead of its style."""
    return [
        [
            sign(style, place.number, place.count) if style and place else style
            for style, place in zip(paragraph, places, strict=True)
        ]
        for paragraph, places in zip(block, number(block), strict=True)
    ]


def test_a_row_runs_through_its_block() -> None:
    assert _written([["一是", "一是"], [None], ["一是"]]) == [["一是", "二是"], [None], ["三是"]]


def test_nested_rows_begin_anew_under_each_outer_point() -> None:
    block: list[list[str | None]] = [["一是", "①", "①", "一是", "①"], ["①"], ["一是", "①"]]
    assert _written(block) == [["一是", "①", "②", "二是", "①"], ["②"], ["三是", "①"]]


def test_an_unmarked_item_that_opens_a_marked_paragraph_begins_rows_anew() -> None:
    block: list[list[str | None]] = [[None, "一是", "一是"], [None, "一是"], ["一是"]]
    assert _written(block) == [[None, "一是", "二是"], [None, "一是"], ["二是"]]


def test_unmarked_items_elsewhere_leave_rows_alone() -> None:
    block: list[list[str | None]] = [["一是", None], [None, None], ["一是", None, "一是"]]
    assert _written(block) == [["一是", None], [None, None], ["二是", None, "三是"]]


def test_a_literal_sign_takes_no_number_and_leaves_its_row_alone() -> None:
    block: list[list[str | None]] = [["一是"], [LITERAL, "一是"], [LITERAL], ["一是"]]
    assert _written(block) == [["一是"], [LITERAL, "二是"], [LITERAL], ["三是"]]


def test_a_heading_row_outside_is_no_point_of_the_row_inside() -> None:
    block: list[list[str | None]] = [["①"], ["①"], ["一是", "①"], ["一、"], ["（一）"], ["一、"]]
    assert _written(block) == [["①"], ["②"], ["一是", "①"], ["一、"], ["（一）"], ["二、"]]


def test_arabic_points_inside_ordinal_points() -> None:
    block: list[list[str | None]] = [["一是", "（1）", "（1）"], ["一是", "（1）"]]
    assert _written(block) == [["一是", "（1）", "（2）"], ["二是", "（1）"]]


def test_ordinal_points_inside_arabic_points() -> None:
    block: list[list[str | None]] = [["（1）", "一是", "一是"], ["（1）", "一是"]]
    assert _written(block) == [["（1）", "一是", "二是"], ["（2）", "一是"]]


def test_words_close_with_the_last_of_each_row() -> None:
    words = "首先，"
    block: list[list[str | None]] = [["一要", words, words], ["一要", words, words, words]]
    assert _written(block) == [
        ["一要", "首先，", "其次，"],
        ["二要", "首先，", "其次，", "最后，"],
    ]


@given(st.lists(st.lists(st.sampled_from([None, LITERAL, *STYLES]), max_size=5), max_size=6))
def test_every_styled_item_has_a_place_in_a_whole_row(block: list[list[str | None]]) -> None:
    places = number(block)
    assert [[bool(style) for style in row] for row in block] == [
        [place is not None for place in row] for row in places
    ]
    assert all(1 <= place.number <= place.count for row in places for place in row if place)


@given(st.sampled_from(list(STYLES)), st.integers(1, 30))
def test_one_row_counts_up(style: str, count: int) -> None:
    places = [row[0] for row in number([[style]] * count)]
    assert [(place.number, place.count) for place in places if place] == [
        (place, count) for place in range(1, count + 1)
    ]
