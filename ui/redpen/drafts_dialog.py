"""比较两稿: what was changed between two drafts, kept as 花脸稿 or as 修改说明."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from model.document import Document
from model.errors import XugaoError
from model.file_names import readable
from model.jobs.draft_changes import compare_drafts, write_document
from model.jobs.reported import draft_numbers
from model.jobs.suggestions import file_name
from model.redpen.marked_up import Amended, Comparison
from ui.kit import theme
from ui.kit.dialog_body import plain_button
from ui.kit.file_dialogs import CHANGES_TO_SAVE, AskFile, ask_file
from ui.kit.labels import label
from ui.kit.list_model import TextModel
from ui.kit.padded import as_list
from ui.workspace import Workspace

_HEADS = ("所在部分", "原来", "改为")
_NOW = "材料里现在的"


class AmendedModel(TextModel[Amended]):
    """One row a change: below which heading, what was, what is."""

    def texts(self, row: Amended) -> tuple[str, ...]:
        return row.heading, row.before or "（没有）", row.after or "（删去）"


class DraftsDialog(QDialog):
    """Two drafts to choose, the last and the text as it is now at first, and what differs."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, ask_file: AskFile = ask_file
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("比较两稿")
        self._workspace = workspace
        self._ask_file = ask_file
        self._compared: Comparison | None = None
        self.numbers = draft_numbers(workspace.project, workspace.report)
        names = [f"第{number}稿" for number in self.numbers]
        self.former, self.later = QComboBox(self), QComboBox(self)
        self.former.addItems(names)
        self.former.setCurrentIndex(len(names) - 1)
        self.former.setAccessibleName("从哪一稿比起")
        self.later.addItems([*names, _NOW])
        self.later.setCurrentIndex(len(names))
        self.later.setAccessibleName("比到哪一稿")
        self.model = AmendedModel(_HEADS, self)
        self.told = label(self, role="secondary", wraps=True)
        self.wrong = label(self, role="error", wraps=True)
        self.view = self._table()
        self.marked = plain_button(self, "存为花脸稿(&M)…", self.save_marked)
        self.list = plain_button(self, "存为修改说明(&L)…", self.save_list)
        self._lay_out()
        for box in (self.former, self.later):
            box.currentIndexChanged.connect(lambda *_: self.fill())
        self.fill()

    def fill(self) -> None:
        """Compare the two that are chosen."""
        self._say("")
        self._compared = None
        rows: tuple[Amended, ...] = ()
        if self.numbers:
            at = self.later.currentIndex()
            later = self.numbers[at] if at < len(self.numbers) else None
            former = self.numbers[self.former.currentIndex()]
            workspace = self._workspace
            workspace.settle()
            try:
                self._compared = compare_drafts(workspace.project, workspace.report, former, later)
                rows = self._compared.list_amended()
            except XugaoError as error:
                self._say(str(error))
        self.model.show_rows(rows)
        self.told.setText(self._count(len(rows)))
        for button in (self.marked, self.list):
            button.setEnabled(self._compared is not None)

    def save_marked(self) -> None:
        """花脸稿 as a Word file, where the clerk wants it."""
        if self._compared is not None:
            self._save("花脸稿", self._compared.marked())

    def save_list(self) -> None:
        """修改说明 as a Word file."""
        if self._compared is not None:
            self._save("修改说明", self._compared.as_list())

    def _count(self, count: int) -> str:
        if not self.numbers:
            return "这份文稿还没有导出过，没有稿子可比。导出以后再来比。"
        if self._compared is None:
            return ""
        return f"共{count}处改动。" if count else "两边一样，没有改动。"

    def _save(self, name: str, document: Document) -> None:
        project, path = self._workspace.project, self._workspace.session.path
        folder = path.parent if path else Path.home()
        proposed = Path(file_name(name, project.organization, project.period))
        to = self._ask_file(CHANGES_TO_SAVE, folder / proposed.with_suffix(".docx"), self)
        if to is None:
            return
        try:
            write_document(document, to, replace=True)
        except XugaoError as error:
            self._say(str(error))
            return
        self._say("")
        self.told.setText(f"已存为：{readable(to)}")

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName("两稿之间的改动")
        as_list(table, widest=0)
        for column in (1, 2):
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        about = "花脸稿里，删去的划掉，加上的画线，都用红字；修改说明是一张表。"
        column.addWidget(label(self, about, "secondary", wraps=True))
        first = QHBoxLayout()
        for text, box in (("从(&F)", self.former), ("比到(&T)", self.later)):
            name = label(self, text)
            name.setBuddy(box)
            first.addWidget(name)
            first.addWidget(box)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(self.view, 1)
        for widget in (self.told, self.wrong):
            column.addWidget(widget)
        last = QHBoxLayout()
        last.addWidget(self.marked)
        last.addWidget(self.list)
        last.addStretch(1)
        close = QPushButton("关闭(&C)", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        last.addWidget(close)
        column.addLayout(last)
        room = self.screen().availableSize()
        self.resize(min(unit * 110, room.width() - 40), min(unit * 70, room.height() - 80))
