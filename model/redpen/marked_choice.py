"""A choice in its paragraph: what goes is struck, what comes underlined, the rest as it is.

What others changed in the same paragraph is marked too, so that it is read as it will be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from model.choices.choice import Choice, ChoiceKind
from model.document import Edited, Span
from model.redpen.change import Change, Plan, Spot
from model.redpen.edits import EditKind
from model.redpen.marked_up import marked_spans
from model.redpen.tokens import BREAK


class Piece(NamedTuple):
    """Words of a paragraph; `edited` says whether they come or go, `is_chosen` whether it is the
    change asked for."""

    text: str
    edited: Edited | None = None
    is_chosen: bool = False


def marked_choice(choice: Choice) -> tuple[Piece, ...]:
    """Return a change with the words around it, of which no more is known than it tells."""
    if choice.kind is ChoiceKind.COMMENT:
        return (Piece(choice.label), Piece(f"\n{choice.theirs or ''}", is_chosen=True))
    if choice.theirs is None:
        middle: Sequence[Span] = [Span(choice.ours or "", edited=Edited.DELETED)]
    else:
        middle = marked_spans(choice.ours or "", [Span(choice.theirs)])
    shown = (Piece(span.text, span.edited, span.edited is not None) for span in middle)
    return tuple(one for one in (Piece(choice.ahead), *shown, Piece(choice.behind)) if one.text)


def marked_paragraph(plan: Plan, choice: Choice) -> tuple[Piece, ...]:
    """Return the whole paragraph of a change as the project says it, with all that is changed."""
    change = plan.by_key.get(choice.key)
    if change is None or not change.spots:
        return marked_choice(choice)
    unit = change.spots[0].unit
    text = BREAK.join("".join(one.text for one in line) for line in plan.units[unit])
    return tuple(_pieces(text, _spots(plan, change, unit), change))


def _spots(plan: Plan, chosen: Change, unit: int) -> list[Spot]:
    """All spots of a unit in order; of two that touch the chosen one counts, else the first."""
    own = [spot for spot in chosen.spots if spot.unit == unit]
    others = [spot for one in plan.changes for spot in one.spots if spot.unit == unit]
    kept = [*own]
    for spot in others:
        if spot not in kept and all(spot.end <= one.start or one.end <= spot.start for one in kept):
            kept.append(spot)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _pieces(text: str, spots: Sequence[Spot], chosen: Change) -> Iterator[Piece]:
    at = 0
    for spot in spots:
        is_chosen = spot in chosen.spots
        yield from _kept(text[at : spot.start])
        gone, new = text[spot.start : spot.end], spot.new
        if spot.kind is EditKind.SPLIT:
            new = BREAK
        if gone:
            yield Piece(gone.replace(BREAK, "¶"), Edited.DELETED, is_chosen)
        if new:
            yield Piece(new.replace(BREAK, "¶\n"), Edited.ADDED, is_chosen)
        at = spot.end
    yield from _kept(text[at:])


def _kept(text: str) -> Iterator[Piece]:
    if text:
        yield Piece(text.replace(BREAK, "\n"))
