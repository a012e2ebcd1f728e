"""版记 as a table with three rules, which floats at the foot of the page that it is anchored on.

LibreOffice leaves a floating table as wide as the text where it stands in it, unless it is placed
against the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Paragraph
from model.paging.record import Ending
from model.typesetting.house_style import HouseStyle, twips
from model.typesetting.letterhead import fills
from model.typesetting.paragraphs import look_of
from model.typesetting.record import INNER, OUTER, placing
from model.word.write.bookmarks import Bookmarks
from model.word.write.elements import element, paragraph_properties
from model.word.write.names import style_of
from model.word.write.runs import Runs

_NO_MARGINS = "".join(element(side, w=0, type="dxa") for side in ("left", "right"))


def record_xml(
    record: Sequence[Paragraph], end: Ending, style: HouseStyle, runs: Runs, bookmarks: Bookmarks
) -> str:
    """`w:tbl` at the foot of the type area, one line of 版记 a row."""
    width = style.text_width
    place = _place(end, style)
    rules = "".join(
        element(side, val="single", sz=thick, space=0, color="000000")
        for side, thick in (("top", OUTER), ("bottom", OUTER), ("insideH", INNER))
    )
    rows = "".join(_row(paragraph, style, runs, bookmarks) for paragraph in record)
    return (
        f"<w:tbl><w:tblPr>{place}{element('tblOverlap', val='never')}"
        f"{element('tblW', w=width, type='dxa')}<w:tblBorders>{rules}</w:tblBorders>"
        f"{element('tblLayout', type='fixed')}<w:tblCellMar>{_NO_MARGINS}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{element('gridCol', w=width)}</w:tblGrid>{rows}</w:tbl>"
    )


def _place(end: Ending, style: HouseStyle) -> str:
    """At the foot under a text; on a page of its own, where LibreOffice would take the foot for
    that of the paper, so far down as it is known to begin."""
    down: dict[str, str | int] = {"vertAnchor": "margin", "tblpYSpec": "bottom"}
    if not end.follows:
        down = {"vertAnchor": "margin", "tblpY": end.top}
    left = twips(style.margins_mm.left)
    return element("tblpPr", leftFromText=0, rightFromText=0, horzAnchor="page", tblpX=left, **down)


def _row(paragraph: Paragraph, style: HouseStyle, runs: Runs, bookmarks: Bookmarks) -> str:
    start, end = bookmarks.around(paragraph.ids)
    inside = runs.xml(paragraph.spans, font=look_of(paragraph, style).font)
    properties = _properties(paragraph, style)
    return (
        f"<w:tr><w:trPr>{element('cantSplit')}</w:trPr><w:tc><w:tcPr>"
        f"{element('tcW', w=style.text_width, type='dxa')}</w:tcPr>"
        f"<w:p>{properties}{start}{inside}{end}</w:p></w:tc></w:tr>"
    )


def _properties(paragraph: Paragraph, style: HouseStyle) -> str:
    left, out, right = placing(paragraph, style)
    said = {"pStyle": element("pStyle", val=style_of(paragraph).id)}
    sides: dict[str, str | int] = {"left": left, "right": right}
    if out:
        sides["hanging"] = out
    said["ind"] = element("ind", **sides)
    if fills(paragraph):
        stop = element("tab", val="right", pos=style.text_width - right)
        said["tabs"] = f"<w:tabs>{stop}</w:tabs>"
    return paragraph_properties(**said)
