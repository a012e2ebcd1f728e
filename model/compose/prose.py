"""Prose to spans: links resolved, blanks apart from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.compose.statement import linked
from model.document import Part, Span
from model.report.carried import figures_in, formers, words_of
from model.report.record import Record
from model.report.schema import attributes
from model.values.state import State
from model.wording.finding.linked import blanks_of, figures_of, may_have_blanks
from model.wording.links import (
    BrokenLink,
    FieldLink,
    IndicatorLink,
    Literal,
    split,
)

_BUILT_IN_PLACES = {"place": "organization.name", "superior": "organization.superior"}
_NONE: Mapping[str, Span] = MappingProxyType({})


class _Slot(NamedTuple):
    """A blank or a carried figure in the raw text: the place it is filled at, and its state."""

    start: int
    end: int
    place: str
    state: State


def prose(
    text: str,
    place: str | None,
    reader: ProjectReader,
    part: Part = Part.TEXT,
    state: State = State.FILLED,
    figures: Sequence[State] | None = None,
    own: Mapping[str, Span] = _NONE,
) -> tuple[Span, ...]:
    """Spans of a text with links; `state` is that of its own words, `figures` of its figures.

    `own` are the names in braces that its record fills itself (`{quantity}`, `{count}`). A
    blank keeps the signs it was written with; an unknown link stays as written and is told by
    the check.
    """
    slots = _slots(text, place, figures)
    spans: list[Span] = []
    for piece in split(text):
        match piece:
            case Literal():
                spans += _literal(piece, slots, place, part, state)
            case FieldLink() if piece.field in own:
                spans.append(own[piece.field])
            case FieldLink():
                spans += _field(piece, text, place, reader, part)
            case IndicatorLink():
                spans += linked(piece, text[piece.start : piece.end], place, reader, part)
            case BrokenLink():
                spans.append(Span(piece.text, place, part, State.EMPTY))
    return tuple(spans)


def said(
    record: Record,
    path: str,
    reader: ProjectReader,
    part: Part = Part.TEXT,
    own: Mapping[str, Span] = _NONE,
) -> tuple[Span, ...]:
    """Return the spans of one text of a record, each with its place and how far it is renewed."""
    text = attributes(type(record))[path].text(record)
    if not text:
        return ()
    place = f"{getattr(record, 'id', '')}.{path}"
    if path not in formers(record):
        return prose(text, place, reader, part, own=own)
    state, figures = words_of(record, path), figures_in(record, path)
    return prose(text, place, reader, part, state, figures, own)


def _field(
    link: FieldLink, text: str, place: str | None, reader: ProjectReader, part: Part
) -> Iterator[Span]:
    """A field's value; what is computed from the period is edited where it is linked."""
    shown = reader.field(link.field, alone=link.alone)
    if shown is None:
        yield Span(text[link.start : link.end], place, part, State.EMPTY)
    elif shown.text:
        is_field = reader.project.field(link.field) is not None
        target = link.field if is_field else _BUILT_IN_PLACES.get(link.field, place)
        yield Span(shown.text, target, part, shown.state)


def _slots(text: str, place: str | None, states: Sequence[State] | None) -> list[_Slot]:
    """What stands out in the raw text, in order: blanks, and figures not yet looked at."""
    if not states and not may_have_blanks(text):
        return []
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
            yield Span(before, place, part, state, at)
        sign = piece.text[slot.start - piece.start : slot.end - piece.start]
        yield Span(sign, slot.place if place else None, part, slot.state, slot.start)
        at = slot.end
    if at < piece.end:
        yield Span(piece.text[at - piece.start :], place, part, state, at)


def plain(text: str, reader: ProjectReader) -> str:
    """A text as it is read: links in words, no places."""
    return "".join(span.text for span in prose(text, None, reader)) if "{" in text else text
