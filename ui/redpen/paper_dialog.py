"""照纸稿改: the printed line that a leader wrote on, by page and line, and what it is to read."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from model.entry.dates import day as day_of
from model.errors import XugaoError
from model.jobs.leaders import leaders_today
from model.jobs.paper import Paper, PaperChanges, PaperLine
from model.jobs.reported import draft_numbers
from ui.kit import theme
from ui.kit.dialog_body import named_rows, scrolled
from ui.kit.labels import label
from ui.kit.run_line import RunLine
from ui.workspace import Workspace

_ABOUT = (
    "照纸上写的页和行，那一段就照印出来的样子列在下面，把领导改的改进去；"
    "改完几段再一次“列出改动”，一处一处收，和改稿一样。整段删空就是删去，按回车就是分段。"
)
_NO_DRAFT = "这份文稿还没有导出过，没有印出来的稿子。先在“导出”里导出，行号在“基本情况”里设。"


class PaperDialog(QDialog):
    """Stays open beside the wizard; `listed` gives what was written on the paper so far."""

    listed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("照纸稿改")
        self._workspace = workspace
        self._report = workspace.report
        self._numbers = draft_numbers(workspace.project, self._report)
        self._paper: Paper | None = None
        self._here: PaperLine | None = None
        self._edits: dict[int, dict[int, str]] = {number: {} for number in self._numbers}
        self._listed: dict[int, dict[int, str]] = {}
        self._warned: dict[int, dict[int, str]] = {}
        self.draft, self.who = QComboBox(self), QComboBox(self)
        self.draft.addItems([f"第{number}稿" for number in self._numbers])
        self.draft.setCurrentIndex(len(self._numbers) - 1)
        self.who.setEditable(True)
        leaders = leaders_today(workspace.project.organization.name)
        self.who.addItems([*dict.fromkeys(one.name for one in leaders)])
        self.who.setCurrentIndex(-1)
        today = workspace.session.today
        self.day = RunLine(f"{today.year}年{today.month}月{today.day}日", self)
        self.page, self.line = QSpinBox(self), QSpinBox(self)
        for box in (self.page, self.line):
            box.setMinimum(1)
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.told = label(self, role="secondary", wraps=True)
        self.wrong = label(self, role="error", wraps=True)
        self.restore = QPushButton("恢复这一段(&R)", self)
        self.list = QPushButton("列出改动(&L)", self)
        self.list.setProperty("role", "primary")
        theme.polish(self.list)
        self._lay_out()
        self._connect()
        self.open_draft()
        self.page.setFocus()

    @property
    def number(self) -> int:
        """The draft that is chosen; 0 where there is none."""
        return self._numbers[self.draft.currentIndex()] if self._numbers else 0

    def open_draft(self) -> None:
        """Lay the chosen draft out as it was printed."""
        self._paper, self._here = None, None
        if not self.number:
            self._say(_NO_DRAFT)
        else:
            try:
                self._paper = Paper(self._workspace.project, self._report, self.number)
            except XugaoError as error:
                self._say(str(error))
        self.page.setMaximum(max(1, len(self._paper.pages) if self._paper else 1))
        for widget in (self.page, self.line, self.words, self.restore, self.list):
            widget.setEnabled(self._paper is not None)
        self.open_page()

    def open_page(self) -> None:
        """As many lines as the page has can be chosen."""
        if self._paper is not None:
            lines = self._paper.pages[self.page.value() - 1]
            self.line.setMaximum(max(1, len(lines)))
        self.open_line()

    def open_line(self) -> None:
        """The paragraph of the line as it was printed, or as it was changed already."""
        if self._paper is None:
            self._show("", "")
            return
        self._say("")
        try:
            self._here = self._paper.line(self.page.value(), self.line.value())
        except XugaoError as error:
            self._here = None
            self._say(str(error))
            self._show("", "")
            return
        now = self._edits[self.number].get(self._here.paragraph, self._here.whole)
        self._show(now, self._here.text)

    def keep(self) -> None:
        """What stands in the field is what the paragraph is to read."""
        if self._here is None:
            return
        edits, text = self._edits[self.number], self.words.toPlainText()
        if text == self._here.whole:
            edits.pop(self._here.paragraph, None)
        else:
            edits[self._here.paragraph] = text
        self._tell()

    def done(self, result: int) -> None:
        """What was changed and not listed is in no project yet: that is said once."""
        left = {number: dict(edits) for number, edits in self._edits.items() if edits}
        if left and left not in (self._listed, self._warned):
            self._warned = left
            self._say("改过的还没有列出来，关了就没有了。先“列出改动”；不要了就再关一次。")
            return
        super().done(result)

    def put_back(self) -> None:
        """The paragraph as it was printed."""
        if self._here is not None:
            self._edits[self.number].pop(self._here.paragraph, None)
            self.open_line()

    def list_changes(self) -> None:
        """Give what was changed so far to be taken, one by one."""
        edits, who = self._edits.get(self.number, {}), self.who.currentText().strip()
        if not edits or self._paper is None:
            self._say("还没有改哪一段。先选页和行，把领导改的改进去。")
        elif not who:
            self._say("请写明是谁改的。")
            self.who.setFocus()
        else:
            try:
                day = day_of(self.day.text())
            except XugaoError as error:
                self._say(str(error))
                self.day.setFocus()
                return
            self._say("")
            self._listed = {number: dict(done) for number, done in self._edits.items() if done}
            number, base = self.number, self._paper.text
            self.listed.emit(PaperChanges(self._report.id, number, base, {**edits}, who, day))

    def _show(self, text: str, line: str) -> None:
        """A paragraph with the line chosen in it, ready to be changed."""
        self.words.blockSignals(True)
        self.words.setPlainText(text)
        self.words.blockSignals(False)
        at = text.find(line) if line else -1
        if at >= 0:
            cursor = self.words.textCursor()
            cursor.setPosition(at)
            cursor.setPosition(at + len(line), QTextCursor.MoveMode.KeepAnchor)
            self.words.setTextCursor(cursor)
        self.words.setEnabled(self._here is not None)
        self._tell()

    def _tell(self) -> None:
        count = len(self._edits.get(self.number, {}))
        line = f"这一行：{self._here.text}" if self._here is not None else ""
        changed = f"　这一稿已经改了{count}段。" if count else ""
        self.told.setText(line + changed)
        here = self._here.paragraph if self._here is not None else -1
        self.restore.setEnabled(here in self._edits.get(self.number, {}))

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _connect(self) -> None:
        self.draft.currentIndexChanged.connect(lambda *_: self.open_draft())
        self.page.valueChanged.connect(lambda *_: self.open_page())
        self.line.valueChanged.connect(lambda *_: self.open_line())
        self.words.textChanged.connect(self.keep)
        self.restore.clicked.connect(self.put_back)
        self.list.clicked.connect(self.list_changes)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        rows = (
            ("第几稿(&N)", "第几稿", self.draft),
            ("谁改的(&W)", "谁改的", self.who),
            ("哪天改的(&D)", "哪天改的", self.day),
            ("第几页(&P)", "第几页", self.page),
            ("第几行(&H)", "第几行", self.line),
            ("改成(&T)", "这一段改成", self.words),
        )
        form = named_rows(self, rows)
        close = QPushButton("关闭(&C)", self)
        close.clicked.connect(self.reject)
        body, foot = QWidget(self), QWidget(self)
        last = QHBoxLayout(foot)
        last.addWidget(self.restore)
        last.addStretch(1)
        for button in (self.list, close):
            last.addWidget(button)
        for button in (self.restore, self.list, close):
            button.setAutoDefault(False)
        self.words.setMinimumHeight(16 * unit)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        column.addLayout(form, 1)
        column.addWidget(self.told)
        scrolled(self, body, [self.wrong, foot], QSize(unit * 90, unit * 76))
