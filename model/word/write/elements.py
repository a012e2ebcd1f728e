"""WORD'S ORDER OF THINGS: properties as XML strings, in the order that the schema demands.

Word refuses a file whose property elements stand in another order (ECMA-376 Part 1, 17.3.1.26
`CT_PPr` and 17.3.2.28 `CT_RPr`), so no other module concatenates them by hand.
"""

from __future__ import annotations

from html import escape

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "suppressLineNumbers",
    "pBdr", "tabs", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "sectPr",
)  # fmt: skip
RUN = (
    "rStyle", "rFonts", "b", "bCs", "strike", "color", "spacing", "kern", "sz", "szCs", "highlight",
    "u", "shd", "lang",
)  # fmt: skip


def element(name: str, **attributes: str | int) -> str:
    """An empty element of Word's namespace: `element("jc", val="both")` for `<w:jc …/>`."""
    said = "".join(f' w:{key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<w:{name}{said}/>"


def paragraph_properties(**properties: str) -> str:
    """`w:pPr` from elements by name, in order; nothing for none."""
    return _ordered("pPr", PARAGRAPH, properties)


def run_properties(**properties: str) -> str:
    """`w:rPr` from elements by name, in order; nothing for none."""
    return _ordered("rPr", RUN, properties)


def indent(*, first: int = 0, right: int = 0, left: int = 0, out: int = 0, character: int) -> str:
    """`w:ind` in hundredths of a character, with the same in twips for who knows only these.

    `character` is the width of one in twips; `out` is by how much the first line hangs out.
    """
    values: dict[str, str | int] = {}
    if left:
        values |= {"leftChars": left, "left": round(left * character / 100)}
    if right:
        values |= {"rightChars": right, "right": round(right * character / 100)}
    if first:
        values |= {"firstLineChars": first, "firstLine": round(first * character / 100)}
    if out:
        values |= {"hangingChars": out, "hanging": round(out * character / 100)}
    return element("ind", **values)


def _ordered(name: str, order: tuple[str, ...], properties: dict[str, str]) -> str:
    unknown = properties.keys() - set(order)
    if unknown:
        raise AssertionError(f"no place in {name} for {unknown}")
    inside = "".join(properties[key] for key in order if properties.get(key))
    return f"<w:{name}>{inside}</w:{name}>" if inside else ""
