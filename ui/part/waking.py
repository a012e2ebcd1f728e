"""Cards come alive when they are seen: a long part is on the screen before its editors are made."""

from __future__ import annotations

from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

_SLICE = 0.04
"""Seconds that making editors may take before the window is painted again; each time the whole
page is laid out anew, which takes about as long.
"""


class Sleeping(Protocol):
    """What can be woken."""

    def wake(self) -> None: ...


class Waker(QObject):
    """Wakes what asked for it, a few at a time, so that the window never stands still."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Sleeping] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def ask(self, card: Sleeping) -> None:
        """Wake a card soon."""
        if card not in self._waiting:
            self._waiting.append(card)
            self._timer.start()

    def _next(self) -> None:
        until = perf_counter() + _SLICE
        while self._waiting:
            card = self._waiting.pop(0)
            if isValid(card):
                card.wake()
            if perf_counter() > until:
                break
        if self._waiting:
            self._timer.start()
