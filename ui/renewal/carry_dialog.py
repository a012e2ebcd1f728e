"""接着上期写: which project is carried on, to which period, with whose words, into which file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QPushButton, QVBoxLayout, QWidget

from model.desk import Recent
from model.errors import XugaoError
from model.file_names import kept, path_of, readable
from model.jobs.carry_on import carry_on, read_former, text_choices
from model.jobs.suggestions import file_name
from model.renewal.next_period import next_period
from model.report.project import Project
from ui.kit import theme
from ui.kit.dialog_body import buttons, scrolled
from ui.kit.file_dialogs import FORMER_PROJECT, AskFile, ask_file
from ui.kit.file_line import FileLine
from ui.kit.labels import label
from ui.kit.period_picker import PeriodPicker
from ui.kit.recent_projects import remark_of, title_of
from ui.kit.save_to import SaveTo
from ui.kit.two_lines import KEY, TwoLineList
from ui.renewal.text_choice import TextChoice

_ABOUT = (
    "带过来的文字标作“上期内容·待核”；每一个数都是待填的格子，上期数摆在旁边；"
    "上期的打算变成这期要说的事。上期的文件不会改动。"
)


class Carried(NamedTuple):
    """The next project, where it shall lie, and whether a file there may be replaced."""

    project: Project
    path: Path
    may_replace: bool


class CarryDialog(QDialog):
    """Begins with `chosen`, the project that is open, else with the latest of the recent ones.
    `made` is the new project when the dialog was accepted.
    """

    def __init__(
        self,
        entries: Sequence[Recent],
        chosen: Path | None,
        parent: QWidget | None = None,
        *,
        ask_file: AskFile = ask_file,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("接着上期写")
        self._ask_file = ask_file
        self._former: Project | None = None
        self.made: Carried | None = None
        self.sources = TwoLineList(self)
        self.sources.setAccessibleName("上期的材料")
        for entry in entries:
            self.sources.add(title_of(entry), remark_of(entry), entry.path)
        self.text_from = FileLine("文字用另一份材料的", FORMER_PROJECT, ask_file, self)
        self.text_from.set_hint("不填：文字也用上面这一份的")
        self.texts = TextChoice(self)
        self.target = SaveTo("", self)
        self.period: PeriodPicker | None = None
        self.wrong = label(self, role="error", wraps=True)
        self.wrong.hide()
        self._form = QFormLayout()
        self._lay_out()
        self.sources.currentItemChanged.connect(self._read_source)
        self.text_from.chosen.connect(self._offer_texts)
        if chosen is not None:
            self.choose(chosen)
        elif self.sources.count():
            self.sources.setCurrentRow(0)

    def choose(self, path: Path) -> None:
        """Carry on the project of this file."""
        for row in range(self.sources.count()):
            if self.sources.item(row).data(KEY) == kept(path):
                self.sources.setCurrentRow(row)
                return
        self.sources.setCurrentItem(
            self.sources.add(readable(path.stem), readable(path), kept(path))
        )

    def accept(self) -> None:
        """Carry on and close; else say what is in the way."""
        if self._former is None or self.period is None:
            self._say(self.wrong.text() or "请先选上期的材料。")
            return
        wrong = self.target.what_is_wrong() or ""
        self.target.mark_wrong(bool(wrong))
        if wrong:
            self._say(wrong)
            return
        try:
            period, words_from = self.period.period, self.text_from.path
            project = carry_on(self._former, period, words_from, self.texts.outlines())
        except XugaoError as error:
            self._say(str(error))
            return
        self.made = Carried(project, self.target.path, self.target.may_replace)
        super().accept()

    def _read_source(self) -> None:
        """Read the marked project, and offer the period after its own."""
        if not self.sources.count():
            return
        self._former = None
        self._say("")
        try:
            self._former = read_former(path_of(self.sources.currentItem().data(KEY)))
        except XugaoError as error:
            self._say(str(error))
            return
        following = next_period(self._former)
        if self.period is None:
            self.period = PeriodPicker(following, self)
            self.period.setAccessibleName("新的报告期")
            self.period.changed.connect(self._period_changed)
            self._form.insertRow(0, "新的报告期(&Q)", self.period)
        self.period.set_period(following)
        self._period_changed()

    def _period_changed(self) -> None:
        self._suggest_name()
        self._offer_texts()

    def _offer_texts(self) -> None:
        """Offer the parts whose text may come along, as is usual in the period."""
        if self._former is None or self.period is None:
            return
        try:
            found = text_choices(self._former, self.period.period, self.text_from.path)
        except XugaoError as error:
            self._say(str(error))
            found = ()
        self.texts.show_choices(found)

    def _suggest_name(self) -> None:
        if self._former is None or self.period is None:
            return
        item = self.sources.currentItem()
        kind = self._former.reports[0].name if self._former.reports else "材料"
        name = file_name(kind or "文稿", self._former.organization, self.period.period)
        self.target.suggest(name, path_of(item.data(KEY)).parent)

    def _browse(self) -> None:
        item = self.sources.currentItem()
        begin = path_of(item.data(KEY)).parent if item else Path.home()
        path = self._ask_file(FORMER_PROJECT, begin, self)
        if path is not None:
            self.choose(path)

    def _say(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        question = label(self, "接着哪一份写(&K)")
        question.setBuddy(self.sources)
        self.sources.setMinimumHeight(unit * 12)
        other = QPushButton("选别的文件(&O)…", self)
        other.clicked.connect(self._browse)
        self._form.setVerticalSpacing(unit)
        self._form.addRow("文字用另一份的(&T)", self.text_from)
        self._form.addRow("文字怎么带(&W)", self.texts)
        self._form.addRow("存到(&F)", self.target)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        for widget in (label(body, _ABOUT, "secondary", wraps=True), question, self.sources):
            column.addWidget(widget)
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._form)
        scrolled(self, body, [self.wrong, buttons(self, "接着写(&N)")], QSize(unit * 84, unit * 70))
