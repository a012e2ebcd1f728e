"""Dates: typed in the ways clerks write them, or picked from a calendar."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from model.clock import Clock, local_date, utc_now
from model.compose.project_reader import date_in_words
from model.values.field_kind import FieldKind
from ui.forms.editors.popups import helper_button
from ui.forms.editors.typed import TypedEditor

_MONTH_DAY = re.compile(r"(\d{1,2})(?:月|[./-])(\d{1,2})日?", re.ASCII)
_CHARACTERS = 8


class DateEditor(TypedEditor):
    """A day. `7.5` is the fifth of July of `year`; what stands there is 2026年7月5日."""

    def __init__(self, parent: QWidget | None = None, *, clock: Clock = utc_now) -> None:
        super().__init__(FieldKind.DATE, parent=parent)
        self.year = local_date(clock).year
        self._clock = clock
        self.line.characters = _CHARACTERS
        self.set_placeholder("如 7.5")
        self.button = helper_button(self, "日历", "打开日历")
        self.button.clicked.connect(self._open)
        self._popup: QFrame | None = None

    def value(self) -> str:
        return self._completed(self.line.text())

    def _stands(self) -> str:
        return self.line.text()

    def _completed(self, text: str) -> str:
        short = _MONTH_DAY.fullmatch("".join(text.split()))
        return f"{self.year}年{short[1]}月{short[2]}日" if short else text

    def _shown(self, value: str) -> str:
        try:
            return date_in_words(date.fromisoformat(value)) if value else ""
        except ValueError:
            return value

    def _open(self) -> None:
        """A calendar below the line; picking a day closes it."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setAccessibleName("日历")
        calendar.setSelectedDate(self._day())
        QVBoxLayout(popup).addWidget(calendar)
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        popup.destroyed.connect(self._closed)
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        popup.show()
        calendar.setFocus()
        self._popup = popup

    def _day(self) -> QDate:
        """The day typed so far, else today in the year of the project."""
        typed = self._normalized(self.line.text())
        if typed:
            return QDate.fromString(typed, Qt.DateFormat.ISODate)
        today = local_date(self._clock)
        return QDate(self.year, today.month, min(today.day, 28))

    def _picked(self, day: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
        self.line.setFocus()
        self.set_text(date_in_words(date(day.year(), day.month(), day.day())))

    def _closed(self) -> None:
        self._popup = None
