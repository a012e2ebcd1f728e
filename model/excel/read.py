"""A foreign .xlsx AS CELLS: what they hold and no more. Runs in the child process only."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from model.reading.kinds import refused
from model.reading.limits import MAX_TAGS
from model.reading.workbook import EMPTY_CELL, Sheet, SheetCell, Workbook

_STRANGE = "文件不完整，或内部的写法不合规范。请用 WPS 或 Excel 打开它，另存一份 .xlsx，再来收"
_TOO_LARGE = "里面有上百万个格子，不像一份报数表。请只留下要报的表"
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError,
    ValueError, KeyError, TypeError, AttributeError, IndexError, ParseError, SyntaxError,
    InvalidFileException,
)  # fmt: skip
_PERCENT = re.compile(r"(?<!\\)%")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_ROWS, _COLUMNS = 20_000, 60
"""What is looked at of a sheet; a form has some hundred rows of a dozen columns."""


def read_xlsx(data: bytes, path: Path) -> Workbook:
    """The cells in the bytes of an .xlsx; raises `ReadRefused`, whatever it holds."""
    try:
        has_formulas = _look_at_parts(data, path)
        shown = _sheets(data, keep_formulas=False)
        formulas = _sheets(data, keep_formulas=True) if has_formulas else {}
    except MemoryError:
        raise
    except _UNREADABLE as error:
        raise refused(path, _STRANGE) from error
    sheets = tuple(
        sheet if not formulas else _with_uncounted(sheet, formulas.get(sheet.name))
        for sheet in shown.values()
    )
    if not sheets:
        raise refused(path, "里面没有表格。请确认选对了文件")
    return Workbook(sheets)


def _look_at_parts(data: bytes, path: Path) -> bool:
    """Refuse what is too much or has a document type; tell whether there are formulas."""
    has_formulas = False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            part = archive.read(name)
            if b"<!DOCTYPE" in part or "<!DOCTYPE".encode("utf-16-le") in part:
                raise refused(path, _STRANGE)
            if part.count(b"<") > MAX_TAGS:
                raise refused(path, _TOO_LARGE)
            if b'TargetMode="External"' in part and "externalLink" in name:
                raise refused(path, "表里的公式连着别的文件。请把公式粘贴成数值，存好再发来")
            has_formulas |= bool(_SHEET.fullmatch(name)) and (b"<f>" in part or b"<f " in part)
    return has_formulas


def _sheets(data: bytes, *, keep_formulas: bool) -> dict[str, Sheet]:
    book = load_workbook(
        io.BytesIO(data), read_only=True, data_only=not keep_formulas, keep_links=False
    )
    try:
        return {
            sheet.title: Sheet(
                sheet.title, _rows(sheet), getattr(sheet, "sheet_state", "") != "visible"
            )
            for sheet in book.worksheets
        }
    finally:
        book.close()


def _rows(sheet: Any) -> tuple[tuple[SheetCell, ...], ...]:
    sheet.reset_dimensions()
    rows = [
        _without_tail(_cell(cell) for cell in row)
        for row in sheet.iter_rows(max_row=_ROWS, max_col=_COLUMNS)
    ]
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _without_tail(cells: Iterable[SheetCell]) -> tuple[SheetCell, ...]:
    kept = list(cells)
    while kept and not kept[-1].text:
        kept.pop()
    return tuple(kept)


def _cell(cell: Any) -> SheetCell:
    value = cell.value
    if value is None:
        return EMPTY_CELL
    if isinstance(value, bool):
        return SheetCell("是" if value else "否")
    if isinstance(value, int | float):
        is_percent = bool(_PERCENT.search(cell.number_format or ""))
        return SheetCell(_digits(value), is_number=True, is_percent=is_percent)
    if isinstance(value, datetime.datetime):
        said = value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
        return SheetCell(said)
    if isinstance(value, datetime.date | datetime.time):
        return SheetCell(value.isoformat())
    return SheetCell(str(value))


def _digits(value: int | float) -> str:
    """A number with the 15 digits that sheets keep: 6.8999999999999995 is 6.9."""
    said = format(value, ".15g") if isinstance(value, float) else str(value)
    if "e" not in said:
        return said
    return format(value, ".15f").rstrip("0").rstrip(".") if abs(value) < 1 else format(value, ".0f")


def _with_uncounted(sheet: Sheet, formulas: Sheet | None) -> Sheet:
    """The sheet with the cells told apart whose formula no program has worked out."""
    if formulas is None:
        return sheet
    rows: list[tuple[SheetCell, ...]] = []
    for at, behind in enumerate(formulas.rows):
        shown = sheet.rows[at] if at < len(sheet.rows) else ()
        cells = [
            SheetCell(formula.text, is_uncounted=True)
            if formula.text.startswith("=") and not (column < len(shown) and shown[column].text)
            else (shown[column] if column < len(shown) else EMPTY_CELL)
            for column, formula in enumerate(behind)
        ]
        rows.append(tuple(cells))
    return Sheet(sheet.name, tuple(rows), sheet.is_hidden)
