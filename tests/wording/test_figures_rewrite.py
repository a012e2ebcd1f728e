"""Rewriting a figure: the number and its direction word change together, nothing else does."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.errors import ValueRefused
from model.wording.direction import SIGNS
from model.wording.finding.figures import Figure, find_figures, value_of
from model.wording.saying.rewrite import rewrite


@pytest.mark.parametrize(
    ("text", "which", "number", "negative", "rewritten"),
    [
        ("同比增长5.1%，", 0, "3.2", True, "同比下降3.2%，"),
        ("同比增长5.1%，", 0, "3.2", False, "同比增长3.2%，"),
        ("同比增长X%，", 0, "3.2", None, "同比增长3.2%，"),
        ("同比增长5.1%，", 0, "XX", None, "同比增长XX%，"),
        ("收入增长5%，同比增长5.1%，", 1, "0.0", False, "收入增长5%，与上年同期持平，"),
        ("较上年下降2%。", 0, "0", None, "较上年下降0%。"),
        ("较上年下降2%。", 0, "0", False, "与上年持平。"),
        ("预计增长2%左右。", 0, "0", False, "预计增长0%左右。"),
        ("同比下降2%左右。", 0, "0", False, "同比增长0%左右。"),
        ("比重下降6.8个百分点", 0, "1", False, "比重提高1个百分点"),
        ("增速提高0.9个百分点", 0, "1.2", True, "增速回落1.2个百分点"),
        ("增速回落0.9个百分点", 0, "1.2", False, "增速提高1.2个百分点"),
        ("降幅收窄3.1个百分点", 0, "1", True, "降幅扩大1个百分点"),
        ("浓度下降5%", 0, "2", False, "浓度上升2%"),
        ("价格下降5%", 0, "2", False, "价格上涨2%"),
        ("位次前移2位", 0, "1", True, "位次后退1位"),
        ("位次后退2位", 0, "1", False, "位次前移1位"),
        ("减少12件，优良天数增加6天", 1, "3", True, "减少12件，优良天数减少3天"),
        ("高于全市平均水平2.1个百分点", 0, "0.5", True, "低于全市平均水平0.5个百分点"),
        ("超序时进度2.1个百分点", 0, "0.5", True, "滞后序时进度0.5个百分点"),
        ("实现1.5%的正增长", 0, "2", True, "实现2%的负增长"),
        ("增速5.1%", 0, "2", True, "降幅2%"),
        ("同比增速下降3%", 0, "2", False, "同比增长2%"),
        ("增长-5.1%", 0, "2", False, "增长2%"),
        ("分别增长7.3%和9.1%。", 0, "1", True, "分别下降1%和增长9.1%。"),
        ("分别增长7.3%和9.1%。", 1, "1", True, "分别增长7.3%和下降1%。"),
        ("增长1%、2%、3%。", 1, "4", True, "增长1%、下降4%、增长3%。"),
        ("比重提高5—6个百分点", 1, "7", True, "比重降低5—7个百分点"),
        ("提高0.9、5.9个百分点", 0, "1", True, "降低1个百分点、提高5.9个百分点"),
        ("提高0.9、5.9个百分点", 1, "1", True, "提高0.9个百分点、降低1个百分点"),
        ("分别比增3%、4%", 0, "1", True, "分别下降1%、比增4%"),
        ("同比增3%、4%", 1, "1", True, "同比增3%、下降1%"),
        ("完成利润2亿元", 0, "1.5", True, "完成利润-1.5亿元"),
        ("指数为 ，", 0, "5.2", None, "指数为5.2，"),
        ("增长５．１％", 0, "2", True, "下降2％"),
    ],
)
def test_number_and_direction_change_together(
    text: str, which: int, number: str, negative: bool | None, rewritten: str
) -> None:
    assert rewrite(text, find_figures(text)[which], number, negative) == rewritten


@pytest.mark.parametrize(
    ("text", "number", "negative"),
    [
        ("新增企业5家", "3", True),
        ("居全市第5位", "3", True),
        ("增长1.2倍", "2", True),
        ("增长5%", "-3", None),
        ("增长5%", "三", None),
        ("增长5%", "", None),
        ("增长5%", "1.2.3", False),
    ],
)
def test_what_cannot_be_said_is_refused(text: str, number: str, negative: bool | None) -> None:
    with pytest.raises(ValueRefused):
        rewrite(text, find_figures(text)[0], number, negative)


def test_a_figure_of_another_text_is_refused() -> None:
    (figure,) = find_figures("收入增长5%")
    with pytest.raises(ValueRefused, match="找不到"):
        rewrite("没有数的文字", figure, "3")


NUMBERS = st.decimals(min_value="0.1", max_value="9999", places=1).map(str)
WORDS = st.sampled_from(
    ["增长", "下降", "同比增长", "同比下降", "上涨", "分别增长", "增幅", "降幅"]
)
POINT_WORDS = st.sampled_from(
    [
        "提高",
        "降低",
        "比重下降",
        "增速回落",
        "降幅收窄",
        "增速加快",
        "高于全市平均水平",
        "低于全省",
        "比全国快",
    ]
)
PLACE_WORDS = st.sampled_from(["位次前移", "位次后退", "排名上升"])
COUNT_WORDS = st.sampled_from(["案件减少", "天数增加", "同比减少"])


@st.composite
def clauses(draw: st.DrawFn) -> str:
    """One clause with one figure, or a list of figures that share a word."""
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return f"完成{draw(NUMBERS)}亿元"
    if kind == 1:
        join = draw(st.sampled_from(["、", "和", "-"]))
        return draw(WORDS) + join.join(
            f"{n}%" for n in draw(st.lists(NUMBERS, min_size=1, max_size=3))
        )
    if kind == 2:
        return f"{draw(POINT_WORDS)}{draw(NUMBERS)}个百分点"
    if kind == 3:
        return f"{draw(PLACE_WORDS)}{draw(st.integers(1, 20))}位"
    if kind == 4:
        return f"{draw(COUNT_WORDS)}{draw(st.integers(1, 900))}天"
    return f"居全市第{draw(st.integers(1, 20))}位"


SENTENCES = st.lists(clauses(), min_size=1, max_size=5).map(lambda parts: "，".join(parts) + "。")


@given(SENTENCES, st.data())
def test_the_new_value_is_found_again_with_its_sign(text: str, data: st.DataObject) -> None:
    figures = find_figures(text)
    at = data.draw(st.integers(0, len(figures) - 1))
    number, negative = data.draw(NUMBERS), data.draw(st.booleans())
    figure = figures[at]
    if figure.direction is None and figure.unit != "亿元":
        negative = False
    after = find_figures(rewrite(text, figure, number, negative))
    assert len(after) == len(figures)
    assert value_of(after[at]) == (-Decimal(number) if negative else Decimal(number))
    in_range = {
        i for i in (at - 1, at + 1) if 0 <= i < len(figures) and _in_one_range(text, figures, at, i)
    }
    for i, (old, new) in enumerate(zip(figures, after, strict=True)):
        if i != at and not in_range:
            assert value_of(new) == value_of(old)
            assert new.unit == old.unit


def _in_one_range(text: str, figures: tuple[Figure, ...], one: int, other: int) -> bool:
    first, second = sorted((one, other))
    return text[figures[first].end : figures[second].start] == "%-"


@given(SENTENCES, st.data())
def test_without_a_turn_only_the_number_changes(text: str, data: st.DataObject) -> None:
    figures = find_figures(text)
    figure = figures[data.draw(st.integers(0, len(figures) - 1))]
    number = data.draw(NUMBERS)
    assert rewrite(text, figure, number) == text[: figure.start] + number + text[figure.end :]


@given(SENTENCES, st.data())
def test_a_turn_changes_only_the_words_of_direction(text: str, data: st.DataObject) -> None:
    figures = find_figures(text)
    figure = figures[data.draw(st.integers(0, len(figures) - 1))]
    if figure.direction is None:
        return
    turned = rewrite(text, figure, figure.text, negative=figure.direction.sign > 0)
    assert _without_words(turned) == _without_words(text)


def _without_words(text: str) -> str:
    for word in sorted(SIGNS, key=len, reverse=True):
        text = text.replace(word, "")
    return text
