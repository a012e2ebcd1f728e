"""Choices of a menu, of which at most one holds: 数来自, 文稿用, 新填的数记作."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

T = TypeVar("T")


class MenuChoices(Generic[T]):
    """Fills a menu with labels that are numbered, and tells `choose` the value behind one.

    The values stay in Python: what goes through `QAction.data` comes back as Qt's own kinds, a
    `StrEnum` as a plain `str`.
    """

    def __init__(
        self, menu: QMenu, offered: Iterable[tuple[str, T]], choose: Callable[[T], object]
    ) -> None:
        self._choose = choose
        self._offered: list[tuple[QAction, T]] = []
        group = QActionGroup(menu)
        for number, (label, value) in enumerate(offered, 1):
            action = QAction(f"{label}(&{number})", menu)
            menu.addAction(action)
            action.setCheckable(True)
            group.addAction(action)
            self._offered.append((action, value))
        menu.triggered.connect(self._triggered)

    def check(self, value: T | None) -> None:
        """Check the choice that holds; None checks one only where it is offered."""
        for action, offered in self._offered:
            action.setChecked(offered is value)

    def _triggered(self, chosen: QAction) -> None:
        for action, value in self._offered:
            if action is chosen:
                self._choose(value)
