"""Tasks of a block."""

from __future__ import annotations

from model.arrange.markers import next_marker
from model.arrange.records import holder_of, maker, the, the_kind
from model.report.project import Project
from model.report.section import Task, TasksBlock
from model.report.tree import exchange


def add_task(project: Project, beside_id: str) -> Project:
    """An empty task after another, its row going on; or the last one of a block of tasks.

    It asks for a deadline where the other has one, or where it is the first. Raises `PlaceError`.
    """
    record = the(project, beside_id)
    block = record
    if isinstance(record, Task):
        block = holder_of(project, beside_id)
    block = the_kind(project, getattr(block, "id", ""), TasksBlock)
    at = len(block.tasks)
    if isinstance(record, Task):
        at = next(n for n, one in enumerate(block.tasks) if one is record) + 1
    other = block.tasks[at - 1] if at else None
    new = Task(
        id=maker(project).new("t"),
        marker=next_marker(other.marker) if other else None,
        deadline="" if other is None or other.deadline is not None else None,
    )
    tasks = (*block.tasks[:at], new, *block.tasks[at:])
    return exchange(project, block.id, lambda old: (old.changed(tasks=tasks),))
