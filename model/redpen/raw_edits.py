"""Changes of the composed text as changes of the raw texts below it, and where they break."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from model.redpen.change import Spot
from model.redpen.edits import EditKind
from model.redpen.stretch import Piece, Stretch
from model.report.project import Project
from model.report.uses import text_at
from model.wording.links import escaped
from model.wording.numbering import opening


class RawEdit(NamedTuple):
    """`new` in the place of `start` to `end` of a raw text; `order` tells those at one place."""

    start: int
    end: int
    order: int
    new: str


class Break(NamedTuple):
    """Where a point is broken: before `offset` of its raw text as it was."""

    segment: str
    attribute: str
    offset: int
    order: int


@dataclass
class RawEdits:
    """What spots come down to: texts, signs of points, breaks in points, between points, joins."""

    texts: dict[str, list[RawEdit]] = field(default_factory=lambda: defaultdict(list))
    signs: dict[str, str] = field(default_factory=dict)
    breaks: list[Break] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    joined: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: RawEdits) -> None:
        """Take over what another unit comes down to."""
        for attribute, texts in other.texts.items():
            self.texts[attribute] += texts
        self.signs |= other.signs
        self.breaks += other.breaks
        self.apart += other.apart
        self.joined += other.joined

    def text_after(self, project: Project, attribute: str) -> str:
        """Return a text with all its edits."""
        raw = text_at(project, attribute) or ""
        pieces: list[str] = []
        at = 0
        for edit in sorted(self.texts[attribute]):
            pieces += (raw[at : max(at, edit.start)], edit.new)
            at = max(at, edit.end)
        return "".join(pieces) + raw[at:]

    def offset_after(self, one: Break) -> int:
        """Return where a break stands once its text has been edited."""
        return one.offset + sum(
            len(edit.new) - (edit.end - edit.start)
            for edit in self.texts.get(one.attribute, ())
            if edit.start < one.offset or (edit.end == one.offset and edit.order < one.order)
        )


def raw_edits(stretch: Stretch, spots: Sequence[Spot]) -> RawEdits:
    """Return what spots of one unit do to the texts below its stretch."""
    done = RawEdits()
    for order, spot in enumerate(_whole_links(stretch, spots)):
        if spot.kind is EditKind.WORDS:
            _exchange(done, stretch, spot, order)
        elif spot.kind is EditKind.SPLIT:
            _split(done, stretch, spot, order)
        else:
            _join(done, stretch, spot, order)
    return done


def _whole_links(stretch: Stretch, spots: Sequence[Spot]) -> Iterator[Spot]:
    """The spots in order; those that cut one link are one spot over all of it."""
    waiting: Spot | None = None
    parts: list[Spot] = []
    for spot in sorted(spots, key=lambda one: one.start):
        start, end = _reach(stretch, spot)
        if spot.kind is EditKind.WORDS and waiting is not None and start < waiting.end:
            waiting = Spot(spot.unit, spot.kind, waiting.start, max(waiting.end, end), "")
            parts.append(spot)
            continue
        if waiting is not None:
            yield _filled(stretch, waiting, parts)
        waiting, parts = None, []
        if spot.kind is EditKind.WORDS and (start, end) != (spot.start, spot.end):
            waiting, parts = Spot(spot.unit, spot.kind, start, end, ""), [spot]
        else:
            yield spot
    if waiting is not None:
        yield _filled(stretch, waiting, parts)


def _reach(stretch: Stretch, spot: Spot) -> tuple[int, int]:
    """A spot with the whole of every link it cuts, and those that stand right beside it."""
    start, end = spot.start, spot.end
    links = [one for one in stretch.pieces if _is_link(one)]
    for piece in links:
        cluster = [one for one in links if _cluster(one) == _cluster(piece)]
        is_cut = piece.start < spot.end and spot.start < piece.end
        is_parted = spot.start == spot.end == piece.start and piece is not cluster[0]
        if is_cut or is_parted:
            start = min(start, *(one.start for one in cluster), start)
            end = max(end, *(one.end for one in cluster), end)
    return start, end


def _is_link(piece: Piece) -> bool:
    return not piece.is_literal and not piece.run.is_marker and piece.attribute is not None


def _cluster(piece: Piece) -> tuple[str, str | None, int, int]:
    """What tells the link, or the links right beside one another, that a piece is said by."""
    return piece.segment, piece.attribute, piece.raw_start, piece.raw_end


def _filled(stretch: Stretch, whole: Spot, parts: Sequence[Spot]) -> Spot:
    pieces: list[str] = []
    at = whole.start
    for part in parts:
        pieces += (stretch.text[at : part.start], part.new)
        at = part.end
    pieces.append(stretch.text[at : whole.end])
    return Spot(whole.unit, whole.kind, whole.start, whole.end, "".join(pieces))


def _exchange(done: RawEdits, stretch: Stretch, spot: Spot, order: int) -> None:
    """Words exchanged: the first text touched takes the new ones, the others lose theirs."""
    new = spot.new
    over = stretch.over(spot.start, spot.end)
    for piece in over:
        if piece.run.is_marker:
            new = _sign(done, piece, spot, new)
    rest = [piece for piece in over if not piece.run.is_marker]
    if not rest and new:
        words = [piece for piece in stretch.pieces if not piece.run.is_marker]
        rest = [piece for piece in words if piece.start >= spot.end][:1]
        if not rest or rest[0].segment != over[0].segment:
            done.texts[f"{over[0].segment}.text"].append(RawEdit(0, 0, order, escaped(new)))
            return
    seen: set[tuple[str, int]] = set()
    for piece in rest:
        if piece.attribute is None:
            continue  # signs that the program adds go with the words they follow
        start, end = _raw_range(piece, spot)
        if not piece.is_literal and (piece.attribute, start) in seen:
            continue
        seen.add((piece.attribute, start))
        done.texts[piece.attribute].append(RawEdit(start, end, order, escaped(new)))
        new = ""


def _raw_range(piece: Piece, spot: Spot) -> tuple[int, int]:
    """The part of a piece's raw text that a spot covers; of a link all of it."""
    if not piece.is_literal:
        if spot.start < piece.end and piece.start < spot.end:
            return piece.raw_start, piece.raw_end
        at = piece.raw_start if spot.end <= piece.start else piece.raw_end
        return at, at
    first = max(0, min(spot.start, piece.end) - piece.start)
    last = max(first, min(spot.end, piece.end) - piece.start)
    return piece.raw_start + first, piece.raw_start + last


