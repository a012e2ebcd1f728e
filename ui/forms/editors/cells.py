"""The line that opens in a cell of a table, said once for every table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QWidget
from shiboken6 import isValid

from ui.forms.editors.choice import ChoiceEditor
from ui.forms.editors.editor import Editor, Keeper
from ui.forms.editors.line import LineEditor

_IN_CELL = "QLineEdit { min-height: 0; padding: 0 2px; border-radius: 0; }"
_WRONG_IN_CELL = "QLineEdit { border: 2px solid %s; }"

Index = QModelIndex | QPersistentModelIndex
Step = tuple[int, int]
"""So many cells to the right, so many down."""


class CellEditor(LineEditor):
    """A line in a cell: told when the clerk leaves or saves, held while it is half typed."""

    def show_in_cell(self, wrong: str = "") -> None:
        """Fit into a low cell; `wrong` is the colour of the frame where what stands is refused."""
        self.line.setStyleSheet(_IN_CELL + (_WRONG_IN_CELL % wrong if wrong else ""))
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _makes_sense(self, text: str) -> bool:  # noqa: ARG002 - nothing is told in a pause
        return False


class EditorDelegate(QStyledItemDelegate):
    """Opens an `Editor` in a cell. It is told by Enter, Tab, an arrow up or down and by leaving,
    and held while it is open; Escape gives it up.

    `stepped` asks for the next cell after an edit.
    """

    stepped = Signal(int, int)

    def opened(
        self, editor: CellEditor | ChoiceEditor, keeper: Keeper, tell: Callable[[str], object]
    ) -> QWidget:
        """Make a new editor that of a cell."""
        editor.keeper = keeper
        editor.setAutoFillBackground(True)
        editor.edited.connect(tell)
        editor.line.left.connect(lambda: QTimer.singleShot(0, self, lambda: self._close(editor)))
        if isinstance(editor, CellEditor):
            editor.line.installEventFilter(self)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, Editor):
            editor.set_value(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,  # noqa: ARG002 - Qt's argument
        index: Index,  # noqa: ARG002 - Qt's argument
    ) -> None:
        """A value that was left as it was is not set."""
        if isinstance(editor, Editor):
            editor.tell()

    def step_of(self, event: QKeyEvent) -> Step | None:  # noqa: ARG002 - a table without steps
        """Where a key leads once the edit is done; None for keys that go to the editor."""
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = watched if isinstance(watched, Editor) else watched.parent()
        is_press = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if not isinstance(editor, Editor) or not is_press:
            return isinstance(watched, Editor) and super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent)
        step = self.step_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self._give_up(editor)
        elif step is not None:
            self.commitData.emit(editor)
            self._end(editor)
            self.stepped.emit(*step)
        else:
            return isinstance(watched, Editor) and super().eventFilter(watched, event)
        return True

    def _give_up(self, editor: Editor) -> None:
        """What was typed is given up; what was refused in the cell before stays there."""
        editor.forget()
        self._end(editor)

    def _end(self, editor: QWidget) -> None:
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _close(self, editor: QWidget) -> None:
        """Close an editor that was left for something outside the table."""
        if isValid(editor) and not editor.isHidden():
            self.closeEditor.emit(editor)
