"""A change of a manuscript before it is read: some blocks in a row, and what stands there instead.

Every cleaning (整理) only finds such edits, so that what is shown as before and after is what is
done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from model.reading.source import Source, SourceParagraph, SourceTable

Block: TypeAlias = SourceParagraph | SourceTable


@dataclass(frozen=True, slots=True)
class Edit:
    """The blocks from `start` to before `end` become paragraphs with these texts."""

    start: int
    end: int
    texts: tuple[str, ...] = ()


Finder: TypeAlias = Callable[[Sequence[Block]], list[Edit]]


def text_of(block: Block) -> str | None:
    """The text of a paragraph without the blanks around it; None for a table."""
    return block.text.strip() if isinstance(block, SourceParagraph) else None


def numbered_texts(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """The paragraphs that are not blank, each with its place among the blocks."""
    return [(place, text) for place, block in enumerate(blocks) if (text := text_of(block))]


def has_table(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether a table stands from `start` to before `end`: no sentence goes on over it, and an edit
    that covered it would lose it.
    """
    return any(isinstance(block, SourceTable) for block in blocks[start:end])


def removals(places: Iterable[int]) -> list[Edit]:
    """Edits that take single blocks away."""
    return [Edit(place, place + 1) for place in sorted(set(places))]


def apply_edits(source: Source, edits: Iterable[Edit]) -> Source:
    """The manuscript after the edits, which are in order and do not overlap."""
    made: list[Block] = []
    at = 0
    for edit in edits:
        made += source.blocks[at : edit.start]
        made += _paragraphs(source.blocks[edit.start : edit.end], edit.texts)
        at = edit.end
    return replace(source, blocks=(*made, *source.blocks[at:]))


def _paragraphs(old: Sequence[Block], texts: Sequence[str]) -> list[Block]:
    """The new paragraphs, set as the first of the old ones, its indent too, and ended as the
    last; in the place of nothing they are plain."""
    if not old:
        return [SourceParagraph(text) for text in texts]
    paragraphs = [block for block in old if isinstance(block, SourceParagraph)]
    if not texts or not paragraphs:
        return []
    indent = paragraphs[0].text[: -len(paragraphs[0].text.lstrip()) or None]
    texts = (indent + texts[0], *texts[1:])
    if len(old) == len(texts):
        return [replace(block, text=text) for block, text in zip(paragraphs, texts, strict=True)]
    first, end = paragraphs[0], paragraphs[-1].end
    ids = tuple(id_ for block in paragraphs for id_ in block.ids)
    made: list[Block] = [replace(first, text=text, end="\n", ids=()) for text in texts]
    made[0] = replace(first, text=texts[0], end=end if len(texts) == 1 else "\n", ids=ids)
    if len(texts) > 1:
        made[-1] = replace(first, text=texts[-1], end=end, ids=())
    return made
