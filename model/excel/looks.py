"""How our sheets look: fonts, borders, fills, and cells of text that never become formulas."""

from __future__ import annotations

from typing import Any, NamedTuple

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from model.typesetting.sanitize import clean

_LONGEST = 32_000
"""A cell holds 32,767 characters."""
_LINE = 16.5
_HIGHEST = 400.0


class Look(NamedTuple):
    """How a cell looks, and whether it can be typed in."""

    font: Font
    alignment: Alignment
    border: Border | None = None
    fill: PatternFill | None = None
    is_free: bool = False


_SIDE = Side(style="thin", color="808080")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_PLAIN = Font(name="宋体", size=11)
_GREY = PatternFill("solid", fgColor="EDEDED")
_WRAPPED = Alignment(vertical="center", wrap_text=True)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_RIGHT = Alignment(horizontal="right", vertical="center", wrap_text=True)

TITLE = Look(Font(name="黑体", size=16), Alignment(horizontal="center", vertical="center"))
NOTE = Look(_PLAIN, Alignment(vertical="center", wrap_text=True))
HEAD = Look(Font(name="黑体", size=11), _MIDDLE, _BOX, _GREY)
KEY = Look(Font(name="宋体", size=9, color="7F7F7F"), _MIDDLE, _BOX, _GREY)
KNOWN = Look(_PLAIN, _WRAPPED, _BOX, _GREY)
NUMBER_KNOWN = Look(_PLAIN, _RIGHT, _BOX, _GREY)
NOT_ASKED = Look(Font(name="宋体", size=11, color="A6A6A6"), _MIDDLE, _BOX, _GREY)
FREE = Look(_PLAIN, Alignment(vertical="top", wrap_text=True), _BOX, None, is_free=True)
NUMBER_FREE = Look(_PLAIN, _RIGHT, _BOX, None, is_free=True)
CELL = Look(_PLAIN, _WRAPPED, _BOX)
NUMBER_CELL = Look(_PLAIN, _RIGHT, _BOX)

_FREE = Protection(locked=False)


def put(sheet: Worksheet, at: tuple[int, int], text: str, look: Look) -> Any:
    """Write a text into the cell of a row and column, as text whatever it begins with."""
    cell: Any = sheet.cell(*at)
    if text:
        cell.value = clean(text)[0][:_LONGEST]
        cell.data_type = "s"
    cell.font, cell.alignment = look.font, look.alignment
    if look.border is not None:
        cell.border = look.border
    if look.fill is not None:
        cell.fill = look.fill
    if look.is_free:
        cell.protection = _FREE
    return cell


def put_title(sheet: Worksheet, text: str, columns: int) -> None:
    """The title over all columns, in the first row."""
    put(sheet, (1, 1), text, TITLE)
    if columns > 1:
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=columns)
    sheet.row_dimensions[1].height = 30


def set_widths(sheet: Worksheet, widths: tuple[float, ...]) -> None:
    """The widths of the columns from the first on, in half-width characters."""
    for number, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number]].width = width


def fit_height(sheet: Worksheet, row: int, texts: tuple[tuple[str, float], ...]) -> None:
    """Make a row as high as the longest of its texts asks for in the width of its column."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    sheet.row_dimensions[row].height = min(_HIGHEST, max(1, lines) * _LINE + 4)


def _lines(text: str, width: float) -> int:
    signs = max(1.0, width / 2.2)
    return sum(max(1, -int(-_width(line) // signs)) for line in text.split("\n"))


def _width(line: str) -> float:
    """In Chinese characters: Latin ones are half as wide."""
    return sum(1.0 if sign > "ÿ" else 0.55 for sign in line)


def set_page(sheet: Worksheet, head_row: int, *, turned: bool) -> None:
    """A4, as wide as the page, its head on every page."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if turned else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    if head_row:
        sheet.print_title_rows = f"{head_row}:{head_row}"
        sheet.freeze_panes = f"A{head_row + 1}"


def protect(sheet: Worksheet) -> None:
    """Advise against changing what is grey: without a password, rows can be added and sorted."""
    protection = sheet.protection
    protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "sort",
                    "autoFilter", "deleteRows"):  # fmt: skip
        setattr(protection, allowed, False)
