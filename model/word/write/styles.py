"""`word/styles.xml`: every look of a house style as a named style, with explicit fonts.

There is no theme and no theme font: these override explicit names, and WPS then reports fonts
that nobody asked for. `overflowPunct` is Word's own default, yet it must be said: LibreOffice 7
takes silence and 0 for "hang" and then loses the hanging sign from the page.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from model.document import Role
from model.typesetting.columns import CELL_MARGIN
from model.typesetting.house_style import STAMP_LINE, Alignment, HouseStyle, Look
from model.typesetting.spacing import KEEP_NEXT
from model.word.write import names
from model.word.write.elements import (
    DECLARATION,
    NAMESPACE,
    element,
    indent,
    paragraph_properties,
    run_properties,
)

_STAMP_HALF_POINTS = 18


def styles_xml(style: HouseStyle) -> str:
    """The whole part."""
    parts = [
        _defaults(style),
        _normal(style),
        *(_built_in_heading(level, style) for level in names.HEADINGS),
        *(_heading(level) for level in names.HEADINGS),
        *(_role(role, style) for role in names.ROLES),
        *(_lead(level, style) for level in names.LEADS),
        *_table_styles(style),
        *_footer_styles(style),
    ]
    return f'{DECLARATION}<w:styles xmlns:w="{NAMESPACE}">{"".join(parts)}</w:styles>'


def fonts(chinese: str, style: HouseStyle) -> str:
    """`w:rFonts` for a Chinese font and the house's font for digits and Latin."""
    latin = style.numbers_font or chinese
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=chinese, cs=latin)


def _defaults(style: HouseStyle) -> str:
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    run = run_properties(**_run(style.looks.body, style) | {"lang": language})
    return (
        f"<w:docDefaults><w:rPrDefault>{run}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _normal(style: HouseStyle) -> str:
    properties = paragraph_properties(
        widowControl=element("widowControl", val=0),
        overflowPunct=element("overflowPunct", val=1),
        spacing=exact_line(style.pitch),
        jc=element("jc", val="both"),
    )
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/>{properties}</w:style>"
    )


def exact_line(pitch: int) -> str:
    """`w:spacing` of an exact line pitch in twips, with nothing before or after."""
    return element("spacing", before=0, after=0, line=pitch, lineRule="exact")


def off_grid(pitch: int) -> dict[str, str]:
    """An exact pitch that is not the grid's; lines snapped to the grid would take two of it."""
    return {"spacing": exact_line(pitch), "snapToGrid": element("snapToGrid", val=0)}


def _built_in_heading(level: int, style: HouseStyle) -> str:
    """Word's own heading, looking as ours does, so that applying it by hand is right too."""
    look: Look = getattr(style.looks, f"heading_{level}")
    properties = _paragraph(look, style) | {
        "keepNext": "<w:keepNext/>",
        "outlineLvl": element("outlineLvl", val=level - 1),
    }
    return _style(
        f"Heading{level}",
        f"heading {level}",
        properties,
        _run(look, style),
        following=names.ROLES[Role.BODY].id,
    )


def _heading(level: int) -> str:
    named = names.HEADINGS[level]
    return _style(
        named.id,
        named.name,
        {},
        {},
        based_on=f"Heading{level}",
        following=names.ROLES[Role.BODY].id,
    )


def _role(role: Role, style: HouseStyle) -> str:
    named = names.ROLES[role]
    look: Look = getattr(style.looks, named.look)
    properties = _paragraph(look, style)
    if role in KEEP_NEXT:
        properties["keepNext"] = "<w:keepNext/>"
    if role is Role.ANNEX_LABEL:
        properties["pageBreakBefore"] = "<w:pageBreakBefore/>"
    return _style(named.id, named.name, properties, _run(look, style))


def _lead(level: int, style: HouseStyle) -> str:
    """The character style of a run-in heading, which ends where its lead ends."""
    named = names.LEADS[level]
    look: Look = getattr(style.looks, named.look)
    run = run_properties(**_run(look, style))
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{named.id}">'
        f'<w:name w:val="{named.name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"{run}</w:style>"
    )


def _table_styles(style: HouseStyle) -> list[str]:
    cell = style.looks.table_cell
    number = _paragraph(cell, style) | {"jc": element("jc", val="right")}
    head = style.looks.table_head
    return [
        _style(
            names.TABLE_HEAD.id,
            names.TABLE_HEAD.name,
            _paragraph(head, style) | {"keepNext": "<w:keepNext/>"},
            _run(head, style),
        ),
        _style(
            names.TABLE_TEXT.id,
            names.TABLE_TEXT.name,
            _paragraph(cell, style),
            _run(cell, style),
        ),
        _style(names.TABLE_NUMBER.id, names.TABLE_NUMBER.name, number, _run(cell, style)),
        _style(names.AFTER_TABLE, "公文表后", off_grid(20), {"sz": _size(2)}),
        _table_style(),
    ]


def _table_style() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(element(side, val="single", sz=4, space=0, color="000000") for side in sides)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{names.TABLE}">'
        '<w:name w:val="公文表格"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
        f'<w:top w:w="40" w:type="dxa"/><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>'
        f'<w:bottom w:w="40" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def _footer_styles(style: HouseStyle) -> list[str]:
    number = style.page_number
    half_points = round(number.size_pt * 2)
    plain = element("rFonts", ascii=number.font, hAnsi=number.font, eastAsia=number.font)
    none = element("spacing", val=0)
    return [
        _style(
            names.PAGE_NUMBER,
            "公文页码",
            off_grid(style.page_number_line),
            {"rFonts": plain, "spacing": none, "sz": _size(half_points)},
        ),
        _style(
            names.STAMP,
            "公文稿次",
            off_grid(STAMP_LINE) | {"jc": element("jc", val="center")},
            {
                "rFonts": plain,
                "color": element("color", val="595959"),
                "spacing": none,
                "sz": _size(_STAMP_HALF_POINTS),
            },
        ),
    ]


def _paragraph(look: Look, style: HouseStyle) -> dict[str, str]:
    properties: dict[str, str] = {}
    if look.pitch_pt is not None:
        properties |= off_grid(round(look.pitch_pt * 20))
    if look.indent:
        character = round(look.size_pt * 20) + style.spacing_of(look)
        properties["ind"] = indent(first=look.indent * 100, character=character)
    if look.align is not Alignment.BOTH:
        properties["jc"] = element("jc", val=look.align)
    return properties


def _run(look: Look, style: HouseStyle) -> dict[str, str]:
    properties = {
        "rFonts": fonts(look.font, style),
        "spacing": element("spacing", val=style.spacing_of(look)),
        "sz": _size(round(look.size_pt * 2)),
    }
    if look.bold:
        properties["b"] = "<w:b/>"
    return properties


def _size(half_points: int) -> str:
    return element("sz", val=half_points) + element("szCs", val=half_points)


def _style(
    identifier: str,
    name: str,
    paragraph: dict[str, str],
    run: dict[str, str],
    *,
    based_on: str = "Normal",
    following: str = "",
) -> str:
    """One paragraph style; those with a Chinese name are our own."""
    own = "" if name.isascii() else ' w:customStyle="1"'
    after = f"<w:next w:val={quoteattr(following)}/>" if following else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{after}<w:qFormat/>'
        f"{paragraph_properties(**paragraph)}{run_properties(**run)}</w:style>"
    )
