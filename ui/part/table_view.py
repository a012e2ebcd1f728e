"""The view of a table's cells: as high as its rows, Enter goes down, Tab right, Ctrl+V pastes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from model.values.field_kind import FieldKind
from ui.forms.editors.cells import CellEditor, EditorDelegate
from ui.forms.editors.choice import ChoiceEditor
from ui.kit import theme
from ui.part.table_model import TableModel

_MOST_ROWS = 24
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
_OPENS = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.SelectedClicked
)


class CellDelegate(EditorDelegate):
    """Editors in cells: choices where the column has them, else a line without its own undo."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's argument
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        model = index.model()
        assert isinstance(model, TableModel)
        column = model.column(index)
        editor: ChoiceEditor | CellEditor = CellEditor(parent)
        if column.kind is FieldKind.CHOICE:
            editor = ChoiceEditor(column.choices, parent)
        editor.set_names(f"{column.title} 第{index.row() + 1}行")
        cell = QPersistentModelIndex(index)
        return self.opened(editor, model.keeper(cell), lambda typed: model.setData(cell, typed))


class TableView(QTableView):
    """All rows are seen; the page scrolls, not the table, up to a number of rows."""

    def __init__(self, model: TableModel, paste: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._paste = paste
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setEditTriggers(_OPENS)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("表格的内容")
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        )

    def fit(self) -> None:
        """Share the width among the columns as the page does, and be as high as the rows."""
        model = self.model()
        assert isinstance(model, TableModel)
        if model.block is None or not model.block.columns:
            return
        room = self.viewport().width()
        shares = [column.width for column in model.block.columns]
        least = self.fontMetrics().horizontalAdvance("国") * 4
        for place, share in enumerate(shares):
            self.setColumnWidth(place, max(least, room * share // sum(shares)))
        self.horizontalHeader().setFixedHeight(self._header_height())
        self.resizeRowsToContents()
        self.updateGeometry()

    def _header_height(self) -> int:
        """The titles wrap; Qt makes room for one line only."""
        header, model = self.horizontalHeader(), self.model()
        around = 2 * theme.unit(self)
        heights = [header.fontMetrics().height()]
        for place in range(model.columnCount()):
            title = str(model.headerData(place, Qt.Orientation.Horizontal))
            room = QRect(0, 0, max(header.sectionSize(place) - around - 4, 1), 10_000)
            heights.append(header.fontMetrics().boundingRect(room, _WRAP, title).height())
        return max(heights) + around

    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(row) for row in range(min(self.model().rowCount(), _MOST_ROWS)))
        header = self.horizontalHeader().height()
        is_wide = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_wide else 0
        return QSize(super().sizeHint().width(), rows + header + bar + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.model().rowCount() > _MOST_ROWS:
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() is QAbstractItemView.State.EditingState
        now = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Escape and not is_editing and self._give_up(now):
            event.accept()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            for index in self.selectedIndexes():
                self.model().setData(index, "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_editing:
            self._go(now.row() + 1, now.column())
        else:
            super().keyPressEvent(event)

    def _give_up(self, index: QModelIndex) -> bool:
        """Show the project's value again where a refused one stood; whether one did."""
        model = self.model()
        return isinstance(model, TableModel) and model.give_up(index)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab goes right and on to the next row; beyond the last cell it leaves the table."""
        now = self.currentIndex()
        columns = self.model().columnCount()
        at = now.row() * columns + now.column() + (1 if next else -1)
        if now.isValid() and 0 <= at < columns * self.model().rowCount():
            self._go(at // columns, at % columns)
            return True
        return super().focusNextPrevChild(next)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Enter in a cell goes down."""
        super().closeEditor(editor, hint)
        if hint is QStyledItemDelegate.EndEditHint.SubmitModelCache:
            self._go(self.currentIndex().row() + 1, self.currentIndex().column())

    def _go(self, row: int, column: int) -> None:
        index = self.model().index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)

    def _copy(self) -> None:
        found = sorted(self.selectedIndexes(), key=lambda one: (one.row(), one.column()))
        lines: dict[int, list[str]] = {}
        for index in found:
            lines.setdefault(index.row(), []).append(str(index.data()))
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in lines.values()))
