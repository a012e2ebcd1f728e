"""TABLES: as wide as the type area, thin rules, a head that repeats, rows that never split."""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Cell, Span, Table
from model.typesetting.columns import column_widths
from model.typesetting.house_style import HouseStyle
from model.word.write.elements import element, paragraph_properties
from model.word.write.names import TABLE, TABLE_HEAD, TABLE_NUMBER, TABLE_TEXT
from model.word.write.runs import Runs

_HEAD_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:trPr><w:cantSplit/></w:trPr>"


def table_xml(table: Table, runs: Runs, style: HouseStyle) -> str:
    """`w:tbl` for a table, as wide as the type area.

    Raises ValueError for a row that has not as many cells as there are columns.
    """
    if any(len(row) != len(table.titles) for row in table.rows):
        raise ValueError("a row of the table has not as many cells as there are columns")
    text_width = style.text_width
    widths = column_widths(table, text_width, round(style.looks.table_cell.size_pt * 20))
    columns = "".join(element("gridCol", w=width) for width in widths)
    titles = tuple(Cell((Span(title),)) for title in table.titles)
    head = _row(titles, widths, runs, _HEAD_ROW, head=True)
    rows = "".join(_row(cells, widths, runs, _ROW, head=False) for cells in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{text_width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _row(
    cells: Sequence[Cell], widths: Sequence[int], runs: Runs, properties: str, *, head: bool
) -> str:
    inside = "".join(
        _cell(cell, width, runs, head=head) for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{inside}</w:tr>"


def _cell(cell: Cell, width: int, runs: Runs, *, head: bool) -> str:
    named = TABLE_HEAD if head else TABLE_NUMBER if cell.numeric else TABLE_TEXT
    style = paragraph_properties(pStyle=element("pStyle", val=named.id))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p>{style}{runs.xml(cell.spans)}</w:p></w:tc>"
    )
