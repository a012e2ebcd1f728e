"""What last period said in a record or a text of it (上期内容), and 核过 for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from model.places.own import own_places
from model.report.former import worst
from model.report.record import Record
from model.values.state import State
from ui.kit.labels import label
from ui.kit.qt import laid_out_once
from ui.kit.state_chip import StateChip
from ui.part.context import Context
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
        self.words = label(owner, role="secondary", wraps=True)

    def show_last(self, state: State, last: str | None, states: Iterable[State]) -> None:
        """Show the state as a whole, what was said, and by the states of the places what to do."""
        found = frozenset(states)
        is_open = last is not None and self._context.is_open(self._key, False)
        self.chip.set_state(state)
        self.chip.setVisible(state is not State.FILLED)
        self.fold.setVisible(last is not None)
        self.fold.show_words("上期内容", is_open)
        self.words.setText(f"上期：{self._context.said_last(last or '')}")
        self.words.setVisible(is_open)
        self.check.setText("不算核过 F4" if is_checked(found) else "核过 F4")
        self.check.setVisible(can_check(found))

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