def _sign(done: RawEdits, piece: Piece, spot: Spot, new: str) -> str:
    """Set the sign of a point to what new words begin with; return the rest of them."""
    text = piece.run.text
    head = text[: max(0, spot.start - piece.start)]
    tail = text[spot.end - piece.start :] if spot.end < piece.end else ""
    if spot.start == spot.end and spot.start >= piece.end:
        return new
    said = head + new + tail
    known = opening(said)
    sign = known[0] if known is not None else ""
    done.signs[f"{piece.segment}.marker"] = sign
    return said.removeprefix(sign)


def _split(done: RawEdits, stretch: Stretch, spot: Spot, order: int) -> None:
    at = spot.start
    begins = next((one for one in stretch.pieces if one.start == at and one.end > at), None)
    before = [one for one in stretch.pieces if one.end <= at and one.end > one.start]
    if begins and before and before[-1].segment != begins.segment:
        done.apart.append(begins.segment)
        return
    over = stretch.over(at, at)
    if not over or over[0].attribute is None:
        return
    piece = over[0]
    inside = at - piece.start if piece.is_literal else (piece.end > at) - 1
    offset = piece.raw_start + inside if piece.is_literal else piece.raw_end
    done.breaks.append(Break(piece.segment, piece.attribute or "", offset, order))


def _join(done: RawEdits, stretch: Stretch, spot: Spot, order: int) -> None:
    left = next((one for one in reversed(stretch.pieces) if one.end <= spot.start), None)
    right = next((one for one in stretch.pieces if one.start >= spot.end), None)
    if left is None or right is None:
        return
    if left.attribute is not None and left.attribute == right.attribute:
        edit = RawEdit(right.raw_start - 1, right.raw_start, order, "")
        done.texts[left.attribute].append(edit)
        return
    done.joined.append((left.segment, right.segment))
