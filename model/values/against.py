"""What a change is measured against: last year's same period unless something else is told.

Codes: `previous`, `year_start`, `city`, `province`, `plan`, `comparable`, a period (`2026-M1-4`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import PlainSerializer

from model.errors import ValueRefused
from model.values.codes import taken_from_text
from model.values.period import Period


class Base(StrEnum):
    """What a change can be measured against that is no period named by its code."""

    PREVIOUS = "previous"
    YEAR_START = "year_start"
    CITY = "city"
    PROVINCE = "province"
    PLAN = "plan"
    COMPARABLE = "comparable"

    @property
    def label(self) -> str:
        """As a column or a message names it."""
        return {
            "previous": "较上期",
            "year_start": "较年初",
            "city": "比全市",
            "province": "比全省",
            "plan": "比计划",
            "comparable": "同口径",
        }[self.value]


Against = Base | Period
"""A base that is not the same period of last year (上年同期), which is told by nothing at all."""

_KNOWN = (
    "previous（较上期）、year_start（较年初）、city（比全市）、province（比全省）、"
    "plan（比计划）、comparable（同口径），或一个报告期，如2026-M1-4、2020-Y"
)


def parse_against(code: str) -> Against:
    """Read `city` or `2026-M1-4`; raises `ValueRefused` with all that can be written."""
    if code in set(Base):
        return Base(code)
    try:
        return Period.parse(code)
    except ValueRefused as error:
        raise ValueRefused(f"看不懂和什么比“{code}”。可以写：{_KNOWN}。") from error


def against_label(against: Against) -> str:
    """`较年初`, `比全市`, `较2026年1—4月`."""
    return against.label if isinstance(against, Base) else f"较{against.label_with_year}"


def settled(against: Against | None, period: Period) -> Against | None:
    """The one way to tell a base of a value of `period`: the period before by its code, the same
    period of last year by nothing."""
    named = period.previous() if against is Base.PREVIOUS else against
    return None if named == period.last_year() else named


AgainstCode = Annotated[
    Against,
    taken_from_text((Base, Period), parse_against, "和什么比要写成文字，如“city”"),
    PlainSerializer(str, return_type=str),
]
"""A base as a field of a record: its code in JSON."""
