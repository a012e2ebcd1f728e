"""The ledger in the next period: every task with its id and status, what was struck off leaves.

A task that was struck off (销号) stays to be counted until its year is over (0037).
"""

from __future__ import annotations

from model.report.ledger import LedgerTask
from model.report.project import Project
from model.values.period import Period


def carried_tasks(project: Project, other: Project, new: Period) -> tuple[LedgerTask, ...]:
    """The tasks of both projects that the period `new` still follows; of the same task the
    project's own counts."""
    known = {one.id for one in project.tasks}
    tasks = (*project.tasks, *(one for one in other.tasks if one.id not in known))
    return tuple(one for one in tasks if one.closing is None or one.closing.on.year >= new.year)
