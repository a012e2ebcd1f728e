"""Columns: what breaks last is a number, then short words and titles, then prose."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Cell, Role, Span, Table
from model.typesetting.columns import column_widths, needs_of, room_of, scaled, text_width
from model.typesetting.house_style import Alignment, HouseStyle
from model.typesetting.table_look import NUMBERED, table_look
from model.typesetting.wide import wide_blocks
from tests.word.samples import number, paragraph

LEFT, CENTER, RIGHT = Alignment.LEFT, Alignment.CENTER, Alignment.RIGHT


def word(text: str) -> Cell:
    return Cell((Span(text),))


@given(st.lists(st.integers(1, 60), min_size=1, max_size=20), st.integers(2000, 9000))
def test_widths_always_add_up(widths: list[int], total: int) -> None:
    made = scaled(widths, total)
    assert sum(made) == total
    assert len(made) == len(widths)
    assert all(each > 0 for each in made)


def test_a_column_with_room_gives_it_to_one_that_would_break() -> None:
    rows = ((Cell((Span("城镇居民人均可支配收入"),)), number("6.82")),)
    table = Table(("指标", "本期"), (10, 10), rows)
    name, value = column_widths(table, 5000, 240)
    assert name >= 11 * 240
    assert name + value == 5000


def test_columns_of_prose_keep_their_share() -> None:
    rows = ((Cell((Span("已完成前期工作并开工建设" * 9),)), number("6.82")),)
    assert column_widths(Table(("进展", "本期"), (10, 10), rows), 5000, 240) == [2500, 2500]


def test_columns_keep_their_share_where_nothing_breaks() -> None:
    rows = ((Cell((Span("粮食"),)), number("6.82")),)
    assert column_widths(Table(("指标", "本期"), (3, 1), rows), 8000, 240) == [6000, 2000]


def test_a_short_title_does_not_break() -> None:
    rows = ((number("1"), Cell((Span("粮食产量"),))),)
    first, _ = column_widths(Table(("序号", "指标"), (1, 12), rows), 7000, 240)
    assert first >= 2 * 240 + 170


def test_short_titles_and_words_stay_whole_where_prose_can_give() -> None:
    titles = ("序号", "项目名称", "总投资（亿元）", "进度（%）", "状态", "进展情况")
    prose = word("已完成前期工作并开工建设" * 4)
    rows = tuple(
        (number("10"), word("城关镇污水处理厂提标改造"), number("1234.56"), number("98.7"),
         word("正常推进"), prose)
        for _ in range(3)
    )  # fmt: skip
    widths = column_widths(Table(titles, (1, 6, 3, 2, 2, 14), rows), 8845, 240)
    for need, width in zip(needs_of(Table(titles, (1,) * 6, rows), 240), widths, strict=True):
        assert width >= need.firm
    assert room_of(widths[0], 240) >= 2
    assert room_of(widths[4], 240) >= 4


@given(
    st.lists(st.decimals(0, 99999999, places=2), min_size=2, max_size=9),
    st.lists(st.integers(1, 28), min_size=9, max_size=9),
)
def test_no_number_is_torn_where_all_have_room(numbers: list[object], asked: list[int]) -> None:
    row = tuple(number(str(each)) for each in numbers)
    table = Table(tuple("本期" for _ in row), tuple(asked[: len(row)]), (row,))
    widths = column_widths(table, 8845, 210)
    assert sum(widths) == 8845
    if sum(need.least for need in needs_of(table, 210)) <= 8845:
        for cell, width in zip(row, widths, strict=True):
            assert text_width(cell.text) <= room_of(width, 210)


def test_characters_become_smaller_before_anything_breaks(gbt9704: HouseStyle) -> None:
    titles = ("序号", "项目名称", *("完成投资（万元）",) * 5, "状态")
    rows = (
        (number("1"), word("城关镇"), *(number("12345.67") for _ in range(5)), word("正常推进")),
    )
    few = table_look(Table(titles[:5], (2,) * 5, (rows[0][:5],)), gbt9704)
    many = table_look(Table(titles, (2,) * 8, rows), gbt9704)
    assert (few.step, few.cell.size_pt, many.step, many.cell.size_pt) == (0, 12, 1, 10.5)
    assert many.cell.pitch_pt is not None
    assert many.cell.pitch_pt < 20
    for cell, width in zip(rows[0], many.widths, strict=True):
        assert text_width(cell.text) <= room_of(width, 210)


def test_heads_break_before_a_bracket_or_after_the_year(gbt9704: HouseStyle) -> None:
    titles = ("项目", "2026年前三季度", "总投资（亿元）", "年度计划投资（万元）", "说明")
    rows = ((word("规模以上工业增加值" * 3), number("5.1"), number("6.2"), number("1"), word("")),)
    look = table_look(Table(titles, (16, 2, 2, 2, 3), rows), gbt9704)
    assert look.titles == (
        "项目", "2026年\n前三季度", "总投资\n（亿元）", "年度\n计划投资\n（万元）", "说明"
    )  # fmt: skip


def test_cells_stand_as_a_typist_sets_them(gbt9704: HouseStyle) -> None:
    rows = (
        (number("1"), word("云岭至石门公路改扩建"), number("8.2"), word("全市第3位"), word("—")),
        (number("2"), word("城关镇"), word("—"), word("—"), word("设计变更后正在重新报批")),
    )
    keys = (NUMBERED, "name", "total", "rank", "note")
    table = Table(("序号", "项目", "总投资", "位次", "备注"), (2, 8, 4, 4, 8), rows, keys=keys)
    assert table_look(table, gbt9704).aligns == (CENTER, LEFT, RIGHT, CENTER, LEFT)


@pytest.mark.parametrize("rows", [(), ((word("—"),),)])
def test_a_table_that_says_nothing_is_set_too(
    rows: tuple[tuple[Cell, ...], ...], gbt9704: HouseStyle
) -> None:
    look = table_look(Table(("指标",), (1,), rows), gbt9704)
    assert look.widths == (gbt9704.text_width,)
    assert look.aligns == (CENTER,)


def test_a_table_that_cannot_be_set_upright_is_turned(gbt9704: HouseStyle) -> None:
    titles = ("乡镇", *(f"{month}月完成投资（万元）" for month in range(1, 12)))
    row = (word("城关镇"), *(number("1234.56") for _ in titles[1:]))
    few, many = (
        table_look(Table(titles[:count], (4,) * count, (row[:count],)), gbt9704)
        for count in (9, 12)
    )
    assert (few.wide, sum(few.widths)) == (False, gbt9704.text_width)
    assert (many.wide, sum(many.widths)) == (True, gbt9704.text_height)
    character = round(many.cell.size_pt * 20)
    assert all(room_of(width, character) >= text_width("1234.56") for width in many.widths[1:])


def test_titles_and_notes_turn_with_their_table() -> None:
    wide = Table(("指标",), (1,), ())
    label, title, caption, note, body = (
        paragraph(role, "甲")
        for role in (
            Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.CAPTION, Role.NOTE, Role.BODY,
        )
    )  # fmt: skip
    blocks = (body, label, title, caption, wide, wide, note, note, body, note, caption, body)
    turned = wide_blocks(blocks, lambda table: table is wide)
    assert [at for at, is_turned in enumerate(turned) if is_turned] == [1, 2, 3, 4, 5, 6, 7]
    assert not any(wide_blocks(blocks, lambda table: False))


def test_names_take_what_is_left_and_a_small_table_begins_with_small_characters(
    gbt9704: HouseStyle,
) -> None:
    names = ("城镇居民人均可支配收入同比增长", "规模以上工业增加值同比增长", "地区生产总值")
    rows = tuple((word(name), number("118.6"), number("120.4"), number("+1.8")) for name in names)
    table = Table(("项目", "上期", "本期", "变化"), (4, 4, 4, 4), rows)
    widths = column_widths(table, 6400, 240)
    assert room_of(widths[0], 240) >= text_width(names[0])
    look = table_look(replace(table, small=True), gbt9704)
    assert (look.step, look.cell.size_pt) == (1, 10.5)
    assert table_look(table, gbt9704).step == 0
