"""How far last period's words have been looked at, figure by figure.

A figure of carried text is carried until it is changed or checked; one that cannot be aligned
with a former figure is new and inherits nothing. An item is as the worst of its figures and its
wording.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from model.report.item import Item
from model.values.state import State
from model.wording.finding.figures import Figure
from model.wording.finding.linked import figures_of

_FIGURE = "\0"
_WORST_FIRST = (State.EMPTY, State.CARRIED, State.UPDATED, State.CONFIRMED, State.FILLED)


def wording_state(item: Item) -> State:
    """The state of an item's words, its figures aside."""
    if item.dropped:
        return State.DROPPED
    if item.carried is None:
        return State.FILLED
    if "wording" in item.carried.checked:
        return State.CONFIRMED
    same = skeleton(item.text) == skeleton(item.carried.text) and item.lead == item.carried.lead
    return State.CARRIED if same else State.UPDATED


def figure_states(item: Item) -> tuple[State, ...]:
    """The state of every figure of the item's text, in order."""
    figures = figures_of(item.text)
    if item.dropped:
        return (State.DROPPED,) * len(figures)
    if item.carried is None:
        return tuple(State.EMPTY if figure.blank else State.FILLED for figure in figures)
    former = figures_of(item.carried.text)
    return tuple(
        _figure_state(item, figure, former, before)
        for figure, before in zip(figures, aligned(item.carried.text, item.text), strict=True)
    )


def _figure_state(
    item: Item, figure: Figure, former: tuple[Figure, ...], before: int | None
) -> State:
    if figure.blank:
        return State.EMPTY
    if before is None or item.carried is None:
        return State.FILLED
    if _said(former[before]) != _said(figure):
        return State.UPDATED
    return State.CONFIRMED if before in item.carried.checked else State.CARRIED


def _said(figure: Figure) -> tuple[str, int]:
    """A figure's value and direction: 增长5.1 is not 下降5.1."""
    return figure.text, figure.direction.sign if figure.direction else 0


def last_figures(item: Item) -> tuple[str | None, ...]:
    """What each figure of the item's text said last period, signed by its direction word."""
    if item.carried is None:
        return (None,) * len(figures_of(item.text))
    former = figures_of(item.carried.text)
    return tuple(
        None if before is None else signed_text(former[before])
        for before in aligned(item.carried.text, item.text)
    )


def signed_text(figure: Figure) -> str | None:
    """A figure as it is typed: −3.2 for 下降3.2; None for a blank."""
    if figure.blank:
        return None
    below = figure.direction is not None and figure.direction.sign < 0
    return f"-{figure.text}" if below else figure.text


def item_state(item: Item) -> State:
    """The worst of the item's figures and its wording."""
    if item.dropped:
        return State.DROPPED
    if item.carried is None and not item.text and not item.lead:
        return State.EMPTY
    states = {wording_state(item), *figure_states(item)}
    return next(state for state in _WORST_FIRST if state in states)


def skeleton(text: str) -> str:
    """The text with every number taken out; its direction words are words."""
    parts: list[str] = []
    at = 0
    for figure in figures_of(text):
        parts += (text[at : figure.start], _FIGURE)
        at = figure.end
    return "".join((*parts, text[at:]))


@lru_cache(maxsize=4096)
def aligned(former: str, now: str) -> tuple[int | None, ...]:
    """For every figure of `now` the number of the figure of `former` that it renews."""
    before, after = skeleton(former), skeleton(now)
    count = after.count(_FIGURE)
    if before == after:
        return tuple(range(count))
    matched: dict[int, int] = {}
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for block in matcher.get_matching_blocks():
        piece = before[block.a : block.a + block.size]
        if len(piece) < 2:  # a number alone, without one word beside it, is not the same figure
            continue
        first_before = before.count(_FIGURE, 0, block.a)
        first_after = after.count(_FIGURE, 0, block.b)
        for offset in range(piece.count(_FIGURE)):
            matched[first_after + offset] = first_before + offset
    found = tuple(matched.get(number) for number in range(count))
    known = [number for number in found if number is not None]
    return found if all(a < b for a, b in pairwise(known)) else (None,) * count


def confirmed(item: Item) -> Item:
    """The item found to hold still: its wording and every figure that last period said."""
    if item.carried is None:
        return item
    all_ = range(len(figures_of(item.carried.text)))
    return item.changed(carried=item.carried.changed(checked=("wording", *all_)))


def unconfirmed(item: Item) -> Item:
    """The item to be looked at again."""
    return item if item.carried is None else item.changed(carried=item.carried.changed(checked=()))


def with_checked(item: Item, figures: Sequence[int]) -> Item:
    """The item with figures, told by their numbers now, looked at: typed anew, if only the same."""
    if item.carried is None:
        return item
    former = aligned(item.carried.text, item.text)
    seen = [former[number] for number in figures if number < len(former)]
    checked = dict.fromkeys((*item.carried.checked, *(one for one in seen if one is not None)))
    return item.changed(carried=item.carried.changed(checked=tuple(checked)))
