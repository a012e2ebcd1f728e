"""Runs: what a double click takes of a Chinese text, and where Ctrl with an arrow key stops."""

from itertools import pairwise

import pytest

from model.wording.finding.runs import run_at, run_end_behind, run_start_before

TEXT = "今年以来，全县完成投资12.5亿元，同比增长5.1%，居全市第3位。"
TEXT += "城镇登记失业率下降了XX个百分点，比2026年计划高"


def taken(text: str, sign: str) -> str:
    """What a double click on the first place of some signs takes."""
    run = run_at(text, text.index(sign))
    return text[run.start : run.end]


@pytest.mark.parametrize(
    ("sign", "run"),
    [
        ("5亿元", "12.5亿元"),
        ("亿元", "12.5亿元"),
        ("增长", "增长5.1%"),
        ("1%", "增长5.1%"),
        ("同比", "同比"),
        ("完成", "全县完成投资"),
        ("，", "，"),
        ("3位", "3位"),
        ("XX", "下降了XX个百分点"),
        ("今年", "今年以来"),
        ("2026", "2026"),
    ],
)
def test_a_double_click_takes_a_figure_with_its_words_or_a_run_up_to_a_mark(
    sign: str, run: str
) -> None:
    assert taken(TEXT, sign) == run


def test_a_link_is_a_run_of_its_own_and_lines_are_never_crossed() -> None:
    text = "完成\ufffc亿元\n第二行"
    assert taken(text, "\ufffc") == "\ufffc"
    assert taken(text, "\n") == "亿元"
    assert run_start_before(text, text.index("第")) == text.index("\n")
    assert run_end_behind(text, text.index("\n")) == text.index("第")


def test_steps_go_through_the_whole_text_and_back_to_the_same_places() -> None:
    text = f"{TEXT}\n  张三 abc{TEXT}"
    there, places = 0, [0]
    while there < len(text):
        there = run_end_behind(text, there)
        places.append(there)
    assert places == sorted(set(places))
    assert max(end - start for start, end in pairwise(places)) < 15
    back = len(text)
    while back:
        before, back = back, run_start_before(text, back)
        assert back < before


@pytest.mark.parametrize("text", ["", " ", "\n", "。", "5"])
def test_the_ends_of_a_text_hold(text: str) -> None:
    assert run_start_before(text, 0) == 0
    assert run_end_behind(text, len(text)) == len(text)
    assert run_at(text, len(text) + 3).end == len(text)
