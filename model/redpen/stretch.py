"""A STRETCH: the paragraphs of one unit as the project says them, down to the raw text below.

Every piece knows where it is edited: words sign by sign, a link as a whole, what the program
composes not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.redpen.lines import Run, Segment
from model.redpen.tokens import BREAK
from model.report.item import Item
from model.report.project import Project
from model.report.section import Section, Task
from model.report.tree import find
from model.report.uses import text_at

_SLOT = re.compile(r"\.(?:figures|blanks)\.\d+$")
_LINE = re.compile(r"(?P<owner>[a-z0-9-]+)_(?P<role>[a-z_]+?)(?:_(?P<number>\d+))?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run with its place among the signs of its stretch.

    `attribute` is the text it stands in, from `raw_start` to `raw_end` there; None where it is
    composed of no text. A link's raw range is that of all links it stands beside.
    """

    start: int
    end: int
    segment: str
    run: Run
    attribute: str | None = None
    raw_start: int = 0
    raw_end: int = 0

    @property
    def is_literal(self) -> bool:
        """Whether it stands in the raw text sign by sign."""
        return self.run.at is not None and not self.run.is_marker


@dataclass(frozen=True, slots=True)
class Stretch:
    """The pieces of a unit, its text, and the first record of each of its paragraphs."""

    text: str
    pieces: tuple[Piece, ...]
    firsts: tuple[tuple[int, str], ...]
    """Where each paragraph begins, and with which record."""

    def over(self, start: int, end: int) -> tuple[Piece, ...]:
        """Return the pieces that a range touches; for one point the piece words are put into."""
        if start < end:
            return tuple(one for one in self.pieces if one.start < end and start < one.end)
        inside = [one for one in self.pieces if one.start < start < one.end]
        if inside:
            return tuple(inside)
        before = [one for one in self.pieces if one.end == start and one.end > one.start]
        after = [one for one in self.pieces if one.start == start and one.end > one.start]
        begins = [at for at, _ in self.firsts]
        ordered = after + before if start in begins else before + after
        literal = [one for one in ordered if one.is_literal]
        return tuple((literal or [one for one in ordered if not one.run.is_marker] or ordered)[:1])

    def last(self, segment: str) -> Piece | None:
        """The last words of a record."""
        own = (one for one in reversed(self.pieces) if one.segment == segment)
        return next((one for one in own if not one.run.is_marker), None)


def stretch_of(project: Project, lines: Sequence[Sequence[Segment]]) -> Stretch:
    """Return paragraphs, each as its records, as one stretch with a break between them."""
    pieces: list[Piece] = []
    firsts: list[tuple[int, str]] = []
    at = 0
    texts: list[str] = []
    for segments in lines:
        firsts.append((at, segments[0].id))
        for segment in segments:
            pieces += _pieces(project, segment, at)
            at += len(segment.text)
        texts.append("".join(segment.text for segment in segments))
        at += 1
    return Stretch(BREAK.join(texts), tuple(pieces), tuple(firsts))


def _pieces(project: Project, segment: Segment, at: int) -> list[Piece]:
    """The runs of one record, each with the text it stands in."""
    found: list[Piece] = []
    for run in segment.runs:
        piece = Piece(at, at + len(run.text), segment.id, run)
        if run.at is not None and run.place is not None:
            raw_end = run.at + len(run.text)
            piece = replace(
                piece, attribute=attribute_of(run.place), raw_start=run.at, raw_end=raw_end
            )
        elif not run.is_marker:
            piece = replace(piece, attribute=_attribute(project, segment.id, run))
        found.append(piece)
        at += len(run.text)
    return [_with_gap(project, segment.id, found, number) for number in range(len(found))]


def attribute_of(place: str) -> str:
    """Return the text that a figure or blank of it belongs to: `i7.figures.2` is in `i7.text`."""
    slot = _SLOT.search(place)
    if slot is None:
        return place
    base = place[: slot.start()]
    return base if "." in base else f"{base}.text"


def _attribute(project: Project, id_: str, run: Run) -> str | None:
    """The text in which a link stands; None for what the program composes of values."""
    record = find(project, id_)
    if isinstance(record, Item):
        return f"{id_}.lead" if run.is_lead else f"{id_}.text"
    if isinstance(record, Section):
        return f"{id_}.heading"
    if isinstance(record, Task):
        is_text = not record.lead and not record.support and record.deadline is None
        return f"{id_}.text" if is_text else None
    line = _LINE.fullmatch(id_)
    if line is None:
        return None
    place = f"{line['owner']}.{line['role']}"
    return place if text_at(project, place) is not None else None


def _with_gap(project: Project, id_: str, pieces: list[Piece], number: int) -> Piece:
    """A link with its range in the raw text: what lies between the words around it."""
    piece = pieces[number]
    if piece.is_literal or piece.attribute is None or piece.run.is_marker:
        return piece
    raw = text_at(project, piece.attribute) or ""
    start, end = _line_in(raw, id_)
    for other in pieces[:number]:
        if other.is_literal and other.attribute == piece.attribute:
            start = other.raw_end
    for other in reversed(pieces[number + 1 :]):
        if other.is_literal and other.attribute == piece.attribute:
            end = other.raw_start
    return replace(piece, raw_start=start, raw_end=end)


def _line_in(raw: str, id_: str) -> tuple[int, int]:
    """The range of the line of a text of several lines (`r7k2x_title_2`); else all of it."""
    line = _LINE.fullmatch(id_)
    lines = raw.split("\n")
    number = int(line["number"] or 1) if line else 1
    if len(lines) < number or len(lines) == 1:
        return 0, len(raw)
    start = sum(len(one) + 1 for one in lines[: number - 1])
    return start, start + len(lines[number - 1])
