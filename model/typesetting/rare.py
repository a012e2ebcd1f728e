"""RARE CHARACTERS (生僻字): Chinese ones that the official fonts lack, as 喆 堃 镕 玥 in names.

仿宋_GB2312, 楷体_GB2312 and 方正小标宋简体 hold the 6763 characters of GB 2312. A house style says
which font has the others, so that no program takes just any; they are set in it and told.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from model.document import Document, Paragraph, Part, Table
from model.typesetting.house_style import HouseStyle
from model.typesetting.paragraphs import lead_length, lead_look, look_of
from model.values.gb2312 import has_rare, is_rare


class Rare(NamedTuple):
    """Characters that `font` does not have, each once, and the font they are set `by`."""

    font: str
    by: str
    characters: str

    @property
    def told(self) -> str:
        """What the clerk is told."""
        signs = "、".join(f"“{sign}”" for sign in self.characters)
        return f"{self.font}里没有{signs}，用{self.by}排。"


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces that are rare or not."""
    for rare, signs in groupby(text, is_rare):
        yield "".join(signs), rare


def rare_in(document: Document, style: HouseStyle) -> tuple[Rare, ...]:
    """The rare characters of a text by the font that lacks them."""
    found: dict[str, dict[str, None]] = {}
    for font, text in _texts(document, style):
        if style.rare_font(font) is not None and has_rare(text):
            found.setdefault(font, {}).update(dict.fromkeys(filter(is_rare, text)))
    return tuple(
        Rare(font, style.rare_font(font) or "", "".join(signs)) for font, signs in found.items()
    )


def _texts(document: Document, style: HouseStyle) -> Iterator[tuple[str, str]]:
    """Every text with the font it is set in."""
    for block in document.body:
        match block:
            case Paragraph():
                lead = lead_length(block)
                before, after = block.spans[:lead], block.spans[lead:]
                yield lead_look(block, style).font, "".join(span.text for span in before)
                names = "".join(span.text for span in after if span.part is Part.SIGNER)
                usual = "".join(span.text for span in after if span.part is not Part.SIGNER)
                yield look_of(block, style).font, usual
                yield style.looks.signer.font, names
            case Table():
                yield style.looks.table_head.font, "".join(block.titles)
                cells = (cell.text for row in block.rows for cell in row)
                yield style.looks.table_cell.font, "".join(cells)
