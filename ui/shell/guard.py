"""Keeps what is typed safe while a project is open: recovery journal and heartbeat of the lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from model.errors import XugaoError
from ui.workspace import Workspace

_KEEP_AFTER_MS = 800
"""Together with the longest that an editor waits (`LATEST`), at most 2 s of typing can be lost in a
crash; the rest is for a slow PC.
"""


class Guard(QObject):
    """Watches one open project.

    `warn` says what is wrong for as long as it is (`what：why`), '' when all is well again.
    """

    def __init__(self, workspace: Workspace, warn: Callable[[str], None]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._warn = warn
        self._not_kept = ""
        self._not_ours = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_KEEP_AFTER_MS)
        self._soon.timeout.connect(self.keep)
        self._beat = QTimer(self)
        self._beat.setInterval(int(workspace.session.beat_every.total_seconds() * 1000))
        self._beat.timeout.connect(self._show_life)
        self._beat.start()
        workspace.changed.connect(self._changed)
        workspace.typed_changed.connect(self._changed)

    def keep(self) -> bool:
        """Keep what was typed now; whether it is kept."""
        try:
            self._workspace.session.autosave()
        except XugaoError as error:
            self._tell(not_kept=f"没有能自动留底，请早点保存：{error}")
            return False
        self._tell(not_kept="")
        return True

    def _changed(self) -> None:
        """The timer is not put off by further typing: a long evening is kept as it goes."""
        if not self._soon.isActive():
            self._soon.start()

    def _show_life(self) -> None:
        if not self._workspace.session.beat():
            self._beat.stop()
            self._tell(not_ours="别处接着打开了这份材料：请先和那边说好由谁来改，再保存。")

    def _tell(self, *, not_kept: str | None = None, not_ours: str | None = None) -> None:
        """Warn of what is wrong now, once while it stays the same; a lock lost is the worst."""
        before = self._not_ours or self._not_kept
        self._not_kept = self._not_kept if not_kept is None else not_kept
        self._not_ours = self._not_ours if not_ours is None else not_ours
        now = self._not_ours or self._not_kept
        if now != before:
            self._warn(now)
