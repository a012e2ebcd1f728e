"""Departments (部门) of a place, and the forms (报数表) they were sent and gave back.

A supplier (供稿单位) is a name: `Organization.departments` tells which names mean one department.
"""

from __future__ import annotations

import datetime
import re
from enum import StrEnum
from functools import lru_cache

from pydantic import Field as Constraint

from model.report.record import Record
from model.values.period import PeriodCode

_ENDINGS = re.compile(r"(?:工作)?(?:局|委员会|办公室|部门|中心|公司|分行|支行|委|办|部|厅|院)$")


@lru_cache(maxsize=1024)
def stem(name: str) -> str:
    """A name without what kind of office it is: 财政 of 财政局 and of 财政部门."""
    return _ENDINGS.sub("", name) or name


class Department(Record):
    """A department: its name, its short name, and the names it had before (`former`)."""

    id: str
    name: str = Constraint(min_length=1)
    short: str = ""
    former: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names by which it is known, its present one first."""
        return (self.name, *filter(None, (self.short, *self.former)))


class Way(StrEnum):
    """How a department gave what it was asked for."""

    FORM = "form"
    FILE = "file"
    PHONE = "phone"
    PAPER = "paper"
    MEETING = "meeting"
    CHAT = "chat"

    @property
    def label(self) -> str:
        return _WAYS[self]


_WAYS = {
    Way.FORM: "报数表",
    Way.FILE: "文件",
    Way.PHONE: "电话",
    Way.PAPER: "纸质",
    Way.MEETING: "会议",
    Way.CHAT: "微信",
}


class FormReturn(Record):
    """One answer to a form: how it came, in which file (told by its digest), from whom, when."""

    way: Way = Way.FORM
    file: str = ""
    digest: str = ""
    person: str = ""
    phone: str = ""
    date: datetime.date | None = None


class SentForm(Record):
    """A form that was made for a department: of which period, until when, whom it may ask."""

    id: str
    department: str
    period: PeriodCode
    sent: datetime.date
    due: datetime.date | None = None
    ask: str = ""
    returns: tuple[FormReturn, ...] = ()
