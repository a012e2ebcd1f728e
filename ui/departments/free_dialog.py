"""来稿: what a department said or wrote that is no form: whose, how, by whom, and the words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.file_names import readable
from model.jobs.free_returns import Said
from model.jobs.suggestions import departments_of
from model.report.departments import Way
from model.report.project import Project
from ui.kit import theme
from ui.kit.dialog_body import buttons, named_rows
from ui.kit.file_dialogs import FREE_TEXT, AskFiles, ask_files
from ui.kit.labels import label
from ui.kit.run_line import RunLine

_WAYS = (Way.PHONE, Way.CHAT, Way.PAPER, Way.MEETING, Way.FILE)
_ABOUT = (
    "把电话里记的、微信里发的话写在或粘贴在下面，或选一个文件，数和文字会认出来，和表一样逐处收。"
    "只收到纸质件、不录文字的，留空就记作已收。"
)


class FreeDialog(QDialog):
    """Asks whose it is; `said`, and `text` or the file at `path`, are what was given once it was
    accepted."""

    def __init__(
        self,
        project: Project,
        begin: Path,
        parent: QWidget | None = None,
        *,
        ask_files: AskFiles = ask_files,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("收来稿")
        self.department, self.way = QComboBox(self), QComboBox(self)
        self.person, self.words = RunLine(self), QPlainTextEdit(self)
        self._begin, self._ask_files = begin, ask_files
        self.path: Path | None = None
        self.file = QPushButton("选一个文件(&O)…", self)
        self.file.setAutoDefault(False)
        self.file.clicked.connect(lambda *_: self.choose())
        self.chosen = label(self, "", "secondary", wraps=True)
        self.wrong = label(self, role="error", wraps=True)
        self.wrong.hide()
        named = [one.name for one in project.organization.departments]
        self.department.setEditable(True)
        self.department.addItems([*dict.fromkeys((*named, *departments_of(project)))])
        self.department.setCurrentIndex(-1)
        self.way.addItems([way.label for way in _WAYS])
        self.words.setTabChangesFocus(True)
        self._lay_out()

    @property
    def said(self) -> Said:
        """Whose words they are."""
        way = _WAYS[self.way.currentIndex()]
        return Said(self.department.currentText().strip(), way, self.person.text().strip())

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.words.toPlainText()

    def choose(self) -> None:
        """Take the words from a file."""
        paths = self._ask_files(FREE_TEXT, self._begin, self)
        if paths:
            self.path = paths[0]
            self.chosen.setText(f"读文件“{readable(paths[0].name)}”里的。")
            self.way.setCurrentIndex(_WAYS.index(Way.FILE))
            self.words.setEnabled(False)

    def accept(self) -> None:
        """Close only when it is told whose it is."""
        if self.said.department:
            super().accept()
            return
        self.wrong.setText("请写明是哪个单位报的。")
        self.wrong.show()
        self.department.setFocus()

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        rows = (
            ("单位(&D)", "哪个单位", self.department),
            ("来源(&F)", "怎么来的", self.way),
            ("谁报的(&P)", "谁报的", self.person),
            ("说了什么(&T)", "说了什么", self.words),
        )
        form = named_rows(self, rows)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        column.addLayout(form)
        row = QHBoxLayout()
        row.addWidget(self.file)
        row.addWidget(self.chosen, 1)
        column.addLayout(row)
        column.addWidget(self.wrong)
        column.addWidget(buttons(self, "读进来(&R)"))
        self.resize(unit * 76, unit * 56)
