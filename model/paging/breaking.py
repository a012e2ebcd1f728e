"""BREAKING LINES as Word does in Chinese text (its default settings for zh-CN).

Chinese breaks between any two characters, but for signs that open or close; Latin words and
numbers stay whole. One closing sign may hang over the edge (`w:overflowPunct`). Where Chinese
and Latin meet, a quarter of a character is left, but not at a line's end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from model.typesetting.line_ends import NOT_FIRST, NOT_LAST

_HANGING = frozenset("，。、；：！？,.;:!?")
_PAIRED = frozenset("—…")
_SEAM = re.compile(r"(?<=[\u3400-\ud7ff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\ud7ff])")
_INSIDE_WORD = re.compile(r"(?<=[!-~])(?=[!-~])")
_TOLERANCE = 0.05


class Rules(NamedTuple):
    """Characters that may not begin or end a line."""

    not_first: frozenset[str]
    not_last: frozenset[str]


PLAIN = Rules(frozenset(NOT_FIRST), frozenset(NOT_LAST))


class Line(NamedTuple):
    """The characters of a line, `end` not included; `width` is without what hangs or is blank."""

    start: int
    end: int
    width: float


def seams(text: str) -> list[int]:
    """Offsets where Chinese and Latin meet."""
    return [match.start() for match in _SEAM.finditer(text)]


def gaps(text: str, start: int, end: int) -> int:
    """How many gaps of a line a justified line can widen: none inside a Latin word."""
    return max(end - start - 1, 0) - len(_INSIDE_WORD.findall(text[start:end]))


def is_gap(text: str, offset: int) -> bool:
    """Whether the gap before `offset` may be widened."""
    return not ("!" <= text[offset - 1] <= "~" and "!" <= text[offset] <= "~")


class Breaker:
    """Breaks one text whose characters have widths, in any unit."""

    def __init__(
        self, text: str, widths: Sequence[float], seam_widths: Mapping[int, float], rules: Rules
    ) -> None:
        """`widths` hold, before a seam, also what is left blank there: `seam_widths` by offset."""
        self._text = text
        self._edges = [0.0, *accumulate(widths)]
        self._seams = seam_widths
        self._rules = rules

    def lines(self, first: float, rest: float) -> list[Line]:
        """The lines, where the first has the room `first` and the others `rest`.

        A line feed ends a line and belongs to none.
        """
        lines: list[Line] = []
        start, room = 0, first
        for stop in self._stops():
            while True:
                end = self._end(start, stop, room)
                lines.append(Line(start, end, self._width(start, end, room)))
                start, room = end, rest
                if start >= stop:
                    break
            start = stop + 1
        return lines

    def _stops(self) -> list[int]:
        text = self._text
        if "\n" not in text:
            return [len(text)]
        return [*(at for at, sign in enumerate(text) if sign == "\n"), len(text)]

    def _end(self, start: int, stop: int, room: float) -> int:
        """Where the line that begins at `start` ends: at `stop` if that fits."""
        edges, text = self._edges, self._text
        limit = edges[start] + room + _TOLERANCE
        if edges[stop] <= limit or start + 1 >= stop:
            return stop
        fits = max(bisect_right(edges, limit, start, stop + 1) - 1, start + 1)
        if edges[fits + 1] - self._seams.get(fits + 1, 0.0) <= limit:
            fits += 1
        hangs = fits < stop and text[fits] in _HANGING
        if hangs and (fits + 1 == stop or self._may_break(fits + 1)):
            return fits + 1
        while fits < stop and text[fits] == " ":
            fits += 1
        if fits >= stop:
            return stop
        return next((end for end in range(fits, start, -1) if self._may_break(end)), fits)

    def _width(self, start: int, end: int, room: float) -> float:
        """What of the line counts for placing it: no blanks at its end, no sign that hangs."""
        edges, text = self._edges, self._text
        while end > start and text[end - 1] == " ":
            end -= 1
        width = edges[end] - edges[start] - self._seams.get(end, 0.0)
        hangs = width > room + _TOLERANCE and end > start and text[end - 1] in _HANGING
        return edges[end - 1] - edges[start] if hangs else width

    def _may_break(self, at: int) -> bool:
        before, after = self._text[at - 1], self._text[at]
        if after in self._rules.not_first or before in self._rules.not_last:
            return False
        if before == after and after in _PAIRED:
            return False
        if "!" <= before <= "~" and "!" <= after <= "~":
            return before == "-" and after.isalpha()
        return after != " "
