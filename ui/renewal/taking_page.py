"""从旧稿开始, third page: whose report it is, of which period, into what, and where it will lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from model.clock import Clock, local_date, utc_now
from model.desk import Settings
from model.jobs import take_in
from model.jobs.suggestions import file_name, suggested_period
from model.jobs.take_in import Manuscript
from model.library import shipped
from model.report.project import Organization
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.period_picker import PeriodPicker
from ui.kit.save_to import SaveTo

_OWN = "旧稿自己的结构"
_ABOUT = (
    "这些是从旧稿里看出来的，不对就改。报告期写旧稿的那一期：建成以后用“接着上期写”换到这一期。"
)


class TakingPage(QWidget):
    """What the manuscript does not say for certain; ask `what_is_wrong` before anything else."""

    def __init__(self, settings: Settings, parent: QWidget, *, clock: Clock = utc_now) -> None:
        super().__init__(parent)
        self._settings = settings
        self.seen = label(self, role="secondary", wraps=True)
        self.seen.hide()
        self.place = QLineEdit(self)
        self.place.setPlaceholderText("如：云岭县")
        self.superior = QLineEdit(settings.superior, self)
        self.superior.setPlaceholderText("如：江州市")
        self.period = PeriodPicker(suggested_period(local_date(clock)), self)
        self.template = QComboBox(self)
        self.template.addItem(_OWN, None)
        for key in shipped.template_keys():
            self.template.addItem(f"模板：{shipped.template(key).name}", key)
        self.file = SaveTo(settings.last_folder, self)
        self._lay_out()
        self.place.textChanged.connect(self._suggest_name)
        self.period.changed.connect(self._suggest_name)
        self.template.currentIndexChanged.connect(self._suggest_name)

    @property
    def organization(self) -> Organization:
        return Organization(
            name=self.place.text().strip(),
            superior=self.superior.text().strip(),
            peers=self._settings.peers,
        )

    @property
    def template_key(self) -> str | None:
        """The key of the chosen template; None for the manuscript's own structure."""
        key: str | None = self.template.currentData()
        return key

    def begin(self, manuscript: Manuscript, folder: Path | None) -> None:
        """Offer what the manuscript says, with the words it was seen in, and to save beside it."""
        place, period = take_in.place(manuscript), take_in.period(manuscript)
        words = take_in.seen_in(manuscript)
        self.seen.setText(words)
        self.seen.setVisible(bool(words))
        self.superior.setText(take_in.superior(manuscript) or self._settings.superior)
        self.place.setText(place or self._settings.place)
        if period is not None:
            self.period.set_period(period)
        self._suggest_name(folder=folder)

    def what_is_wrong(self) -> str:
        """What is missing, with the focus led there; '' for nothing."""
        no_place = "" if self.place.text().strip() else "还没有写地方。请写本地的名称，如：云岭县。"
        no_file = "" if no_place else self.file.what_is_wrong() or ""
        self.place.setProperty("wrong", bool(no_place))
        theme.polish(self.place)
        self.file.mark_wrong(bool(no_file))
        if no_place or no_file:
            (self.place if no_place else self.file).setFocus()
        return no_place or no_file

    def _suggest_name(self, *_: object, folder: Path | None = None) -> None:
        key = self.template_key
        kind = shipped.template(key).name if key else "旧稿"
        place = Organization(name=self.place.text().strip() or "本地")
        self.file.suggest(file_name(kind, place, self.period.period), folder)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(unit)
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("地方(&P)", "地方", self.place),
            ("上级(&U)", "上级", self.superior),
            ("旧稿的报告期(&Q)", "旧稿的报告期", self.period),
            ("分成哪些部分(&K)", "分成哪些部分", self.template),
            ("存到(&F)", "存到哪个文件", self.file),
        )
        for text, name, field in rows:
            field.setAccessibleName(name)
            form.addRow(text, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        column.addWidget(self.seen)
        column.addLayout(form)
        column.addStretch(1)
