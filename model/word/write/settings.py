"""`word/settings.xml` and `word/fontTable.xml`: how Word breaks lines, and fonts for a bare PC."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from model.typesetting.house_style import HouseStyle
from model.typesetting.line_ends import GLUE_NOT_FIRST, GLUE_NOT_LAST, NOT_FIRST, NOT_LAST
from model.word.write.elements import DECLARATION, NAMESPACE, element


def settings_xml(style: HouseStyle) -> str:
    """The whole part, in the order of `CT_Settings` (ECMA-376 Part 1, 17.15.1.78).

    To keep a number and its unit together, digits and the signs that open a unit (亿, 万, 个) are
    barred from the end of a line, as brackets are: no invisible character gets into the text.
    """
    kinsoku = _line_breaks() if style.glue_numbers else ""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{2 * style.character}"/><w:evenAndOddHeaders/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{kinsoku}'
        "<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        "</w:settings>"
    )


def _line_breaks() -> str:
    after = element("noLineBreaksAfter", lang="zh-CN", val=NOT_LAST + GLUE_NOT_LAST)
    before = element("noLineBreaksBefore", lang="zh-CN", val=NOT_FIRST + GLUE_NOT_FIRST)
    return after + before


def font_table_xml(style: HouseStyle) -> str:
    """All fonts with their character set, and what to take where one is missing."""
    instead = {each.font: each.by for each in style.substitutes}
    entries = "".join(_font(name, instead.get(name)) for name in style.fonts)
    return f'{DECLARATION}<w:fonts xmlns:w="{NAMESPACE}">{entries}</w:fonts>'


def _font(name: str, instead: str | None) -> str:
    """Charset 86 is GB2312; a font with an ASCII name is for digits and Latin."""
    other = element("altName", val=instead) if instead else ""
    charset = "00" if name.isascii() else "86"
    return f'<w:font w:name={quoteattr(name)}>{other}<w:charset w:val="{charset}"/></w:font>'
