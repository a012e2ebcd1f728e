"""Files dragged from the desktop into the window, wherever nothing else takes them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from ui.kit.dropping import dropped_files

_SHEETS = (".xlsx", ".xls", ".et", ".xlsm")


class FileDrops(QObject):
    """`dropped` gives the path of the one file, `forms_dropped` those of sheets or of several
    files, once the drag has ended.
    """

    dropped = Signal(object)
    forms_dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.DragMove,
            QEvent.Type.Drop,
        ):
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent) -> bool:
        paths = dropped_files(event)
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._tell_later(paths)
        return True

    def _tell_later(self, paths: tuple[Path, ...]) -> None:
        is_form = len(paths) > 1 or paths[0].suffix.lower() in _SHEETS
        told, what = (self.forms_dropped, paths) if is_form else (self.dropped, paths[0])
        QTimer.singleShot(0, self, lambda: told.emit(what))
