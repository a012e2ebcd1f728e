"""The one-line field of dialogs and searches, where a double click takes a word or a figure."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit

from ui.kit.by_run import ByRun


class RunLine(ByRun, QLineEdit):
    """A line in which a figure is chosen with its unit, a word up to the next mark."""

    def _plain(self) -> str:
        return self.text()

    def _chosen(self) -> tuple[int, int]:
        at, start = self.cursorPosition(), self.selectionStart()
        if start < 0:
            return at, at
        return (self.selectionEnd() if at == start else start), at

    def _choose(self, anchor: int, at: int) -> None:
        if anchor == at:
            self.setCursorPosition(at)
        else:
            self.setSelection(anchor, at - anchor)

    def _remove_chosen(self) -> None:
        self.del_()

    def _place_under(self, event: QMouseEvent) -> int:
        at = self.cursorPositionAt(event.position().toPoint())
        box, was = self.cursorRect(), self.cursorPosition()
        is_left = was == at and event.position().x() < box.center().x()
        return max(0, at - 1) if is_left else at

    def _choose_line(self) -> None:
        self.selectAll()
