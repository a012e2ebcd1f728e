"""请部门报数: which departments, until when, whom to ask, into which folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.entry.cleaning import one_line
from model.entry.dates import day
from model.errors import ConflictError, ValueRefused, XugaoError
from model.file_names import kept, path_of, readable
from model.forms.missing import answering
from model.jobs.forms import Asked, Made, make_forms
from ui.kit import theme
from ui.kit.dialog_body import buttons, scrolled
from ui.kit.file_dialogs import AskFolder, ask_folder
from ui.kit.labels import label
from ui.kit.tick_list import add_tick, tick_all, tick_list
from ui.workspace import Workspace

_WAYS = (("要报文字的用 Word，只报数的用 Excel", None), ("都用 Excel", False), ("都用 Word", True))
_ABOUT = (
    "每个单位一份报数表，上期数摆在旁边，连同报送通知和发表、催报用的话，放进一个文件夹。"
    "部门在 WPS 或 Excel 里填好发回来，用“收部门报来的”一次收齐。"
)


class AskDialog(QDialog):
    """Writes the forms when it is accepted; wrong input stays and is told; `made` is the result."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        ask_folder: AskFolder = ask_folder,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("请部门报数")
        self._workspace = workspace
        self._ask_folder = ask_folder
        self.made: Made | None = None
        self.list = tick_list("给哪些单位", self)
        self.due, self.ask, self.folder = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.browse = QPushButton("选择位置(&W)…", self)
        self.way = QComboBox(self)
        self.ranks = QCheckBox("位次也请部门报（一般由全市通报来）(&R)", self)
        self.replace = QCheckBox("覆盖文件夹里已有的同名文件(&V)", self)
        self.wrong = label(self, role="error", wraps=True)
        self.wrong.hide()
        self._fill()
        self._lay_out()

    def accept(self) -> None:
        """Write the forms and remember them; what is wrong is told, and the dialog stays."""
        try:
            asked, folder = self._asked(), self._chosen_folder()
            workspace = self._workspace
            workspace.settle()
            today = workspace.session.today
            made = make_forms(
                workspace.project, folder, asked, today, replace=self.replace.isChecked()
            )
        except XugaoError as error:
            self.replace.setVisible(isinstance(error, ConflictError) or self.replace.isVisible())
            self._say(str(error))
            return
        refused = workspace.do("请部门报数", lambda _: made.project)
        if refused:
            self._say(refused)
            return
        self.made = made
        workspace.said.emit(f"已把{len(made.forms)}份报数表写到“{readable(folder)}”")
        super().accept()

    def _asked(self) -> Asked:
        names = [item.data(Qt.ItemDataRole.UserRole) for item in self._items()]
        chosen = [item.checkState() is Qt.CheckState.Checked for item in self._items()]
        wanted = tuple(name for name, is_so in zip(names, chosen, strict=True) if is_so)
        if names and not wanted:
            raise ValueRefused("还没有选给哪些单位。")
        due = self.due.text().strip()
        return Asked(
            due=day(due) if due else None,
            ask=one_line(self.ask.text()),
            departments=() if all(chosen) else wanted,
            as_word=_WAYS[self.way.currentIndex()][1],
            with_ranks=self.ranks.isChecked(),
        )

    def _chosen_folder(self) -> Path:
        said = self.folder.text().strip()
        if not said:
            raise ValueRefused("还没有写放到哪个文件夹。")
        return path_of(said).expanduser()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _fill(self) -> None:
        """Departments with how much they owe; what was said last time is there already."""
        project = self._workspace.project
        for one in answering(project, self._workspace.session.today):
            if not one.owed:
                continue
            words = f"{one.department}\n共{one.owed}项，还差{one.left}项；{one.standing.label}"
            item = add_tick(self.list, words, Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, one.department)
        last = project.forms[-1] if project.forms else None
        if last is not None:
            self.ask.setText(last.ask)
            if last.due and last.period == project.period:
                self.due.setText(f"{last.due.year}年{last.due.month}月{last.due.day}日")
        at = self._workspace.session.path
        folder = (at.parent if at else Path.home()) / f"{project.period.label_with_year}报数表"
        self.folder.setText(kept(folder))

    def _browse(self) -> None:
        begin = path_of(self.folder.text().strip() or str(Path.home()))
        chosen = self._ask_folder("报数表放到哪里", begin, self)
        if chosen is not None:
            self.folder.setText(kept(chosen))

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.show()

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        self.due.setPlaceholderText("如：2026年10月12日；不写就是“近日”")
        self.ask.setPlaceholderText("如：王芳 2261004")
        self.way.addItems([words for words, _ in _WAYS])
        self.replace.hide()
        self.browse.clicked.connect(self._browse)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        form = QFormLayout()
        form.setVerticalSpacing(unit)
        for text, name, field in (
            ("报送时限(&D)", "报送时限", self.due),
            ("联系人(&P)", "联系人", self.ask),
            ("用什么表(&K)", "用什么表", self.way),
        ):
            field.setAccessibleName(name)
            form.addRow(text, field)
        self.folder.setAccessibleName("放到哪个文件夹")
        form.addRow("放到(&F)", where)
        words = form.labelForField(where)
        if words is not None:
            words.setBuddy(self.folder)  # type: ignore[attr-defined]
        all_, none = QPushButton("全选(&A)", self), QPushButton("全不选(&N)", self)
        all_.clicked.connect(lambda *_: tick_all(self.list, Qt.CheckState.Checked))
        none.clicked.connect(lambda *_: tick_all(self.list, Qt.CheckState.Unchecked))
        row = QHBoxLayout()
        for button in (all_, none):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.list.setMinimumHeight(unit * 24)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        if not self.list.count():
            said = "还没有哪一处写了供稿单位。请先在“部门和供稿单位”里写明谁供哪些内容。"
            column.addWidget(label(self, said, "error", wraps=True))
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addLayout(form)
        column.addWidget(self.ranks)
        box = buttons(self, "做报数表(&M)")
        scrolled(self, body, [self.wrong, self.replace, box], QSize(unit * 84, unit * 80))
