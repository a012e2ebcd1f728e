"""Markers and leads: the signs that open an item, a task, a heading or a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.compose.prose import prose
from model.compose.setting import Setting
from model.document import Part, Span
from model.report.carried import figure_states, wording_state
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


def item_spans(item: Item, numbered: Numbered | None, setting: Setting) -> Iterator[Span]:
    """Marker, lead and text of an item, each with its place."""
    sign_text = marker_text(item.marker, numbered)
    if sign_text:
        yield Span(sign_text, f"{item.id}.marker", Part.MARKER)
    state = wording_state(item)
    if item.lead:
        yield from prose(item.lead, f"{item.id}.lead", setting, Part.LEAD, state)
    if item.text:
        figures = figure_states(item) if item.carried else None
        yield from prose(item.text, f"{item.id}.text", setting, Part.TEXT, state, figures)
