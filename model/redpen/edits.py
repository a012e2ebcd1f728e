"""EDITS: the smallest readable steps from one text to another, breaks of paragraphs among them.

difflib over tokens; islands of at most two signs between two differences go with them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from model.redpen.tokens import BREAK, Token, tokens

_ISLAND = 2
_KEPT = 0.2
"""Less of the longer text than this is no paragraph that was changed, but another."""
_PUNCTUATION = frozenset("，。；：、！？（）“”《》,.;:!?()\n")


class EditKind(Enum):
    """Words exchanged; a paragraph broken in two; two paragraphs made one."""

    WORDS = auto()
    SPLIT = auto()
    JOIN = auto()


@dataclass(frozen=True, slots=True)
class Edit:
    """`new` in the place of `start` to `end`; it was found from `their_start` to `their_end`.

    `is_sign`: only another sign of the same row, which the program may have written itself.
    """

    kind: EditKind
    start: int
    end: int
    new: str
    their_start: int
    their_end: int
    is_sign: bool = False


def edits(before: str, after: str) -> tuple[Edit, ...]:
    """Return what makes `after` of `before`, in order. Both may hold several paragraphs.

    A sign of a row that is only another of the same row (一是 → 二是) is told too: whether it is
    one that the program writes, who asks must know.
    """
    if before == after:
        return ()
    old, new = tokens(before), tokens(after)
    found: list[Edit] = []
    for first, last, other_first, other_last in _differences(before, old, new):
        ours = _reach(old, first, last, len(before))
        theirs = _reach(new, other_first, other_last, len(after))
        is_sign = (last - first, other_last - other_first) == (1, 1) and (
            old[first].is_marker and old[first].key == new[other_first].key
        )
        found += (replace(one, is_sign=is_sign) for one in _apart(before, after, ours, theirs))
    return tuple(found)


Range = tuple[int, int, int, int]


def _differences(before: str, old: tuple[Token, ...], new: tuple[Token, ...]) -> list[Range]:
    """Ranges of tokens that differ, with small islands drawn into them."""
    matcher = difflib.SequenceMatcher(
        None, [one.key for one in old], [one.key for one in new], autojunk=False
    )
    if _is_rewritten(before, old, new, matcher):
        return [(0, len(old), 0, len(new))]
    found: list[Range] = []
    signs: list[Range] = []
    for tag, first, last, other_first, other_last in matcher.get_opcodes():
        if tag == "equal":
            signs += [
                (first + n, first + n + 1, other_first + n, other_first + n + 1)
                for n in range(last - first)
                if old[first + n].is_marker and old[first + n].sign != new[other_first + n].sign
            ]
            continue
        island = old[found[-1][1] : first] if found else ()
        if island and _is_small(before, island):
            found[-1] = (found[-1][0], last, found[-1][2], other_last)
        else:
            found.append((first, last, other_first, other_last))
    return sorted([*found, *(one for one in signs if not _covered(one, found))])


def _is_rewritten(
    before: str,
    old: tuple[Token, ...],
    new: tuple[Token, ...],
    matcher: difflib.SequenceMatcher[str],
) -> bool:
    """Whether so little of one paragraph is left that it is read best as another."""
    if not old or not new or any(one.key == BREAK for one in (*old, *new)):
        return False
    kept = sum(
        token.end - token.start
        for block in matcher.get_matching_blocks()
        for token in old[block.a : block.a + block.size]
        if block.size > 1 and before[token.start] not in _PUNCTUATION
    )
    return kept < _KEPT * max(old[-1].end, new[-1].end)


def _covered(sign: Range, found: list[Range]) -> bool:
    """Whether a sign lies in an island that was drawn into a difference."""
    return any(one[0] <= sign[0] and sign[1] <= one[1] for one in found)


def _is_small(before: str, island: tuple[Token, ...]) -> bool:
    """Whether what two differences leave between them says nothing by itself."""
    text = before[island[0].start : island[-1].end]
    return (
        len(text) <= _ISLAND
        and not _PUNCTUATION & {*text}
        and not any(token.is_figure or token.is_marker for token in island)
    )


def _reach(of: tuple[Token, ...], first: int, last: int, length: int) -> tuple[int, int]:
    """Where a range of tokens stands in its text."""
    start = of[first].start if first < len(of) else length
    return start, of[last - 1].end if last > first else start


def _apart(
    before: str, after: str, ours: tuple[int, int], theirs: tuple[int, int]
) -> Iterator[Edit]:
    """One difference as exchanges of words within paragraphs, and breaks put in or taken out."""
    old = before[ours[0] : ours[1]].split(BREAK)
    new = after[theirs[0] : theirs[1]].split(BREAK)
    at, their = ours[0], theirs[0]
    for number in range(max(len(old), len(new))):
        was = old[number] if number < len(old) else ""
        is_ = new[number] if number < len(new) else ""
        if number:
            taken, put = number < len(old), number < len(new)
            if put and not taken:
                yield Edit(EditKind.SPLIT, at, at, BREAK, their, their + 1)
            elif taken and not put:
                yield Edit(EditKind.JOIN, at, at + 1, "", their, their)
            at, their = at + taken, their + put
        if was != is_:
            yield Edit(EditKind.WORDS, at, at + len(was), is_, their, their + len(is_))
        at, their = at + len(was), their + len(is_)
