"""ONE PARAGRAPH laid out: its lines, where every character stands, and which span it is of.

Horizontal measures are points from the left edge of the type area, heights are twips.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from model.document import FILL, Chart, Span
from model.paging.breaking import Breaker, Line, Rules, gaps, is_gap, seams
from model.paging.faces import Face
from model.typesetting.house_style import Alignment

_SEAM = 0.25
"""Of a character."""
_BASELINE = 0.8
"""Of an exact pitch, from its top: as LibreOffice places it, and near to Word."""


class Measure(NamedTuple):
    """Where a text stands: `left` and `width` of its room and the first line's `indent`, in pt;
    `fills`: what follows its `FILL` ends at the right."""

    left: float
    width: float
    indent: float
    align: Alignment
    pitch: int
    rules: Rules
    fills: bool = False


class Stretch(NamedTuple):
    """Characters up to `end` (from where the one before ends) in one face."""

    end: int
    face: Face


class Laid:
    """Text laid out. `texts` are the cleaned texts of `spans`, one each."""

    def __init__(
        self,
        spans: tuple[Span, ...],
        texts: Sequence[str],
        stretches: Sequence[Stretch],
        measure: Measure,
        *,
        is_red: bool = False,
        chart: Chart | None = None,
    ) -> None:
        """A `chart` takes the room of a line of its own."""
        self.spans = spans
        self.text = "".join(texts)
        self.measure = measure
        self.is_red = is_red
        self.chart = chart
        self.pitch = measure.pitch
        self._ends = list(accumulate(map(len, texts)))
        self.stretches = stretches
        self._widths = self._measured()
        breaker = Breaker(self.text, self._widths, self._seams, measure.rules)
        self.lines = breaker.lines(measure.width - measure.indent, measure.width)
        self.height = self.pitch * len(self.lines)
        """In twips."""

    @property
    def size(self) -> float:
        """Of its characters, in points; that of the body where a lead has another."""
        return self.stretches[-1].face.size

    @property
    def baseline(self) -> float:
        """From a line's top, in points."""
        return self.pitch * _BASELINE / 20

    def edges(self, number: int) -> list[float]:
        """Left edges of the characters of a line and the right edge of the last, in points."""
        line = self.lines[number]
        left, more = self._placed(number, line)
        widths = self._widths[line.start : line.end]
        if more:
            text = self.text
            for at in range(line.start + 1, line.end):
                if is_gap(text, at):
                    widths[at - 1 - line.start] += more
        return list(accumulate(widths, initial=left))

    def span_at(self, offset: int) -> int:
        """The index of the span that a character is of."""
        return min(bisect_right(self._ends, offset), len(self.spans) - 1)

    def range_of(self, span: int) -> tuple[int, int]:
        """The characters of a span: from, to."""
        return (self._ends[span - 1] if span else 0), self._ends[span]

    def lines_of(self, start: int, end: int) -> range:
        """The numbers of the lines that show characters from `start` to `end`."""
        starts = self._line_starts
        first = max(bisect_right(starts, start) - 1, 0)
        last = max(bisect_right(starts, max(end - 1, start)) - 1, first)
        return range(first, last + 1)

    @cached_property
    def owners(self) -> frozenset[str]:
        """The owners of all places that the text is edited at (see `owner_of`)."""
        return frozenset(owner_of(span.place) for span in self.spans if span.place is not None)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _seams(self) -> dict[int, float]:
        return {at: self._face_at(at).size * _SEAM for at in seams(self.text)}

    def _measured(self) -> list[float]:
        """The width of every character, with the quarter character before a seam."""
        widths: list[float] = []
        at = 0
        for end, face in self.stretches:
            table = face.widths
            widths += [table[sign] for sign in self.text[at:end]]
            at = end
        for seam, more in self._seams.items():
            widths[seam - 1] += more
        if self.measure.fills:
            at = self.text.index(FILL)
            room = self.measure.width - self.measure.indent
            widths[at] = max(room - sum(widths) + widths[at], 0.0)
        if "\n" in self.text:
            widths = [0.0 if sign == "\n" else w for w, sign in zip(widths, self.text, strict=True)]
        return widths

    def _face_at(self, offset: int) -> Face:
        return next(face for end, face in self.stretches if offset < end)

    def _placed(self, number: int, line: Line) -> tuple[float, float]:
        """Where a line begins, and by how much every gap of it is widened."""
        measure = self.measure
        indent = 0.0 if number else measure.indent
        left, spare = measure.left + indent, measure.width - indent - line.width
        if measure.align is Alignment.RIGHT:
            return left + spare, 0.0
        if measure.align is Alignment.CENTER:
            return left + spare / 2, 0.0
        if measure.align is Alignment.LEFT or self._ends_here(number, line) or spare <= 0:
            return left, 0.0
        count = gaps(self.text, line.start, line.end)
        return left, spare / count if count else 0.0

    def _ends_here(self, number: int, line: Line) -> bool:
        """Whether the line is not full: the last one, or one that was broken by hand."""
        return number == len(self.lines) - 1 or self.text[line.end : line.end + 1] == "\n"


def owner_of(place: str) -> str:
    """What a place belongs to: the id of its record; a value of an indicator is its own."""
    return place if "@" in place else place.partition(".")[0]
