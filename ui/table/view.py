"""The 指标 table as the clerk works in it: by keyboard as in a spreadsheet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QTableView, QWidget

from model.table.grid import ColumnKind, GridColumn
from model.values.aspect import Aspect
from model.values.facet import FacetGroup, Source
from ui.kit import theme
from ui.kit.labels import label
from ui.table.delegate import EDIT_TRIGGERS, CellDelegate, step_of
from ui.table.model import IndicatorModel, Look
from ui.table.names import NameHeader

Index = QModelIndex | QPersistentModelIndex
_LEAST_OF = {
    ColumnKind.FACET: "000000.00",
    ColumnKind.LAST: "000000.00",
    ColumnKind.SOURCE: Source.BUREAU.label,
    ColumnKind.STATE: "未填0处",
}
_LEAST_RANK, _MOST = "全省第12位", "增速全省并列第12位、总量"
_FIRST = 5
_RED = (Look.BLANK, Look.WRONG)
_CHOOSING = (Qt.Key.Key_F2, Qt.Key.Key_Space)
_DELETING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class IndicatorView(QTableView):
    """Enter goes down, from a red cell to the next red one; Tab right over what can be filled; F2
    or typing edits, Delete clears.

    `cell_moved` tells that another cell is the current one, or that the table got the focus;
    `source_wanted` that a 来源 cell is to be chosen in.
    """

    cell_moved = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()
    source_wanted = Signal()

    def __init__(self, model: IndicatorModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self.setModel(model)
        self.setAccessibleName("指标表")
        self.setAccessibleDescription("回车向下，Tab向右，F2修改，Delete清除，Esc放弃填错的数。")
        self.names = NameHeader(model, self)
        self.setVerticalHeader(self.names)
        self.names.sectionClicked.connect(self.selectRow)
        delegate = CellDelegate(self)
        delegate.stepped.connect(self.step)
        self.setItemDelegate(delegate)
        self.setEditTriggers(EDIT_TRIGGERS)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setAccessibleName("栏目")
        self._came_red = False
        self._name_corner()
        model.modelReset.connect(self.fit)
        self.fit()

    # Moving

    def step(self, right: int, down: int) -> bool:
        """Go to the next cell that can be filled: along the lines, or down the column; down from
        one that was red to the next red one.

        False where there is none, so that Tab leaves the table at its end.
        """
        red = self._next_red() if down > 0 and self._came_red else QModelIndex()
        found = red if red.isValid() else self._across(right) if right else self._along(down)
        if found.isValid():
            self.setCurrentIndex(found)
            self.scrollTo(found)
        return found.isValid()

    def seen_rows(self) -> list[int]:
        """The rows that the filter leaves, from above."""
        return [row for row in range(self.table.rowCount()) if not self.isRowHidden(row)]

    def seen_facets(self) -> list[Aspect | None]:
        """What is said in each column, from the left; None where nothing is typed."""
        return [column.facet for column in self.table.grid.columns]

    def first_cell(self) -> QModelIndex:
        """The first cell that the text wants and has not, else the first that can be filled; an
        invalid index where there is none."""
        filled = QModelIndex()
        for row in self.seen_rows():
            for column in range(self.table.columnCount()):
                index = self.table.index(row, column)
                if self.table.look(index) in _RED:
                    return index
                if not filled.isValid() and self.table.is_editable(index):
                    filled = index
        return filled

    def _next_red(self) -> QModelIndex:
        """The next cell that is blank or wrong: below in the column, else in those behind it."""
        current = self.currentIndex()
        columns, rows = range(self.table.columnCount()), self.seen_rows()
        ahead = [
            self.table.index(row, column)
            for column in (*columns[current.column() :], *columns[: current.column()])
            for row in rows
            if column != current.column() or row > current.row()
        ]
        return next((index for index in ahead if self.table.look(index) in _RED), QModelIndex())

    def _along(self, down: int) -> QModelIndex:
        current, rows = self.currentIndex(), self.seen_rows()
        if not current.isValid():
            return self.first_cell()
        ahead = [row for row in rows if (row - current.row()) * down > 0]
        for row in ahead if down > 0 else reversed(ahead):
            index = self.table.index(row, current.column())
            if self.table.is_editable(index):
                return index
        return QModelIndex()

    def _across(self, right: int) -> QModelIndex:
        current = self.currentIndex()
        if not current.isValid():
            return self.first_cell()
        rows = [row for row in self.seen_rows() if (row - current.row()) * right >= 0]
        columns = range(self.table.columnCount())
        for row in rows if right > 0 else reversed(rows):
            for column in columns if right > 0 else reversed(columns):
                is_ahead = row != current.row() or (column - current.column()) * right > 0
                index = self.table.index(row, column)
                if is_ahead and self.table.is_editable(index):
                    return index
        return QModelIndex()

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QTableView.State.EditingState:
            super().keyPressEvent(event)
            return
        step = step_of(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif step is not None:
            event.setAccepted(self.step(*step) or not step[0])
        elif Qt.Key(event.key()) in _DELETING:
            self.table.clear(self.selectedIndexes())
        elif event.key() in _CHOOSING and self._is_at_source():
            self.source_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self._give_up())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self._is_at_source():
            self.source_wanted.emit()

    def _is_at_source(self) -> bool:
        current = self.currentIndex()
        return current.isValid() and self.table.column(current).kind is ColumnKind.SOURCE

    def _give_up(self) -> bool:
        current = self.currentIndex()
        return current.isValid() and self.table.give_up(current)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._came_red = current.isValid() and self.table.look(current) in _RED
        self.cell_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.first_cell())
        self.cell_moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.names.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    # Sizes, all out of the font

    def fit(self) -> None:
        """Make every column as wide as its head and what stands in it; typing does not widen it."""
        if not hasattr(self, "names"):
            return
        self.names.fit(self.width())
        lines = 2 * self.fontMetrics().height() + theme.unit(self)
        self.horizontalHeader().setFixedHeight(lines)
        for column in range(self.table.columnCount()):
            self.setColumnWidth(column, self._width(column))

    @property
    def least_width(self) -> int:
        """The width at which the names and the first numbers are seen, to 上年同期."""
        bar = self.verticalScrollBar().sizeHint().width()
        first = sum(
            self.columnWidth(column) for column in range(min(_FIRST, self.table.columnCount()))
        )
        return self.names.width() + first + bar + 2 * self.frameWidth()

    def _width(self, column: int) -> int:
        metrics, table = self.fontMetrics(), self.table
        title = str(table.headerData(column, Qt.Orientation.Horizontal))
        texts = {table.shown(table.index(row, column)) for row in range(table.rowCount())}
        texts.add(_least(table.grid.columns[column]))
        widest = max(map(metrics.horizontalAdvance, texts), default=0)
        bounded = min(widest, metrics.horizontalAdvance(_MOST))
        head = max(map(metrics.horizontalAdvance, title.split("\n")))
        return max(bounded, head) + 2 * theme.unit(self) + metrics.averageCharWidth()

    def _name_corner(self) -> None:
        """Head the names as the other columns are headed."""
        corner: Any = self.findChild(QAbstractButton)
        corner.setAccessibleName("全选")
        name = label(corner, "指标", "secondary")
        name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(corner)
        line.setContentsMargins(theme.unit(self), 0, 0, 0)
        line.addWidget(name)


def _least(column: GridColumn) -> str:
    """What a column must have room for before anything stands in it."""
    if column.facet is not None and column.facet.group is FacetGroup.RANK:
        return _LEAST_RANK
    return _LEAST_OF.get(column.kind, "")
