"""Keeps what is typed safe while a project is open: recovery journal and heartbeat of the lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from model.errors import XugaoError
from model.storage.lock import HEARTBEAT
from ui.workspace import Workspace

_KEEP_AFTER_MS = 1500
"""Together with the pause an editor waits for, at most 2 s of typing can be lost in a crash."""


class Guard(QObject):
    """Watches one open project. `tell` says, once a failure, what could not be kept."""

    def __init__(self, workspace: Workspace, tell: Callable[[str], None]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._tell = tell
        self._told = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_KEEP_AFTER_MS)
        self._soon.timeout.connect(self.keep)
        self._beat = QTimer(self)
        self._beat.setInterval(int(HEARTBEAT.total_seconds() * 1000))
        self._beat.timeout.connect(self._show_life)
        self._beat.start()
        workspace.changed.connect(self._changed)

    def keep(self) -> bool:
        """Keep what was typed now; whether it is kept."""
        try:
            self._workspace.session.autosave()
        except XugaoError as error:
            if str(error) != self._told:
                self._told = str(error)
                self._tell(f"没有能自动留底：{error}")
            return False
        self._told = ""
        return True

    def _changed(self) -> None:
        """The timer is not put off by further typing: a long evening is kept as it goes."""
        if not self._soon.isActive():
            self._soon.start()

    def _show_life(self) -> None:
        if not self._workspace.session.beat():
            self._beat.stop()
            self._tell("另一台电脑接着打开了这份材料。请先和那边说好由谁来改，再保存。")
