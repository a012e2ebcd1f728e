"""Rare characters are found, whatever block they stand in, and told by the font that lacks them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Cell, Document, Role, Span, Table
from model.typesetting.house_style import HouseStyle
from model.typesetting.rare import pieces, rare_in
from model.values.gb2312 import has_rare, is_rare
from tests.word.samples import lead, marker, paragraph


@pytest.mark.parametrize("character", "喆堃镕玥珺翀祎赟𠮷䶮")
def test_characters_outside_gb_2312_are_rare(character: str) -> None:
    assert is_rare(character)
    assert has_rare(f"王{character}同志")


@pytest.mark.parametrize("text", ["王强", "“十五五”——……", "①㎡℃‰α№", "GDP 6.8%", "〇", ""])
def test_signs_and_common_characters_are_not(text: str) -> None:
    assert not has_rare(text)


@given(st.text("王喆堃，a1—㎡", max_size=12))
def test_pieces_are_the_text(text: str) -> None:
    made = list(pieces(text))
    assert "".join(piece for piece, _ in made) == text
    assert all(any(map(is_rare, piece)) is rare for piece, rare in made)


def test_each_font_is_told_once_with_what_it_lacks(gbt9704: HouseStyle) -> None:
    table = Table(("负责人喆",), (4,), ((Cell((Span("李镕"),)),),))
    body = (
        paragraph(Role.TITLE, "玥城"),
        paragraph(Role.BODY, marker("（一）"), lead("王喆。"), "李堃、李堃。", level=2),
        table,
    )
    found = rare_in(Document("", body), gbt9704)
    assert [(each.font, each.by, each.characters) for each in found] == [
        ("方正小标宋简体", "方正小标宋_GBK", "玥"),
        ("楷体_GB2312", "楷体", "喆"),
        ("仿宋_GB2312", "仿宋", "堃镕"),
    ]
    assert found[2].told == "仿宋_GB2312里没有“堃”、“镕”，用仿宋排。"


def test_fonts_that_have_all_say_nothing(styles: dict[str, HouseStyle]) -> None:
    assert rare_in(Document("", (paragraph(Role.BODY, "王喆"),)), styles["windows"]) == ()
