"""EDITS of the ledger: tasks put in, changed, extended (延期), struck off (销号), removed.

Each gives a new root; `ValueRefused` and `PlaceError` say what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from model.arrange.records import maker
from model.entry.cleaning import one_line, one_paragraph
from model.entry.ledger import changes_typed, exchanged, task_of
from model.errors import ValueRefused
from model.report.deadlines import deadline_named
from model.report.ledger import Closing, Extension, LedgerTask, Status
from model.report.project import Project
from model.values.period import Period
from model.wording.finding.dates import find_periods

Change = Callable[[LedgerTask], LedgerTask]


def with_tasks(project: Project, tasks: Iterable[LedgerTask]) -> Project:
    """The project with tasks at the end of its ledger, each with an id of its own."""
    ids = maker(project)
    added = tuple(task.changed(id=ids.new("a")) for task in tasks)
    return project.changed(tasks=(*project.tasks, *added)) if added else project


def corrected(task: LedgerTask, path: str, typed: str, of: Period) -> LedgerTask:
    """A task that is not in the ledger yet, with one value as it was typed; a deadline without a
    year is one of a text of the period `of`."""
    return task.changed(**changes_typed(task, path, typed, of))


def with_task(project: Project, text: str) -> Project:
    """The project with one more task, as it was typed."""
    said = one_paragraph(text).strip()
    if not said:
        raise ValueRefused("请写出要做什么，如：10月底前完成老旧小区改造12个。")
    words = next((one.text for one in find_periods(said) if one.text.endswith("前")), "")
    due = deadline_named(words, project.period)
    task = LedgerTask(id="", text=said, deadline=due, deadline_words=words if due else "")
    return with_tasks(project, [task])


def removed(project: Project, ids: Iterable[str]) -> Project:
    """The project without these tasks of its ledger."""
    gone = {task_of(project, id_).id for id_ in ids}
    return project.changed(tasks=tuple(task for task in project.tasks if task.id not in gone))


def extended(
    project: Project, id_: str, until: date, reason: str, approved_by: str, today: date
) -> Project:
    """延期: a task with a new last day, later than the one it has."""
    task = task_of(project, id_)
    if task.closing is not None:
        raise ValueRefused("已经销号了，不能延期。要先取消销号。")
    if task.status is Status.STANDING:
        raise ValueRefused("这一项是长期坚持，没有到期的时候，不用延期。")
    if task.due is None:
        raise ValueRefused("这一项还没有完成时限，请直接写明时限，不用延期。")
    if until <= task.due:
        said = f"{until.year}年{until.month}月{until.day}日"
        raise ValueRefused(f"延期要延到现在的时限（{task.due_said}）之后，{said}不比它晚。")
    entry = Extension(
        until=until, reason=one_line(reason), approved_by=one_line(approved_by), on=today
    )
    return exchanged(project, task.changed(extensions=(*task.extensions, entry)))


def without_extension(project: Project, id_: str) -> Project:
    """A task without the extension it was granted last."""
    task = task_of(project, id_)
    if not task.extensions:
        raise ValueRefused("这一项没有延过期。")
    return exchanged(project, task.changed(extensions=task.extensions[:-1]))


def struck_off(project: Project, id_: str, confirmed_by: str, on: date) -> Project:
    """销号: a task that somebody confirmed to be done."""
    task = task_of(project, id_)
    by = one_line(confirmed_by)
    if not by:
        raise ValueRefused("销号要写明由谁确认，如：县政府督查室。")
    if task.closing is not None:
        raise ValueRefused("这一项已经销号了。")
    closing = Closing(confirmed_by=by, on=on)
    return exchanged(project, task.changed(status=Status.DONE, closing=closing))


def taken_back(project: Project, id_: str) -> Project:
    """A task that is no more struck off; it stays done until somebody says otherwise."""
    task = task_of(project, id_)
    if task.closing is None:
        raise ValueRefused("这一项没有销号。")
    return exchanged(project, task.changed(closing=None))
