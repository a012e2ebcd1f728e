"""Where a span of a composed paragraph stands in the raw text: offsets are mapped here alone."""

from __future__ import annotations

from typing import NamedTuple

from model.document import Paragraph, Part, Span
from model.report.project import Project
from model.report.uses import text_at

_SLOTS = (["figures"], ["blanks"])


class Spot(NamedTuple):
    """A place, and the span of its raw text; no span where the program says the words."""

    place: str
    start: int | None = None
    end: int | None = None


def text_place(place: str) -> str:
    """The text that a figure or blank stands in: `i7k2.figures.2` → `i7k2.text`."""
    id_, _, path = place.partition(".")
    names = path.split(".")
    if names[-2:-1] in _SLOTS:
        names = names[:-2] or ["text"]
    return f"{id_}.{'.'.join(names)}"


def spot_of(paragraph: Paragraph, start: int, end: int) -> Spot | None:
    """Where `start` to `end` of a paragraph's text stands.

    The span is known where all of it stands in one raw text sign by sign; None where nothing in
    the paragraph has a place.
    """
    at, held = 0, list[tuple[Span, int, int]]()
    for span in paragraph.spans:
        begins, at = at, at + len(span.text)
        if begins < max(end, start + 1) and at > start:
            held.append((span, max(start, begins) - begins, min(end, at) - begins))
    if not held:
        return Spot(_nearest(paragraph)) if _nearest(paragraph) else None
    first = held[0][0]
    if first.part is Part.MARKER and len(held) == 1 and first.place:
        return Spot(first.place)
    raw = _raw(held)
    if raw is not None:
        return raw
    place = next((text_or_own(span) for span, _, _ in held if span.place), _nearest(paragraph))
    return Spot(place) if place else None


def _raw(held: list[tuple[Span, int, int]]) -> Spot | None:
    """The span of the raw text, where the pieces follow one another in the same one."""
    place, begins, ends = "", -1, -1
    for span, low, high in held:
        if span.at is None or span.place is None or span.part is Part.MARKER:
            return None
        if not place:
            place, begins = text_place(span.place), span.at + low
        elif text_place(span.place) != place or span.at + low != ends:
            return None
        ends = span.at + high
    return Spot(place, begins, ends)


def text_or_own(span: Span) -> str:
    """The place a span is edited at, a figure by its text."""
    return text_place(span.place) if span.place and span.at is not None else span.place or ""


def _nearest(paragraph: Paragraph) -> str:
    return next((text_or_own(span) for span in paragraph.spans if span.place), "")


def stands(project: Project, spot: Spot, words: str) -> bool:
    """Whether these very words stand in the raw text there."""
    if spot.start is None:
        return False
    raw = text_at(project, spot.place)
    return raw is not None and raw[spot.start : spot.end] == words
