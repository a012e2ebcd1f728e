"""接着上期写: which project is carried on, to which period, with whose words, into which file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from model.carry.carry import carry
from model.errors import XugaoError
from model.report.project import Project
from model.storage.project_file import load
from model.suggestions import file_name
from ui import theme
from ui.dialog_body import scrolled
from ui.labels import label
from ui.next import choosing
from ui.next.file_line import Choose, FileLine, wrong_target
from ui.period_picker import PeriodPicker


class Carried(NamedTuple):
    """The next project, where it shall lie, and whether a file there may be replaced."""

    project: Project
    path: Path
    may_replace: bool


class CarryDialog(QDialog):
    """Begins with the project that is open or was open last (`last`), if there is one."""

    def __init__(
        self,
        last: Path | None,
        parent: QWidget | None = None,
        *,
        choose: Choose = choosing.project_to_open,
        choose_target: Choose = choosing.project_to_save,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("接着上期写")
        self._former: Project | None = None
        self._name_is_own = False
        self.made: Carried | None = None
        self._source = FileLine("上期的材料", choose, self)
        self._text_from = FileLine("文字用另一份材料的", choose, self)
        self._target = FileLine("新材料存到哪个文件", choose_target, self)
        self._about = label(self, role="secondary", wraps=True)
        self._period: PeriodPicker | None = None
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self._lay_out()
        self._source.changed.connect(self._read_source)
        self._target.changed.connect(self._named)
        if last is not None:
            self._source.set_path(last)
            self._read_source()

    def accept(self) -> None:
        """Carry on and close; else say what is in the way."""
        try:
            made = self._carried()
        except XugaoError as error:
            self._say(str(error))
            return
        if made is not None:
            self.made = made
            super().accept()

    def _carried(self) -> Carried | None:
        if self._former is None or self._period is None:
            self._say("还没有选上期的材料。")
            return None
        wrong = wrong_target(self._target)
        if wrong:
            self._say(wrong)
            return None
        text_from = load(self._text_from.path).project if self._text_from.path else None
        project = carry(self._former, self._period.period, text_from)
        path = self._target.path
        assert path is not None
        path = path if path.suffix == ".json" else path.with_name(path.name + ".json")
        return Carried(project, path, path == self._target.agreed)

    def _read_source(self) -> None:
        """Look at the chosen project: whose it is, of which period, and which comes next."""
        self._former = None
        path = self._source.path
        try:
            self._former = load(path).project if path is not None else None
        except XugaoError as error:
            self._say(str(error))
        former = self._former
        self._about.setText("" if former is None else _about(former))
        if former is not None:
            self._say("")
            self._show_period(former)
            self._suggest_name()

    def _show_period(self, former: Project) -> None:
        if self._period is None:
            self._period = PeriodPicker(former.period.following(), self)
            self._period.changed.connect(self._suggest_name)
            self._form.insertRow(2, "新的报告期(&Q)", self._period)
        else:
            self._period.set_period(former.period.following())

    def _named(self) -> None:
        self._name_is_own = self._target.path is not None

    def _suggest_name(self) -> None:
        former, source = self._former, self._source.path
        if former is None or source is None or self._period is None or self._name_is_own:
            return
        kind = former.reports[0].name if former.reports else "材料"
        name = file_name(kind or "文稿", former.organization, self._period.period)
        self._target.set_path(source.parent / name)

    def _say(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        column.addWidget(
            label(
                body,
                "上期的文字全部带过来，标作“上期内容·待核”；每一个数都是待填的格子，上期数摆在旁边。"
                "原来那份材料不会改动。",
                "secondary",
                wraps=True,
            )
        )
        self._form = QFormLayout()
        self._form.setVerticalSpacing(unit)
        self._form.addRow("上期的材料(&L)", self._source)
        self._form.addRow("", self._about)
        self._form.addRow("文字用另一份的(&T)", self._text_from)
        self._form.addRow("存到(&F)", self._target)
        column.addLayout(self._form)
        column.addStretch(1)
        scrolled(self, body, [self._wrong, self._buttons()], QSize(unit * 84, unit * 52))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        go_on = buttons.addButton("接着写(&N)", QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setProperty("role", "primary")
        theme.polish(go_on)
        buttons.addButton("取消(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _about(project: Project) -> str:
    names = "、".join(report.name or report.front.title for report in project.reports)
    return f"{project.organization.name}{project.period.label_with_year}：{names}"
