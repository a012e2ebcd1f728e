"""What each command does: reads options, calls the same functions as the window, prints."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from model import data
from model.check.problem import Problem
from model.check.registry import problems
from model.compose.compose import compose
from model.entry.apply import Assignment
from model.entry.listing import Fillable, fillables
from model.errors import ConflictError, UsageError, ValueRefused
from model.report.making import new_project
from model.report.project import Organization, Project
from model.report.report import Report
from model.session import Session
from model.storage import json_gate
from model.values.period import Period
from model.values.state import State


class Options(Protocol):
    """What the command line gives; each command uses its own part."""

    command: str
    json: bool
    template: str
    output: str
    place: str
    superior: str
    period: str
    peers: int | None
    project: str
    report: str | None
    stage: str
    style: str | None
    force: bool
    blank: bool
    values: list[str]
    file: str | None


def run(options: argparse.Namespace) -> int:
    """Do the command; returns the exit code. Raises `XugaoError`."""
    from model import commands_carry as carrying  # noqa: PLC0415  (it builds on this module)
    from model import commands_read as reading_  # noqa: PLC0415  (it builds on this module)

    others: dict[str, Callable[[Any], int]] = {
        "read": reading_.read,
        "carry": carrying.carry_on,
        "renew": carrying.renew,
        "changes": carrying.tell_changes,
    }
    return (_COMMANDS | others)[options.command](options)


def print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def print_lines(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _templates(options: Options) -> int:
    all_ = [data.template(key) for key in data.template_keys()]
    if options.json:
        print_json(
            [
                {"key": one.key, "version": one.version, "name": one.name, "summary": one.summary}
                for one in all_
            ]
        )
    else:
        print_lines(f"{one.key}\t{one.name}\t{one.summary}" for one in all_)
    return 0


def _new(options: Options) -> int:
    if options.peers is not None and options.peers < 1:
        raise UsageError("一同排名的单位数（--peers）从1算起。")
    if not options.place.strip():
        raise UsageError("地方（--place）不能为空，如 云岭县。")
    organization = Organization(
        name=options.place.strip(), superior=options.superior.strip(), peers=options.peers
    )
    period = Period.parse(options.period)
    made = new_project(data.template(options.template), data.bank(), organization, period)
    session = Session.new(made.project, Path(options.output))
    session.save()
    session.close()
    blanks = sum(one.state is State.EMPTY for one in fillables(made.project))
    if options.json:
        print_json({"project": options.output, "report": made.report, "blanks": blanks})
    else:
        print_lines([f"已新建“{options.output}”，有{blanks}处要填。用 fields 命令看都有哪些。"])
    return 0


def reading(file: str) -> Project:
    """The project in a file, for commands that change nothing."""
    session = Session.load(Path(file))
    session.close()
    return session.project


def open_to_change(file: str) -> Session:
    """The open project of a file; raises `ConflictError` where somebody else has it open."""
    session = Session.load(Path(file))
    if session.holder is not None:
        session.close()
        raise ConflictError(f"没有改动：“{file}”正在别处打开着。请先在那边关上。")
    return session


def report_of(project: Project, id_: str | None) -> Report:
    """The report asked for; without a name the only one."""
    if id_ is not None:
        found = project.report(id_)
        if found is None:
            raise UsageError(f"没有文稿“{id_}”。有：{_reports(project)}。")
        return found
    if len(project.reports) != 1:
        raise UsageError(
            f"这份材料有{len(project.reports)}份文稿，请用 --report 指明：{_reports(project)}。"
        )
    return project.reports[0]


def _reports(project: Project) -> str:
    return "、".join(f"{report.id}（{report.name}）" for report in project.reports) or "（没有）"


def _check(options: Options) -> int:
    project = reading(options.project)
    only = report_of(project, options.report) if options.report else None
    found = problems(project, only)
    if options.json:
        print_json([_problem_json(one) for one in found])
    elif found:
        print_lines(
            f"{one.severity.label}　{one.place}　{one.message}　（{one.fix}）" for one in found
        )
        sys.stderr.write(f"共{len(found)}处。\n")
    else:
        print_lines(["没有发现问题。"])
    return 1 if found else 0


def _problem_json(one: Problem) -> dict[str, str]:
    return {
        "severity": one.severity.value,
        "check": one.check,
        "place": one.place,
        "message": one.message,
        "fix": one.fix,
    }


def _export(options: Options) -> int:
    from model.exporting import Stage, export  # noqa: PLC0415  (only here Word is needed)

    project = reading(options.project)
    report = report_of(project, options.report)
    style = data.house_style(options.style or report.house_style)
    done = export(
        project, report, Path(options.output), style, Stage(options.stage), force=options.force
    )
    removed = [
        {"place": one.place, "count": one.count, "characters": list(one.characters)}
        for one in done.removed
    ]
    if options.json:
        print_json(
            {
                "file": str(done.path),
                "draft": done.number,
                "as": done.stage.value,
                "removed": removed,
            }
        )
    else:
        print_lines([f"已导出{done.stage.label}（第{done.number}稿）：{done.path}"])
        for one in done.removed:
            signs = "、".join(one.characters)
            sys.stderr.write(
                f"{one.place or '文中'}有{one.count}个看不见的字符（{signs}）没有写进文件。\n"
            )
    return 0


def _text(options: Options) -> int:
    project = reading(options.project)
    print_lines([compose(project, report_of(project, options.report)).text])
    return 0


def _fields(options: Options) -> int:
    project = reading(options.project)
    only = report_of(project, options.report) if options.report else None
    found = fillables(project, only)
    if options.blank:
        found = tuple(one for one in found if one.state is State.EMPTY)
    if options.json:
        print_json([_fillable_json(one) for one in found])
    else:
        print_lines(_fillable_line(one) for one in found)
    return 0


def _fillable_json(one: Fillable) -> dict[str, Any]:
    return one._asdict() | {"choices": list(one.choices), "state": one.state.value}


def _fillable_line(one: Fillable) -> str:
    value = "" if one.value is None else one.value
    return f"{one.place}\t{one.state.label}\t{one.label}\t{value}{one.unit if value else ''}"


def _set(options: Options) -> int:
    assignments = [*_from_file(options.file), *map(_assignment, options.values)]
    if not assignments:
        raise UsageError("没有写要填什么。写成 位置=值，如 gdp@2026-H1.yoy=5.8。")
    session = open_to_change(options.project)
    try:
        session.set_all(assignments)
        session.save()
    except ValueRefused as error:
        raise ValueRefused(f"有填得不对的，一处也没有填：\n{error}") from error
    finally:
        session.close()
    left = sum(one.state is State.EMPTY for one in fillables(session.project))
    if options.json:
        print_json({"set": len(assignments), "blanks": left})
    else:
        print_lines([f"已填{len(assignments)}处，还空着{left}处。"])
    return 0


def _assignment(written: str) -> Assignment:
    place, sign, typed = written.partition("=")
    if not sign:
        raise UsageError(f"“{written}”里没有等号。写成 位置=值，如 gdp@2026-H1.yoy=5.8。")
    return Assignment(place.strip(), typed)


def _from_file(name: str | None) -> list[Assignment]:
    """Assignments from a JSON object of places and typed values."""
    if name is None:
        return []
    path = Path(name)
    read = json_gate.parse(json_gate.read_bytes(path), path)
    return assignments_of(read, path)


def assignments_of(read: dict[str, Any], path: Path) -> list[Assignment]:
    """Each place with its text; raises `UsageError` naming the place of any other value."""
    wrong = [place for place, typed in read.items() if not isinstance(typed, str)]
    if wrong:
        raise UsageError(f"“{path}”里“{wrong[0]}”的值要写成带引号的文字。")
    return [Assignment(place, typed) for place, typed in read.items()]


def _demo(options: Options) -> int:
    from model.demo import demo  # noqa: PLC0415

    keys = [options.template] if options.template else list(data.template_keys())
    done = demo(Path(options.output), keys)
    if options.json:
        print_json(
            [
                {"template": one.key, "project": str(one.project), "word": str(one.word),
                 "text": str(one.text), "problems": one.problems}
                for one in done
            ]
        )  # fmt: skip
    else:
        for one in done:
            print_lines(
                [
                    f"{one.name}",
                    f"  Word：{one.word}",
                    f"  材料：{one.project}",
                    f"  文字：{one.text}",
                ]
            )
    return 0


_COMMANDS: dict[str, Callable[[Any], int]] = {
    "templates": _templates,
    "new": _new,
    "check": _check,
    "export": _export,
    "text": _text,
    "fields": _fields,
    "set": _set,
    "demo": _demo,
}
