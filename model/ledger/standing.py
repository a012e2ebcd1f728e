"""HOW TASKS STAND (办理情况) on a day: 滞后 is computed, never set; counts and what they say."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from model.report.ledger import LedgerTask, Status
from model.report.project import Organization


class Standing(StrEnum):
    """How a task stands on a day, worst first."""

    OVERDUE = "overdue"
    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    STANDING = "standing"
    DONE = "done"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _LABELS.get(self) or Status(self.value).label

    @property
    def is_open(self) -> bool:
        """Whether there is still something to be done by a day."""
        return self in (Standing.OVERDUE, Standing.NOT_STARTED, Standing.UNDER_WAY)


_LABELS = {Standing.OVERDUE: "滞后", Standing.CLOSED: "已销号"}


def standing(task: LedgerTask, today: date) -> Standing:
    """How a task stands: behind where its last day is over; 长期坚持 never is."""
    if task.closing is not None:
        return Standing.CLOSED
    if task.status in (Status.DONE, Status.STANDING):
        return Standing(task.status.value)
    if task.due is not None and task.due < today:
        return Standing.OVERDUE
    return Standing(task.status.value)


class Counts(NamedTuple):
    """How many tasks stand how; `due_soon` are open ones whose last day is in this month."""

    total: int
    done: int
    under_way: int
    overdue: int
    not_started: int
    standing: int
    due_soon: int


def counts(tasks: Iterable[LedgerTask], today: date) -> Counts:
    """Count tasks by how they stand; those struck off are done."""
    each = [(task, standing(task, today)) for task in tasks]
    found = Counter(stands for _, stands in each)
    month_end = today.replace(day=calendar.monthrange(today.year, today.month)[1])
    soon = sum(
        stands.is_open and task.due is not None and today <= task.due <= month_end
        for task, stands in each
    )
    return Counts(
        len(each), found[Standing.DONE] + found[Standing.CLOSED], found[Standing.UNDER_WAY],
        found[Standing.OVERDUE], found[Standing.NOT_STARTED], found[Standing.STANDING], soon,
    )  # fmt: skip


def inspection_sentence(found: Counts) -> str:
    """The sentence of a 督查通报: 已完成X项，正在推进X项，进展滞后X项."""
    said = [
        f"已完成{found.done}项",
        f"正在推进{found.under_way}项",
        f"进展滞后{found.overdue}项",
    ]
    said += [f"尚未启动{found.not_started}项"] if found.not_started else []
    said += [f"长期坚持{found.standing}项"] if found.standing else []
    return f"台账共{found.total}项任务，{'，'.join(said)}。"


def due_line(found: Counts) -> str:
    """`3项已到期、5项月内到期`; '' where nothing is due."""
    said = [f"{found.overdue}项已到期"] if found.overdue else []
    said += [f"{found.due_soon}项月内到期"] if found.due_soon else []
    return "、".join(said)


class Order(StrEnum):
    """What a list of tasks goes by."""

    STANDING = "standing"
    DEADLINE = "deadline"
    DEPARTMENT = "department"
    GIVEN = "given"

    @property
    def label(self) -> str:
        return _ORDERS[self]


_ORDERS = {
    Order.STANDING: "按状态",
    Order.DEADLINE: "按时限",
    Order.DEPARTMENT: "按单位",
    Order.GIVEN: "按原来的顺序",
}
_STANDINGS = tuple(Standing)


def ordered(tasks: Sequence[LedgerTask], order: Order, today: date) -> tuple[LedgerTask, ...]:
    """The tasks in an order; within it the overdue come first, then the earlier deadline."""
    return tuple(sorted(tasks, key=lambda task: _rank(task, order, today)))


def _rank(task: LedgerTask, order: Order, today: date) -> tuple[object, ...]:
    stands, due = _STANDINGS.index(standing(task, today)), task.due or date.max
    match order:
        case Order.STANDING:
            return stands, due
        case Order.DEADLINE:
            is_over = not standing(task, today).is_open
            return is_over, due, stands
        case Order.DEPARTMENT:
            return not task.lead, task.lead[:1], stands, due
        case Order.GIVEN:
            return ()


def is_for(task: LedgerTask, department: str, organization: Organization) -> bool:
    """Whether a department leads or supports a task."""
    return any(organization.is_same(department, one) for one in (*task.lead, *task.support))


class Wanted(NamedTuple):
    """Which tasks are looked at: of a department (牵头 or 配合), how they stand; all without."""

    department: str = ""
    standings: tuple[Standing, ...] = ()
    with_closed: bool = False

    def has(self, task: LedgerTask, organization: Organization, today: date) -> bool:
        """Whether a task is among them; one that was struck off only where it is asked for."""
        stands = standing(task, today)
        if self.department and not is_for(task, self.department, organization):
            return False
        if self.standings:
            return stands in self.standings
        return self.with_closed or stands is not Standing.CLOSED
