"""A FORM (报数表) as it is sent to a department: what it asks for, neutral of any file format.

Every row has a key (编号) by which it is known when it comes back, wherever it then stands.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

HEADS = ("本期数", "同比", "占计划", "位次")
"""The columns in which numbers are asked for."""
NOW, GROWTH, SHARE, RANK = HEADS
STATUS_HEAD, PROGRESS_HEAD = "现在的状态", "本期进展"
"""The columns in which a department tells how its tasks go."""
CORRECTED, REMARK = "上期/上年数有更正的填这里", "备注"


class Ask(NamedTuple):
    """One value that is asked for: in which column, at which place, in which unit, what we have.

    `is_number`: a plain number goes into the cell, not a word or a rank.
    """

    column: str
    place: str
    unit: str
    have: str = ""
    is_number: bool = True
    choices: tuple[str, ...] = ()


class NumberRow(NamedTuple):
    """An indicator (or a field) with what it said before: `last` period, same period last year."""

    key: str
    name: str
    unit: str
    span: str
    last: str
    last_year: str
    asks: tuple[Ask, ...]
    decimals: int | None = None
    corrected: tuple[str, str] = ("", "")
    """The places of the last and of last year's value, where a correction can go."""

    def ask(self, column: str) -> Ask | None:
        """What is asked in a column; None where nothing is."""
        return next((one for one in self.asks if one.column == column), None)

    @property
    def known(self) -> tuple[str, ...]:
        """What stands in the locked cells, in their order."""
        return (self.name, self.unit, self.span, self.last, self.last_year)


class TextRow(NamedTuple):
    """A point whose words are asked for, with those of last period and those we have."""

    key: str
    place: str
    label: str
    last: str
    have: str = ""


class FormColumn(NamedTuple):
    """A column of a table: its key, its head with the unit, whether numbers go into it."""

    key: str
    title: str
    unit: str
    is_number: bool
    choices: tuple[str, ...] = ()


class FormLine(NamedTuple):
    """A row of a table: its key, the id of the row, what stands in it, what it said before."""

    key: str
    id: str
    cells: tuple[str, ...]
    last: str = ""


class FormTable(NamedTuple):
    """A table of which some rows are the department's."""

    block: str
    title: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormLine, ...]


class TaskRow(NamedTuple):
    """A task of the ledger that the department leads: what, with whom, by when, how it went."""

    key: str
    task: str
    text: str
    support: str
    due: str
    last: str
    status: str
    have: str = ""

    @property
    def known(self) -> tuple[str, ...]:
        """What stands in the locked cells, in their order."""
        return (self.text, self.support, self.due, self.last)


TASK_HEADS = ("任务", "配合单位", "完成时限", "上期进展")


@dataclass(frozen=True, slots=True)
class Form:
    """All that one department is asked for."""

    id: str
    project: str
    office: str
    department: str
    period: str
    period_label: str
    report: str
    sent: datetime.date
    due: datetime.date | None
    ask: str
    numbers: tuple[NumberRow, ...]
    texts: tuple[TextRow, ...]
    tables: tuple[FormTable, ...]
    tasks: tuple[TaskRow, ...] = ()

    @property
    def title(self) -> str:
        """What stands over the form."""
        return f"{self.office}{self.period_label}报数表"

    @property
    def count(self) -> int:
        """How many values, texts, rows and tasks are asked for."""
        asked = sum(len(row.asks) for row in self.numbers) + len(self.texts) + len(self.tasks)
        return asked + sum(len(table.rows) for table in self.tables)


def day_said(day: datetime.date | None) -> str:
    """`2026年7月5日`."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
