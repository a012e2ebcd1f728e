"""Settings and the table of fonts: how Word breaks lines, and fonts for a bare PC."""

from __future__ import annotations

from docx.document import Document

from model.typesetting.house_style import HouseStyle
from model.word.write.blank import font_table
from model.word.write.oxml import new_element

_MICROSOFT = "http://schemas.microsoft.com/office/word"


def set_settings(document: Document, style: HouseStyle) -> None:
    """All settings, in the order of `CT_Settings` (ECMA-376 Part 1, 17.15.1.78)."""
    settings = document.settings.element
    settings.append(new_element("zoom", percent=100))
    settings.append(new_element("defaultTabStop", val=2 * style.character))
    settings.append(new_element("characterSpacingControl", val="doNotCompress"))
    compatibility = new_element("compat")
    compatibility.append(new_element("doNotExpandShiftReturn"))
    compatibility.append(new_element("useFELayout"))
    mode = new_element("compatSetting", name="compatibilityMode", uri=_MICROSOFT, val=15)
    compatibility.append(mode)
    settings.append(compatibility)


def fill_font_table(document: Document, style: HouseStyle) -> None:
    """All fonts with their character set, and what to take where one is missing."""
    fonts = font_table(document)
    instead = {substitute.font: substitute.by for substitute in style.substitutes}
    rare = [substitute.by for substitute in style.rare_fonts]
    for name in dict.fromkeys((*style.fonts, *rare)):
        font = new_element("font", name=name)
        if name in instead:
            font.append(new_element("altName", val=instead[name]))
        font.append(new_element("charset", val=_charset(name)))
        fonts.append(font)


def _charset(font: str) -> str:
    """86 is GB2312; a font with an ASCII name is for digits and Latin."""
    return "00" if font.isascii() else "86"
