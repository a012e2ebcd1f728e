"""`3篇文稿用到`: where the texts speak of a value, as a list to jump to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

_MOST = 24


class UsesButton(QPushButton):
    """Says how many texts there are; `wanted` tells the place that was chosen in its menu.

    `uses` gives (text, where, place) of each.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._uses: Callable[[], Sequence[tuple[str, str, str]]] = tuple
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.show_uses(0, tuple)

    def show_uses(self, texts: int, uses: Callable[[], Sequence[tuple[str, str, str]]]) -> None:
        """Say in how many texts it is; they are looked through when the list is opened."""
        self._uses = uses
        self.setText(f"{texts}篇文稿用到(&G)" if texts else "文稿没有用到(&G)")
        self.setAccessibleName(self.text().partition("(")[0])
        self.setEnabled(texts > 0)

    def _fill(self) -> None:
        self._menu.clear()
        uses = self._uses()
        for text, where, place in uses[:_MOST]:
            said = where if where.startswith("《") else f"《{text}》{where}"
            action = self._menu.addAction(said.replace("&", "&&"))
            action.triggered.connect(lambda *_, place=place: self.wanted.emit(place))
        if len(uses) > _MOST:
            self._menu.addAction(f"……共{len(uses)}处").setEnabled(False)
