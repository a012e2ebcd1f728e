"""The table of tasks (任务分解表): 序号 · 任务 · 牵头单位 · 配合单位 · 完成时限 · 进展情况."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.document import Cell, Paragraph, Role, Span, Table, line_id
from model.report.ledger import LedgerTask
from model.report.section import TaskTableBlock
from model.values.period import Period
from model.values.state import State
from model.wording.saying.words import BLANK

HEADS = ("序号", "任务", "牵头单位", "配合单位", "完成时限", "进展情况")
_WIDTHS = (2, 16, 5, 5, 5, 9)
_KEYS = ("number", "text", "lead", "support", "deadline", "progress")
_NOTHING = "—"


def task_table_block(one: TaskTableBlock, reader: ProjectReader) -> Iterator[Paragraph | Table]:
    """Caption and table of the tasks that are not struck off; nothing where there are none."""
    project = reader.ledger
    is_same = project.organization.is_same
    tasks = [
        task
        for task in project.tasks
        if task.closing is None
        and (
            not one.department
            or any(is_same(one.department, name) for name in (*task.lead, *task.support))
        )
    ]
    if not tasks:
        return
    if one.caption:
        caption = line_id(one.id, Role.CAPTION)
        yield Paragraph(Role.CAPTION, said(one, "caption", reader), 0, (caption,))
    yield task_table(
        tasks,
        lambda task: f"{task.status.label}。{note_of(task, project.period)}",
        (one.id,),
        tuple(f"{one.id}_{task.id}" for task in tasks),
    )


def note_of(task: LedgerTask, period: Period) -> str:
    """What was told of a period, else last, as a sentence."""
    note = task.notes.get(str(period)) or task.latest
    return note if not note or note.endswith(("。", "！", "？")) else f"{note}。"


def task_table(
    tasks: Sequence[LedgerTask],
    progress: Callable[[LedgerTask], str],
    ids: tuple[str, ...] = (),
    row_ids: tuple[str, ...] = (),
) -> Table:
    """The table of these tasks; a leader that is missing is a blank to fill in."""
    rows = tuple(_row(number, task, progress(task)) for number, task in enumerate(tasks, 1))
    return Table(HEADS, _WIDTHS, rows, ids, row_ids, _KEYS if ids else (), small=True)


def _row(number: int, task: LedgerTask, progress: str) -> tuple[Cell, ...]:
    lead = "、".join(task.lead)
    return (
        Cell((Span(str(number)),), True),
        _cell(task.text),
        _cell(lead) if lead else Cell((Span(BLANK, state=State.EMPTY),)),
        _cell("、".join(task.support) or _NOTHING),
        _cell(task.due_said or _NOTHING),
        _cell(progress),
    )


def _cell(text: str) -> Cell:
    return Cell((Span(text),))
