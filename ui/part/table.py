"""A table: cells that are typed in place, rows added and moved, blocks pasted from Excel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from model.arrange.order import remove, shift
from model.arrange.tables import add_column, add_row, remove_column, rename_column, shift_column
from model.errors import ValueRefused
from model.report.section import TableBlock
from ui.kit.clipboard import copied_cells
from ui.kit.labels import label
from ui.part.card import BlockCard
from ui.part.context import Context
from ui.part.piece import Piece
from ui.part.prose_field import ProseField
from ui.part.table_model import TableModel
from ui.part.table_paste import paste_over
from ui.part.table_view import TableView
from ui.part.widgets import Entry, button, open_menu


class TableCard(BlockCard):
    """The caption and cells of a table block."""

    has_lines = False
    title = "表格"
    has_sentence = False

    def __init__(self, context: Context, block_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, block_id, parent)
        self.caption = ProseField(
            context, f"{block_id}.caption", "表格的标题", "表格的标题（可不填）", self
        )
        self.cells = TableModel(context, self)
        self.piece = TablePiece(context, self)
        self.view = self.piece.view
        self.error = label(self, role="error", wraps=True)
        self.error.hide()
        self.body.addWidget(self.caption)
        self.body.addWidget(self.piece)
        self.body.addWidget(self.error)
        self.finish()
        tip = "在当前一行下面加一行（Ctrl+回车）"
        self.foot.insertWidget(0, button("＋ 加一行", tip, self, self.piece.add_below))
        self.foot.insertWidget(1, button("＋ 加一列", "在最后加一列", self, self._add_column))
        self.view.selectionModel().currentChanged.connect(self._went)
        self.cells.dataChanged.connect(lambda *_: self._went(self.view.currentIndex()))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_cell_menu)
        header = self.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_column_menu)

    def renew(self, record: TableBlock, *, is_same: bool) -> None:
        self.caption.show_record(record)
        if not is_same:
            row, column = self.view.currentIndex().row(), self.view.currentIndex().column()
            self.cells.show_block(record)
            self.view.fit()
            if not self.view.currentIndex().isValid() and row >= 0:
                self.view.setCurrentIndex(self.cells.index(min(row, len(record.rows) - 1), column))

    def focus_place(self, id_: str, path: str) -> bool:
        if id_ == self.key:
            self.caption.go_to(path)
            return True
        index = self.cells.find(id_, path)
        if index.isValid():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.setCurrentIndex(index)
        return index.isValid()

    def paste(self) -> None:
        """Paste copied cells from the current one on; what of it was not taken is told."""
        try:
            copied = copied_cells()
        except ValueRefused as error:
            self.context.said.emit(str(error), True)
            return
        paste_over(self, copied)

    def row_id(self) -> str:
        """The row of the current cell, else the last one; '' in a table without rows."""
        rows = self.cells.block.rows if self.cells.block else ()
        at = self.view.currentIndex().row()
        return rows[at].id if 0 <= at < len(rows) else rows[-1].id if rows else ""

    def _went(self, now: QModelIndex, _former: object = None) -> None:
        """Say what is wrong with the current cell, and tell its place."""
        wrong = self.cells.wrong(now)
        self.error.setText(wrong.message if wrong else "")
        self.error.setVisible(wrong is not None)
        if now.isValid() and self.view.hasFocus():
            self.context.place_focused.emit(self.cells.place(now))

    def menu(self) -> list[Entry]:
        return [self._check_entry()]

    def _check_entry(self) -> Entry:
        """核过 for the chosen cells."""
        chosen = self.piece.chosen()
        is_enabled = any(self.cells.can_check(index) for index in chosen)
        words = "不算核过" if self.cells.is_checked(chosen) else "核过"
        return Entry(words, self.piece.confirm, "F4", is_enabled=is_enabled)

    def _open_cell_menu(self, at: QPoint) -> None:
        piece = self.piece
        entries = [
            self._check_entry(),
            Entry(),
            Entry("在下面加一行", piece.add_below, "Ctrl+Return"),
            Entry("上移", lambda: piece.move_by(-1), "Alt+Up"),
            Entry("下移", lambda: piece.move_by(1), "Alt+Down"),
            Entry("删去这一行", piece.remove, "Ctrl+Shift+Delete"),
        ]
        open_menu(self, entries, self.view.viewport().mapToGlobal(at))

    def _add_column(self) -> None:
        title, is_agreed = QInputDialog.getText(self, "加一列", "新的一列叫什么：")
        if is_agreed:
            self.context.do("加一列", lambda project: add_column(project, self.key, title))

    def _open_column_menu(self, at: QPoint) -> None:
        place = self.view.horizontalHeader().logicalIndexAt(at)
        if self.cells.block is None or place < 0:
            return
        column = self.cells.block.columns[place]
        key, name = column.key, f"“{column.title}”列"

        def shifter(by: int, way: str) -> Callable[[], object]:
            return lambda: self.context.do(
                f"{name}{way}", lambda project: shift_column(project, self.key, key, by)
            )

        def rename() -> None:
            title, is_agreed = QInputDialog.getText(
                self, "改列名", "这一列叫什么：", text=column.title
            )
            if is_agreed:
                self.context.do(
                    f"改{name}的名称", lambda project: rename_column(project, self.key, key, title)
                )

        entries = [
            Entry("改列名…", rename),
            Entry("左移", shifter(-1, "左移")),
            Entry("右移", shifter(1, "右移")),
            Entry(),
            Entry(
                "删去这一列",
                lambda: self.context.do(
                    f"删去{name}", lambda project: remove_column(project, self.key, key)
                ),
            ),
        ]
        open_menu(self, entries, self.view.horizontalHeader().mapToGlobal(at))


class TablePiece(Piece):
    """The view, and what the keys of the page do with its rows."""

    def __init__(self, context: Context, card: TableCard) -> None:
        super().__init__(context, card.key, card)
        self._card = card
        self.view = TableView(card.cells, card.paste, self)
        self.wake()

    def build(self, column) -> None:  # type: ignore[no-untyped-def]
        column.addWidget(self.view)

    def focus_first(self) -> None:
        self.view.setFocus()

    def move_by(self, by: int) -> None:
        way, id_ = "上移" if by < 0 else "下移", self._card.row_id()
        column = self.view.currentIndex().column()
        self.context.do(f"{way}一行", lambda project: shift(project, id_, by))
        self.view.setCurrentIndex(self._card.cells.find(id_, "").siblingAtColumn(max(column, 0)))

    def add_below(self) -> None:
        beside = self._card.row_id() or self._card.key
        new = self.context.do("加一行", lambda project: add_row(project, beside))
        if new:
            self._card.focus_place(new[0], "")

    def chosen(self) -> list[QModelIndex]:
        """The cells that are chosen, else the current one."""
        return self.view.selectedIndexes() or [self.view.currentIndex()]

    def confirm(self) -> None:
        self._card.cells.check(self.chosen())

    def remove(self) -> None:
        id_ = self._card.row_id()
        if id_:
            removed = "已删去一行。"
            self.context.do("删去一行", lambda project: remove(project, id_), removed=removed)
