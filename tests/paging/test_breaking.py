"""Lines of Chinese text: the signs that may not begin or end one, words, numbers, the grid."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.paging.breaking import PLAIN, Breaker, Rules, gaps, seams
from model.typesetting.line_ends import NOT_FIRST, NOT_LAST

HANGING = "，。、；：！？,.;:!?"
TEXTS = st.text(st.sampled_from("县政府把硬骨头，。、；：！？）》”“（《…—亿12 aB.%"), max_size=120)


def broken(text: str, room: float, rules: Rules = PLAIN, indent: float = 0) -> list[str]:
    widths = [0.5 if sign < "\x80" else 1.0 for sign in text]
    found = Breaker(text, widths, {}, rules).lines(room - indent, room)
    return [text[line.start : line.end] for line in found]


@given(TEXTS, st.integers(12, 30))
def test_no_character_is_lost_or_doubled(text: str, room: int) -> None:
    assert "".join(broken(text, room)) == text


@given(TEXTS, st.integers(12, 30))
def test_a_line_ends_after_a_sign_that_may_not_begin_one_wherever_that_can_be(
    text: str, room: int
) -> None:
    found = broken(text, room)
    for line, following in itertools.pairwise(found):
        may_stay = [
            at
            for at in range(1, len(line))
            if line[at] not in NOT_FIRST + " " and line[at - 1] not in NOT_LAST
            if not (line[at - 1] == line[at] and line[at] in "—…")
            if not ("!" <= line[at - 1] <= "~" and "!" <= line[at] <= "~")
        ]
        if may_stay:
            assert following[0] not in NOT_FIRST
            assert line.rstrip(" ")[-1] not in NOT_LAST


@given(TEXTS, st.integers(12, 30))
def test_a_line_is_no_wider_than_its_room_but_for_one_sign_that_hangs(text: str, room: int) -> None:
    for line in broken(text, room):
        kept = line.rstrip(" ")
        if sum(0.5 if sign < "\x80" else 1.0 for sign in kept) > room + 0.1:
            kept = kept[:-1] if kept[-1] in HANGING else ""
        assert sum(0.5 if sign < "\x80" else 1.0 for sign in kept) <= room + 0.1


def test_the_first_line_leaves_room_for_its_indent() -> None:
    assert list(map(len, broken("县" * 80, 28, indent=2))) == [26, 28, 26]


def test_a_closing_sign_hangs_over_the_edge() -> None:
    assert broken("县政府把任务逐项列出。并", 10) == ["县政府把任务逐项列出。", "并"]


def test_an_opening_sign_goes_to_the_next_line_with_its_word() -> None:
    assert broken("县政府把任务逐项“列出”", 9) == ["县政府把任务逐项", "“列出”"]


@pytest.mark.parametrize("word", ["12345.67%", "2026-H1", "GDP"])
def test_a_word_or_number_stays_whole(word: str) -> None:
    assert any(word in line for line in broken(f"县政府把任务完成{word}了", 10))


def test_a_dash_of_two_signs_stays_whole() -> None:
    assert broken("县政府把任务逐项——列", 9) == ["县政府把任务逐项", "——列"]


def test_line_feeds_end_lines_and_belong_to_none() -> None:
    assert broken("云岭县\n\n工作", 10) == ["云岭县", "", "工作"]


def test_chinese_and_latin_meet_at_seams_but_not_at_punctuation() -> None:
    assert seams("完成6.8亿元，12个") == [2, 5, 10]


def test_only_gaps_outside_words_are_widened() -> None:
    assert gaps("完成6.82亿元", 0, 8) == 4
