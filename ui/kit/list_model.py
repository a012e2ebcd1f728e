"""A list of records as a table: rows under fixed heads, what the views of our lists ask of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ui.kit.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
R = TypeVar("R")


class ListModel(QAbstractTableModel, Generic[R]):
    """One row a record. What a cell shows is up to the kind of list: `data`."""

    def __init__(self, heads: Sequence[str], parent: QObject, rows: Sequence[R] = ()) -> None:
        super().__init__(parent)
        self.heads = tuple(heads)
        self.rows = tuple(rows)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these; rows that stand for the same as before stay where they are."""
        renewed = tuple(rows)
        if not self.stay(renewed):
            self.beginResetModel()
            self.rows = renewed
            self.endResetModel()
            return
        self.rows = renewed
        if renewed:
            last = self.index(len(renewed) - 1, len(self.heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def stay(self, rows: tuple[R, ...]) -> bool:  # noqa: ARG002
        """Whether these rows stand for the same things as those that are shown."""
        return False

    def alignment(self, column: int) -> Qt.AlignmentFlag:  # noqa: ARG002
        """On which side the head of a column stands, and its cells where `data` says so."""
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return self.heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class TextModel(ListModel[R]):
    """A list whose cells are words, told in full; those of the columns `numbers` stand at the
    right, and no more than `longest` characters are shown (0: all)."""

    numbers: tuple[int, ...] = ()
    longest = 0

    def texts(self, row: R) -> Sequence[str]:
        """What a record shows, column by column."""
        raise NotImplementedError

    def color(self, row: R, column: int) -> QColor | None:  # noqa: ARG002
        """The colour of a cell's words; None for that of the list."""
        return None

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        is_number = column in self.numbers
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = self.texts(self.rows[index.row()])[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                is_short = not self.longest or len(text) <= self.longest
                return text if is_short else f"{text[: self.longest]}…"
            case Qt.ItemDataRole.ForegroundRole:
                return self.color(self.rows[index.row()], index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.heads[index.column()]}：{text}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(index.column())
        return None
