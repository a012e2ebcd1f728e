"""任务分解表 as a paper to hand out, and what one task looks like in a line."""

from __future__ import annotations

from datetime import date

from model.compose.task_table import note_of, task_table
from model.document import Document, Paragraph, Role, Span, Table
from model.ledger.standing import Order, Wanted, counts, inspection_sentence, ordered, standing
from model.report.ledger import LedgerTask
from model.report.project import Project
from model.values.period import Period


def decomposition(project: Project, wanted: Wanted, order: Order, today: date) -> Document:
    """任务分解表 of the tasks that are wanted, with the sentence of the 督查通报 below."""
    tasks = chosen(project, wanted, order, today)
    of = wanted.department or project.organization.name
    title = f"{of}{project.period.label_with_year}任务分解表"
    body: list[Paragraph | Table] = [_line(Role.TITLE, title)]
    if not tasks:
        body.append(_line(Role.BODY, "没有要列的任务。"))
        return Document(title, tuple(body))
    body.append(task_table(tasks, lambda task: progress_said(task, project.period, today)))
    summed = inspection_sentence(counts(tasks, today))
    said = f"{today.year}年{today.month}月{today.day}日"
    body.append(_line(Role.BODY, f"截至{said}，{summed}"))
    return Document(title, tuple(body))


def _line(role: Role, text: str) -> Paragraph:
    return Paragraph(role, (Span(text),))


def chosen(project: Project, wanted: Wanted, order: Order, today: date) -> tuple[LedgerTask, ...]:
    """The tasks of the ledger that are wanted, in an order."""
    return ordered(
        [one for one in project.tasks if wanted.has(one, project.organization, today)], order, today
    )


def progress_said(task: LedgerTask, period: Period, today: date) -> str:
    """`推进中。开工9个。`: how it stands on a day, and what was told last."""
    said = [standing(task, today).label + "。"]
    said.append(note_of(task, period))
    if task.extensions:
        last = task.extensions[-1]
        by = f"经{last.approved_by}同意" if last.approved_by else ""
        why = f"因{last.reason.removeprefix('因')}" if last.reason else ""
        said.append(f"{'，'.join(filter(None, (why, by)))}延期。".lstrip("，"))
    if task.closing is not None:
        on = task.closing.on
        said.append(f"{on.year}年{on.month}月{on.day}日{task.closing.confirmed_by}确认销号。")
    return "".join(said)
