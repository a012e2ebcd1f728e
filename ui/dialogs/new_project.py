"""The dialog for a new project: kind, place, period, and where its file will lie."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from model.clock import Clock, local_date, utc_now
from model.desk import Settings
from model.file_names import kept
from model.jobs.new_project import new_project
from model.jobs.suggestions import file_name, suggested_period
from model.library import shipped
from model.report.project import Organization, Project
from ui.dialogs.templates import TemplateList
from ui.kit import theme
from ui.kit.dialog_body import buttons, scrolled
from ui.kit.labels import label
from ui.kit.period_picker import PeriodPicker
from ui.kit.save_to import SaveTo


class Wanted(NamedTuple):
    """What the clerk chose: the project, the file it shall have, and what to remember."""

    project: Project
    path: Path
    may_replace: bool
    remembered: dict[str, Any]


class NewProjectDialog(QDialog):
    """Asks for all that a new project needs, with what was given last time already there."""

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, clock: Clock = utc_now
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("新建材料")
        self.templates = TemplateList(settings.template, self)
        self.place = QLineEdit(settings.place, self)
        self.place.setPlaceholderText("如：云岭县")
        self.superior = QLineEdit(settings.superior, self)
        self.superior.setPlaceholderText("如：江州市")
        self.period = PeriodPicker(suggested_period(local_date(clock)), self)
        self.peers = QSpinBox(self)
        self.peers.setMaximum(500)
        self.peers.setSpecialValueText("不填")
        self.peers.setSuffix(" 个")
        self.peers.setValue(settings.peers or 0)
        self.file = SaveTo(settings.last_folder, self)
        self.wrong = label(self, role="error", wraps=True)
        self.wrong.hide()
        self._lay_out()
        self._suggest_name()
        self.templates.currentRowChanged.connect(self._suggest_name)
        self.place.textChanged.connect(self._suggest_name)
        self.period.changed.connect(self._suggest_name)
        first = self.templates if settings.place else self.place
        first.setFocus()

    def wanted(self) -> Wanted:
        """The project that was asked for; call it after the dialog was accepted."""
        organization = Organization(
            name=self.place.text().strip(),
            superior=self.superior.text().strip(),
            peers=self.peers.value() or None,
        )
        key = self.templates.key
        made = new_project(shipped.template(key), shipped.bank(), organization, self.period.period)
        remembered = {
            "place": organization.name,
            "superior": organization.superior,
            "peers": organization.peers,
            "template": key,
            "last_folder": kept(self.file.path.parent),
        }
        return Wanted(made.project, self.file.path, self.file.may_replace, remembered)

    def accept(self) -> None:
        """Close only when nothing is missing; else say what is, and lead there."""
        no_place = "" if self.place.text().strip() else "还没有写地方。请写本地的名称，如：云岭县。"
        no_file = "" if no_place else self.file.what_is_wrong() or ""
        self.place.setProperty("wrong", bool(no_place))
        theme.polish(self.place)
        self.file.mark_wrong(bool(no_file))
        if not no_place and not no_file:
            super().accept()
            return
        self.wrong.setText(no_place or no_file)
        self.wrong.show()
        (self.place if no_place else self.file).setFocus()

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(unit)
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("地方(&P)", "地方", self.place),
            ("上级(&U)", "上级", self.superior),
            ("报告期(&Q)", "报告期", self.period),
            ("一同排名的单位(&R)", "一同排名的单位有几个", self.peers),
            ("存到(&F)", "存到哪个文件", self.file),
        )
        for text, name, field in rows:
            field.setAccessibleName(name)
            form.addRow(text, field)
        kind = label(self, "写哪一种(&K)")
        kind.setBuddy(self.templates)
        self.templates.setMinimumHeight(unit * 24)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        column.addWidget(kind)
        column.addWidget(self.templates, 1)
        column.addLayout(form)
        box: QDialogButtonBox = buttons(self, "新建(&N)")
        scrolled(self, body, [self.wrong, box], QSize(unit * 84, unit * 78))

    def _suggest_name(self) -> None:
        name = shipped.template(self.templates.key).name
        place = self.place.text().strip()
        organization = Organization(name=place) if place else None
        self.file.suggest(file_name(name, organization, self.period.period))
