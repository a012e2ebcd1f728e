"""What is said of each figure of a paragraph, whatever it speaks of: facet, time and base."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from model.values.facet import Facet
from model.values.period import Period
from model.wording.finding.bases import (
    LAST_YEAR,
    OTHER,
    base_of,
    base_of_former,
    base_of_yearly,
)
from model.wording.finding.facets import COUNT, Reach, becomes, facet_of, is_change, starts_from
from model.wording.finding.names import core
from model.wording.finding.plans import Aim, aim_of, is_ordered, orders_in
from model.wording.finding.surroundings import Placed
from model.wording.finding.times import Setting, Time, is_later, spans_years, years_told
from model.wording.fold import fold

_LEVELS = frozenset((Facet.ACTUAL, Facet.CUMULATIVE, COUNT))
_COMPARED = frozenset((Facet.YOY, Facet.POINTS, Facet.FORECAST_YOY, Facet.RANK_CHANGE, Facet.PLAN))
_OVER_YEARS = frozenset((*_COMPARED, Facet.PRIOR, Facet.PULL, Facet.CONTRIBUTION))
_PERCENT = frozenset("%％")
_RAISED = frozenset(("提高", "提升", "上升", "降低"))


class Told(NamedTuple):
    """What is said of a figure: its facet, its time, what it is compared with (see `bases`), and
    whether it is a change in the quantity's own unit."""

    facet: str
    time: Time
    against: str
    is_change: bool


class Telling:
    """What is said of the figures of one paragraph, read from the first to the last."""

    def __init__(self, text: str, setting: Setting) -> None:
        self._setting = setting
        self._orders = deque(orders_in(fold(text)))
        self._aim = Aim.NONE
        self._last_percent = ""
        self._of_share = False

    def of_group(self, group: list[Placed]) -> Iterator[Told]:
        """What is said of the figures of one list (增长12%和15%)."""
        first, last = group[0], group[-1]
        of_first = ""
        left_behind = first.ratio and starts_from(first.clause) and becomes(last.after)
        for placed in group:
            self._aim = aim_of(placed, self._aim, self._is_planning(placed))
            former = left_behind or placed.is_former(self._setting.year)
            reach = Reach(placed.forecast, self._aim, former, placed.ratio)
            facet = facet_of(placed.figure, placed.clause, placed.after, reach)
            shared = placed is not first and of_first == Facet.PLAN_SHARE
            of_first = of_first if shared else facet
            facet = of_first if shared and facet == Facet.ACTUAL else facet
            yield self._told(placed, self._of_rate(placed, facet))

    def _of_rate(self, placed: Placed, facet: str) -> str:
        """Points where a rate or share goes on with its change in % (率为96%，提高0.4%)."""
        word = placed.figure.direction
        goes_on = not placed.opens and core(placed.gap.strip("，,、")) == ""
        self._of_share = goes_on and self._last_percent == Facet.SHARE and facet == Facet.POINTS
        if facet == Facet.YOY and self._last_percent and word and word.text in _RAISED and goes_on:
            return Facet.POINTS
        is_rate = placed.figure.unit in _PERCENT and facet in (Facet.ACTUAL, Facet.SHARE)
        self._last_percent = facet if is_rate else ""
        return facet

    def _is_planning(self, placed: Placed) -> bool:
        setting = self._setting
        return (
            setting.planning
            or self._is_among_orders(placed.figure.start)
            or is_ordered(placed.before)
            or is_later(placed.before, setting.period)
        )

    def _is_among_orders(self, at: int) -> bool:
        """Whether a figure stands where the paragraph has turned to what is to be done."""
        while self._orders and self._orders[0][1] <= at:
            self._orders.popleft()
        return bool(self._orders) and self._orders[0][0] < at

    def _told(self, placed: Placed, facet: str) -> Told:
        clause, period = placed.clause, self._setting.period
        changes = facet in _LEVELS and is_change(placed.figure, clause)
        years = spans_years(placed.before, history=self._setting.history)
        against = LAST_YEAR
        if facet == Facet.PRIOR:
            against = self._base_of_former(placed)
        elif facet == Facet.YEARLY:
            against = base_of_yearly(placed.before, period)
        elif changes or facet in _COMPARED:
            against = OTHER if self._of_share else base_of(clause, period)
        if years and against == LAST_YEAR and (changes or facet in _OVER_YEARS):
            against = OTHER
        return Told(facet, _time_of(facet, against, years), against, changes)

    def _base_of_former(self, placed: Placed) -> str:
        period = self._setting.period
        told = years_told(placed.before)
        if not told or period is None or starts_from(placed.clause):
            return base_of_former(placed.clause, period)
        is_last = period.last_year() == Period(told[-1], 1, 12)
        return LAST_YEAR if is_last else f"{told[-1]}-Y"


def _time_of(facet: str, against: str, years: bool) -> Time:
    if facet == Facet.PLAN:
        return Time.PLAN
    if facet.startswith("forecast"):
        return Time.FORECAST
    if facet in (Facet.PRIOR, Facet.YEARLY) or (years and facet in _LEVELS):
        return Time.HISTORY
    over_years = against.endswith("-Y") or (against == OTHER and facet == Facet.YOY)
    return Time.HISTORY if over_years else Time.RESULT
