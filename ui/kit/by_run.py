"""Double click, and Ctrl with ← → Backspace and Delete, by Chinese words and whole figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent

from model.wording.finding.runs import run_at, run_end_behind, run_start_before
from ui.kit.qt_text import signs_in, units

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _TextWidget
else:
    _TextWidget = object

_KEY = QKeySequence.StandardKey
_BACK = (_KEY.MoveToPreviousWord, _KEY.SelectPreviousWord, _KEY.DeleteStartOfWord)
_ON = (_KEY.MoveToNextWord, _KEY.SelectNextWord, _KEY.DeleteEndOfWord)


class ByRun(_TextWidget):
    """Stands before the Qt class of a text widget; Qt's own rule stops at Western marks only.

    The widget says what stands in it and how a stretch is chosen and removed, in Qt's places.
    """

    _since_double: QElapsedTimer | None = None

    def _plain(self) -> str:
        """All that stands in the widget."""
        raise NotImplementedError

    def _chosen(self) -> tuple[int, int]:
        """Where the selection began, and where the cursor is."""
        raise NotImplementedError

    def _choose(self, anchor: int, at: int) -> None:
        """Select from a place to another, where the cursor stands then."""
        raise NotImplementedError

    def _remove_chosen(self) -> None:
        """Remove what is selected, as the clerk would."""
        raise NotImplementedError

    def _place_under(self, event: QMouseEvent) -> int:
        """The place of the sign under the mouse."""
        raise NotImplementedError

    def _choose_line(self) -> None:
        """Select the line that the cursor is in."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for keys, is_back in ((_BACK, True), (_ON, False)):
            for kind, key in zip(("move", "select", "delete"), keys, strict=True):
                if event.matches(key):
                    self._step(kind, is_back=is_back)
                    event.accept()
                    return
        super().keyPressEvent(event)

    def _step(self, kind: str, *, is_back: bool) -> None:
        anchor, at = self._chosen()
        if kind == "delete" and self.isReadOnly():  # type: ignore[attr-defined]  # Qt's own has it
            return
        if kind == "delete" and anchor != at:
            self._remove_chosen()
            return
        text = self._plain()
        here = signs_in(text, at)
        there = run_start_before(text, here) if is_back else run_end_behind(text, here)
        goal = units(text[:there])
        self._choose(goal if kind == "move" else anchor, goal)
        if kind == "delete" and goal != at:
            self._remove_chosen()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
            return
        text = self._plain()
        run = run_at(text, signs_in(text, self._place_under(event)))
        self._choose(units(text[: run.start]), units(text[: run.end]))
        self._since_double = QElapsedTimer()
        self._since_double.start()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        since, self._since_double = self._since_double, None
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        is_third = since is not None and not since.hasExpired(interval)
        if is_third and event.button() == Qt.MouseButton.LeftButton:
            self._choose_line()  # Qt would take a press in what is selected for a drag
            event.accept()
        else:
            super().mousePressEvent(event)
