"""Titles break by meaning into balanced lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.typesetting.title import line_breaks, width

CAPACITY = 19


def lines(text: str, capacity: int = CAPACITY) -> list[str]:
    offsets = (0, *line_breaks(text, capacity), len(text))
    return [text[start:end] for start, end in pairwise(offsets)]


@pytest.mark.parametrize(
    "broken",
    [
        "云岭县2026年上半年工作总结",
        "云岭县人民政府关于2026年上半年|重点工作情况的报告",
        "在中共云岭县委|十四届五次全体会议上的讲话",
        "在云岭县2026年上半年|经济运行分析调度会议上的讲话",
        "关于云岭县2026年1—5月|经济运行情况的汇报",
        "云岭县2026年上半年国民经济和社会发展|重点工作推进情况及下半年工作打算",
        "云岭县人民政府关于巩固拓展脱贫攻坚成果|同乡村振兴有效衔接工作情况的报告",
        "关于全县上半年经济社会发展情况|和下半年重点工作安排的汇报",
        "在全县安全生产暨防汛抗旱|工作会议上的讲话（送审稿）",
        "云岭县人民政府办公室|关于全县招商引资工作情况的报告",
    ],
)
def test_title_breaks_by_meaning(broken: str) -> None:
    assert lines(broken.replace("|", "")) == broken.split("|")


@pytest.mark.parametrize(
    "whole",
    [
        "2026年上半年",
        "云岭县人民政府",
        "重点工作",
        "6.82亿元",
        "十四届五次全体会议",
        "《工作方案》",
        "12.5%",
    ],
)
@pytest.mark.parametrize("before", range(8, 20))
def test_no_line_breaks_inside_a_word(whole: str, before: int) -> None:
    text = "某" * before + "在" + whole + "某" * 12
    assert any(whole in line for line in lines(text))


def test_lines_neither_begin_nor_end_where_none_may() -> None:
    for size in range(6, 30):
        text = "某" * size + "关于" + "某" * 9 + "的" + "某" * 5 + "，" + "某" * 6
        made = lines(text)
        assert not any(line.endswith("关于") for line in made)
        assert not any(line.startswith(("的", "，")) for line in made)


def test_a_break_made_by_hand_stays_the_only_one() -> None:
    assert line_breaks("云岭县人民政府关于今年上半年\n重点工作情况的报告及下半年工作打算", 10) == ()


@given(st.text("云岭县政府关于工作的和2026年.5%（）“”，A", max_size=90), st.integers(5, 30))
def test_lines_keep_the_text_and_fit(text: str, capacity: int) -> None:
    made = lines(text, capacity)
    assert "".join(made) == text
    assert all(made) or not text
    assert all(width(line) <= capacity for line in made)
