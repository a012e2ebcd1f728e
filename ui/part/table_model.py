"""The cells of a table block for a view: typed, computed, blank, or wrong and kept as typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from model.arrange.paste_cells import Refusal
from model.compose.project_reader import date_shown
from model.entry.apply import Assignment
from model.places.own import own_places
from model.report.carried import CELLS
from model.report.section import Column, TableBlock
from model.report.tables import cell_of, computed_share
from model.values.field_kind import FieldKind
from model.values.number import written
from model.values.state import State
from ui.kit import theme
from ui.kit.list_model import NOWHERE, Index
from ui.part.context import Context
from ui.part.last_words import can_check, is_checked
from ui.workspace import Keeper

_TO_FILL = "待填"


class Wrong(NamedTuple):
    """What was typed into a cell and refused, and why."""

    typed: str
    message: str


class TableModel(QAbstractTableModel):
    """Rows and columns of one block. Edits go to the project; what is refused stays here."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.block: TableBlock | None = None
        self._states: dict[str, State] | None = None

    def show_block(self, block: TableBlock) -> None:
        """Show another record of the table; the current cell stays where rows and columns stay."""
        former, self._states = self.block, None
        same_rows = former is not None and (
            [row.id for row in former.rows] == [row.id for row in block.rows]
            and [one.key for one in former.columns] == [one.key for one in block.columns]
        )
        if not same_rows:
            self.beginResetModel()  # views still ask for the cells of before
            self.block = block
            self.endResetModel()
            return
        self.block = block
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def wrong(self, index: Index) -> Wrong | None:
        """What is wrong with a cell."""
        if not index.isValid():
            return None
        workspace, place = self._context.workspace, self.place(index)
        typed = workspace.refused_at(place)
        return None if typed is None else Wrong(typed, workspace.reason(place, typed))

    def keeper(self, index: Index) -> Keeper:
        """Where what is typed in a cell is kept while it is half typed or refused."""
        place = self.place(index)
        return Keeper(self._context.workspace, lambda: place)

    def give_up(self, index: Index) -> bool:
        """Show the project's value again where a refused one stood; whether one did."""
        if self.wrong(index) is None:
            return False
        self._context.workspace.give_up(self.place(index))
        self.dataChanged.emit(index, index)
        return True

    def column(self, index: Index) -> Column:
        """The column of a cell."""
        assert self.block is not None
        return self.block.columns[index.column()]

    def place(self, index: Index) -> str:
        """The place of a cell."""
        return ".".join(self._key(index))

    def can_check(self, index: Index) -> bool:
        """Whether a cell holds what last period said."""
        return index.isValid() and can_check((self._state(index),))

    def is_checked(self, indexes: Iterable[Index]) -> bool:
        """Whether all that cells hold of last period was looked at."""
        return is_checked(self._state(index) for index in indexes if index.isValid())

    def check(self, indexes: Iterable[Index]) -> None:
        """核过 for cells, or no longer where all of them are: one step of undo."""
        found = [index for index in indexes if self.can_check(index)]
        typed = "否" if self.is_checked(found) else "是"
        places = [Assignment(f"{self.place(index)}.checked", typed) for index in found]
        message = self._context.workspace.set_all(places) if places else None
        if message:
            self._context.said.emit(message, True)
        self._context.arranged.emit()

    def find(self, row_id: str, key: str) -> QModelIndex:
        """The cell of a row and column; an invalid index where there is none."""
        if self.block is None:
            return QModelIndex()
        rows = [row.id for row in self.block.rows]
        keys = [column.key for column in self.block.columns]
        if row_id not in rows:
            return QModelIndex()
        return self.index(rows.index(row_id), keys.index(key) if key in keys else 0)

    def keep_refused(self, refused: Iterable[Refusal]) -> None:
        """Show pasted cells that were refused, as typed ones are: red, with the reason."""
        for one in refused:
            index = self.find(one.row, one.key)
            self._context.workspace.set_aside(self.place(index), one.typed)
            self.dataChanged.emit(index, index)

    def forget_wrong(self, rows: Iterable[int], columns: Iterable[int]) -> None:
        """Cells that were pasted over are wrong no longer."""
        across = tuple(columns)
        for row in rows:
            for column in across:
                self._context.workspace.give_up(self.place(self.index(row, column)))

    # What the view asks.

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.block is None else len(self.block.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.block is None else len(self.block.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self.block is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        column = self.block.columns[section]
        return f"{column.title}（{column.unit}）" if column.unit else column.title

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.block is None or not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index)
            case Qt.ItemDataRole.EditRole:
                wrong = self.wrong(index)
                return wrong.typed if wrong else self._typed(index) or ""
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight
                if not self.column(index).kind.is_number:
                    side = Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(index)
            case Qt.ItemDataRole.BackgroundRole:
                return self._ground(index)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._told(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                state = self._state(index)
                return f"{self._shown(index)}，{state.label}" if can_check((state,)) else None
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        typed = str(value)
        if typed == (self._typed(index) or "") and self.wrong(index) is None:
            return True
        message = self._context.enter(self.place(index), typed)
        self.dataChanged.emit(index, index)
        return message is None

    # Inside.

    def _key(self, index: Index) -> tuple[str, str]:
        assert self.block is not None
        return self.block.rows[index.row()].id, self.block.columns[index.column()].key

    def _typed(self, index: Index) -> str | None:
        assert self.block is not None
        return cell_of(self.block, self.block.rows[index.row()], self.column(index).key)

    def _computed(self, index: Index) -> str | None:
        assert self.block is not None
        share = computed_share(self.block, self.block.rows[index.row()], self.column(index))
        return None if share is None else written(share)

    def _shown(self, index: Index) -> str:
        wrong, typed = self.wrong(index), self._typed(index)
        if wrong:
            return wrong.typed
        if typed is not None:
            return date_shown(typed) if self.column(index).kind is FieldKind.DATE else typed
        return self._computed(index) or _TO_FILL

    def _state(self, index: Index) -> State:
        """How far a cell is filled in and looked at, as the inventory has it."""
        assert self.block is not None
        if self._states is None:
            self._states = {place.place: place.state for place in own_places(self.block)}
        return self._states.get(self.place(index), State.FILLED)

    def _ink(self, index: Index) -> QColor | None:
        used = theme.colors()
        if self.wrong(index):
            return QColor(used.red)
        if self._state(index) is State.CARRIED:
            return QColor(used.amber)
        if self._typed(index) is not None:
            return None
        return QColor(used.secondary if self._computed(index) else used.red)

    def _ground(self, index: Index) -> QColor | None:
        used = theme.colors()
        if self.wrong(index):
            return QColor(used.red_soft)
        state = self._state(index)
        if state is State.CARRIED:
            return QColor(used.amber_soft)
        return QColor(used.computed) if state is State.COMPUTED else None

    def _told(self, index: Index) -> str | None:
        """What is wrong, or what the value was last period."""
        assert self.block is not None
        wrong = self.wrong(index)
        if wrong:
            return wrong.message
        if self._state(index) is State.COMPUTED:
            return "自动算出，也可以直接改"
        row, column = self.block.rows[index.row()], self.block.columns[index.column()]
        former = row.former.get(f"{CELLS}{column.key}")
        return f"上期：{former.text}" if former else None
