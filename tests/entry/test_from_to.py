"""由A下降到B follows its numbers, and nothing else of the text does."""

from __future__ import annotations

import pytest

from model.entry.texts import Edit, edited

PM = "PM2.5浓度由38微克/立方米下降到35微克/立方米。"


@pytest.mark.parametrize(
    ("text", "typed", "told"),
    [
        (PM, ("35", "37"), "PM2.5浓度由35微克/立方米上升到37微克/立方米。"),
        (PM, ("39", "33"), "PM2.5浓度由39微克/立方米下降到33微克/立方米。"),
        (PM, ("35", "35"), "PM2.5浓度由35微克/立方米下降到35微克/立方米。"),
        ("治理率从41%提高到46%。", ("46", "44"), "治理率从46%降低到44%。"),
        ("企业由58家增加到97家。", ("97", "95"), "企业由97家减少到95家。"),
        ("企业由58家增至97家。", ("97", "95"), "企业由97家减至95家。"),
        ("全市位次由第8位上升到第5位。", ("5", "6"), "全市位次由第5位上升到第6位。"),
    ],
)
def test_the_word_between_two_numbers_follows_them(
    text: str, typed: tuple[str, str], told: str
) -> None:
    edits = [Edit("figures", number, value) for number, value in enumerate(typed)]
    assert edited(text, edits) == told


def test_one_number_alone_turns_the_word_too() -> None:
    assert edited(PM, [Edit("figures", 1, "40")]) == (
        "PM2.5浓度由38微克/立方米上升到40微克/立方米。"
    )


def test_a_pair_that_was_not_touched_stays_as_it_was_written() -> None:
    text = "浓度由30微克下降到35微克。企业由58家增加到97家。"
    told = "浓度由30微克下降到35微克。企业由58家减少到50家。"
    assert edited(text, [Edit("figures", 3, "50")]) == told


def test_links_beside_a_pair_stay_links() -> None:
    text = "总值{@gdp.actual}，企业由58家增加到97家。"
    told = "总值{@gdp.actual}，企业由58家减少到50家。"
    assert edited(text, [Edit("figures", 1, "50")]) == told


@pytest.mark.parametrize("typed", ["7000", "7000平方米"])
def test_a_plain_figure_keeps_its_unit(typed: str) -> None:
    assert edited("6000平方米老旧小区改造完工。", [Edit("figures", 0, typed)]) == (
        "7000平方米老旧小区改造完工。"
    )
