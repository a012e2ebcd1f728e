"""What last period said in a record or a text of it (上期内容), and 核过 for it.

Where the clerk is led to look at it, it opens by itself, and folds again once it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget

from model.places.own import own_places
from model.report.former import worst
from model.report.record import Record
from model.values.state import State
from ui.kit.qt import laid_out_once
from ui.kit.state_chip import StateChip
from ui.part.context import Context
from ui.part.last_text import LastText
from ui.part.widgets import Fold, button

_RENEWED = frozenset({State.CARRIED, State.UPDATED, State.CONFIRMED})


class LastWords:
    """The chip, what opens last period's words, and 核过; whoever owns them lays them out."""

    def __init__(
        self, context: Context, key: str, named: str, owner: QWidget, confirm: Callable[[], None]
    ) -> None:
        self._context, self._key, self._owner = context, f"{key}.last", owner
        self.chip = StateChip(owner)
        self.fold = Fold(owner, self._open)
        self.check = button("", f"核过：{named}与上期的内容核对过了", owner, confirm)
        self.words = LastText(owner)
        self._states: frozenset[State] = frozenset()

    def show_last(
        self,
        state: State,
        last: Sequence[str] | None,
        states: Iterable[State],
        now: str,
        *,
        takes_from: int | None = None,
    ) -> None:
        """Show the state as a whole, what was said beside what is said `now`, and by the states of
        the places what to do. Sentences from `takes_from` on can be taken in.
        """
        self._states = frozenset(states)
        self.chip.set_state(state)
        self.chip.setVisible(state is not State.FILLED)
        self.fold.setVisible(last is not None)
        said = tuple(self._context.said_last(one) for one in last or ())
        self.words.show_words(said, now, takes_from=takes_from)
        self._show_open(last is not None and self._is_open)
        self.check.setText("不算核过 F4" if is_checked(self._states) else "核过 F4")
        self.check.setVisible(can_check(self._states))

    def open_to_review(self) -> None:
        """The clerk was led here: show what was said, unless she has folded it herself."""
        if State.CARRIED in self._states and not self.fold.isHidden():
            self._context.reviewed.add(self._key)
            with laid_out_once(self._owner):
                self._show_open(self._is_open)

    @property
    def _is_open(self) -> bool:
        is_led = self._key in self._context.reviewed and not is_checked(self._states)
        return self._context.is_open(self._key, is_led)

    def _show_open(self, is_open: bool) -> None:
        self.fold.show_words("上期内容", is_open)
        self.words.setVisible(is_open)

    def _open(self, is_open: bool) -> None:
        self._context.set_open(self._key, is_open)
        with laid_out_once(self._owner):
            self.words.setVisible(is_open)


def states_of(record: Record) -> frozenset[State]:
    """Return the states of the places of a record itself, as the inventory has them."""
    return frozenset(place.state for place in own_places(record))


def can_check(states: Iterable[State]) -> bool:
    """Tell whether places with these states hold something of last period's."""
    return not _RENEWED.isdisjoint(states)


def is_checked(states: Iterable[State]) -> bool:
    """Tell whether all that last period said was looked at, blanks aside."""
    return worst(_RENEWED.intersection(states)) is State.CONFIRMED
