"""Tables: widths that add up, a head that repeats, numbers flush right."""

from pathlib import Path
from typing import Any

import pytest

from model.document import Cell, Document, Role, Span, Table
from model.reading.source import SourceTable
from model.typesetting.house_style import HouseStyle
from model.word.read.word_source import read_docx
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
    assert used == ["XgTableHead", "XgTableHead", "XgTableCenter", "XgTableNumber"]


def test_row_that_does_not_fit_its_columns_is_refused(gbt9704: HouseStyle) -> None:
    table = Table(("指标", "本期"), (3, 1), ((Cell((Span("粮食产量"),)),),))
    with pytest.raises(ValueError, match="cells"):
        write_document(Document("", (table,)), gbt9704, mode="final")


def test_title_keeps_off_the_table_under_it(gbt9704: HouseStyle) -> None:
    body = (paragraph(Role.ANNEX_TITLE, "指标表"), Table(("指标",), (1,), ()))
    data = write_document(Document("", body), gbt9704, mode="final").data
    spacing = tree(data, "word/document.xml").find(f".//{W}p/{W}pPr/{W}spacing")
    assert int(spacing.get(f"{W}after")) > 0


def test_head_breaks_before_its_bracket_and_is_read_back_in_one_line(
    gbt9704: HouseStyle,
) -> None:
    titles = ("序号", "总投资（亿元）", *(f"{month}月完成投资（万元）" for month in range(1, 7)))
    rows = (tuple(number("1234.56") for _ in titles),)
    data = write_document(
        Document("", (Table(titles, (4,) * 8, rows),)), gbt9704, mode="final"
    ).data
    head = next(tree(data, "word/document.xml").iter(f"{W}tr"))
    pieces = [[text.text for text in cell.iter(f"{W}t")] for cell in head.iter(f"{W}tc")]
    assert pieces[:2] == [["序号"], ["总投资", "（亿元）"]]
    read = read_docx(data, Path("表.docx")).blocks[0]
    assert isinstance(read, SourceTable)
    assert read.rows[0] == titles
