"""Changes of the ledger on the command line: status, progress, 延期, 销号, and taken back again."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from typing import Protocol

from model.entry.apply import Assignment, set_values
from model.entry.dates import day
from model.entry.ledger import LABELS, PROGRESS, STATUS, STATUSES
from model.errors import UsageError
from model.ledger.edits import (
    extended,
    removed,
    struck_off,
    taken_back,
    with_task,
    without_extension,
)
from model.report.project import Project

EDITS = ("add", "status", "progress", "set", "extend", "unextend", "close", "reopen", "remove")
"""The options that change the ledger."""


class Edits(Protocol):
    """What the command line gives to change the ledger."""

    add: str | None
    status: list[str] | None
    progress: list[str] | None
    set: list[str] | None
    extend: list[str] | None
    reason: str | None
    approved: str | None
    unextend: list[str] | None
    close: list[str] | None
    confirmed: str | None
    on: str | None
    reopen: list[str] | None
    remove: list[str] | None


def add_edits(parser: ArgumentParser) -> None:
    """Add what says what is changed."""
    told = "、".join(LABELS.values())
    many = (
        ("--status", "编号=状态", f"现在的状态：{'、'.join(STATUSES)}"),
        ("--progress", "编号=进展", "这一期的进展"),
        ("--set", "编号.项=值", f"改一项：{told}（项的写法见手册）"),
        ("--extend", "编号=日期", "延期到哪一天，与 --reason、--approved 连用"),
        ("--unextend", "编号", "取消最后一次延期"),
        ("--close", "编号", "销号，与 --confirmed 连用"),
        ("--reopen", "编号", "取消销号"),
        ("--remove", "编号", "从台账里删去"),
    )
    parser.add_argument("--add", metavar="任务", help="加一项任务")
    for option, name, said in many:
        parser.add_argument(option, nargs="+", metavar=name, help=said)
    parser.add_argument("--reason", metavar="原因", help="延期的原因")
    parser.add_argument("--approved", metavar="谁", help="谁批准延期")
    parser.add_argument("--confirmed", metavar="谁", help="谁确认销号")
    parser.add_argument("--on", metavar="日期", help="哪一天确认或批准的（不写是今天）")


def edited(project: Project, edits: Edits, today: date) -> tuple[Project, tuple[str, ...]]:
    """The project with all that was asked for, and the ids of the tasks that were changed."""
    before = {task.id: task for task in project.tasks}
    on = day(edits.on) if edits.on else today
    if edits.add is not None:
        project = with_task(project, edits.add)
    project = set_values(project, [*_assignments(edits)], today)
    for name in edits.extend or ():
        id_, said = _parted(name, "延到哪一天，如 a5k2m9=2026-11-15")
        why = edits.reason or ""
        project = extended(project, id_, day(said), why, edits.approved or "", on)
    for id_ in edits.unextend or ():
        project = without_extension(project, id_)
    for id_ in edits.close or ():
        project = struck_off(project, id_, edits.confirmed or "", on)
    for id_ in edits.reopen or ():
        project = taken_back(project, id_)
    if edits.remove:
        project = removed(project, edits.remove)
    changed = [task.id for task in project.tasks if before.get(task.id) is not task]
    return project, tuple(changed)


def _assignments(edits: Edits) -> Iterator[Assignment]:
    for path, values in ((STATUS, edits.status), (PROGRESS, edits.progress)):
        for value in values or ():
            id_, said = _parted(value, f"{LABELS[path]}，如 a5k2m9=推进中")
            yield Assignment(f"{id_}.{path}", said)
    for value in edits.set or ():
        place, said = _parted(value, "要改的，如 a5k2m9.lead=住建局")
        yield Assignment(place, said)


def _parted(value: str, wanted: str) -> tuple[str, str]:
    name, sign, said = value.partition("=")
    if not sign:
        raise UsageError(f"“{value}”里没有等号。请写明编号和{wanted}。")
    return name.strip(), said
