"""Direction words: which belongs to a figure, and its contrary."""

from __future__ import annotations

import pytest

from model.wording.direction import SIGNS, opposite
from model.wording.finding.figures import find_figures


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("增长5.1%", ["增长"]),
        ("增长了5.1%", ["增长"]),
        ("增长约5.1%", ["增长"]),
        ("提高到5.1%", [None]),
        ("下降至5.1%", [None]),
        ("完成5.1亿元", [None]),
        ("增加值完成5.1亿元", [None]),
        ("新增企业5家", [None]),
        ("同比增5.1%，比上年降3%", ["增", "降"]),
        ("分别增长5.1%、6%和7%", ["增长", "增长", "增长"]),
        ("增长5.1%，占比6%", ["增长", None]),
        ("降幅收窄2个百分点", ["收窄"]),
        ("增幅5.1%", ["增幅"]),
        ("高于全市平均水平2个百分点", ["高于"]),
        ("比全国平均水平高2个百分点", ["高"]),
        ("超时间进度2个百分点", ["超"]),
        ("实现5%的增长", ["增长"]),
        ("较上年提升3位", ["提升"]),
        ("占比高达60%，超额完成5个百分点", [None, None]),
        ("增長5.1%", ["增長"]),
    ],
)
def test_the_word_that_belongs_to_a_figure(text: str, words: list[str | None]) -> None:
    found = [f.direction for f in find_figures(text)]
    assert [d.text if d else None for d in found] == words
    assert all(text[d.start : d.end] == d.text for d in found if d)


@pytest.mark.parametrize("word", sorted(SIGNS))
@pytest.mark.parametrize("unit", ["%", "个百分点", "位", "天"])
def test_the_contrary_has_the_other_sign(word: str, unit: str) -> None:
    for clause in ("", "增速", "价格", "失业率"):
        contrary = opposite(word, unit, clause)
        assert SIGNS.get(contrary, 1 if contrary == "增速提高" else 0) == -SIGNS[word]
