"""Prose to spans: links resolved, blanks apart from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


class _Slot(NamedTuple):
    """A blank or a carried figure in the raw text: the place it is filled at, and its state."""

    start: int
    end: int
    place: str
    state: State


def prose(
    text: str,
    place: str | None,
    setting: Setting,
    part: Part = Part.TEXT,
    state: State = State.FILLED,
    figures: Sequence[State] | None = None,
) -> tuple[Span, ...]:
    """Spans of a text with links; `state` is that of its own words, `figures` of its figures.

    A blank keeps the signs it was written with; an unknown link stays as written and is told
    by the check.
    """
    slots = _slots(text, place, figures)
    return tuple(_spans(text, place, setting, (part, state), slots))


def _spans(
    text: str,
    place: str | None,
    setting: Setting,
    own: tuple[Part, State],
    slots: list[_Slot],
) -> Iterator[Span]:
    part, state = own
    for piece in split(text):
        if isinstance(piece, Literal):
            yield from _literal(piece, slots, place, part, state)
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


def _slots(text: str, place: str | None, states: Sequence[State] | None) -> list[_Slot]:
    """What stands out in the raw text, in order: blanks, and figures not yet looked at."""
    base = (place or "").removesuffix(".text")
    found = [
        _Slot(blank.start, blank.end, f"{base}.blanks.{number}", State.EMPTY)
        for number, blank in enumerate(blanks_of(text))
    ]
    for number, figure in enumerate(figures_of(text)):
        state = State.EMPTY if figure.blank else states[number] if states else State.FILLED
        if state is not State.FILLED:
            found.append(_Slot(figure.start, figure.end, f"{base}.figures.{number}", state))
    return sorted(found)


def _literal(
    piece: Literal, slots: list[_Slot], place: str | None, part: Part, state: State
) -> Iterator[Span]:
    """A literal run, cut at what stands out in it."""
    if piece.end - piece.start != len(piece.text):
        yield Span(piece.text, place, part, state)
        return
    at = piece.start
    for slot in slots:
        if slot.start < at or slot.end > piece.end:
            continue
        before = piece.text[at - piece.start : slot.start - piece.start]
        if before:
            yield Span(before, place, part, state)
        sign = piece.text[slot.start - piece.start : slot.end - piece.start]
        yield Span(sign, slot.place if place else None, part, slot.state)
        at = slot.end
    if at < piece.end:
        yield Span(piece.text[at - piece.start :], place, part, state)
