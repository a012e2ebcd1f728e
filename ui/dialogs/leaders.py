"""领导名单: who leads the place, in their order, as a small table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.errors import XugaoError
from model.jobs.leaders import HEADS, cells_of, keep_leaders, leader_of, read_leaders
from ui.kit import theme
from ui.kit.labels import label

_WIDTHS = (8, 24, 8, 12, 12)
_HINT = (
    "一人一行，按排名先后。填“听取汇报的领导”这样的字段时可以从这里选（Alt+↓），核对时用它对姓名和职务。"
    "名单只存在这台电脑上。日期写成2026-7-5；离任的人写上离任日期，不必删去。"
)


class LeadersDialog(QDialog):
    """The list of one place. It is kept as a whole when the clerk says so."""

    def __init__(self, place: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{place}领导名单")
        self._place = place
        leaders, note = read_leaders(place)
        self.table = QTableWidget(0, len(HEADS), self)
        self.table.setAccessibleName("领导名单")
        self.table.setHorizontalHeaderLabels(list(HEADS))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._said = label(self, note or "", "error", wraps=True)
        self.add = QPushButton("加一人(&A)", self)
        self.remove = QPushButton("删去(&D)", self)
        self.up = QPushButton("上移(&U)", self)
        self.down = QPushButton("下移(&W)", self)
        self.keep = QPushButton("保存(&S)", self)
        self.keep.setProperty("role", "primary")
        self.close_button = QPushButton("取消(&C)", self)
        self._lay_out()
        for one in leaders:
            self._put(self.table.rowCount(), cells_of(one))
        if not leaders:
            self.add_row()
        self.add.clicked.connect(self.add_row)
        self.remove.clicked.connect(self.remove_row)
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        self.keep.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=by: self.move_by(by))

    # Editing.

    def add_row(self) -> None:
        """An empty row at the end, ready to type in."""
        at = self.table.rowCount()
        self._put(at, [""] * len(HEADS))
        self.table.setCurrentCell(at, 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_row(self) -> None:
        """Take the current row away."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def move_by(self, by: int) -> None:
        """Move the current row up or down."""
        at, to = self.table.currentRow(), self.table.currentRow() + by
        if at < 0 or not 0 <= to < self.table.rowCount():
            return
        column, cells = self.table.currentColumn(), self._cells(at)
        self.table.removeRow(at)
        self._put(to, cells)
        self.table.setCurrentCell(to, column)

    def save(self) -> None:
        """Keep the list, or say what is wrong in which row and stay."""
        rows = [self._cells(at) for at in range(self.table.rowCount())]
        try:
            leaders = tuple(leader_of(cells) for cells in rows if any(map(str.strip, cells)))
            keep_leaders(self._place, leaders)
        except XugaoError as error:
            self._said.setText(str(error))
            self._said.show()
            return
        self.accept()

    def _cells(self, row: int) -> list[str]:
        found = (self.table.item(row, column) for column in range(len(HEADS)))
        return [item.text() if item else "" for item in found]

    def _put(self, row: int, cells: Sequence[str]) -> None:
        self.table.insertRow(row)
        for column, text in enumerate(cells):
            self.table.setItem(row, column, QTableWidgetItem(text))

    # Showing.

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        sign = self.fontMetrics().horizontalAdvance("国")
        for column, signs in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, signs * sign)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.verticalHeader().setVisible(False)
        self._said.setVisible(bool(self._said.text()))
        edits, ends = QHBoxLayout(), QHBoxLayout()
        for made in (self.add, self.remove, self.up, self.down):
            edits.addWidget(made)
        edits.addStretch(1)
        ends.addStretch(1)
        for made in (self.keep, self.close_button):
            made.setAutoDefault(False)
            ends.addWidget(made)
        around = QVBoxLayout(self)
        around.setSpacing(unit)
        around.addWidget(label(self, _HINT, "secondary", wraps=True))
        around.addWidget(self.table, 1)
        around.addLayout(edits)
        around.addWidget(self._said)
        around.addLayout(ends)
        for made in (self.add, self.remove, self.up, self.down):
            made.setAutoDefault(False)
        self.resize(72 * sign, 32 * sign)
