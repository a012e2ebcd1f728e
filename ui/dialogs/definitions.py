"""字段和指标: what the project asks for, added, renamed, moved and removed, each one undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from model.jobs import definitions
from model.jobs.definitions import COLUMNS, FIELD_KINDS, Kind
from model.report.project import Project
from ui.dialogs.choice import row_of
from ui.kit import theme
from ui.kit.dialog_body import scrolled
from ui.kit.labels import label
from ui.kit.padded import PaddedDelegate, measured_once
from ui.kit.run_line import RunLine
from ui.kit.uses_button import UsesButton
from ui.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole
_CALLED = {Kind.FIELDS: "字段", Kind.INDICATORS: "指标"}
_ABOUT = {
    Kind.FIELDS: "人名、会议、日期这样的内容，在“基本情况”里填，正文里用 { 引用。双击一格修改。",
    Kind.INDICATORS: "指标库里有的写名称就行；没有的写名称和单位，加上以后再改性质。双击一格修改。",
}


class DefinitionsDialog(QDialog):
    """The two tables; every edit goes to the project at once, and undo takes it back.

    `place_wanted`: the clerk wants to see where something is used, and the dialog is closed.
    """

    place_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("字段和指标")
        self.tables = {kind: DefinitionTable(workspace, kind, self) for kind in Kind}
        body = QTabWidget(self)
        for kind, table in self.tables.items():
            body.addTab(table, _CALLED[kind])
            table.uses.wanted.connect(self._leave_for)
        workspace.changed.connect(self.refresh)
        box = QDialogButtonBox(self)
        close = box.addButton("关闭(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        box.rejected.connect(self.reject)
        unit = theme.unit(self)
        scrolled(self, body, [box], QSize(unit * 112, unit * 74))

    def _leave_for(self, place: str) -> None:
        self.accept()
        self.place_wanted.emit(place)

    def refresh(self) -> None:
        """Show the project as it is now."""
        for table in self.tables.values():
            table.refresh()


class DefinitionTable(QWidget):
    """One table with what can be done to its rows."""

    def __init__(self, workspace: Workspace, kind: Kind, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._kind = workspace, kind
        self._rows: tuple[definitions.Row, ...] = ()
        heads = [column.title for column in COLUMNS[kind]]
        self.table = QTableWidget(0, len(heads), self)
        self.table.setAccessibleName(_CALLED[kind])
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegate(_Cells(self.table, kind))
        self.table.verticalHeader().hide()
        self.table.cellChanged.connect(self._edited)
        self.name = RunLine(self)
        self.unit = RunLine(self)
        self.choice = QComboBox(self)
        self.wrong = label(self, role="error", wraps=True)
        self.wrong.hide()
        self.add = QPushButton("加上(&A)", self)
        self.remove = QPushButton("删去(&D)", self)
        self.uses = UsesButton(self)
        self.up = QPushButton("上移(&U)", self)
        self.down = QPushButton("下移(&W)", self)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the rows as they are now; the current cell stays with its row."""
        rows = definitions.rows(self._workspace.project, self._kind)
        if rows == self._rows:
            return
        here, column = self._current(), max(self.table.currentColumn(), 0)
        self._rows = rows
        was_blocked = self.table.blockSignals(True)
        with measured_once(self.table):
            self.table.setRowCount(len(rows))
            for at, row in enumerate(rows):
                for number, text in enumerate(row.cells):
                    self._put(at, number, text, row.id)
        self.table.blockSignals(was_blocked)
        self._go_to(here, column)

    def add_one(self) -> None:
        """Add what was typed below the table, and go to it."""
        name, unit, kind = self.name.text(), self.unit.text(), self.choice.currentData() or ""
        known = {row.id for row in self._rows}
        done = self._do(
            f"加{_CALLED[self._kind]}“{name.strip()}”",
            lambda project: definitions.add(project, self._kind, name, unit, kind),
        )
        if not done:
            self.name.setFocus()
            return
        self.name.clear()
        self.unit.clear()
        made = next((row.id for row in self._rows if row.id not in known), "")
        self._go_to(made, 0)

    def remove_one(self) -> None:
        """Take the current row away, where no text names it."""
        row = self._row()
        if row is not None:
            self._do(
                f"删去{_CALLED[self._kind]}“{row.cells[0]}”",
                lambda project: definitions.remove(project, self._kind, row.id),
            )

    def move_by(self, by: int) -> None:
        """Move the current row up or down."""
        row = self._row()
        if row is not None:
            self._do(
                f"移动{_CALLED[self._kind]}“{row.cells[0]}”",
                lambda project: definitions.shift(project, self._kind, row.id, by),
            )

    def _edited(self, at: int, column: int) -> None:
        row, item = self._rows[at], self.table.item(at, column)
        title, typed = COLUMNS[self._kind][column].title, item.text()
        done = self._do(
            f"改“{row.cells[0]}”的{title}",
            lambda project: definitions.change(project, self._kind, row.id, column, typed),
        )
        if not done or self._rows[at] == row:  # refused, or the same: what stands there is shown
            was_blocked = self.table.blockSignals(True)
            self._put(at, column, row.cells[column], row.id)
            self.table.blockSignals(was_blocked)

    def _do(self, did: str, change: Callable[[Project], Project]) -> bool:
        """One step of undo; what was refused stands below the table."""
        message = self._workspace.do(did, change)
        self.wrong.setText(message or "")
        self.wrong.setVisible(bool(message))
        self.refresh()
        return not message

    def _show_uses(self) -> None:
        here = self._current()
        project = self._workspace.project
        texts = definitions.count_of_texts(project, here)
        self.uses.show_uses(texts, lambda: definitions.uses_of(project, here))

    def _row(self) -> definitions.Row | None:
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _current(self) -> str:
        row = self._row()
        return row.id if row is not None else ""

    def _go_to(self, id_: str, column: int) -> None:
        at = next((at for at, row in enumerate(self._rows) if row.id == id_), -1)
        if at >= 0:
            self.table.setCurrentCell(at, column)

    def _put(self, at: int, column: int, text: str, id_: str) -> None:
        item = QTableWidgetItem(text)
        item.setData(_ID, id_)
        if not COLUMNS[self._kind][column].attribute:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self.table.setItem(at, column, item)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_one)
        self.name.returnPressed.connect(self.add_one)
        self.unit.returnPressed.connect(self.add_one)
        self.remove.clicked.connect(self.remove_one)
        self.table.currentCellChanged.connect(lambda *_: self._show_uses())
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.table, lambda by=by: self.move_by(by))
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        is_field = self._kind is Kind.FIELDS
        self.name.setPlaceholderText(
            "名称，如：主持会议的领导" if is_field else "名称，如：快递业务量"
        )
        self.name.setAccessibleName("新的名称")
        self.unit.setPlaceholderText("单位；选择项写“甲、乙”" if is_field else "单位，如：万件")
        self.unit.setAccessibleName("新的单位")
        self.choice.setAccessibleName("新的种类")
        for kind, said in FIELD_KINDS.items():
            self.choice.addItem(said, kind)
        self.choice.setVisible(is_field)
        if not is_field:
            completer = QCompleter(list(definitions.bank_names()), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.name.setCompleter(completer)
        for made in (self.add, self.remove, self.up, self.down):
            made.setAutoDefault(False)
        new = QHBoxLayout()
        for widget, wide in ((self.name, 3), (self.choice, 1), (self.unit, 2), (self.add, 0)):
            new.addWidget(widget, wide)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, unit * 32)
        high = self.table.fontMetrics().height() + unit + unit // 2
        self.table.verticalHeader().setDefaultSectionSize(high)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT[self._kind], "secondary", wraps=True))
        column.addWidget(self.table, 1)
        column.addLayout(row_of((self.remove, self.up, self.down, self.uses), self))
        column.addLayout(new)
        column.addWidget(self.wrong)


class _Cells(PaddedDelegate):
    """A cell of a closed set is chosen from a list, any other is typed."""

    def __init__(self, table: QTableWidget, kind: Kind) -> None:
        super().__init__(table)
        self._kind = kind

    def createEditor(
        self, parent: QWidget, option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        choices = COLUMNS[self._kind][index.column()].choices
        if not choices:
            return super().createEditor(parent, option, index)
        made = QComboBox(parent)
        made.addItems(list(choices.values()))
        made.activated.connect(lambda: self.commitData.emit(made))
        made.activated.connect(lambda: self.closeEditor.emit(made))
        return made

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data())
        else:
            super().setEditorData(editor, index)

    def setModelData(
        self, editor: QWidget, model: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)
