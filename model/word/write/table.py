"""TABLES: as wide as the type area, thin rules, a head that repeats, rows that never split."""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Cell, Span, Table
from model.typesetting.table_look import TableLook
from model.word.write.bookmarks import Bookmarks
from model.word.write.elements import element, paragraph_properties
from model.word.write.names import CELLS, TABLE, TABLE_HEAD, StyleName, smaller
from model.word.write.runs import Runs

_HEAD_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:trPr><w:cantSplit/></w:trPr>"
_NO_EDGES = ("", "")


def table_xml(table: Table, look: TableLook, runs: Runs, bookmarks: Bookmarks) -> str:
    """`w:tbl` for a table, as wide as the type area.

    The bookmark of every row stands in its first cell, the table's own in that of the head: one
    around rows or the whole table would be moved into a single cell by other programs.
    Raises ValueError for a row that has not as many cells as there are columns.
    """
    if any(len(row) != len(table.titles) for row in table.rows):
        raise ValueError("a row of the table has not as many cells as there are columns")
    columns = "".join(element("gridCol", w=width) for width in look.widths)
    titles = tuple(Cell((Span(title),)) for title in look.titles)
    in_head = [smaller(TABLE_HEAD, look.step)] * len(titles)
    in_rows = [smaller(CELLS[align], look.step) for align in look.aligns]
    head = _row(titles, in_head, look, runs, bookmarks.around(table.ids), head=True)
    rows = "".join(
        _row(cells, in_rows, look, runs, bookmarks.around(table.row_ids[at : at + 1]), head=False)
        for at, cells in enumerate(table.rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(look.widths)}" '
        'w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _row(
    cells: Sequence[Cell],
    styles: Sequence[StyleName],
    look: TableLook,
    runs: Runs,
    first_edges: tuple[str, str],
    *,
    head: bool,
) -> str:
    font = (look.head if head else look.cell).font
    inside = "".join(
        _cell(named, width, runs.xml(cell.spans, keep_breaks=head, font=font), edges)
        for cell, named, width, edges in zip(
            cells, styles, look.widths, (first_edges, *[_NO_EDGES] * len(cells)), strict=False
        )
    )
    return f"<w:tr>{_HEAD_ROW if head else _ROW}{inside}</w:tr>"


def _cell(named: StyleName, width: int, inside: str, edges: tuple[str, str]) -> str:
    style = paragraph_properties(pStyle=element("pStyle", val=named.id))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p>{style}{edges[0]}{inside}{edges[1]}</w:p></w:tc>"
    )
