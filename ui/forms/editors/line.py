"""The one-line text widget, and the editor that most kinds of values are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.forms.editors.editor import Editor
from ui.forms.editors.manners import dressed, is_command, is_undo

_KEEPS_FOCUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Line(QLineEdit):
    """A line of text without an undo of its own.

    `left` is the focus gone for good (not to its own menu), `composed` an input method that is
    done, `commanded` a key for the window, which must find all that was typed in the project.
    """

    focused = Signal()
    left = Signal()
    composed = Signal()
    commanded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_composing = False
        self.characters = 12
        """How many full-width characters it is wide where it has room."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        wide = self.fontMetrics().horizontalAdvance("国") * self.characters
        return QSize(wide + hint.height(), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("国") * 4, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_command(event):
            self.commanded.emit()
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        was = self.is_composing
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if was and not self.is_composing:
            self.composed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _KEEPS_FOCUS:
            self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _KEEPS_FOCUS:
            self.is_composing = False
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = dressed(self.createStandardContextMenu(), self.actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


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
        self.line.commanded.connect(self.tell)

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
