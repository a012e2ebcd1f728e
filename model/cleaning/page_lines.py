"""Page numbers (页码) and tables of contents (目录) that came along with the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.cleaning.edit import Block, Edit, has_table, numbered_texts, removals
from model.parse.contents_lines import contents_lines
from model.parse.structure_signs import sign_at
from model.values.patterns import pattern

_DASH = "[-—–―─~·•]"
_SURE: Final = pattern(
    rf"{_DASH}{{1,3}}[ \u3000]?\d{{1,3}}[ \u3000]?{_DASH}{{1,3}}|第 ?\d{{1,3}} ?页"
    r"(?:[ ，,/]{0,2}共 ?\d{1,3} ?页)?|[Pp]age \d{1,3}(?: of \d{1,3})?"
)
_OF_ALL: Final = pattern(r"(\d{1,3}) ?/ ?(\d{1,3})")
_BARE: Final = pattern(r"\d{1,3}")
_INSIDE: Final = pattern(
    rf" ?(?:{_DASH}{{1,2}} \d{{1,3}} {_DASH}{{1,2}}|第 ?\d{{1,3}} ?页 ?共 ?\d{{1,3}} ?页) ?"
)
_BESIDE_WORDS: Final = pattern(r"[\u4e00-\u9fff，、；。：]")
_STOPPED: Final = pattern(r"[。；：！？!?;:”）)》]$")
_LONG = 12
_WRAPPED = 60
_FEWEST_CHARACTERS = 250


def find_page_numbers(blocks: Sequence[Block]) -> list[Edit]:
    """Lines that are page numbers only, heads of pages beside them, and numbers inside words."""
    texts = numbered_texts(blocks)
    pages = {nth for nth, (_, text) in enumerate(texts) if _SURE.fullmatch(text)}
    pages |= _of_all(texts) | _bare(texts)
    pages |= _page_heads(texts, pages)
    whole = [(place, _without_numbers(text)) for place, text in texts]
    lines = _without_lines(blocks, whole, pages)
    covered = {place for edit in lines for place in range(edit.start, edit.end)}
    words = [
        Edit(place, place + 1, (cleaned,))
        for (place, text), (_, cleaned) in zip(texts, whole, strict=True)
        if cleaned != text and place not in covered
    ]
    return sorted([*lines, *words], key=lambda edit: edit.start)


def find_contents(blocks: Sequence[Block]) -> list[Edit]:
    """The lines of a table of contents, and its heading."""
    texts = numbered_texts(blocks)
    found = contents_lines([text for _, text in texts])
    return removals(place for (place, _), is_one in zip(texts, found, strict=True) if is_one)


def _of_all(texts: Sequence[tuple[int, str]]) -> set[int]:
    """Lines like 1/12, two of the same total at least."""
    found = {nth: m[2] for nth, (_, text) in enumerate(texts) if (m := _OF_ALL.fullmatch(text))}
    totals = Counter(found.values())
    return {nth for nth, total in found.items() if totals[total] > 1}


def _bare(texts: Sequence[tuple[int, str]]) -> set[int]:
    """Plain numbers that count up, a page of text apart and mostly behind running text; the
    numbers in a column of a table stand closer."""
    found = [nth for nth, (_, text) in enumerate(texts) if _BARE.fullmatch(text)]
    numbers = [int(texts[nth][1]) for nth in found]
    if len(found) < 2 or any(after != before + 1 for before, after in pairwise(numbers)):
        return set()
    behind_text = sum(nth > 0 and len(texts[nth - 1][1]) >= _LONG for nth in found)
    between = sum(len(text) for _, text in texts[found[0] : found[-1]])
    far_apart = between >= _FEWEST_CHARACTERS * (len(found) - 1)
    return set(found) if far_apart and behind_text * 2 > len(found) else set()


def _page_heads(texts: Sequence[tuple[int, str]], pages: set[int]) -> set[int]:
    """The same short line right below or above two page numbers or more."""
    beside = [nth for page in pages for nth in (page - 1, page + 1) if 0 <= nth < len(texts)]
    counted = Counter(texts[nth][1] for nth in set(beside) - pages)
    heads = {
        text
        for text, count in counted.items()
        if count > 1 and len(text) <= 30 and not _STOPPED.search(text)
    }
    return {nth for nth in beside if texts[nth][1] in heads}


def _without_lines(
    blocks: Sequence[Block], texts: Sequence[tuple[int, str]], pages: set[int]
) -> list[Edit]:
    """Take the lines away; a whole paragraph that a page cut in two is made one again."""
    edits: list[Edit] = []
    kept: Edit | None = None
    was_page = False
    for nth, (place, text) in enumerate(texts):
        if nth in pages:
            edits.append(Edit(place, place + 1))
            was_page = True
            continue
        goes_on = was_page and kept is not None and not has_table(blocks, kept.end, place)
        if goes_on and kept is not None and _is_cut(kept.texts[0], text):
            kept = Edit(kept.start, place + 1, (kept.texts[0] + text,))
            while edits and edits[-1].start >= kept.start:
                edits.pop()
            edits.append(kept)
        else:
            kept = Edit(place, place + 1, (text,))
        was_page = False
    return edits


def _is_cut(before: str, after: str) -> bool:
    """Whether a sentence goes on behind the page; short lines are joined by another cleaning."""
    if _STOPPED.search(before) or len(before) < _LONG or sign_at(after, 0):
        return False
    return max(len(before), len(after)) > _WRAPPED


def _without_numbers(text: str) -> str:
    """A line without the page numbers inside its words."""
    return _INSIDE.sub(lambda found: "" if _is_between(found) else found[0], text)


def _is_between(found: re.Match[str]) -> bool:
    """Whether words stand on both sides of what was found."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return bool(_BESIDE_WORDS.match(before) and _BESIDE_WORDS.match(after))
