"""The LEDGER (台账) of tasks: work that was set once and is followed until it is done.

A `Task` is what one text says of such work in one period; a `LedgerTask` is the work itself. Whether
it is behind (滞后) is no status: the clock tells, see `model.ledger`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator
from pydantic import Field as Constraint

from model.report.record import Record
from model.values.number import Number
from model.values.period import Period, is_period


class Status(StrEnum):
    """How far work is, as somebody said."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    STANDING = "standing"

    @property
    def label(self) -> str:
        return _STATUSES[self]


_STATUSES = {
    Status.NOT_STARTED: "未启动",
    Status.UNDER_WAY: "推进中",
    Status.DONE: "已完成",
    Status.STANDING: "长期坚持",
}


def last_day(deadline: str) -> datetime.date:
    """Return the last day of a deadline (完成时限): a day, or the end of a period."""
    if is_period(deadline):
        return Period.parse(deadline).end
    return datetime.date.fromisoformat(deadline)


def _checked(deadline: str) -> str:
    try:
        last_day(deadline)
    except ValueError as error:
        raise ValueError("完成时限要写成报告期（2026-Y）或日期（2026-10-31）") from error
    return deadline


DeadlineCode = Annotated[str, AfterValidator(_checked)]
"""A day (`2026-10-31`) or a period (`2026-Y`), at whose end the work is to be done."""


class Origin(Record):
    """Where work was set: the text by its name, its paragraph counted from 1, and the
    task of a report of this project, by the ids of both."""

    name: str = ""
    paragraph: int | None = Constraint(default=None, ge=1)
    report: str = ""
    task: str = ""


class Extension(Record):
    """A new date for work (延期): why, and who approved it on which day."""

    until: datetime.date
    reason: str = ""
    approved_by: str = ""
    on: datetime.date | None = None


class Closing(Record):
    """Work struck off (销号): who confirmed it, on which day."""

    confirmed_by: str
    on: datetime.date


class LedgerTask(Record):
    """Work that somebody is to do: what, who leads, who supports, by when, how much.

    `deadline` None: none is known; `deadline_words` are those of the text it comes from (年底前).
    `notes` tell by the code of the period how it went (进展).
    """

    id: str
    text: str = Constraint(min_length=1)
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    deadline: DeadlineCode | None = None
    deadline_words: str = ""
    quantity: Number | None = None
    unit: str = ""
    origin: Origin = Origin()
    status: Status = Status.NOT_STARTED
    notes: Mapping[str, str] = {}
    extensions: tuple[Extension, ...] = ()
    closing: Closing | None = None
