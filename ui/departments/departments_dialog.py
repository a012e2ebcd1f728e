"""部门和供稿单位: the names of departments, and who supplies what, as two tables."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from model.arrange.departments import (
    Names,
    add_department,
    change_department,
    remove_department,
    set_down_suppliers,
)
from model.forms.supplied import Supplied, supplied, supply
from model.jobs.suggestions import departments_of
from model.report.departments import Department
from model.report.project import Project
from ui.kit import theme
from ui.kit.combo import fill_choices
from ui.kit.dialog_body import plain_button
from ui.kit.labels import label, plain_tip
from ui.kit.list_model import Index, ListModel
from ui.kit.padded import as_list
from ui.kit.run_line import RunLine
from ui.workspace import Workspace

_NAMES = ("名称", "简称", "曾用名")
_SUPPLIED = ("是什么", "内容", "供稿单位")
_ALL, _NONE = "全部", "没有写供稿单位的"
_AFTER_TYPING_MS = 300
_ABOUT_NAMES = (
    "一行一个单位，双击格子修改。改了名称，全份材料里这个单位都跟着改，旧名称记作曾用名；"
    "曾用名之间用顿号隔开，带着曾用名、简称的表也认得。"
)
_ABOUT_SUPPLIED = "选中几行，写上供稿单位，按回车。没写的随上面最近的一处（灰字）；下一期接着用。"


class SuppliedModel(ListModel[Supplied]):
    """One row a thing; what is inherited is grey."""

    def stay(self, rows: tuple[Supplied, ...]) -> bool:
        return [row.key for row in rows] == [row.key for row in self.rows]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        indent = "　" * row.depth
        texts = (row.kind, f"{indent}{row.label}", row.supplier or row.inherited)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return texts[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(texts[index.column()].strip())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.heads[index.column()]}：{texts[index.column()].strip()}"
            case Qt.ItemDataRole.ForegroundRole if index.column() == 2 and not row.supplier:
                return QColor(theme.colors().secondary)
        return None


class DepartmentsDialog(QDialog):
    """Stays open beside the wizard; every change is a step of undo at once."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("部门和供稿单位")
        self._workspace = workspace
        self._is_filling = False
        self._shown: Project | None = None
        self.names = QTableWidget(0, len(_NAMES), self)
        self.model = SuppliedModel(_SUPPLIED, self)
        self.view = QTableView(self)
        self.which = QComboBox(self)
        self.which.setAccessibleName("看哪些")
        self.search = RunLine(self)
        self.search.setPlaceholderText("找内容")
        self.search.setAccessibleName("找内容")
        self.who = QComboBox(self)
        self.who.setEditable(True)
        self.who.setAccessibleName("供稿单位")
        self.wrong = label(self, role="error", wraps=True)
        self.tabs = QTabWidget(self)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self.fill)
        self._workspace.changed.connect(self._soon.start)
        self._say("")
        self.fill()

    def fill(self) -> None:
        """Show departments and suppliers as the project has them now."""
        project = self._workspace.project
        if project is self._shown:
            return
        self._shown = project
        self._fill_names(project.organization.departments)
        named = [one.name for one in project.organization.departments]
        known = [*dict.fromkeys((*named, *departments_of(project)))]
        fill_choices(self.which, [_ALL, _NONE, *known])
        fill_choices(self.who, known)
        self._fill_supplied()

    def give(self) -> None:
        """The chosen rows get the supplier that is written."""
        keys = [self.model.rows[at.row()].key for at in self.view.selectionModel().selectedRows()]
        if not keys:
            self._say("先选中要写供稿单位的行，按住 Ctrl 或 Shift 可以选几行。")
            return
        name = self.who.currentText().strip()
        did = f"供稿单位：{name}" if name else "去掉供稿单位"
        self._do(did, lambda project: supply(project, keys, name))

    def add(self) -> None:
        """A department more, its name to be typed."""
        self._is_filling = True
        row = self.names.rowCount()
        self._put_row(row, None)
        self._is_filling = False
        self.names.setCurrentCell(row, 0)
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)
        self.names.editItem(self.names.item(row, 0))

    def remove(self) -> None:
        """Take the chosen department from the table; what it supplies keeps its name."""
        row = self.names.currentRow()
        if row < 0:
            return
        id_ = self._id_at(row)
        if id_:
            self._do("从单位表去掉单位", lambda project: remove_department(project, id_))
        else:
            self.names.removeRow(row)

    def collect(self) -> None:
        """Set all suppliers down that the project names."""
        self._do("把供稿单位列进单位表", set_down_suppliers)

    def _typed(self, item: QTableWidgetItem) -> None:
        """A name was typed: the department is set down, or changed everywhere."""
        if self._is_filling:
            return
        texts = [self._text(item.row(), column) for column in range(len(_NAMES))]
        id_, names = self._id_at(item.row()), Names(*texts)
        if id_:
            self._do("改单位名称", lambda project: change_department(project, id_, names))
        elif names.name.strip():
            self._do("加单位", lambda project: add_department(project, names))

    def _do(self, did: str, change: Any) -> None:
        refused = self._workspace.do(did, change)
        self._say(refused or "")
        if not refused:
            self.fill()

    def _text(self, row: int, column: int) -> str:
        item = self.names.item(row, column)
        return item.text() if item else ""

    def _id_at(self, row: int) -> str:
        item = self.names.item(row, 0)
        return str(item.data(Qt.ItemDataRole.UserRole) or "") if item else ""

    def _fill_names(self, known: tuple[Department, ...]) -> None:
        self._is_filling = True
        at = self.names.currentRow(), self.names.currentColumn()
        self.names.setRowCount(0)
        for row, one in enumerate(known):
            self._put_row(row, one)
        if 0 <= at[0] < len(known):
            self.names.setCurrentCell(*at)
        self._is_filling = False

    def _put_row(self, row: int, one: Department | None) -> None:
        self.names.insertRow(row)
        texts = (one.name, one.short, "、".join(one.former)) if one else ("", "", "")
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, one.id if one else "")
            self.names.setItem(row, column, item)

    def _fill_supplied(self) -> None:
        which, said = self.which.currentText(), self.search.text().strip()
        rows = [
            row
            for row in supplied(self._workspace.project)
            if said in row.label
            and (
                which == _ALL
                or (row.supplier or row.inherited) == ("" if which == _NONE else which)
            )
        ]
        self.model.show_rows(rows)

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _names_tab(self) -> QWidget:
        tab = QWidget(self)
        self.names.setAccessibleName("单位表")
        self.names.setHorizontalHeaderLabels(list(_NAMES))
        self.names.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.names.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.names.setTabKeyNavigation(False)
        self.names.verticalHeader().hide()
        self.names.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.names.itemChanged.connect(self._typed)
        row = QHBoxLayout()
        for text, slot in (
            ("加单位(&A)", self.add),
            ("去掉(&D)", self.remove),
            ("列入材料里写到的供稿单位(&L)", self.collect),
        ):
            row.addWidget(plain_button(self, text, slot))
        row.addStretch(1)
        column = QVBoxLayout(tab)
        column.addWidget(label(self, _ABOUT_NAMES, "secondary", wraps=True))
        column.addWidget(self.names, 1)
        column.addLayout(row)
        return tab

    def _supplied_tab(self) -> QWidget:
        tab = QWidget(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName("供稿单位表")
        self.view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        as_list(self.view, widest=1)
        self.which.currentIndexChanged.connect(lambda *_: self._fill_supplied())
        self.search.textChanged.connect(lambda *_: self._fill_supplied())
        line = self.who.lineEdit()
        assert line is not None
        line.returnPressed.connect(self.give)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.which)
        above.addWidget(self.search, 1)
        below.addWidget(label(self, "供稿单位"))
        below.addWidget(self.who, 1)
        below.addWidget(plain_button(self, "写上(&W)", self.give))
        column = QVBoxLayout(tab)
        column.addWidget(label(self, _ABOUT_SUPPLIED, "secondary", wraps=True))
        column.addLayout(above)
        column.addWidget(self.view, 1)
        column.addLayout(below)
        return tab

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        self.tabs.addTab(self._supplied_tab(), "谁供哪些(&S)")
        self.tabs.addTab(self._names_tab(), "单位表(&N)")
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(plain_button(self, "关闭(&C)", self.reject))
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.wrong)
        column.addLayout(last)
        room = self.screen().availableSize()
        self.resize(min(unit * 100, room.width() - 40), min(unit * 80, room.height() - 80))
