"""THE WORKBOOK of a chart: its drawn cells and nothing else, so that 编辑数据 works in Word.

Written here and not by openpyxl, which takes longer for it than a whole text is exported in. Equal
cells give equal bytes.
"""

from __future__ import annotations

from html import escape

from model.document import Chart
from model.typesetting.sanitize import clean
from model.word.write.package import package

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "Sheet1"

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>",
}


def column(number: int) -> str:
    """The letter of a column; the categories are the first (0)."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number]


def workbook(chart: Chart) -> bytes:
    """The categories in the first column, a row of the chart in each of the others."""
    lines = [_row(1, ["", *(row.title for row in chart.drawn)])]
    for at, category in enumerate(chart.categories):
        values = [None if row.values[at] is None else f"{row.values[at]:f}" for row in chart.drawn]
        lines.append(_row(at + 2, [category], values))
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    parts = {**_PARTS, "xl/worksheets/sheet1.xml": sheet}
    return package({name: f"{_HEAD}{part}".encode() for name, part in parts.items()})


def _row(number: int, words: list[str], values: list[str | None] | None = None) -> str:
    """Words first, then numbers; what is blank has no cell."""
    cells = [
        f'<c r="{column(at)}{number}" t="inlineStr"><is>{_text(word)}</is></c>'
        for at, word in enumerate(words)
        if word
    ]
    cells += [
        f'<c r="{column(at)}{number}"><v>{value}</v></c>'
        for at, value in enumerate(values or (), start=len(words))
        if value is not None
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def _text(word: str) -> str:
    return f'<t xml:space="preserve">{escape(clean(word)[0], quote=False)}</t>'
