"""Answers a second start: the window comes to the front, and opens the file that was asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from model.jobs import second_start
from ui.kit.qt import to_front
from ui.shell.main_window import MainWindow

_LOOK_MS = 400


class SecondStarts(QTimer):
    """Looks for requests as long as the window is open. A file waits until no question is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: Path | None = None
        second_start.begin_window()
        self.setInterval(_LOOK_MS)
        self.timeout.connect(self.look)
        self.start()

    def look(self) -> None:
        """Take what was asked; of several files the last one is meant."""
        asked = second_start.take_requests()
        if asked:
            self._come_to_front()
            self._waiting = next((path for path in reversed(asked) if path), self._waiting)
        if self._waiting is not None and QApplication.activeModalWidget() is None:
            path, self._waiting = self._waiting, None
            self._window.next_period.take_given(path)

    def go_on(self) -> bool:
        """After the window was closed: show it again where it was asked for meanwhile.

        A window that is still there was ended from outside, and stays ended.
        """
        if self._window.isVisible():
            return False
        if self._waiting is not None:
            self._come_to_front()
        self.look()
        return self._window.isVisible()

    def end(self) -> None:
        """Answer no more."""
        self.stop()
        second_start.end_window()

    def _come_to_front(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        to_front(window)
        QApplication.alert(window)
