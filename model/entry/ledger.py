"""Typed values into a task of the ledger: `a5k2m9.status`, `a5k2m9.progress` and what it is."""

from __future__ import annotations

from typing import Any

from model.entry.cleaning import one_paragraph
from model.entry.typed import choice, departments
from model.errors import PlaceError, ValueRefused
from model.report.deadlines import day_before_said, deadline_of_typed
from model.report.ledger import LedgerTask, Status
from model.report.project import Project
from model.values.number import written
from model.values.period import Period
from model.values.quantity import parse_quantity

STATUSES = {status.label: status for status in Status}
PROGRESS, STATUS = "progress", "status"
LABELS = {
    "text": "任务", "lead": "牵头单位", "support": "配合单位", "deadline": "完成时限",
    "quantity": "数量", STATUS: "状态", PROGRESS: "进展",
}  # fmt: skip
"""What can be typed of a task, as in places, and what each is called."""


def task_of(project: Project, id_: str) -> LedgerTask:
    """The task of the ledger with this id; raises `PlaceError`."""
    task = project.task(id_)
    if task is None:
        raise PlaceError(f"台账里没有“{id_}”这一项。可用 ledger 命令列出全部任务。")
    return task


def exchanged(project: Project, renewed: LedgerTask) -> Project:
    """The project with a task in place of the one with its id."""
    return project.changed(
        tasks=tuple(renewed if one.id == renewed.id else one for one in project.tasks)
    )


def set_in_ledger(project: Project, task: LedgerTask, path: str, typed: str) -> Project:
    """The project with one value of a task as it was typed; progress is that of its period."""
    if path not in LABELS:
        known = "、".join(LABELS)
        raise PlaceError(f"“{task.id}”没有“{path}”这一项。有：{known}。")
    return exchanged(project, task.changed(**changes_typed(task, path, typed, project.period)))


def changes_typed(task: LedgerTask, path: str, typed: str, of: Period) -> dict[str, Any]:
    """What one value of a task as it was typed changes of it; `of` is the period whose progress
    it is, and from whose end on a deadline without a year counts. Raises `ValueRefused`."""
    match path:
        case "text":
            text = one_paragraph(typed).strip()
            if not text:
                raise ValueRefused("任务不能为空。不要这一项的，请从台账里删去。")
            return {"text": text}
        case "lead" | "support":
            return {path: departments(typed)}
        case "deadline":
            return _deadline(task, typed, of)
        case "quantity":
            if not typed.strip():
                return {"quantity": None}
            quantity = parse_quantity(typed, task.unit)
            return {"quantity": quantity.value, "unit": quantity.unit}
        case "status":
            return _status(task, typed)
        case _:
            return {"notes": _notes(task, one_paragraph(typed).strip(), of)}


def _deadline(task: LedgerTask, typed: str, of: Period) -> dict[str, Any]:
    if task.extensions:
        raise ValueRefused("这一项已经延过期。要改时限，请再延期，或先取消延期。")
    words = typed.strip()
    code = deadline_of_typed(words, of) if words else None
    return {"deadline": code, "deadline_words": ""}


def _status(task: LedgerTask, typed: str) -> dict[str, Any]:
    if typed.strip() == "滞后":
        raise ValueRefused("滞后是按时限算出来的，不用填。请填" + "、".join(STATUSES) + "。")
    status = STATUSES[choice(typed, tuple(STATUSES))]
    if task.closing is not None and status is not Status.DONE:
        raise ValueRefused("已经销号了。要改状态，请先取消销号。")
    return {"status": status}


def _notes(task: LedgerTask, said: str, of: Period) -> dict[str, str]:
    notes = {code: note for code, note in task.notes.items() if code != str(of)}
    return {**notes, str(of): said} if said else notes


def said_of(task: LedgerTask, of: Period) -> dict[str, str]:
    """All that can be typed of a task as it is now, by what it is; its progress is that of `of`."""
    count = "" if task.quantity is None else f"{written(task.quantity)}{task.unit}"
    return {
        "text": task.text,
        "lead": "、".join(task.lead),
        "support": "、".join(task.support),
        "deadline": "" if task.due is None else day_before_said(task.due),
        "quantity": count,
        STATUS: task.status.label,
        PROGRESS: task.notes.get(str(of), ""),
    }
