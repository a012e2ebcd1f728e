"""Markers and leads, and rows of what they open: items, tasks, headings, groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.document import Paragraph, Part, Role, Span
from model.report.item import Item, Marker
from model.wording.numbering import LITERAL, Numbered, level, number, sign

Numbers = Sequence[Sequence[Numbered | None]]


def numbers_of(paragraphs: Sequence[Sequence[Marker | None]]) -> Numbers:
    """The number of every marker in its row; None where it is literal or there is none."""
    return number([[_style(marker) for marker in row] for row in paragraphs])


def _style(marker: Marker | None) -> str | None:
    return None if marker is None else marker.style or LITERAL


def marker_text(marker: Marker | None, numbered: Numbered | None) -> str:
    """The sign as it is written; past the style's last sign it stays as the last one was asked."""
    if marker is None:
        return ""
    if marker.literal is not None:
        return marker.literal
    if marker.style is None or numbered is None:
        return marker.style or ""
    return sign(marker.style, numbered.number, numbered.count) or marker.style


def marker_level(marker: Marker | None) -> int:
    """1 to 4 for a numbered level of GB/T 9704, 0 for signs inside a paragraph."""
    return level(marker.style) if marker and marker.style else 0


def item_spans(item: Item, numbered: Numbered | None, reader: ProjectReader) -> Iterator[Span]:
    """Marker, lead and text of an item, each with its place."""
    sign_text = marker_text(item.marker, numbered)
    if sign_text:
        yield Span(sign_text, f"{item.id}.marker", Part.MARKER)
    yield from said(item, "lead", reader, Part.LEAD)
    yield from said(item, "text", reader)


class Member(NamedTuple):
    """One of a row, such as an item or a task: its id, its marker, and all it shows."""

    id: str
    marker: Marker | None
    spans: tuple[Span, ...]


def laid_out(
    block_id: str, opening: tuple[Span, ...], row: Sequence[Member], *, separate: bool
) -> Iterator[Paragraph]:
    """The opening and the row: all in one paragraph, or (`separate`) each in its own."""
    if separate:
        if opening:
            yield Paragraph(Role.BODY, opening, 0, (block_id,))
        for one in row:
            yield Paragraph(Role.BODY, one.spans, marker_level(one.marker), (one.id,))
    elif opening or row:
        yield together([Member(block_id, None, opening), *row])


def together(members: Sequence[Member], level: int = 0) -> Paragraph:
    """All members in one paragraph, which knows where each of them begins."""
    spans = tuple(span for member in members for span in member.spans)
    ids = tuple(member.id for member in members)
    if len(ids) == 1:
        return Paragraph(Role.BODY, spans, level, ids)
    starts = accumulate((len(member.spans) for member in members[:-1]), initial=0)
    return Paragraph(Role.BODY, spans, level, ids, tuple(starts))
