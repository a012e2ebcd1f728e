"""Keeps what is typed safe while a project is open: recovery journal and heartbeat of the lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from model.errors import XugaoError
from ui.dialogs.emergency import Kept
from ui.forms.editors.editor import Editor, editors_in
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
        self._is_keeping = False
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

    def keep_all(self) -> Kept:
        """What stands in every editor goes into the project, or beside it, and is kept now.

        For the case that something is broken: no editor that fails keeps the others from it, and
        what each shows is compared with what is kept.
        """
        if self._is_keeping:
            return Kept(is_kept=True)  # what is broken is broken once more while it is told
        self._is_keeping = True
        try:
            aside = [editor for editor in _editors() if _is_left_over(editor)]
            lost = [editor.value() for editor in aside if not _is_set_aside(editor)]
            is_kept = self.keep()
            if not is_kept:
                lost = [editor.value() for editor in aside]
            return Kept(is_kept and not lost, len(aside), tuple(lost))
        finally:
            self._is_keeping = False

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


def _editors() -> list[Editor]:
    """All that can be typed in, in every window."""
    windows = QApplication.topLevelWidgets()
    return [editor for window in windows for editor in editors_in(window) if editor.keeper]


def _is_left_over(editor: Editor) -> bool:
    """Tell what was typed; whether what the editor shows is kept nowhere even so."""
    try:
        editor.settle()
        return not editor.is_kept
    except Exception:  # noqa: BLE001 - this is the last resort, whatever is broken
        return True


def _is_set_aside(editor: Editor) -> bool:
    """Keep what an editor shows beside the project; whether it is."""
    try:
        assert editor.keeper is not None
        editor.keeper.set_aside(editor.value())
        return editor.is_kept
    except Exception:  # noqa: BLE001 - this is the last resort, whatever is broken
        return False
