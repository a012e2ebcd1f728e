"""The dialog for a new project: kind, place, period, and where its file will lie."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from model import data
from model.report.making import new_project
from model.report.project import Organization, Project
from model.storage.settings import Settings
from model.suggestions import file_name, suggested_period
from ui import theme
from ui.dialog_body import scrolled
from ui.labels import label
from ui.period_picker import PeriodPicker
from ui.two_lines import KEY, TwoLineList

Today = Callable[[], date]


class Wanted(NamedTuple):
    """What the clerk chose: the project, the file it shall have, and what to remember."""

    project: Project
    path: Path
    may_replace: bool
    remembered: dict[str, Any]


class NewProjectDialog(QDialog):
    """Asks for all that a new project needs, with what was given last time already there."""

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, today: Today = date.today
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("新建材料")
        self._name_is_own = False
        self._may_replace = ""
        self._kinds = TemplateList(settings.template, self)
        self._place = QLineEdit(settings.place, self)
        self._place.setPlaceholderText("如：云岭县")
        self._superior = QLineEdit(settings.superior, self)
        self._superior.setPlaceholderText("如：江州市")
        self._period = PeriodPicker(suggested_period(today()), self)
        self._peers = QSpinBox(self)
        self._peers.setMaximum(500)
        self._peers.setSpecialValueText("不填")
        self._peers.setSuffix(" 个")
        self._peers.setValue(settings.peers or 0)
        self._file = QLineEdit(self)
        self._folder = Path(settings.last_folder or _documents())
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self._lay_out()
        self._suggest_name()
        for changed in (self._kinds.currentRowChanged, self._place.textChanged):
            changed.connect(self._suggest_name)
        self._period.changed.connect(self._suggest_name)
        self._file.textEdited.connect(self._named)
        self._place.setFocus() if not settings.place else self._kinds.setFocus()

    def wanted(self) -> Wanted:
        """The project that was asked for; call it after the dialog was accepted."""
        organization = Organization(
            name=self._place.text().strip(),
            superior=self._superior.text().strip(),
            peers=self._peers.value() or None,
        )
        key = self._kinds.key
        made = new_project(data.template(key), data.bank(), organization, self._period.period)
        path = self._path()
        remembered = {
            "place": organization.name,
            "superior": organization.superior,
            "peers": organization.peers,
            "template": key,
            "last_folder": str(path.parent),
        }
        return Wanted(made.project, path, str(path) == self._may_replace, remembered)

    def accept(self) -> None:
        """Close only when nothing is missing; else say what is, beside the field."""
        wrong = self._what_is_wrong()
        if wrong is None:
            super().accept()
            return
        field, message = wrong
        self._wrong.setText(message)
        self._wrong.show()
        for one in (self._place, self._file):
            one.setProperty("wrong", one is field)
            theme.polish(one)
        field.setFocus()

    def _what_is_wrong(self) -> tuple[QWidget, str] | None:
        if not self._place.text().strip():
            return self._place, "还没有写地方。请写本地的名称，如：云岭县。"
        if not self._file.text().strip():
            return self._file, "还没有写文件名。"
        path = self._path()
        if not path.parent.is_dir():
            return self._file, f"没有“{path.parent}”这个文件夹。请点“选择位置”换一个。"
        if path.exists() and str(path) != self._may_replace:
            return self._file, f"“{path.name}”已经有了。请换一个文件名，或点“选择位置”确认覆盖。"
        return None

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(unit)
        form.addRow("地方(&P)", self._place)
        form.addRow("上级(&U)", self._superior)
        form.addRow("报告期(&Q)", self._period)
        form.addRow("一同排名的单位(&R)", self._peers)
        browse = QPushButton("选择位置(&W)…", self)
        browse.clicked.connect(self._browse)
        line = QHBoxLayout()
        line.addWidget(self._file, 1)
        line.addWidget(browse)
        file_label = label(self, "存到(&F)")
        file_label.setBuddy(self._file)
        form.addRow(file_label, line)
        self._file.setAccessibleName("存到哪个文件")
        for field, name in (
            (self._place, "地方"),
            (self._superior, "上级"),
            (self._peers, "一同排名的单位有几个"),
        ):
            field.setAccessibleName(name)
        kind_label = label(self, "写哪一种(&K)")
        kind_label.setBuddy(self._kinds)
        self._kinds.setMinimumHeight(unit * 24)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setSpacing(unit)
        for widget in (kind_label, self._kinds):
            column.addWidget(widget)
        column.addLayout(form)
        scrolled(self, body, [self._wrong, self._buttons()], QSize(unit * 84, unit * 78))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        make = buttons.addButton("新建(&N)", QDialogButtonBox.ButtonRole.AcceptRole)
        make.setProperty("role", "primary")
        theme.polish(make)
        buttons.addButton("取消(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _named(self) -> None:
        self._name_is_own = bool(self._file.text().strip())

    def _suggest_name(self) -> None:
        """A file name of kind, place and period, until the clerk writes one of her own."""
        if not self._name_is_own:
            name = data.template(self._kinds.key).name
            organization = Organization(name=self._place.text().strip() or "本地")
            path = self._folder / file_name(name, organization, self._period.period)
            self._file.setText(str(path))
            self._file.setCursorPosition(len(str(path)))

    def _path(self) -> Path:
        path = Path(self._file.text().strip()).expanduser()
        path = path if path.is_absolute() else self._folder / path
        return path if path.suffix == ".json" else path.with_name(path.name + ".json")

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, "材料存到哪里", str(self._path()), "续稿材料 (*.json)"
        )
        if chosen:
            self._file.setText(chosen)
            self._name_is_own = True
            self._folder = Path(chosen).parent
            self._may_replace = str(self._path())


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


class TemplateList(TwoLineList):
    """The templates; `chosen` is the one that is marked at first, if it is there."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("写哪一种")
        keys = data.template_keys()
        for key in keys:
            template = data.template(key)
            self.add(template.name, template.summary, key)
        self.setCurrentRow(keys.index(chosen) if chosen in keys else 0)

    @property
    def key(self) -> str:
        """The key of the marked template."""
        return str(self.currentItem().data(KEY))
