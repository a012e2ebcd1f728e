"""A column of widgets by key: what stays stays the same widget, in whatever order it comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.qt import laid_out_once

W = TypeVar("W", bound=QWidget)


class Rows(QWidget, Generic[W]):
    """Widgets below one another, reconciled with the keys of records.

    A widget whose key stays is never made again nor taken from its parent, so that it keeps its
    focus and cursor.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._by_key: dict[str, W] = {}
        self._gap = gap
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.unit(self) * gap // 8)

    def show_keys(self, keys: Sequence[str], make: Callable[[str], W]) -> None:
        """Have a widget for each key, in this order; those of other keys are freed."""
        wanted = set(keys)
        with laid_out_once(self):
            for gone in [key for key in self._by_key if key not in wanted]:
                self._free(gone)
            for place, key in enumerate(keys):
                self._put(place, key, make)
        self._order()

    def get(self, key: str) -> W | None:
        """The widget of a key."""
        return self._by_key.get(key)

    def all(self) -> list[W]:
        """The widgets in their order."""
        by_place = sorted(self._by_key.values(), key=self.column.indexOf)
        return list(by_place)

    def replace(self, key: str) -> None:
        """Free the widget of a key, so that the next `show_keys` makes another."""
        if key in self._by_key:
            self._free(key)

    def _put(self, place: int, key: str, make: Callable[[str], W]) -> None:
        widget = self._by_key.get(key)
        if widget is None:
            widget = make(key)
            self._by_key[key] = widget
            self.column.insertWidget(place, widget)
            widget.show()
        elif self.column.indexOf(widget) != place:
            self.column.removeWidget(widget)
            self.column.insertWidget(place, widget)

    def _free(self, key: str) -> None:
        widget = self._by_key.pop(key)
        self.column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _order(self) -> None:
        """Tab goes through the widgets in the order they stand in."""
        last: QWidget | None = None
        for widget in self.all():
            if last is not None:
                QWidget.setTabOrder(last, widget)
            last = widget
