"""One of several: a list to open, or to type a part of its words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.forms.editors.editor import Editor
from ui.forms.editors.line import Line


class Combo(QComboBox):
    """A combo box that the wheel passes by: scrolling a page must not change a value."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance("国") * 5
        return QSize(min(wide, self.sizeHint().width()), self.sizeHint().height())


class ChoiceEditor(Editor):
    """A choice. What is typed selects the first choice that holds it; other text is refused."""

    def __init__(self, choices: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = Combo(self)
        self.line = Line(self.combo)
        self.combo.setEditable(True)
        self.combo.setLineEdit(self.line)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.set_choices(choices)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self.combo.activated.connect(self._chosen)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._entered)
        self.line.left.connect(self._finished)
        self.line.focused.connect(self.focused)
        self.line.composed.connect(self._composed)
        self.line.committed.connect(self._typed)
        self.line.commanded.connect(self.tell)
        self.line.remarked.connect(self._remark)

    def set_choices(self, choices: tuple[str, ...]) -> None:
        """Other choices; what stands there stays."""
        self._choices = choices
        text = self.combo.currentText()
        self.combo.clear()
        self.combo.addItems(list(choices))
        self.combo.setCurrentIndex(-1)
        self.combo.setEditText(text)
        completer = self.combo.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(completer.CompletionMode.PopupCompletion)

    def value(self) -> str:
        return self.combo.currentText()

    def set_placeholder(self, text: str) -> None:
        """What a blank editor says in grey."""
        self.line.setPlaceholderText(text)

    def _finished(self) -> None:
        if self.is_pending:
            self._select()
        super()._finished()

    def _select(self) -> None:
        """Take the only choice that holds what was typed."""
        typed = self.value().strip()
        fitting = [one for one in self._choices if typed and typed in one]
        if typed not in self._choices and len(fitting) == 1:
            self._show(fitting[0])

    def _chosen(self) -> None:
        self._typed()
        self.tell()

    def _show(self, text: str) -> None:
        self.combo.setCurrentIndex(self._choices.index(text) if text in self._choices else -1)
        if self.combo.currentText() != text:
            self.combo.setEditText(text)
        self.line.setCursorPosition(0)

    def _frames(self) -> tuple[QWidget, ...]:
        return (self.combo,)

    def _typed_in(self) -> tuple[QWidget, ...]:
        return (self.combo, self.line)

    def _composes(self) -> bool:
        return self.line.is_composing

    def _makes_sense(self, text: str) -> bool:
        return not text or text in self._choices
