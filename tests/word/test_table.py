"""Tables: widths that add up, a head that repeats, numbers flush right."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Cell, Document, Role, Span, Table
from model.typesetting.columns import column_widths, scaled
from model.typesetting.house_style import HouseStyle
from model.word.write.word_file import write_document
from tests.word.samples import W, number, paragraph, tree


@pytest.fixture(scope="module")
def written(gbt9704: HouseStyle) -> Any:
    table = Table(("指标", "本期"), (3, 1), ((Cell((Span("粮食产量"),)), number("6.82")),))
    data = write_document(Document("", (table,)), gbt9704, mode="final").data
    return tree(data, "word/document.xml").find(f".//{W}tbl")


def test_columns_fill_the_type_area(written: Any, gbt9704: HouseStyle) -> None:
    widths = [int(column.get(f"{W}w")) for column in written.iter(f"{W}gridCol")]
    assert sum(widths) == gbt9704.text_width
    assert widths[0] == pytest.approx(3 * widths[1], abs=2)


def test_head_repeats_and_no_row_splits(written: Any) -> None:
    head, row = written.findall(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert row.find(f"{W}trPr/{W}tblHeader") is None
    assert all(each.find(f"{W}trPr/{W}cantSplit") is not None for each in (head, row))


def test_cells_have_styles_by_kind(written: Any) -> None:
    used = [style.get(f"{W}val") for style in written.iter(f"{W}pStyle")]
    assert used == ["XgTableHead", "XgTableHead", "XgTableText", "XgTableNumber"]


def test_row_that_does_not_fit_its_columns_is_refused(gbt9704: HouseStyle) -> None:
    table = Table(("指标", "本期"), (3, 1), ((Cell((Span("粮食产量"),)),),))
    with pytest.raises(ValueError, match="cells"):
        write_document(Document("", (table,)), gbt9704, mode="final")


def test_title_keeps_off_the_table_under_it(gbt9704: HouseStyle) -> None:
    body = (paragraph(Role.ANNEX_TITLE, "指标表"), Table(("指标",), (1,), ()))
    data = write_document(Document("", body), gbt9704, mode="final").data
    spacing = tree(data, "word/document.xml").find(f".//{W}p/{W}pPr/{W}spacing")
    assert int(spacing.get(f"{W}after")) > 0


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
