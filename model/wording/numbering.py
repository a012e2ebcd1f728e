"""Numbering: which sign the n-th point of a row carries, and which point a written sign opens.

A style is named by its first sign. `number` tells the place of every item of a block in its row,
`sign` writes it, `recognize` reads it back. Levels are those of GB/T 9704: 一、 （一） 1. （1）.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from model.wording.numerals import chinese_numeral

LITERAL: Final = ""
"""Stands in a block for a sign kept as it was written: no number, and its row goes on."""

_MAX = 99
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


@dataclass(frozen=True, slots=True)
class Style:
    """A closed row of signs. `depth` orders styles that never stand outside one another: a 一、
    inside a ① is a new outer point. `signs` holds all of them, first to last; a bullet has one.
    """

    first: str
    signs: tuple[str, ...]
    level: int = 0
    depth: int = 3
    in_paragraph: bool = True
    bullet: bool = False


def _numbered(pattern: str, numeral: Callable[[int], str]) -> tuple[str, ...]:
    return tuple(pattern.replace("#", numeral(number)) for number in range(1, _MAX + 1))


def _chinese(pattern: str, level: int = 0, depth: int = 3, in_paragraph: bool = True) -> Style:
    signs = _numbered(pattern, chinese_numeral)
    return Style(signs[0], signs, level, depth, in_paragraph)


def _arabic(pattern: str, level: int = 0, depth: int = 3) -> Style:
    signs = _numbered(pattern, str)
    return Style(signs[0], signs, level, depth)


def _words(*signs: str) -> Style:
    return Style(signs[0], signs)


def _bullet(sign: str) -> Style:
    return Style(sign, (sign,), in_paragraph=False, bullet=True)


STYLES: Final = {
    style.first: style
    for style in (
        _chinese("#、", level=1, depth=1, in_paragraph=False),
        _chinese("（#）", level=2, depth=2, in_paragraph=False),
        _chinese("(#)", level=2, depth=2, in_paragraph=False),
        _arabic("#.", level=3),
        _arabic("#．", level=3),
        _arabic("#、", level=3),
        _arabic("（#）", level=4),
        _arabic("(#)", level=4),
        _arabic("#）", depth=4),
        Style("①", tuple(_CIRCLED), depth=4),
        _chinese("#是"),
        _chinese("#要"),
        _chinese("第#，"),
        _chinese("第#、"),
        _chinese("其#，"),
        _words("首先，", "其次，", "再次，", "最后，"),
        _words("首先", "其次", "再次", "最后"),
        _words("一方面，", "另一方面，"),
        _words("一方面", "另一方面"),
        _bullet("——"),
        _bullet("--"),
        _bullet("----"),
    )
}
"""Every style by its first sign."""

_BY_SIGN: Final = {
    sign: (style.first, place)
    for style in STYLES.values()
    for place, sign in enumerate(style.signs, 1)
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """The place of an item in its row, from 1, and how many items the row has."""

    number: int
    count: int


def level(style: str) -> int:
    """1 to 4 for a numbered level of GB/T 9704, 0 for signs inside a text and unknown styles."""
    known = STYLES.get(style)
    return known.level if known else 0


def in_paragraph(style: str) -> bool:
    """Whether points of this style may follow one another inside one paragraph."""
    known = STYLES.get(style)
    return known is not None and known.in_paragraph


def sign(style: str, number: int, count: int | None = None) -> str | None:
    """The sign of the `number`-th point, of `count` in its row; None past the style's last sign.

    首先 closes a row of three or more with 最后, wherever it ends. An unknown style has no signs.
    """
    known = STYLES.get(style)
    if known is None or number < 1:
        return None
    if known.bullet:
        return known.first
    last = len(known.signs)
    if style.startswith("首先") and number == count and 3 <= number <= last:
        return known.signs[-1]
    return known.signs[number - 1] if number <= last else None


LONGEST_SIGN = 5
"""The most characters of a sign that a text is looked at for: （十二）."""


def opening(text: str) -> tuple[str, str] | None:
    """Return the sign that a text opens with, the longest there is, and its style; or None."""
    for length in range(min(LONGEST_SIGN, len(text)), 0, -1):
        known = recognize(text[:length])
        if known is not None:
            return text[:length], known[0]
    return None


def recognize(marker: str) -> tuple[str, int] | None:
    """The style and number of a written sign (`三是` → `一是`, 3), or None for any other text.

    最后 is read as the fourth; in a shorter row it stands for that row's last. A bullet is 1.
    """
    return _BY_SIGN.get(marker)


def number(block: Sequence[Sequence[str | None]]) -> list[list[Numbered | None]]:
    """The place of every item of a block's paragraphs in its row; None where it has no style.

    An item is given by its style, `LITERAL`, or None where it has no marker. A row runs through
    the block; a row inside a point begins anew in the next point; an unmarked item that opens a
    paragraph holding marked items begins all rows anew. Unknown styles are rows like any other.
    """
    rows = _Rows()
    places = [list(_in_paragraph_places(paragraph, rows)) for paragraph in block]
    return [[rows.numbered(place) for place in paragraph] for paragraph in places]


def styles_that_fit(
    block: Sequence[Sequence[str | None]], fits: Callable[[int, int, int], bool]
) -> list[list[str | None]]:
    """The styles of a block's paragraphs, `LITERAL` for every item whose place in its row does not
    fit it: `fits` is asked with paragraph, item and number, from the first item to the last.
    """
    rows = _Rows()
    fitted: list[list[str | None]] = []
    for nth, paragraph in enumerate(block):
        if _begins_anew(paragraph):
            rows.begin_anew()
        fitted.append([])
        for at, style in enumerate(paragraph):
            kept = style
            if style and style != LITERAL and not fits(nth, at, rows.next_number(style)):
                kept = LITERAL
            if kept:
                rows.take(kept)
            fitted[-1].append(kept)
    return fitted


def _begins_anew(paragraph: Sequence[str | None]) -> bool:
    return bool(paragraph) and paragraph[0] is None and any(paragraph)


def _in_paragraph_places(
    paragraph: Sequence[str | None], rows: _Rows
) -> Iterator[tuple[int, int] | None]:
    if _begins_anew(paragraph):
        rows.begin_anew()
    for style in paragraph:
        yield rows.take(style) if style else None


class _Rows:
    """The rows open at one point of a block, outermost first, and the length of every row."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self._lengths: list[int] = []

    def begin_anew(self) -> None:
        self._open.clear()

    def take(self, style: str) -> tuple[int, int]:
        """The next place in the row of `style`: which row, and its number."""
        row = self._row_of(style)
        self._lengths[row] += 1
        return row, self._lengths[row]

    def next_number(self, style: str) -> int:
        """The number that the next item of `style` would have."""
        return next((self._lengths[row] + 1 for known, row in self._open if known == style), 1)

    def numbered(self, place: tuple[int, int] | None) -> Numbered | None:
        return None if place is None else Numbered(place[1], self._lengths[place[0]])

    def _row_of(self, style: str) -> int:
        """The open row of this style, after closing those inside it; else a new row."""
        if self._open and self._open[-1][0] == style:
            return self._open[-1][1]
        styles = [open_style for open_style, _ in self._open]
        if style in styles:
            del self._open[styles.index(style) + 1 :]
            return self._open[-1][1]
        while self._open and _depth(self._open[-1][0]) > _depth(style):
            self._open.pop()
        self._lengths.append(0)
        self._open.append((style, len(self._lengths) - 1))
        return self._open[-1][1]


def _depth(style: str) -> int:
    known = STYLES.get(style)
    return known.depth if known else 3
