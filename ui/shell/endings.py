"""The ends that come from outside: logging off, shutting down, a signal that ends the program."""

from __future__ import annotations

import os
import signal
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from ui.shell.main_window import MainWindow

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Manager(Protocol):
    """What the desktop's session manager offers (`QSessionManager`)."""

    def allowsInteraction(self) -> bool:
        """Whether the clerk may be asked now."""

    def release(self) -> None:
        """She was asked."""

    def cancel(self) -> None:
        """She wants to stay."""


class Endings(QObject):
    """Keeps what was typed before the program is ended, and asks where there is time for it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._ends: tuple[int, int] | None = None
        self._heard: QSocketNotifier | None = None

    def heed(self, app: QApplication) -> None:
        """Listen to the desktop and, where there are such, to signals."""
        app.commitDataRequest.connect(self.log_off)
        app.saveStateRequest.connect(lambda _: self._window.keep_typed())
        if os.name == "posix":
            self._heed_signals()

    def log_off(self, manager: Manager) -> None:
        """The desktop ends: keep what was typed, then ask as closing the window does."""
        self._window.keep_typed()
        if not manager.allowsInteraction():
            return
        may_end = self._window.leave()
        manager.release()
        if not may_end:
            manager.cancel()

    def end_now(self) -> None:
        """Nobody can be asked: keep what was typed for the next start, and end."""
        self._window.keep_typed()
        self._window.keep_shape()
        if self._window.filing.workspace is not None:
            self._window.filing.workspace.session.put_back()
        QCoreApplication.exit(0)

    def _heed_signals(self) -> None:
        """Qt waits in its own loop, where Python hears no signal: a pipe wakes it."""
        self._ends = os.pipe()
        for end in self._ends:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._ends[1], warn_on_full_buffer=False)
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), lambda *_: None)
        self._heard = QSocketNotifier(self._ends[0], QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._signalled)

    def _signalled(self) -> None:
        assert self._ends is not None
        os.read(self._ends[0], 1)
        self.end_now()
