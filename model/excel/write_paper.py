"""A LIST AS A SHEET (催报单, 核数表, 数据出处表): the title, the lines, every table below."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.document import Document, Role, Table
from model.excel.looks import (
    CELL,
    HEAD,
    NOTE,
    NUMBER_CELL,
    fit_height,
    put,
    put_title,
    set_page,
    set_widths,
)

_WIDTH = 2.2
"""How many half-width characters a character of the body is wide."""


def write_sheet(document: Document) -> bytes:
    """The workbook of a list: one sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "表"
    table = next((one for one in document.body if isinstance(one, Table)), None)
    widths = tuple(_WIDTH * width + 2 for width in table.widths) if table else (80.0,)
    set_widths(sheet, widths)
    put_title(sheet, document.title, len(widths))
    at, head = 2, 0
    for block in document.body:
        if isinstance(block, Table):
            head = head or at
            at = _write_table(sheet, block, at, widths)
        elif block.role is not Role.TITLE and block.text:
            put(sheet, (at, 1), block.text, NOTE)
            sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=len(widths))
            fit_height(sheet, at, ((block.text, sum(widths)),))
            at += 1
    set_page(sheet, head if head == 2 else 0, turned=sum(widths) > 90)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _write_table(sheet: Worksheet, table: Table, at: int, widths: tuple[float, ...]) -> int:
    """Write a table from a row on; returns the row below it."""
    for column, title in enumerate(table.titles, 1):
        put(sheet, (at, column), title, HEAD)
    for row in table.rows:
        at += 1
        for column, cell in enumerate(row, 1):
            put(sheet, (at, column), cell.text, NUMBER_CELL if cell.numeric else CELL)
        fit_height(
            sheet, at, tuple((one.text, width) for one, width in zip(row, widths, strict=False))
        )
    return at + 1
