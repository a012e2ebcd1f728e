"""How the cells of the 指标 table are painted and edited."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QWidget

from ui.forms.editors.cells import CellEditor, EditorDelegate
from ui.kit import theme
from ui.table.model import LOOK, IndicatorModel, Look

Index = QModelIndex | QPersistentModelIndex
_STEPS = {
    Qt.Key.Key_Return: (0, 1),
    Qt.Key.Key_Enter: (0, 1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Tab: (1, 0),
    Qt.Key.Key_Backtab: (-1, 0),
}


class CellDelegate(EditorDelegate):
    """Numbers at the right, computed ones grey and slanted, wrong ones framed red.

    The options are `Any`: Qt's stubs do not know what a style option holds.
    """

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: Any, index: Index) -> None:
        super().initStyleOption(option, index)
        look = index.data(LOOK)
        colors = theme.colors()
        grey = (Look.ASIDE, Look.BLANK, Look.COMPUTED, Look.DROPPED, Look.NONE)
        ink = colors.red if look is Look.WRONG else colors.secondary if look in grey else colors.ink
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, QColor(ink))
        option.font.setItalic(look is Look.COMPUTED)
        if look is Look.NONE:
            option.displayAlignment = Qt.AlignmentFlag.AlignCenter
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        look, cell = index.data(LOOK), QRect(option.rect)
        painter.fillRect(cell, QColor(_ground(option, look)))
        inside = theme.unit(self._table) // 2
        option.rect = cell.adjusted(inside, 0, -inside, 0)
        super().paint(painter, option, index)
        colors = theme.colors()
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if is_current or look is Look.WRONG:
            ink = colors.red if look is Look.WRONG else colors.accent
            painter.setPen(QPen(QColor(ink), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        if is_current and look is Look.WRONG:
            painter.setPen(QPen(QColor(colors.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(cell.adjusted(4, 4, -4, -4))
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: Any,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QWidget:
        editor, model = CellEditor(parent), index.model()
        assert isinstance(model, IndicatorModel)
        editor.show_in_cell(theme.colors().red if index.data(LOOK) is Look.WRONG else "")
        editor.set_names(model.label(index), model.hint(index))
        cell = QPersistentModelIndex(index)
        return self.opened(editor, model.keeper(cell), lambda typed: model.setData(cell, typed))

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: Any,
        index: Index,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """At least as wide as a number with its unit, where the table has room."""
        room = editor.parentWidget().width() - option.rect.left()
        wide = option.fontMetrics.horizontalAdvance("0000000.00亿元")
        width = max(option.rect.width(), min(wide, room))
        editor.setGeometry(option.rect.adjusted(0, 0, width - option.rect.width(), 0))

    def step_of(self, event: QKeyEvent) -> tuple[int, int] | None:
        return _step(event)


def _ground(option: Any, look: Look) -> str:
    """The colour behind a cell: chosen, blank, not to be typed in, or plain."""
    colors = theme.colors()
    if option.state & QStyle.StateFlag.State_Selected:
        return colors.accent_soft
    if look is Look.BLANK:
        return colors.red_soft
    return colors.computed if look in (Look.COMPUTED, Look.NONE) else colors.card


def _step(event: QKeyEvent) -> tuple[int, int] | None:
    """Where a key leads, once the edit is done; Shift turns Enter and Tab round."""
    key = Qt.Key(event.key())
    if key not in _STEPS:
        return None
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    right, down = _STEPS[key]
    turns = back and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return (right, -down) if turns else (right, down)


def step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Where Enter and Tab lead from a cell that is not being edited; None for other keys."""
    arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down)
    return None if Qt.Key(event.key()) in arrows else _step(event)


EDIT_TRIGGERS = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
