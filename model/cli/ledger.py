"""`ledger`: the tasks a project follows (台账): listed, found in a text, changed, written out."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from model.cli.arguments import add_json, add_project_and_report, manuscript_source, one_of
from model.cli.changing import open_to_change
from model.cli.ledger_edits import EDITS, Edits, add_edits, edited
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.clock import local_date, utc_now
from model.entry.dates import period as period_typed
from model.errors import UsageError
from model.jobs.ledger import tasks_in_manuscript, tasks_in_report, write_decomposition
from model.jobs.take_in import make_manuscript
from model.ledger.edits import with_tasks
from model.ledger.found import Found, plain_of
from model.ledger.papers import chosen, progress_said
from model.ledger.standing import (
    Order,
    Standing,
    Wanted,
    counts,
    due_line,
    inspection_sentence,
    standing,
)
from model.report.ledger import LedgerTask
from model.report.project import Project
from model.values.number import written

_ORDERS = {order.label.removeprefix("按"): order for order in Order}
_STANDINGS = {one.label: one for one in Standing}


class Options(Edits, Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None
    speech: bool
    file: str | None
    convert: bool
    period: str | None
    accept: list[str] | None
    all: bool
    by: str
    department: str | None
    state: list[str] | None
    output: str | None
    force: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    parser.add_argument(
        "--by", default=Order.STANDING.label[1:], type=one_of([*_ORDERS]), metavar="次序",
        help=f"怎么排：{'、'.join(_ORDERS)}（默认按状态，滞后的在前）",
    )  # fmt: skip
    parser.add_argument("--department", metavar="单位", help="只列这个单位牵头或配合的")
    parser.add_argument(
        "--state", action="append", metavar="状态", type=one_of([*_STANDINGS]),
        help=f"只列这种状态的：{'、'.join(_STANDINGS)}（可以写几次）",
    )  # fmt: skip
    parser.add_argument(
        "--speech",
        action="store_true",
        help="从这份材料的文稿（讲话）找任务，用 --report 指明哪一份",
    )
    parser.add_argument("--from", dest="file", metavar="文件", help="从一份旧稿、别处的讲话找任务")
    parser.add_argument(
        "--convert", action="store_true", help="那份稿子是旧版Word等格式时转换后再读"
    )
    parser.add_argument(
        "--period", metavar="报告期", help="那份稿子是哪一期的，年底前、10月底前照它算是哪一年"
    )
    parser.add_argument("--accept", nargs="+", metavar="序号", help="把找到的哪几项放进台账")
    parser.add_argument("--all", action="store_true", help="找到的新任务全部放进台账")
    add_edits(parser)
    parser.add_argument(
        "-o", dest="output", metavar="文件", help="写成任务分解表（.docx 或 .xlsx）"
    )
    parser.add_argument("--force", action="store_true", help="覆盖已有的文件")


def run(options: Options) -> int:
    """List the tasks. 1 while one is behind, or while found ones are neither taken nor known."""
    if options.speech or options.file:
        return _find(options)
    if any(getattr(options, name) is not None for name in EDITS):
        return _edit(options)
    project, today = reading(options.project), local_date(utc_now)
    wanted = Wanted(
        options.department or "", tuple(_STANDINGS[name] for name in options.state or ())
    )
    order = _ORDERS[options.by]
    if options.output:
        path = Path(options.output)
        write_decomposition(project, path, wanted, order, today, replaces=options.force)
    tasks = chosen(project, wanted, order, today)
    _print(project, tasks, today, as_json=options.json)
    return 1 if any(standing(task, today) is Standing.OVERDUE for task in tasks) else 0


def _edit(options: Options) -> int:
    """Change tasks as one step, all or nothing."""
    session = open_to_change(options.project)
    try:
        changed, ids = edited(session.project, options, session.today)
        if changed is not session.project:
            session.do("改台账", lambda _: changed)
            session.save()
    finally:
        session.close()
    tasks = tuple(task for task in changed.tasks if task.id in ids)
    _print(changed, tasks, session.today, as_json=options.json)
    return 0


def _find(options: Options) -> int:
    """Tasks of a speech or a manuscript; those that are accepted go into the ledger."""
    if not options.all and not options.accept:
        found = _found(options, reading(options.project))
        _print_found(found, (), as_json=options.json)
        return 1 if plain_of(found) else 0
    session = open_to_change(options.project)
    try:
        found = _found(options, session.project)
        taken = _accepted(found, options)
        changed = with_tasks(session.project, taken)
        if changed is not session.project:
            session.do("从讲话生成台账", lambda _: changed)
            session.save()
    finally:
        session.close()
    _print_found(found, taken, as_json=options.json)
    return 0


def _found(options: Options, project: Project) -> tuple[Found, ...]:
    if options.file is None:
        return tasks_in_report(project, report_of(project, options.report))
    source = manuscript_source(options.file, converted=options.convert)
    manuscript = make_manuscript(source, Path(options.file).stem)
    of = period_typed(options.period) if options.period else None
    return tasks_in_manuscript(project, manuscript, of)


def _accepted(found: Sequence[Found], options: Options) -> tuple[LedgerTask, ...]:
    by_number = {str(number): one.task for number, one in enumerate(found, 1)}
    for name in options.accept or ():
        if name not in by_number:
            raise UsageError(f"没有第“{name}”项。不带 --accept 运行可列出全部。")
    named = [by_number[name] for name in dict.fromkeys(options.accept or ())]
    plain = [task for task in plain_of(found) if task not in named] if options.all else []
    return (*named, *plain)


def _print(project: Project, tasks: Sequence[LedgerTask], today: date, *, as_json: bool) -> None:
    found = counts(project.tasks, today)
    if as_json:
        told = [_told(project, task, today) for task in tasks]
        print_json({"tasks": told, "counts": found._asdict(), "due": due_line(found)})
        return
    if not project.tasks:
        print_lines(["台账里还没有任务。从讲话生成：ledger 材料 --speech；从旧稿：--from 文件。"])
        return
    print_lines(filter(None, (due_line(found), *_lines(project, tasks, today))))
    print_lines([inspection_sentence(found)])


def _lines(project: Project, tasks: Sequence[LedgerTask], today: date) -> Iterator[str]:
    for task in tasks:
        support = f"（配合：{'、'.join(task.support)}）" if task.support else ""
        lead = "、".join(task.lead) or "（没有牵头单位）"
        told = progress_said(task, project.period, today)
        yield "　".join(filter(None, (task.id, f"{lead}{support}", task.text, task.due_said, told)))


def _told(project: Project, task: LedgerTask, today: date) -> dict[str, Any]:
    return task.model_dump(mode="json") | {
        "standing": standing(task, today).value,
        "due": task.due.isoformat() if task.due else None,
        "progress": progress_said(task, project.period, today),
    }


def _print_found(found: Sequence[Found], taken: Sequence[LedgerTask], *, as_json: bool) -> None:
    if as_json:
        print_json(
            [
                one.task.model_dump(mode="json", exclude={"id"})
                | {"number": number, "note": one.note, "taken": one.task in taken}
                for number, one in enumerate(found, 1)
            ]
        )
        return
    print_lines(_found_lines(found, taken) if found else ["没有找到任务：没有“某单位要……”的话。"])


def _found_lines(found: Sequence[Found], taken: Sequence[LedgerTask]) -> Iterator[str]:
    for number, one in enumerate(found, 1):
        task = one.task
        what = "已放进台账" if task in taken else one.note or "可放进台账"
        count = f"{written(task.quantity)}{task.unit}" if task.quantity is not None else ""
        said = (what, str(number), "、".join(task.lead), task.text, task.due_said, count)
        yield "　".join(filter(None, said))
    if not taken and (new := len(plain_of(found))):
        yield f"共{len(found)}项，{new}项可放进台账。用 --all 全部放进，或用 --accept 写序号。"
