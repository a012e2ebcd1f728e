"""The table of tasks (任务分解表): 序号 · 任务 · 牵头单位 · 配合单位 · 完成时限 · 进展情况."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from model.document import Cell, Span, Table
from model.report.ledger import LedgerTask
from model.values.state import State
from model.wording.saying.words import BLANK

HEADS = ("序号", "任务", "牵头单位", "配合单位", "完成时限", "进展情况")
_WIDTHS = (2, 13, 5, 5, 5, 8)
_KEYS = ("number", "text", "lead", "support", "deadline", "progress")
_NOTHING = "—"


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
