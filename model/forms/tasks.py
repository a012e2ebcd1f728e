"""Tasks of the ledger on the forms of the departments that lead them, and what came of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from model.entry.apply import Assignment, set_values
from model.entry.ledger import PROGRESS, STATUS, STATUSES
from model.errors import XugaoError
from model.forms.form import PROGRESS_HEAD, STATUS_HEAD, TASK_HEADS, TaskRow
from model.forms.lines import Came, CameState, File, line_choice, noted, unknown
from model.forms.returned import ReturnedRow
from model.report.ledger import LedgerTask, Status
from model.report.project import Project

_LABEL = 20


def tasks_by_leader(project: Project, known: Iterable[str]) -> dict[str, tuple[LedgerTask, ...]]:
    """The tasks that are to be told of, by the department that leads them: under its name as it is
    `known`, where 财政部门 and 财政局 are one. What is done is asked of nobody any more."""
    names, meant = [*known], dict[str, str]()
    found: dict[str, list[LedgerTask]] = defaultdict(list)
    for task in project.tasks:
        if task.closing is not None or task.status is Status.DONE:
            continue
        for lead in dict.fromkeys(task.lead):
            if lead not in meant:
                meant[lead] = _named(project, lead, names)
            found[meant[lead]].append(task)
    return {name: tuple(tasks) for name, tasks in found.items()}


def _named(project: Project, lead: str, names: list[str]) -> str:
    """The name under which a leader is known; a new one is known from now on."""
    is_same = project.organization.is_same
    name = next((one for one in names if is_same(one, lead)), None)
    if name is None:
        name = project.organization.present_name(lead)
        names.append(name)
    return name


def task_row(project: Project, task: LedgerTask, key: str) -> TaskRow:
    """A task as a row of a form; what was told last begins with how far it was."""
    before = task.before(project.period)
    last = f"{task.status.label}。{before}" if before else task.status.label
    return TaskRow(
        key, task.id, task.text, "、".join(task.support), task.due_said,
        last, task.status.label, task.notes.get(str(project.period), ""),
    )  # fmt: skip


def is_told(project: Project, task: LedgerTask) -> bool:
    """Whether somebody has told of this period how it goes."""
    return str(project.period) in task.notes


def lines_of_task(
    project: Project, today: date, file: File, row: ReturnedRow, asked: TaskRow
) -> Iterator[Came]:
    """What a department told of a task: its status, and how it went."""
    changed = _changed_known(row, asked)
    told = (
        (STATUS, STATUS_HEAD, asked.status, ""),
        (PROGRESS, PROGRESS_HEAD, asked.have, asked.last),
    )
    for path, head, ours, last in told:
        said = "".join(row.text(head).split("\n"))
        if not said or (path == STATUS and said == ours):
            continue
        label = f"{asked.text[:_LABEL].rstrip('，。')} {head}"
        place = f"{asked.task}.{path}"
        try:
            set_values(project, [Assignment(place, said)], today)
        except XugaoError as error:
            why = str(error).partition("：")[2] or str(error)
            yield unknown(file, row, said, f"{row.where}：{why}", label)
            continue
        state, note = _state(path, said, ours, last)
        choice = line_choice(place, label, (ours or None, said), file, note)
        line = Came(choice, state, last, file, file.department)
        if changed:
            line = noted(line._replace(state=CameState.CHANGED), changed)
        yield line


def _state(path: str, said: str, ours: str, last: str) -> tuple[CameState, str]:
    """A status that goes forward speaks for itself, one that goes back is to be looked at."""
    if path == STATUS:
        order = [*STATUSES]
        is_back = order.index(said) < order.index(ours)
        return (CameState.OTHER, f"已记作{ours}") if is_back else (CameState.READY, "")
    if ours:
        return (CameState.SAME, "") if said == ours else (CameState.OTHER, "")
    is_old = said == last.partition("。")[2]
    return (CameState.FAR, "和上期进展一字不差") if is_old else (CameState.READY, "")


def _changed_known(row: ReturnedRow, asked: TaskRow) -> str:
    """What of the locked cells is not what it was; '' where all is."""
    told = [
        f"{head}原是“{was or '空'}”，表里是“{now or '空'}”"
        for head, was in zip(TASK_HEADS, asked.known, strict=True)
        if head in row.heads and "".join((now := row.text(head)).split()) != "".join(was.split())
    ]
    return "；".join(told)


def rows_of_tasks(
    project: Project, tasks: Sequence[LedgerTask], keys: Iterable[str]
) -> tuple[TaskRow, ...]:
    """The rows of these tasks with their keys."""
    return tuple(task_row(project, task, key) for task, key in zip(tasks, keys, strict=False))
