"""数据变化说明: last period's numbers beside this one's, and what was not renewed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from model.errors import XugaoError
from model.file_names import readable
from model.jobs.export import export_changes
from model.jobs.suggestions import file_name
from model.renewal.changes import Changed, changes
from ui.kit import theme
from ui.kit.file_dialogs import CHANGES_TO_SAVE, AskFile, ask_file
from ui.kit.labels import label
from ui.kit.list_model import Index, TextModel
from ui.kit.padded import as_list
from ui.trends import sparkline
from ui.workspace import Workspace

_NONE = "—"
_COURSE = 4
_AFTER_TYPING_MS = 300


class ChangesModel(TextModel[Changed]):
    """One row a number: what it is, last period's, this period's, the difference, its course, a
    remark."""

    numbers = (1, 2, 3)

    def texts(self, row: Changed) -> tuple[str, ...]:
        has_unit = not row.unit or row.unit in row.label
        name = row.label if has_unit else f"{row.label}（{row.unit}）"
        said = (row.last or _NONE, row.now or _NONE, row.difference or _NONE)
        return (name, *said, row.course, row.note)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == sparkline.SERIES:
            return self.rows[index.row()].series if index.column() == _COURSE else None
        return super().data(index, role)

    def color(self, row: Changed, column: int) -> QColor | None:  # noqa: ARG002
        return QColor(theme.colors().amber) if column == len(self.heads) - 1 else None


class ChangesDialog(QDialog):
    """Stays open beside the wizard. `place_wanted` asks for the page of a number."""

    place_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        ask_file: AskFile = ask_file,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("数据变化说明")
        self._workspace = workspace
        self._ask_file = ask_file
        project = workspace.project
        heads = ("项目", _title(project.before.label_with_year),
                 _title(project.period.label_with_year), "变化", "近期走势", "说明")  # fmt: skip
        self.model = ChangesModel(heads, self)
        self.only_left = QCheckBox("只看有说明的：没有换新的、换了来源的、别人给的(&T)", self)
        self.told = label(self, role="secondary", wraps=True)
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self.view = self._table()
        self._lay_out()
        self.only_left.toggled.connect(self.fill)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self.fill)
        workspace.changed.connect(self._soon.start)
        workspace.report_changed.connect(self.fill)
        self.view.doubleClicked.connect(self._want)
        self.fill()

    @property
    def message(self) -> str:
        """Why the last save did not go well; '' where it did."""
        return self._wrong.text()

    def fill(self) -> None:
        """The numbers of the shown text as they are now."""
        found = changes(self._workspace.project, self._workspace.report)
        left = tuple(one for one in found if one.note)
        self.model.show_rows(left if self.only_left.isChecked() else found)
        moved = sum(1 for one in found if one.difference not in (None, "0"))
        self.told.setText(f"共{len(found)}个数，有变化的{moved}个，有说明的{len(left)}个。")

    def save(self) -> None:
        """The same table as a Word file, where the clerk wants it."""
        project = self._workspace.project
        name = file_name("数据变化说明", project.organization, project.period)
        folder = (
            self._workspace.session.path.parent if self._workspace.session.path else Path.home()
        )
        path = self._ask_file(CHANGES_TO_SAVE, folder / Path(name).with_suffix(".docx"), self)
        if path is None:
            return
        try:
            export_changes(project, self._workspace.report, path, replace=True)
        except XugaoError as error:
            self._say(str(error))
            return
        self._say("")
        self.told.setText(f"已存为：{readable(path)}")

    def _want(self, index: QModelIndex) -> None:
        self.place_wanted.emit(self.model.rows[index.row()].place)

    def _say(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName("数据变化")
        as_list(table, widest=0)
        table.setItemDelegateForColumn(_COURSE, sparkline.CourseDelegate(table))
        return table

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        save = QPushButton("存为 Word(&W)…", self)
        save.setProperty("role", "primary")
        save.setAutoDefault(False)
        save.clicked.connect(lambda *_: self.save())
        close = QPushButton("关闭(&C)", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(save)
        last.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        about = "上期数和本期数摆在一起。双击一行可以到那里去改。"
        column.addWidget(label(self, about, "secondary", wraps=True))
        column.addWidget(self.only_left)
        column.addWidget(self.view, 1)
        for widget in (self.told, self._wrong):
            column.addWidget(widget)
        column.addLayout(last)
        room = self.screen().availableSize()
        self.resize(min(unit * 110, room.width() - 40), min(unit * 70, room.height() - 80))


def _title(period: str) -> str:
    """2026年上半年 in two lines, for a narrow column."""
    year, sign, span = period.partition("年")
    return f"{year}{sign}\n{span}" if span else period
