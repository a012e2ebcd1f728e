"""STYLES: every look of a house style as a named style, with explicit fonts.

There is no theme and no theme font: these override explicit names, and WPS then reports fonts
that nobody asked for. `overflowPunct` is Word's own default, yet it must be said: LibreOffice 7
takes silence and 0 for "hang" and then loses the hanging sign from the page.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle
from docx.styles.styles import Styles
from docx.text.font import Font
from docx.text.parfmt import ParagraphFormat

from model.document import Role
from model.typesetting.columns import CELL_MARGIN
from model.typesetting.house_style import STAMP_LINE, Alignment, HouseStyle, Look
from model.typesetting.letterhead import mark_lines
from model.typesetting.paragraphs import IN_LINES, tight_spacing
from model.typesetting.spacing import KEEP_NEXT
from model.typesetting.table_look import cell_looks
from model.word.write import names
from model.word.write.oxml import new_element, put_property

_NORMAL, _DEFAULT_FONT, _NORMAL_TABLE = "Normal", "Default Paragraph Font", "Normal Table"
_LABEL_LINE = 1.25
"""Of its size; a line of the grid would push the text down on turned pages."""
_STAMP_SIZE, _STAMP_COLOR = Pt(9), RGBColor(0x59, 0x59, 0x59)


def add_styles(styles: Styles, house: HouseStyle) -> None:
    """All styles of a house style, into a document that has none."""
    _add_words_own(styles)
    _add_normal(styles, house)
    for level in names.HEADINGS:
        _add_heading(styles, level, house)
    for role in names.ROLES:
        _add_role(styles, role, house)
    for level in names.LEADS:
        _add_lead(styles, level, house)
    _add_table_styles(styles, house)
    _add_footer_styles(styles, house)
    _add_label(styles, house)
    body = styles[names.ROLES[Role.BODY].name]
    for named in names.HEADINGS.values():
        styles[named.name].next_paragraph_style = body
    for role, named in names.ROLES.items():
        styles[named.name].next_paragraph_style = styles[names.next_of(role).name]
    _set_defaults(styles, body)
    _set_priorities(styles)


def _add_style(
    styles: Styles,
    identifier: str,
    name: str,
    *,
    based_on: str = _NORMAL,
    kind: WD_STYLE_TYPE = WD_STYLE_TYPE.PARAGRAPH,
) -> Any:
    """A style for the clerks' list; those with a Chinese name are our own.

    Its id stays ASCII, which python-docx would make of the name.
    """
    style = styles.add_style(name, kind, builtin=name.isascii())
    style.element.styleId = identifier
    style.base_style = styles[based_on]
    style.quick_style = True
    return style


def _add_words_own(styles: Styles) -> None:
    """The defaults that Word expects of each kind of style beside paragraphs."""
    for name, identifier, kind, priority in (
        (_DEFAULT_FONT, "DefaultParagraphFont", WD_STYLE_TYPE.CHARACTER, 1),
        (_NORMAL_TABLE, "TableNormal", WD_STYLE_TYPE.TABLE, 99),
        ("No List", "NoList", WD_STYLE_TYPE.LIST, 99),
    ):
        style: BaseStyle = styles.add_style(name, kind, builtin=True)
        style.element.styleId = identifier
        style.element.default = True
        style.priority = priority
        style.hidden = True
    table = parse_xml(f'<w:tblPr {nsdecls("w")}><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>')
    styles[_NORMAL_TABLE].element.append(table)


def _add_normal(styles: Styles, house: HouseStyle) -> None:
    """What all paragraphs begin from: the grid's pitch, both edges even, no widow control."""
    normal: ParagraphStyle = styles.add_style(_NORMAL, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    normal.element.default = True
    normal.quick_style = True
    layout = normal.paragraph_format
    layout.widow_control = False
    put_property(normal.element.pPr, "overflowPunct", val=1)
    _set_exact_line(layout, house.pitch)
    layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _set_priorities(styles: Styles) -> None:
    """The order of Word's list: roles as a text has them, headings, then what is seldom chosen."""
    ordered = [*names.ROLES.values(), *names.HEADINGS.values(), *names.LEADS.values()]
    for priority, named in enumerate(ordered, start=1):
        styles[named.name].priority = priority
    listed = {named.name for named in ordered}
    for style in styles:
        if style.name not in listed and style.priority is None:
            style.priority = len(ordered) + 1


def _add_heading(styles: Styles, level: int, house: HouseStyle) -> None:
    """Word's own heading in the look of the house style."""
    named = names.HEADINGS[level]
    style: ParagraphStyle = _add_style(styles, named.id, named.name)
    _set_look(style, getattr(house.looks, named.look), house)
    style.paragraph_format.keep_with_next = True
    put_property(style.element.get_or_add_pPr(), "outlineLvl", val=level - 1)


def _add_role(styles: Styles, role: Role, house: HouseStyle) -> None:
    named = names.ROLES[role]
    style: ParagraphStyle = _add_style(styles, named.id, named.name)
    _set_look(style, getattr(house.looks, named.look), house)
    if role in KEEP_NEXT:
        style.paragraph_format.keep_with_next = True
    if role is Role.ANNEX_LABEL:
        style.paragraph_format.page_break_before = True
    if role is Role.ORGAN_MARK:
        style.font.color.rgb = RGBColor.from_string(names.RED)
        (line,) = mark_lines("标", house)
        _set_off_grid(style.paragraph_format, line.pitch)
    if role in IN_LINES:
        tight = names.squeezed(named)
        look: Look = getattr(house.looks, named.look)
        squeezed: ParagraphStyle = _add_style(styles, tight.id, tight.name, based_on=named.name)
        squeezed.hidden = True
        put_property(squeezed.element.get_or_add_rPr(), "spacing", val=tight_spacing(look, house))


def _add_lead(styles: Styles, level: int, house: HouseStyle) -> None:
    """The character style of a run-in heading, which ends where its lead ends."""
    named, kind = names.LEADS[level], WD_STYLE_TYPE.CHARACTER
    style: CharacterStyle = _add_style(
        styles, named.id, named.name, based_on=_DEFAULT_FONT, kind=kind
    )
    _set_font(style.font, getattr(house.looks, named.look), house)


def _add_table_styles(styles: Styles, house: HouseStyle) -> None:
    for step, (head, cell) in enumerate(cell_looks(house)):
        _add_cell_styles(styles, house, step, head, cell)
    after: ParagraphStyle = _add_style(styles, names.AFTER_TABLE, names.AFTER_TABLE_NAME)
    _set_off_grid(after.paragraph_format, 20)
    _set_size(after.font, Pt(1))
    table = _add_style(
        styles, names.TABLE, "公文表格", based_on=_NORMAL_TABLE, kind=WD_STYLE_TYPE.TABLE
    )
    table.element.append(_table_properties())


def _add_cell_styles(styles: Styles, house: HouseStyle, step: int, head: Look, cell: Look) -> None:
    """Head and cells in the characters of one step."""
    named = names.smaller(names.TABLE_HEAD, step)
    style: ParagraphStyle = _add_style(styles, named.id, named.name)
    _set_look(style, head, house)
    style.paragraph_format.keep_with_next = True
    for align in (Alignment.LEFT, Alignment.RIGHT, Alignment.CENTER):
        named = names.smaller(names.CELLS[align], step)
        style = _add_style(styles, named.id, named.name)
        _set_look(style, cell.model_copy(update={"align": align}), house)


def _table_properties() -> Any:
    """Thin rules around every cell; python-docx has no proxy for them."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    return parse_xml(
        f"<w:tblPr {nsdecls('w')}><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>"
        f'<w:top w:w="40" w:type="dxa"/><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>'
        f'<w:bottom w:w="40" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
    )


def _add_footer_styles(styles: Styles, house: HouseStyle) -> None:
    number = house.page_number
    for named, line, size in (
        (names.PAGE_NUMBER, house.page_number_line, Pt(number.size_pt)),
        (names.STAMP, STAMP_LINE, _STAMP_SIZE),
    ):
        style: ParagraphStyle = _add_style(styles, named.id, named.name)
        _set_off_grid(style.paragraph_format, line)
        _set_faces(style.font, latin=number.font, chinese=number.font)
        _set_spacing(style.font, 0)
        _set_size(style.font, size)
    stamp: ParagraphStyle = styles[names.STAMP.name]
    stamp.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    stamp.font.color.rgb = _STAMP_COLOR


def _add_label(styles: Styles, house: HouseStyle) -> None:
    """征求意见稿 and the like, in the header."""
    named = names.LABEL
    look: Look = getattr(house.looks, named.look)
    low = look.model_copy(update={"pitch_pt": look.size_pt * _LABEL_LINE})
    _set_look(_add_style(styles, named.id, named.name), low, house)


def _set_defaults(styles: Styles, body: ParagraphStyle) -> None:
    """`w:docDefaults`: the font of the body, and Chinese."""
    properties = deepcopy(body.element.rPr)
    put_property(properties, "lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    run, defaults = new_element("rPrDefault"), new_element("docDefaults")
    run.append(properties)
    defaults.append(run)
    defaults.append(new_element("pPrDefault"))
    styles.element.insert(0, defaults)


def _set_look(style: ParagraphStyle, look: Look, house: HouseStyle) -> None:
    """All that a look says of paragraph and font; silence leaves what Normal has."""
    layout: ParagraphFormat = style.paragraph_format
    if look.pitch_pt is not None:
        _set_off_grid(layout, round(look.pitch_pt * 20))
    if look.indent:
        indent = style.element.get_or_add_pPr().get_or_add_ind()
        indent.set(qn("w:firstLineChars"), str(look.indent * 100))
        character = round(look.size_pt * 20) + house.spacing_of(look)
        layout.first_line_indent = Twips(look.indent * character)
    if look.align is not Alignment.BOTH:
        layout.alignment = WD_ALIGN_PARAGRAPH.from_xml(look.align)
    _set_font(style.font, look, house)


def _set_exact_line(layout: ParagraphFormat, pitch: int) -> None:
    """An exact line pitch in twips, with nothing before or after."""
    layout.space_before, layout.space_after = Twips(0), Twips(0)
    layout.line_spacing = Twips(pitch)


def _set_off_grid(layout: ParagraphFormat, pitch: int) -> None:
    """A pitch that is not the grid's; lines snapped to the grid would take two of it."""
    _set_exact_line(layout, pitch)
    put_property(layout.element.pPr, "snapToGrid", val=0)


def _set_font(font: Font, look: Look, house: HouseStyle) -> None:
    """The Chinese font of a look, and the house's for digits and Latin."""
    latin = house.numbers_font or look.font
    _set_faces(font, latin=latin, chinese=look.font)
    font.element.rPr.rFonts.set(qn("w:cs"), latin)
    if look.bold:
        font.bold = True
    _set_spacing(font, house.spacing_of(look))
    _set_size(font, Pt(look.size_pt))


def _set_faces(font: Font, *, latin: str, chinese: str) -> None:
    """`font.name` is for Latin alone."""
    font.name = latin
    font.element.rPr.rFonts.set(qn("w:eastAsia"), chinese)


def _set_spacing(font: Font, twips: int) -> None:
    put_property(font.element.rPr, "spacing", val=twips)


def _set_size(font: Font, size: Pt) -> None:
    font.size = size
    put_property(font.element.rPr, "szCs", val=round(size.pt * 2))
