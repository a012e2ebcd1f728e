"""The LEDGER (台账) of tasks: work that was set once and is followed until it is done.

A `Task` is what one text says of such work in one period; a `LedgerTask` is the work itself. That
it is behind (滞后) is no status: the clock tells, see `model.ledger`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator
from pydantic import Field as Constraint

from model.errors import ValueRefused
from model.report.deadlines import DeadlineCode, day_before_said, last_day
from model.report.record import Record
from model.values.number import Number
from model.values.period import Period


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


def _by_period(notes: Mapping[str, str]) -> Mapping[str, str]:
    """The notes in the order of their periods; raises `ValueError` for a key that is none."""
    try:
        return dict(sorted(notes.items(), key=lambda note: (Period.parse(note[0]).end, note[0])))
    except ValueRefused as error:
        raise ValueError(f"进展的报告期写错了：{error}") from error


Notes = Annotated[Mapping[str, str], AfterValidator(_by_period)]
NO_NOTES: Mapping[str, str] = {}


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
    notes: Notes = NO_NOTES
    extensions: tuple[Extension, ...] = ()
    closing: Closing | None = None

    @property
    def due(self) -> datetime.date | None:
        """The last day there is for it: what was granted last, else what was set."""
        if self.extensions:
            return self.extensions[-1].until
        return last_day(self.deadline) if self.deadline else None

    @property
    def due_said(self) -> str:
        """`2026年10月底前`; the words of the text where they name no day."""
        if self.due is None:
            return self.deadline_words
        return day_before_said(self.due) + ("（已延期）" if self.extensions else "")

    @property
    def latest(self) -> str:
        """What was told last of how it went."""
        return next(reversed([*self.notes.values()]), "")

    def before(self, period: Period) -> str:
        """What was told last of how it went, of periods before this one."""
        told = [note for code, note in self.notes.items() if Period.parse(code).end < period.end]
        return told[-1] if told else ""
