"""Chooses a reporting period: its year, its span, and one step back or forth."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QSpinBox, QWidget

from model.jobs.suggestions import suggested_spans
from model.values.period import Period
from ui.kit import theme
from ui.kit.flow import Flow

OWN_KEYS = "YZ"
"""The access keys of 上一期 and 下一期, which nothing beside a picker may have."""


class PeriodPicker(QWidget):
    """Year and span side by side, with 上一期 and 下一期. `changed` tells every new choice.

    `name` is what a screen reader says; of two pickers side by side one has the access keys.
    """

    changed = Signal()

    def __init__(
        self,
        period: Period,
        parent: QWidget | None = None,
        *,
        name: str = "报告期",
        has_keys: bool = True,
    ) -> None:
        super().__init__(parent)
        self.year = QSpinBox(self)
        self.year.setRange(1990, 2099)
        self.year.setSuffix(" 年")
        self.year.setAccessibleName(f"{name}的年份")
        self._span = QComboBox(self)
        self._span.setAccessibleName(name)
        self._span.setMaxVisibleItems(16)
        back, forth = (f"(&{key})" if has_keys else "" for key in OWN_KEYS)
        self.previous = QPushButton(f"上一期{back}", self)
        self.following = QPushButton(f"下一期{forth}", self)
        row = Flow(self, gap=theme.unit(self))
        steps = QWidget(self)  # 上一期 and 下一期 go on in the second line together
        beside = QHBoxLayout(steps)
        beside.setContentsMargins(0, 0, 0, 0)
        for button in (self.previous, self.following):
            beside.addWidget(button)
        for widget in (self.year, self._span, steps):
            row.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self._span)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # else its label's access key is idle
        self.set_period(period)
        self.year.valueChanged.connect(self._year_changed)
        self._span.currentIndexChanged.connect(self.changed)
        self.previous.clicked.connect(lambda: self.set_period(self.period.previous()))
        self.following.clicked.connect(lambda: self.set_period(self.period.following()))

    @property
    def period(self) -> Period:
        return suggested_spans(self.year.value())[self._span.currentIndex()]

    def set_period(self, period: Period) -> None:
        """Show a period; years out of reach stay at the nearest one."""
        self.year.setValue(period.year)
        self._fill(period)

    def _year_changed(self) -> None:
        self._fill(self.period)

    def _fill(self, period: Period) -> None:
        """The spans of the year, with the span of `period` chosen."""
        spans = suggested_spans(self.year.value())
        wanted = Period(self.year.value(), period.first, period.last)
        was_blocked = self._span.blockSignals(True)
        if self._span.count() == 0:
            self._span.addItems([span.label for span in spans])
        self._span.setCurrentIndex(spans.index(wanted))
        self._span.blockSignals(was_blocked)
        self.changed.emit()
