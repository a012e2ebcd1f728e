"""接着上期写: which project to carry on, to which period, and where the new one will lie."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QFormLayout, QPushButton, QVBoxLayout, QWidget

from model.carry.carry import carry
from model.errors import XugaoError
from model.report.project import Project
from model.storage import project_file
from model.storage.recent import Recent
from model.suggestions import file_name
from ui import theme
from ui.asking import Asking
from ui.dialog_body import buttons, scrolled
from ui.labels import label
from ui.period_picker import PeriodPicker
from ui.recent_projects import remark_of, title_of
from ui.save_to import SaveTo
from ui.two_lines import KEY, TwoLineList


class CarryDialog(QDialog):
    """Asks for last period's project and the new period. `project` is the new one when accepted.

    `chosen` is the file to carry on if it is known, else the latest of the recent projects.
    """

    def __init__(
        self,
        entries: Sequence[Recent],
        chosen: Path | None,
        asking: Asking,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("接着上期写")
        self._asking = asking
        self._source: Project | None = None
        self.project: Project | None = None
        self.sources = TwoLineList(self)
        self.sources.setAccessibleName("上期的材料")
        for entry in entries:
            self.sources.add(title_of(entry), remark_of(entry), entry.path)
        self.period: PeriodPicker | None = None
        self.file = SaveTo("", self)
        self.file.setAccessibleName("存到哪个文件")
        self.wrong = label(self, role="error", wraps=True)
        self.wrong.hide()
        self._form = QFormLayout()
        self._lay_out()
        self.sources.currentItemChanged.connect(self._load_current)
        if chosen is not None:
            self.choose(chosen)
        else:
            self.sources.setCurrentRow(0)

    def choose(self, path: Path) -> None:
        """Carry on the project of this file."""
        for row in range(self.sources.count()):
            if self.sources.item(row).data(KEY) == str(path):
                self.sources.setCurrentRow(row)
                return
        self.sources.setCurrentItem(self.sources.add(path.stem, str(path), str(path)))

    def accept(self) -> None:
        """Close with the carried project; else say what is wrong."""
        wrong = self.file.what_is_wrong() if self._source else "请先选上期的材料。"
        if wrong is None and self._source is not None and self.period is not None:
            try:
                self.project = carry(self._source, self.period.period)
            except XugaoError as error:
                wrong = str(error)
        if wrong is None:
            super().accept()
            return
        self._say(wrong)

    def _load_current(self) -> None:
        """Read the marked project, and offer the period after its own."""
        if not self.sources.count():
            return
        path = Path(self.sources.currentItem().data(KEY))
        self.wrong.hide()
        try:
            self._source = project_file.load(path).project
        except XugaoError as error:
            self._source = None
            self._say(str(error))
            return
        following = self._source.period.following()
        if self.period is None:
            self.period = PeriodPicker(following, self)
            self.period.setAccessibleName("新的报告期")
            self.period.changed.connect(self._suggest_name)
            self._form.insertRow(0, "新的报告期(&Q)", self.period)
        self.period.set_period(following)
        self._suggest_name()

    def _suggest_name(self) -> None:
        item = self.sources.currentItem()
        if self._source is None or self.period is None or item is None:
            return
        kind = self._source.reports[0].name if self._source.reports else "材料"
        name = file_name(kind, self._source.organization, self.period.period)
        self.file.suggest(name, Path(item.data(KEY)).parent)

    def _say(self, wrong: str) -> None:
        self.wrong.setText(wrong)
        self.wrong.show()

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        question = label(self, "接着哪一份写(&K)")
        question.setBuddy(self.sources)
        self.sources.setMinimumHeight(unit * 18)
        other = QPushButton("选别的文件(&O)…", self)
        other.clicked.connect(self._browse)
        said = (
            "上期的数摆在新的空格旁边，文字带过来、标为“上期内容·待核”，上期的打算变成这期要说的事。"
            "上期的文件不动。"
        )
        self._form.addRow("存到(&F)", self.file)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        for widget in (label(self, said, "secondary", wraps=True), question, self.sources, other):
            column.addWidget(widget)
        column.addLayout(self._form)
        scrolled(self, body, [self.wrong, buttons(self, "接着写(&N)")], QSize(unit * 84, unit * 66))

    def _browse(self) -> None:
        item = self.sources.currentItem()
        path = self._asking.file_to_open(Path(item.data(KEY)).parent if item else Path.home())
        if path is not None:
            self.choose(path)
