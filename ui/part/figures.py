"""The numbers in a point's text as short lines, so that they can be renewed without reading on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.places.own import own_places
from model.places.place import Place
from model.report.item import Item
from model.values.state import State
from ui.part.context import Context
from ui.part.keyed_column import Rows
from ui.part.lines import FigureLine, Line, line

_INSIDE = (".figures.", ".blanks.")


class FigureLines(Rows[Line]):
    """The figures and blanks of one item; the lines are made when they are opened."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, gap=4)
        self._context = context
        self._places: dict[str, Place] = {}
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
        self.show_keys(tuple(self._places), self._line)
        for one in self.all():
            fillable = self._places[one.place]
            one.refresh(fillable)
            one.show_label(fillable.label)

    def _line(self, place: str) -> Line:
        fillable = self._places[place]
        return line(FigureLine, fillable, self._context, fillable.label)


def _is_inside(place: Place) -> bool:
    """Whether a place lies in a text, not the text as a whole."""
    return any(inside in place.place for inside in _INSIDE)
