"""从旧稿开始, the page that decides: whose report it is, of which period, what is to be written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from model.clock import Clock, local_date, utc_now
from model.desk import Settings
from model.jobs import take_in
from model.jobs.suggestions import file_name, period_to_write, suggested_period
from model.jobs.take_in import Manuscript
from model.library import shipped
from model.renewal.outlines import TextWay
from model.report.project import Organization
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.period_picker import PeriodPicker
from ui.kit.save_to import SaveTo

_OWN = "旧稿自己的结构"
_ABOUT = "这些是从旧稿里看出来的，不对就改；看不出的空着。旧稿的文字和文件都不动。"
_SAME = "与旧稿同一期：只把旧稿建成材料，数都留着。"
_WAYS = {
    TextWay.USUAL: "按惯例：工作部分只留提纲，其余连文字",
    TextWay.TEXT: "都连文字带过来，逐段核",
    TextWay.OUTLINE: "都只留提纲，文字重写",
}
_NEXT = "数都成了要填的格子，旧稿的数摆在旁边；文中的报告期一并换新，拿不准的列出来由您定。"


class TakingPage(QWidget):
    """What the manuscript does not say for certain; ask `what_is_wrong` before anything else."""

    def __init__(self, settings: Settings, parent: QWidget, *, clock: Clock = utc_now) -> None:
        super().__init__(parent)
        self._clock = clock
        self._peers = settings.peers
        self.seen = label(self, role="secondary", wraps=True)
        self.seen.hide()
        self.place = QLineEdit(self)
        self.place.setPlaceholderText("如：云岭县")
        self.superior = QLineEdit(self)
        self.superior.setPlaceholderText("如：江州市")
        today = local_date(clock)
        self.period = PeriodPicker(
            suggested_period(today), self, name="旧稿的报告期", has_keys=False
        )
        self.next = PeriodPicker(self.period.period, self, name="要写哪一期")
        self.next_words = label(self, role="secondary", wraps=True)
        self.texts = QComboBox(self)
        for way, words in _WAYS.items():
            self.texts.addItem(words, way)
        self.texts.setToolTip("只留提纲的部分，旧稿的文字摆在旁边；以后在那一页里随时能换。")
        self.look = QPushButton("看认得对不对(&L)…", self)
        self.look.setAutoDefault(False)
        self.template = QComboBox(self)
        self.template.addItem(_OWN, None)
        for key in shipped.template_keys():
            self.template.addItem(f"模板：{shipped.template(key).name}", key)
        self.file = SaveTo(settings.last_folder, self)
        self._lay_out()
        self.place.textChanged.connect(self._suggest_name)
        self.period.changed.connect(self._suggest_next)
        self.next.changed.connect(self._next_changed)
        self.template.currentIndexChanged.connect(self._suggest_name)

    @property
    def organization(self) -> Organization:
        return Organization(
            name=self.place.text().strip(),
            superior=self.superior.text().strip(),
            peers=self._peers,
        )

    @property
    def template_key(self) -> str | None:
        """The key of the chosen template; None for the manuscript's own structure."""
        key: str | None = self.template.currentData()
        return key

    @property
    def text_way(self) -> TextWay:
        """How the manuscript's text comes along into the next period."""
        way: TextWay = self.texts.currentData()
        return way

    def begin(self, manuscript: Manuscript, folder: Path | None) -> None:
        """Offer what the manuscript says, with the words it was seen in, and to save beside it."""
        place, period = take_in.place(manuscript), take_in.period(manuscript)
        words = take_in.seen_in(manuscript)
        self.seen.setText(words)
        self.seen.setVisible(bool(words))
        self.superior.setText(take_in.superior(manuscript))
        self.place.setText(place)
        if period is not None:
            self.period.set_period(period)
        self._suggest_next()
        self._suggest_name(folder=folder)

    def first_blank(self) -> QWidget | None:
        """What the manuscript does not say and has to be written; None where all is there."""
        return None if self.place.text().strip() else self.place

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

    def _suggest_next(self) -> None:
        """The period that is probably to be written, after the manuscript's own and the day."""
        self.next.set_period(period_to_write(self.period.period, local_date(self._clock)))
        self._next_changed()

    def _next_changed(self) -> None:
        is_same = self.next.period == self.period.period
        self.next_words.setText(_SAME if is_same else _NEXT)
        self.texts.setEnabled(not is_same)
        self._suggest_name()

    def _suggest_name(self, *_: object, folder: Path | None = None) -> None:
        key = self.template_key
        kind = shipped.template(key).name if key else "旧稿"
        place = Organization(name=self.place.text().strip() or "本地")
        self.file.suggest(file_name(kind, place, self.next.period), folder)

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
            ("要写哪一期(&N)", "要写哪一期", self.next),
            ("", "", self.next_words),
            ("文字怎么带(&W)", "文字怎么带", self.texts),
            ("分成哪些部分(&K)", "分成哪些部分", self.template),
            ("存到(&F)", "存到哪个文件", self.file),
        )
        for text, name, field in rows:
            if name:
                field.setAccessibleName(name)
            form.addRow(text, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        column.addWidget(self.seen)
        column.addLayout(form)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
