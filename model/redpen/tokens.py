"""TOKENS: what a difference never tears: a figure with its direction word and unit, a 《title》,
a sign that opens a point, a word of letters. All else is compared sign by sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from model.wording.finding.figures import find_figures
from model.wording.fold import fold
from model.wording.numbering import LONGEST_SIGN, opening

_TITLE = re.compile("《[^《》\n]{1,60}》")
_WORD = re.compile(r"[A-Za-z0-9０-９]+(?:[.．][0-9０-９]+)*")
_OPENS = frozenset("\n。；：！？，")
_LONGEST_GAP = 2
"""How far a direction word may stand before its number and be one with it (增长了5.1%)."""
_ALIKE = str.maketrans({"，": ",", "“": '"', "”": '"', "‘": "'", "’": "'"})
BREAK = "\n"
"""The end of a paragraph, which is a token of its own."""


class Token(NamedTuple):
    """A token and where it stands. Tokens of one `key` are alike: full and half width are, and
    the signs that number one row (`is_marker`)."""

    start: int
    end: int
    key: str
    is_marker: bool = False
    sign: str = ""
    is_figure: bool = False


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text, without gaps between them."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    whole = _whole(text)
    at = 0
    while at < len(text):
        if at in whole:
            end, is_figure = whole[at]
            yield Token(at, end, alike(text[at:end]), is_figure=is_figure)
            at = end
            continue
        marker = _marker(text, at)
        if marker is not None and not any(at < start < marker.end for start in whole):
            yield marker
            at = marker.end
            continue
        word = _WORD.match(text, at)
        end = word.end() if word else at + 1
        end = min([end, *(start for start in whole if at < start < end)]) if word else end
        yield Token(at, end, alike(text[at:end]))
        at = end


def _whole(text: str) -> dict[int, tuple[int, bool]]:
    """Where stretches begin that are one token, where they end, and whether they are figures."""
    found: dict[int, tuple[int, bool]] = {}
    reached = 0
    titles = [(match.start(), match.end(), False) for match in _TITLE.finditer(text)]
    figures = []
    for figure in find_figures(text):
        start, end, word = figure.start, figure.end, figure.direction
        if word is not None and word.end <= start and start - word.end <= _LONGEST_GAP:
            start = word.start
        end = max(end, figure.end)
        if text.startswith(figure.unit, end) and figure.unit:
            end += len(figure.unit)
        figures.append((start, end, True))
    for start, end, is_figure in sorted([*titles, *figures], key=lambda one: (one[0], -one[1])):
        if start >= reached and BREAK not in text[start:end]:
            found[start] = (end, is_figure)
            reached = end
    return found


def _marker(text: str, at: int) -> Token | None:
    """A sign that opens a point, where one may stand."""
    if at and text[at - 1] not in _OPENS:
        return None
    known = opening(text[at : at + LONGEST_SIGN])
    if known is None:
        return None
    sign, style = known
    return Token(at, at + len(sign), f"marker {style}", is_marker=True, sign=sign)


def alike(text: str) -> str:
    """Return a spelling that is the same for full and half width, straight and curly signs."""
    return fold(text).translate(_ALIKE)
