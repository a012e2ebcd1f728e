"""What a Word file has beside its text (文本框、脚注), to be taken into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from model.cleaning.edit import Block, Edit, text_of
from model.reading.source import BOX, NOTES, SourceParagraph

_NOTE: Final = "注："
_LOOK_AT = 12  # what was taken in before stands this near


def find_boxes(blocks: Sequence[Block]) -> list[Edit]:
    """The lines of every text box, behind the paragraph it hangs on."""
    return list(_taken_in(blocks, (BOX,), ""))


def find_footnotes(blocks: Sequence[Block]) -> list[Edit]:
    """Every footnote and endnote as 注：…, behind the paragraph it belongs to."""
    return list(_taken_in(blocks, NOTES, _NOTE))


def _taken_in(blocks: Sequence[Block], kinds: Sequence[str], opening: str) -> Iterator[Edit]:
    for place, block in enumerate(blocks, 1):
        if not isinstance(block, SourceParagraph) or not block.beside:
            continue
        lines = tuple(
            opening + line.strip().removeprefix(opening)
            for kind, text in block.beside
            if kind in kinds
            for line in text.split("\n")
            if line.strip()
        )
        follows = {text_of(after) for after in blocks[place : place + len(lines) + _LOOK_AT]}
        if lines and not follows.issuperset(lines):
            yield Edit(place, place, lines)
