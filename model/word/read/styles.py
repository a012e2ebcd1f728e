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
    list_, list_level = _numbering(paragraph)
    fonts = run.find(w("rFonts")) if run is not None else None
    bold = run.find(w("b")) if run is not None else None
    return Said(
        alignment=_value(paragraph, "jc"),
        outline=_small(_value(paragraph, "outlineLvl")),
        size=_small(_value(run, "sz")),
        font=None if fonts is None else fonts.get(w("eastAsia")) or fonts.get(w("ascii")),
        bold=None if bold is None else bold.get(VAL, "1") in _ON,
        list=list_,
        list_level=list_level,
    )


def _numbering(paragraph: etree._Element | None) -> tuple[str | None, int | None]:
    numbering = paragraph.find(w("numPr")) if paragraph is not None else None
    if numbering is None:
        return None, None
    return _value(numbering, "numId"), _small(_value(numbering, "ilvl"))


def _value(element: etree._Element | None, name: str) -> str | None:
    found = element.find(w(name)) if element is not None else None
    return None if found is None else found.get(VAL)


def _small(said: str | None) -> int | None:
    return int(said) if said is not None and said.isdecimal() and len(said) < 5 else None


class Styles:
    """The paragraph styles of a document, each resolved once."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Said] = {}
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
                self._names[id_] = _value(element, "name") or ""
                if element.get(w("default")) in _ON:
                    self.default = id_

    def of(self, id_: str) -> Said:
        """All that the style says, with those it is based on and the defaults."""
        if id_ not in self._resolved:
            self._resolved[id_] = self._resolve(id_)
        return self._resolved[id_]

    def _resolve(self, id_: str) -> Said:
        said, seen = _NOTHING, 0
        element = self._elements.get(id_)
        while element is not None and seen < _DEEPEST:
            said = said.over(said_by(element.find(P_PR), element.find(R_PR)))
            element = self._elements.get(_value(element, "basedOn") or "")
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
