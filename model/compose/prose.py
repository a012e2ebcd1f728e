"""Prose to spans: links resolved, blanks apart from the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.compose.setting import Setting
from model.compose.statement import linked
from model.document import Part, Span
from model.values.state import State
from model.wording.linked import blanks_of, figures_of
from model.wording.links import (
    BrokenLink,
    FieldLink,
    IndicatorLink,
    Literal,
    split,
)


class _Blank(NamedTuple):
    """A blank in the raw text, and the place it is filled at."""

    start: int
    end: int
    place: str


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
    blanks = _blanks(text, place)
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


def _blanks(text: str, place: str | None) -> list[_Blank]:
    """Where blanks stand in the raw text, in order, each with its own place."""
    base = (place or "").removesuffix(".text")
    figures = [
        _Blank(figure.start, figure.end, f"{base}.figures.{number}")
        for number, figure in enumerate(figures_of(text))
        if figure.blank
    ]
    others = [
        _Blank(blank.start, blank.end, f"{base}.blanks.{number}")
        for number, blank in enumerate(blanks_of(text))
    ]
    return sorted(figures + others)


def _literal(
    piece: Literal, blanks: list[_Blank], place: str | None, part: Part, state: State
) -> Iterator[Span]:
    """A literal run, cut at its blanks."""
    if piece.end - piece.start != len(piece.text):
        yield Span(piece.text, place, part, state)
        return
    at = piece.start
    for blank in blanks:
        if blank.start < at or blank.end > piece.end:
            continue
        before = piece.text[at - piece.start : blank.start - piece.start]
        if before:
            yield Span(before, place, part, state)
        sign = piece.text[blank.start - piece.start : blank.end - piece.start]
        yield Span(sign, blank.place if place else None, part, State.EMPTY)
        at = blank.end
    if at < piece.end:
        yield Span(piece.text[at - piece.start :], place, part, state)
