"""Prose to spans: links resolved, blanks apart from the rest."""

from __future__ import annotations

from collections.abc import Iterator

from model.compose.setting import Setting
from model.compose.statement import linked
from model.document import Part, Span
from model.values.state import State
from model.wording.blanks import find_blanks
from model.wording.links import (
    BrokenLink,
    FieldLink,
    IndicatorLink,
    Literal,
    masked,
    split,
)


def prose(
    text: str,
    place: str | None,
    setting: Setting,
    part: Part = Part.TEXT,
    state: State = State.FILLED,
) -> tuple[Span, ...]:
    """Spans of a text with links; `state` is that of its own words (carried or not).

    A blank keeps the signs it was written with; an unknown link stays as written and is told
    by the check.
    """
    return tuple(_spans(text, place, setting, part, state))


def _spans(
    text: str, place: str | None, setting: Setting, part: Part, state: State
) -> Iterator[Span]:
    blanks = _blank_offsets(text)
    for piece in split(text):
        if isinstance(piece, Literal):
            yield from _literal(piece, blanks, place, part, state)
        elif isinstance(piece, FieldLink):
            shown = setting.field(piece.field, alone=piece.alone)
            if shown is None:
                yield Span(text[piece.start : piece.end], place, part, State.EMPTY)
            elif shown.text:
                yield Span(shown.text, _field_place(piece.field, setting), part, shown.state)
        elif isinstance(piece, IndicatorLink):
            yield from linked(piece, text[piece.start : piece.end], place, setting, part)
        elif isinstance(piece, BrokenLink):
            yield Span(piece.text, place, part, State.EMPTY)


def _field_place(id_: str, setting: Setting) -> str:
    return id_ if setting.project.field(id_) is not None else "organization"


def _blank_offsets(text: str) -> list[tuple[int, int]]:
    """Where blanks stand in the raw text."""
    return [(blank.start, blank.end) for blank in find_blanks(masked(text))]


def _literal(
    piece: Literal,
    blanks: list[tuple[int, int]],
    place: str | None,
    part: Part,
    state: State,
) -> Iterator[Span]:
    """A literal run, cut at its blanks."""
    if piece.end - piece.start != len(piece.text):
        yield Span(piece.text, place, part, state)
        return
    at = piece.start
    for start, end in blanks:
        if start < at or end > piece.end:
            continue
        if start > at:
            yield Span(piece.text[at - piece.start : start - piece.start], place, part, state)
        blank = piece.text[start - piece.start : end - piece.start]
        yield Span(blank, place, part, State.EMPTY)
        at = end
    if at < piece.end:
        yield Span(piece.text[at - piece.start :], place, part, state)
