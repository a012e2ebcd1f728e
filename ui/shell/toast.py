"""What was removed is told over the page, with 撤销 beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.kit.notice import Notice
from ui.workspace import Workspace


class RemovedToast(QObject):
    """Gone after some seconds, or with the next edit: 撤销 never takes back anything else."""

    def __init__(self, workspace: Workspace, pages: QWidget, undo: Callable[[], None]) -> None:
        super().__init__(pages)
        self.notice = Notice(pages, "撤销")
        self._undo = undo
        workspace.changed.connect(self.notice.hide)
        workspace.removed.connect(lambda told: self.notice.say(told, False))
        self.notice.taken.connect(self._take_back)

    def _take_back(self) -> None:
        self.notice.hide()
        self._undo()
