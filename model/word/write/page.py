"""THE PAGE (版面): its size, margins and grid, and the page number `— 1 —` under the type area."""

from __future__ import annotations

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.section import Section, _Footer
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from model.typesetting.house_style import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    STAMP_LINE,
    HouseStyle,
    Placement,
    twips,
)
from model.word.write.names import AFTER_TABLE_NAME, LABEL, PAGE_NUMBER, STAMP
from model.word.write.oxml import new_element, put_property

_HEADER_TWIPS = 851
_UNNUMBERED = (AFTER_TABLE_NAME, PAGE_NUMBER.name, STAMP.name, LABEL.name)
_BEHIND_NUMBERS = ("w:pgNumType", "w:cols", "w:titlePg", "w:docGrid")
_TO_NUMBERS = 227
"""From the text to the numbers of its lines, in twips: 4 mm."""


def set_page(
    document: Document, style: HouseStyle, *, stamp: str | None, label: str | None = None
) -> None:
    """Size, margins, grid, headers and footers of upright pages; odd ones differ from even ones.

    `label` (征求意见稿) stands at the upper left, above the type area.
    """
    section = document.sections[0]
    _set_upright(section, style, stamped=stamp is not None)
    document.settings.odd_and_even_pages_header_footer = True
    if label is not None:
        section.header.add_paragraph(label, style=LABEL.name)
        section.even_page_header.add_paragraph(label, style=LABEL.name)
    _fill_footer(section.footer, style, odd=True, stamp=stamp)
    _fill_footer(section.even_page_footer, style, odd=False, stamp=stamp)


def _set_upright(section: Section, style: HouseStyle, *, stamped: bool) -> None:
    section.page_width, section.page_height = Twips(PAGE_WIDTH), Twips(PAGE_HEIGHT)
    margins = style.margins_mm
    section.top_margin, section.right_margin = _length(margins.top), _length(margins.right)
    section.bottom_margin, section.left_margin = _length(margins.bottom), _length(margins.left)
    section.header_distance = Twips(_HEADER_TWIPS)
    section.footer_distance = Twips(footer_distance(style, stamped=stamped))
    section.gutter = Twips(0)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)
    _set_grid(section, style)


def set_turned_page(document: Document, style: HouseStyle, *, stamp: str | None) -> None:
    """A second section whose sheets are turned to the left; the number stays where it is on them.

    The left edge of the sheet is then its upper one, so the number stands at the left of the
    turned page, in a box whose lines run from top to bottom. There is no grid: a table is on none,
    and LibreOffice would leave what its lines do not fill half above the table.
    """
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section._sectPr.remove(section._sectPr.find(qn("w:docGrid")))
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(PAGE_HEIGHT), Twips(PAGE_WIDTH)
    margins = style.margins_mm
    section.top_margin, section.right_margin = _length(margins.left), _length(margins.top)
    section.bottom_margin, section.left_margin = _length(margins.right), _length(margins.bottom)
    section.header_distance = section.footer_distance = Twips(_HEADER_TWIPS)
    for footer, odd in ((section.footer, True), (section.even_page_footer, False)):
        footer.is_linked_to_previous = False
        _fill_footer(footer, style, odd=odd, stamp=stamp)
        _turn_footer(footer, style, stamped=stamp is not None)


def set_record_page(
    document: Document, style: HouseStyle, *, stamp: str | None, numbered: bool
) -> None:
    """A section on the next even page for 版记; where that leaves a blank page before it, it has
    no number (GB/T 9704-2012, 7.5)."""
    section = document.add_section(WD_SECTION.EVEN_PAGE)
    section.orientation = WD_ORIENT.PORTRAIT
    _set_upright(section, style, stamped=stamp is not None)
    if numbered:
        return
    for footer in (section.footer, section.even_page_footer):
        footer.is_linked_to_previous = False
        footer.add_paragraph("", style=PAGE_NUMBER.name)
        if stamp is not None:
            footer.add_paragraph(stamp, style=STAMP.name)


