"""The one-line text widget, and the editor that most kinds of values are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.forms.editors.editor import Editor
from ui.forms.editors.manners import is_undo
from ui.forms.editors.pasted import MOST_ON_A_LINE, can_paste, clean, pasted
from ui.forms.editors.typing import Typing
from ui.kit.clipboard import copied
from ui.kit.run_line import RunLine

_MOST_IN_QT = 32_767


class _Clean(QValidator):
    """Takes out of a line what nobody sees and what ends a line, whichever way it came in.

    `remarked` tells that something was taken out.
    """

    remarked = Signal(str)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        found = clean(text, single_line=True, most=_MOST_IN_QT)
        if found.text != text:
            at = min(at, len(found.text))
            if found.remark:
                self.remarked.emit(found.remark)
        return QValidator.State.Acceptable, found.text, at


class Line(Typing, RunLine):
    """A line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.characters = 12
        """How many full-width characters it is wide where it has room."""
        clean_ = _Clean(self)
        clean_.remarked.connect(self.remarked)
        self.setValidator(clean_)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        wide = self.fontMetrics().horizontalAdvance("国") * self.characters
        return QSize(wide + hint.height(), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("国") * 4, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Put in what was copied, as clean text on one line, and tell what was left out."""
        text, remark = pasted(copied(), single_line=True, most=MOST_ON_A_LINE)
        if remark:
            self.remarked.emit(remark)
        if text:
            self.insert(text)

    def _offer_paste(self, menu: QMenu) -> None:
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(lambda *_: self.paste())
                action.setEnabled(can_paste(copied()))


class LineEditor(Editor):
    """An editor whose value is typed on one line. As it is, it takes any text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._entered)
        self.line.left.connect(self._finished)
        self.line.focused.connect(self.focused)
        self.line.composed.connect(self._composed)
        self.line.committed.connect(self._typed)
        self.line.commanded.connect(self.tell)
        self.line.remarked.connect(self._remark)

    def value(self) -> str:
        return self.line.text()

    def set_placeholder(self, text: str) -> None:
        """What a blank editor says in grey."""
        self.line.setPlaceholderText(text)

    def _show(self, text: str) -> None:
        if text == self.line.text():
            return
        at = min(self.line.cursorPosition(), len(text))
        was_at_end = self.line.cursorPosition() == len(self.line.text())
        self.line.setText(text)
        if self.line.hasFocus():
            self.line.setCursorPosition(len(text) if was_at_end else at)
        else:
            self.line.setCursorPosition(0)

    def _frames(self) -> tuple[QWidget, ...]:
        return (self.line,)

    def _composes(self) -> bool:
        return self.line.is_composing
