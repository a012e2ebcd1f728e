"""What styles say of a paragraph: its hints, and the list it is numbered by.

A value stands in the paragraph itself, else in its style, else in the style that is based on, else
in the document's defaults.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from model.reading.source import Hint
from model.word.read.names import P_PR, R_PR, VAL, w

_DEEPEST = 20
_ON = frozenset(("1", "true", "on"))
_ALIGNMENT, _OUTLINE, _NUMBERING = w("jc"), w("outlineLvl"), w("numPr")
_LIST, _LEVEL = w("numId"), w("ilvl")
_SIZE, _FONTS, _BOLD, _EAST_ASIA, _ASCII = w("sz"), w("rFonts"), w("b"), w("eastAsia"), w("ascii")


@dataclass(frozen=True, slots=True)
class Said:
    """What one place says; None where it says nothing."""

    alignment: str | None = None
    outline: int | None = None
    size: int | None = None
    font: str | None = None
    bold: bool | None = None
    list: str | None = None
    list_level: int | None = None

    def over(self, below: Said) -> Said:
        """This, and where it says nothing what `below` says."""
        return Said(
            *(
                mine if (mine := getattr(self, name)) is not None else getattr(below, name)
                for name in Said.__slots__
            )
        )


_NOTHING = Said()


def said_by(paragraph: etree._Element | None, run: etree._Element | None) -> Said:
    """What a `w:pPr` and a `w:rPr` say."""
    above, inside = _children(paragraph), _children(run)
    list_, list_level = _numbering(above.get(_NUMBERING))
    fonts, bold = inside.get(_FONTS), inside.get(_BOLD)
    return Said(
        alignment=_value(above.get(_ALIGNMENT)),
        outline=_small(_value(above.get(_OUTLINE))),
        size=_small(_value(inside.get(_SIZE))),
        font=None if fonts is None else fonts.get(_EAST_ASIA) or fonts.get(_ASCII),
        bold=None if bold is None else bold.get(VAL, "1") in _ON,
        list=list_,
        list_level=list_level,
    )


def _children(properties: etree._Element | None) -> dict[str, etree._Element]:
    """The children by tag; of several with one tag the first."""
    if properties is None:
        return {}
    return {child.tag: child for child in reversed(properties)}


def _numbering(properties: etree._Element | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    within = _children(properties)
    return _value(within.get(_LIST)), _small(_value(within.get(_LEVEL)))


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else element.get(VAL)


def _small(said: str | None) -> int | None:
    return int(said) if said is not None and said.isdecimal() and len(said) < 5 else None


class Styles:
    """The paragraph styles of a document, each resolved once."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Said] = {}
        self._over: dict[tuple[str, Said], Said] = {}
        self._names: dict[str, str] = {}
        self._defaults = _NOTHING
        self.default = ""
        for element in root if root is not None else ():
            if element.tag == w("docDefaults"):
                paragraph = element.find(f"{w('pPrDefault')}/{P_PR}")
                self._defaults = said_by(paragraph, element.find(f"{w('rPrDefault')}/{R_PR}"))
            elif element.tag == w("style") and element.get(w("type")) == "paragraph":
                id_ = element.get(w("styleId"), "")
                self._elements[id_] = element
                self._names[id_] = _value(element.find(w("name"))) or ""
                if element.get(w("default")) in _ON:
                    self.default = id_

    def of(self, id_: str) -> Said:
        """All that the style says, with those it is based on and the defaults."""
        if id_ not in self._resolved:
            self._resolved[id_] = self._resolve(id_)
        return self._resolved[id_]

    def over(self, id_: str, said: Said) -> Said:
        """`said` in a paragraph, and where it says nothing what its style `id_` says."""
        key = (id_, said)
        if key not in self._over:
            self._over[key] = said.over(self.of(id_))
        return self._over[key]

    def _resolve(self, id_: str) -> Said:
        said, seen = _NOTHING, 0
        element = self._elements.get(id_)
        while element is not None and seen < _DEEPEST:
            said = said.over(said_by(element.find(P_PR), element.find(R_PR)))
            element = self._elements.get(_value(element.find(w("basedOn"))) or "")
            seen += 1
        return said.over(self._defaults)

    def hint(self, id_: str, said: Said) -> Hint:
        """The hint of a paragraph of style `id_` of which all that is `said` is known."""
        name = self._names.get(id_, "")
        plain = name.lower().replace(" ", "")
        outline = said.outline if said.outline is not None and said.outline < 9 else None
        return Hint(
            style=name,
            outline=outline,
            alignment=said.alignment or "",
            size=said.size,
            font=said.font or "",
            bold=bool(said.bold),
            contents=plain.startswith(("toc", "目录")),
        )