def number_lines(document: Document) -> None:
    """Number the lines of every page in its margin; tables, headers and footers have none."""
    for section in document.sections:
        numbers = new_element("lnNumType", countBy=1, distance=_TO_NUMBERS, restart="newPage")
        section._sectPr.insert_element_before(numbers, *_BEHIND_NUMBERS)
    known = {style.name: style for style in document.styles}
    for name in _UNNUMBERED:
        if name in known:
            put_property(known[name].element.get_or_add_pPr(), "suppressLineNumbers")


def _turn_footer(footer: _Footer, style: HouseStyle, *, stamped: bool) -> None:
    """Put the lines of a footer into a box at the left of the type area, turned to the right."""
    lines = [line._p for line in footer.paragraphs]
    below = twips(style.page_number.below_mm)
    width = style.page_number_line + (STAMP_LINE if stamped else 0)
    left = twips(style.margins_mm.bottom) - below + style.page_number_line // 2 - width
    place = {
        "position": "absolute", "margin-left": f"{left / 20:g}pt",
        "margin-top": f"{twips(style.margins_mm.left) / 20:g}pt",
        "width": f"{width / 20:g}pt", "height": f"{style.text_width / 20:g}pt",
        "z-index": "1", "mso-position-horizontal-relative": "page",
        "mso-position-vertical-relative": "page",
    }  # fmt: skip
    said = ";".join(f"{key}:{value}" for key, value in place.items())
    run = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
        f'<v:rect id="page-number" style="{said}" filled="f" stroked="f">'
        '<v:textbox style="layout-flow:vertical" inset="0,0,0,0"><w:txbxContent/></v:textbox>'
        "</v:rect></w:pict></w:r>"
    )
    anchor = footer.add_paragraph(style=AFTER_TABLE_NAME)
    anchor._p.append(run)
    content = next(run.iter(qn("w:txbxContent")))
    content.extend(lines)


def footer_distance(style: HouseStyle, *, stamped: bool) -> int:
    """From the paper's lower edge to the footer's, in twips."""
    under = style.below_number + (STAMP_LINE if stamped else 0)
    return twips(style.margins_mm.bottom) - under


def _length(millimetres: float) -> Twips:
    return Twips(twips(millimetres))


def _set_grid(section: Section, style: HouseStyle) -> None:
    section._sectPr.append(new_element("docGrid", type="lines", linePitch=style.pitch))


def _fill_footer(footer: _Footer, style: HouseStyle, *, odd: bool, stamp: str | None) -> None:
    """The page number, and the stamp (第3稿, date and time) on a second line."""
    line = footer.add_paragraph(style=PAGE_NUMBER.name)
    _place_number(line, style, odd=odd)
    _add_dash(line, "— ")
    number = new_element("fldSimple", instr=" PAGE ")
    shown = new_element("r")
    shown.text = "1"
    number.append(shown)
    line._p.append(number)
    _add_dash(line, " —")
    if stamp is not None:
        footer.add_paragraph(stamp, style=STAMP.name)


def _place_number(line: Paragraph, style: HouseStyle, *, odd: bool) -> None:
    """Centred, or on odd pages at the right and on even pages at the left."""
    number, placed = style.page_number, line.paragraph_format
    if number.placement is Placement.CENTER:
        placed.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return
    width = round(number.inset * number.size_pt * 20)
    if width:
        side = "right" if odd else "left"
        indent = line._p.get_or_add_pPr().get_or_add_ind()
        indent.set(qn(f"w:{side}Chars"), str(number.inset * 100))
        setattr(indent, side, Twips(width))
    placed.alignment = WD_ALIGN_PARAGRAPH.RIGHT if odd else WD_ALIGN_PARAGRAPH.LEFT


def _add_dash(line: Paragraph, text: str) -> None:
    """A dash in the Chinese font, as Word would take the Latin one."""
    fonts = line.add_run(text)._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:hint"), "eastAsia")
