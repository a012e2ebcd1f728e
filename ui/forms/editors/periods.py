"""Reporting periods: a span and its year, chosen or typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.clock import Clock, local_date, utc_now
from model.entry.dates import period
from model.errors import ValueRefused
from model.values.period import Period
from ui.forms.editors.choice import ChoiceEditor

_AROUND = 1


def periods_of(year: int) -> tuple[Period, ...]:
    """The periods of a year as reports go through it: spans since January, quarters, months."""
    to_date = [Period(year, 1, last) for last in range(2, 13)]
    quarters = [Period(year, first, first + 2) for first in (4, 7, 10)]
    months = [Period(year, month, month) for month in range(1, 13)]
    return (*to_date, *quarters, *months)


class PeriodEditor(ChoiceEditor):
    """A period, said with its year: 2026年上半年."""

    def __init__(self, parent: QWidget | None = None, *, clock: Clock = utc_now) -> None:
        super().__init__((), parent)
        self.set_placeholder("如 2026年上半年")
        self.set_year(local_date(clock).year)

    def set_year(self, year: int) -> None:
        """The year whose periods are offered, with those before and after it."""
        years = range(year - _AROUND, year + _AROUND + 1)
        offered = sorted(years, key=lambda one: (one != year, -one))
        self.set_choices(tuple(one.label_with_year for each in offered for one in periods_of(each)))

    def _shown(self, value: str) -> str:
        try:
            return Period.parse(value).label_with_year if value else ""
        except ValueRefused:
            return value

    def _makes_sense(self, text: str) -> bool:
        return not text or _read(text) is not None


def _read(text: str) -> Period | None:
    try:
        return period(text)
    except ValueRefused:
        return None
