"""What of a report is said in the span it is of: points, tasks and indicators fitted to a period.

A month has no gross domestic product, investment is told since January, and what is asked for
the rest of a year is not asked when the year is over. What does not fit is dropped (本期不写), so
that the clerk sees it and can write it all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from model.report.indicator import Indicator
from model.report.item import Item
from model.report.section import IndicatorUse, Task
from model.values.facet import FORECASTS
from model.values.period import Period, is_period
from model.values.spans import fits

_MONTH_DEADLINE = re.compile(r"(\d{1,2})月底前")
_YEAR_END = "年底前"
_OF_THE_YEAR = (_YEAR_END, "年内")


def fitted(record: Any, period: Period, indicators: Mapping[str, Indicator]) -> Any:
    """Return a record as a report of `period` says it; the same object where nothing differs."""
    match record:
        case Item() | Task() if record.spans:
            return _dropped(record, not fits(period, record.spans))
        case IndicatorUse():
            return _use(record, period, indicators.get(record.indicator))
        case _:
            return record


def with_deadline(task: Task, period: Period) -> Task:
    """A template's deadline for a report of `period`: none that has passed, none without its year.

    `9月底前` is `年底前` once September is over, and after a whole year both are of the next one.
    """
    deadline = task.deadline
    month = _MONTH_DEADLINE.fullmatch(deadline) if deadline else None
    if deadline not in _OF_THE_YEAR and month is None:
        return task
    if period.last == 12:
        return task.changed(deadline=f"{period.year + 1}年{(deadline or '').removeprefix('年')}")
    if month is not None and int(month[1]) <= period.last:
        return task.changed(deadline=_YEAR_END)
    return task


def _dropped(record: Any, dropped: bool) -> Any:
    return record if record.dropped == dropped else record.changed(dropped=dropped)


def _use(use: IndicatorUse, period: Period, indicator: Indicator | None) -> IndicatorUse:
    """A use with the periods in which its indicator has values, or dropped where it has none."""
    if not use.spans and (indicator is None or not indicator.periods):
        return use
    dropped = not fits(period, use.spans)
    code, forecast = use.period, use.forecast_period
    if indicator is not None and indicator.periods:
        said = _said(indicator, code, period)
        dropped = dropped or said is None
        if said is not None:
            code = None if said == period else str(said)
        if any(facet in FORECASTS for facet in use.facets):
            forecast = _forecast(indicator, forecast, period)
    changes = {
        name: value
        for name, value in (("dropped", dropped), ("period", code), ("forecast_period", forecast))
        if getattr(use, name) != value
    }
    return use.changed(**changes) if changes else use


def _said(indicator: Indicator, code: str | None, period: Period) -> Period | None:
    """The period whose value is said: that asked for, or the last one that has a value."""
    if code is None or not is_period(code):
        return indicator.period_said(period)
    asked = Period.parse(code)
    if asked == period:
        return indicator.period_said(period)
    if asked.first != 1 or indicator.exists_in(asked):
        return asked
    spans = (Period(asked.year, 1, last) for last in range(asked.last, 0, -1))
    return next((span for span in spans if indicator.exists_in(span)), None)


def _forecast(indicator: Indicator, code: str | None, period: Period) -> str | None:
    """The period a forecast is of: the text's own, else all since January, else the quarter."""
    to_date = Period(period.year, 1, period.last)
    quarter_end = Period(period.year, 1, -(-period.last // 3) * 3)
    if code is not None and Period.parse(code) not in (period, to_date, quarter_end):
        return code
    if indicator.exists_in(period):
        return None
    known = (span for span in (to_date, quarter_end) if indicator.exists_in(span))
    return next((str(span) for span in known), None)
