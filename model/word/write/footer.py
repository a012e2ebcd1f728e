"""PAGE NUMBERS: `— 1 —` under the type area, odd pages at the right, even at the left."""

from __future__ import annotations

from model.typesetting.house_style import STAMP_LINE, HouseStyle, Placement, twips
from model.typesetting.sanitize import clean, text_xml
from model.word.write.elements import DECLARATION, NAMESPACE, element, paragraph_properties
from model.word.write.names import PAGE_NUMBER, STAMP

_DASH = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
_FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def footer_xml(style: HouseStyle, *, odd: bool, stamp: str | None) -> str:
    """The footer of odd or even pages; `stamp` (第3稿, date and time) stands on a second line."""
    number = _DASH.format("— ") + _FIELD + _DASH.format(" —")
    lines = f"<w:p>{_placed(style, odd=odd)}{number}</w:p>"
    if stamp:
        text = text_xml(clean(stamp)[0])
        named = paragraph_properties(pStyle=element("pStyle", val=STAMP))
        lines += f"<w:p>{named}<w:r>{text}</w:r></w:p>"
    return f'{DECLARATION}<w:ftr xmlns:w="{NAMESPACE}">{lines}</w:ftr>'


def footer_distance(style: HouseStyle, *, stamp: str | None) -> int:
    """From the paper's lower edge to the footer's, in twips."""
    under = style.below_number + (STAMP_LINE if stamp else 0)
    return twips(style.margins_mm.bottom) - under


def _placed(style: HouseStyle, *, odd: bool) -> str:
    number = style.page_number
    if number.placement is Placement.CENTER:
        side, space = "center", ""
    else:
        side = "right" if odd else "left"
        width = round(number.inset * number.size_pt * 20)
        inset = {f"{side}Chars": number.inset * 100, side: width} if width else {}
        space = element("ind", **inset) if inset else ""
    return paragraph_properties(
        pStyle=element("pStyle", val=PAGE_NUMBER), ind=space, jc=element("jc", val=side)
    )
