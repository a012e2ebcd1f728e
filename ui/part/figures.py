"""The numbers in a point's text as short lines, so that they can be renewed without reading on."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from model.places.own import own_places
from model.places.place import Place
from model.report.item import Item
from model.values.state import State
from ui.part.context import Context
from ui.part.keyed_column import Rows
from ui.part.lines import FigureLine, Line, line
from ui.part.widgets import button

_INSIDE = (".figures.", ".blanks.")
_MORE = 60
"""How many lines are shown at first, and how many more at a time: thousands hold the window up."""


class FigureLines(Rows[Line]):
    """The figures and blanks of one item; the lines are made when they are opened."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, gap=4)
        self._context = context
        self._places: dict[str, Place] = {}
        self._most = _MORE
        self._rest: QPushButton | None = None
        self.hide()

    def show_item(self, item: Item) -> tuple[int, int]:
        """Show the numbers of an item; how many there are, and how many are blank."""
        found = {one.place: one for one in own_places(item) if _is_inside(one)}
        if found != self._places:
            self._places = found
            if not self.isHidden():
                self._renew()
        blanks = sum(one.state is State.EMPTY for one in found.values())
        return len(found), 0 if item.dropped else blanks

    def set_open(self, is_open: bool) -> None:
        """Open the lines, or fold them."""
        if is_open and self.isHidden():
            self._renew()
        self.setVisible(is_open)

    def focus_blank(self, place: str) -> bool:
        """Go to the line of a place that is blank or holds what was refused; False where it is
        neither, or folded.
        """
        is_refused = self._context.workspace.refused_at(place) is not None
        if is_refused and place in self._places:
            self.set_open(True)
        one, fillable = self.get(place), self._places.get(place)
        if one is None or fillable is None or self.isHidden():
            return False
        is_wanted = is_refused or fillable.state is State.EMPTY
        if is_wanted:
            one.focus()
        return is_wanted

    def _renew(self) -> None:
        self.show_keys(self._shown_places(), self._line)
        for one in self.all():
            fillable = self._places[one.place]
            one.refresh(fillable)
            one.show_label(fillable.label)
        self._offer_rest(len(self._places) - len(self.all()))

    def _shown_places(self) -> tuple[str, ...]:
        """The first of the places, and whatever of the rest holds what was refused."""
        refused = self._context.workspace.refused_at
        return tuple(
            place
            for number, place in enumerate(self._places)
            if number < self._most or refused(place) is not None
        )

    def _offer_rest(self, count: int) -> None:
        """A button for the places that have no line yet."""
        if self._rest is None and count > 0:
            self._rest = button("", "再列出一些数", self, self._show_more)
            self.column.addWidget(self._rest)
        if self._rest is not None:
            self._rest.setText(f"还有 {count} 处")
            self._rest.setVisible(count > 0)

    def _show_more(self) -> None:
        self._most += _MORE
        self._renew()

    def _line(self, place: str) -> Line:
        fillable = self._places[place]
        return line(FigureLine, fillable, self._context, fillable.label)


def _is_inside(place: Place) -> bool:
    """Whether a place lies in a text, not the text as a whole."""
    return any(inside in place.place for inside in _INSIDE)
