"""The rows of 文中数字 as a table; a number that was refused stays as it was typed, with why."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from model.places.figure_list import FigureRow
from model.values.state import State
from ui.kit import theme
from ui.kit.labels import plain_tip
from ui.kit.list_model import Index, ListModel
from ui.workspace import Keeper, Workspace

NO_PART = "（没有标题）"


class Head(IntEnum):
    """The columns, from the left."""

    PART = 0
    SENTENCE = 1
    LAST = 2
    NOW = 3
    STATE = 4

    @property
    def title(self) -> str:
        return ("部分", "前后文", "上期数", "本期数", "状态")[self]


class FiguresModel(ListModel[FigureRow]):
    """What stands in 本期数 is set in the text at once. `refused` tells a message, '' for none.

    The same places stay where they are, with what is being typed in them.
    """

    refused = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__([head.title for head in Head], parent)
        self._workspace = workspace

    def stay(self, rows: tuple[FigureRow, ...]) -> bool:
        return [row.place for row in rows] == [row.place for row in self.rows]

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        is_number = column in (Head.LAST, Head.NOW)
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def message(self, row: int) -> str:
        """Why the number typed in a row was refused; '' where none was."""
        place = self.rows[row].place
        typed = self._refused(place)
        return "" if typed is None else self._workspace.reason(place, typed)

    def is_wrong(self, row: int) -> bool:
        return self._refused(self.rows[row].place) is not None

    def keeper(self, index: Index) -> Keeper:
        """Where what is typed in a row is kept while it is half typed or refused."""
        place = self.rows[index.row()].place
        return Keeper(self._workspace, lambda: place)

    def row_of(self, place: str) -> int | None:
        """The row of a place; None where it is not shown."""
        return next((at for at, one in enumerate(self.rows) if one.place == place), None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == Head.NOW else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, head = self.rows[index.row()], Head(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, head)
            case Qt.ItemDataRole.EditRole:
                refused = self._refused(row.place)
                return (row.value or "") if refused is None else refused
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.message(index.row()) or sentence(row))
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(head)
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row, head)
            case Qt.ItemDataRole.BackgroundRole:
                return self._ground(row, head)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{head.title}：{self._shown(row, head) or '空'}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set the figure in its text. The same number typed again counts as looked at."""
        if role != Qt.ItemDataRole.EditRole or index.column() != Head.NOW:
            return False
        row = self.rows[index.row()]
        message = self._workspace.enter(row.place, str(value))
        if message is not None:
            self.dataChanged.emit(index, index)
        self.refused.emit(_reason(message or ""))
        return message is None

    def forget_wrong(self) -> None:
        """Show what stands in the text again instead of what was refused."""
        for row in self.rows:
            self._workspace.give_up(row.place)
        self.refused.emit("")
        self.show_rows(self.rows)

    def _refused(self, place: str) -> str | None:
        """What was typed for a figure and refused."""
        return self._workspace.refused_at(place)

    def _shown(self, row: FigureRow, head: Head) -> str:
        match head:
            case Head.PART:
                return row.part or NO_PART
            case Head.SENTENCE:
                return sentence(row)
            case Head.LAST:
                return "" if row.last is None else f"{row.last}{row.unit}"
            case Head.NOW:
                refused = self._refused(row.place)
                if refused is not None:
                    return refused
                return "" if row.value is None else f"{row.value}{row.unit}"
            case Head.STATE:
                return "填错" if self._refused(row.place) is not None else row.state.label

    def _ink(self, row: FigureRow, head: Head) -> QColor | None:
        colors = theme.colors()
        if head in (Head.NOW, Head.STATE) and self._refused(row.place) is not None:
            return QColor(colors.red)
        if head is Head.STATE:
            inks = {
                State.EMPTY: colors.red,
                State.CARRIED: colors.amber,
                State.UPDATED: colors.green,
                State.CONFIRMED: colors.green,
            }
            return QColor(inks.get(row.state, colors.secondary))
        return QColor(colors.secondary) if head in (Head.PART, Head.LAST) else None

    def _ground(self, row: FigureRow, head: Head) -> QColor | None:
        if head is not Head.NOW:
            return None
        colors = theme.colors()
        grounds = {State.EMPTY: colors.red_soft, State.CARRIED: colors.amber_soft}
        return QColor(grounds[row.state]) if row.state in grounds else None


def sentence(row: FigureRow) -> str:
    """The whole sentence of a figure."""
    return f"{row.before}{row.said}{row.after}"


def _reason(message: str) -> str:
    """What was refused without the names of places, which only the program reads."""
    return "\n".join(line.partition("：")[2] or line for line in message.splitlines())
