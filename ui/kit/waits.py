"""How long an editor waits before it tells what was typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE = 300
"""Milliseconds without a key after which what was typed is told."""
LATEST = 700
"""Milliseconds after the first key that was not told, after which it is told in any case."""


class Waits:
    """The two timers of one editor, made at its first key: most of a page are never typed in."""

    def __init__(
        self, owner: QObject, after_pause: Callable[[], None], at_latest: Callable[[], None]
    ) -> None:
        self._owner = owner
        self._then = after_pause, at_latest
        self._timers: tuple[QTimer, QTimer] | None = None

    def start(self) -> None:
        """A key was typed."""
        if self._timers is None:
            after_pause, at_latest = self._then
            self._timers = self._timer(PAUSE, after_pause), self._timer(LATEST, at_latest)
        pause, latest = self._timers
        pause.start()
        if not latest.isActive():
            latest.start()

    def stop(self) -> None:
        """All is told, or not wanted any more."""
        for timer in self._timers or ():
            timer.stop()

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        made = QTimer(self._owner)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(then)
        return made
