"""`take`: what departments gave back, place by place, and taking it into the project."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Protocol

from model.choices.decisions import ChoiceState, Decisions
from model.cli.arguments import add_json, add_project
from model.cli.changing import open_to_change
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.clock import local_date, utc_now
from model.errors import PlaceError, UsageError
from model.forms.lines import Came, CameState
from model.forms.take import decisions_of, take, take_plain
from model.jobs.take_forms import Collected, Read, collect, read_returns


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    files: list[str]
    accept: list[str] | None
    all: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project(parser)
    parser.add_argument("files", nargs="*", metavar="文件", help="部门报来的表（.xlsx、.docx）")
    parser.add_argument(
        "--accept", action="append", metavar="处", help="收这一处：列出的编号或位置（可以写几次）"
    )
    parser.add_argument("--all", action="store_true", help="可采用的和新增的行全部收下")


def run(options: Options) -> int:
    """List what came; take what was accepted and save. 1 while something is left to decide."""
    if not options.files:
        raise UsageError("请写上部门报来的文件，如 take 汇报.xugao 回收/*.xlsx。")
    read = read_returns([Path(one) for one in options.files])
    if options.all or options.accept:
        found, decisions = _take(options, read)
    else:
        found = collect(reading(options.project), read, local_date(utc_now))
        decisions = decisions_of(found.lines)
    if options.json:
        print_json(_told(found, decisions))
    else:
        print_lines(_lines(found, decisions))
    left = [line for line in found.lines if _is_left(line, decisions)]
    return 1 if left or found.refused else 0


def _take(options: Options, read: tuple[Read, ...]) -> tuple[Collected, Decisions]:
    """Take what was accepted as one step, remember who answered, and save."""
    session = open_to_change(options.project)
    try:
        today = session.today
        found = collect(session.project, read, today)
        decisions = decisions_of(found.lines)
        for name in options.accept or []:
            decisions = _accepted(decisions, name)
        if options.all:
            decisions = take_plain(decisions, found.lines)
        changed = take(session.project, found.lines, decisions, found.files, today)
        if changed is not session.project:
            session.do("收部门报来的表", lambda _: changed)
            session.save()
        return found, decisions
    finally:
        session.close()


def _accepted(decisions: Decisions, name: str) -> Decisions:
    """Take what a key or a place names."""
    named = [one for one in decisions.choices if name in (one.key, one.place.partition("@d")[0])]
    named = named or [one for one in decisions.choices if one.place == name]
    if not named:
        raise PlaceError(f"报来的表里没有“{name}”这一处。不带 --accept 运行可列出全部。")
    if len(named) > 1:
        told = "、".join(f"{one.key}（{one.source}报{one.theirs}）" for one in named)
        raise UsageError(f"“{name}”有几份报来的，请写编号：{told}。")
    return decisions.take(named[0].key)


def _is_left(line: Came, decisions: Decisions) -> bool:
    """Whether somebody must still look at a line."""
    if line.state is CameState.UNKNOWN:
        return True
    return bool(line.choice.ways) and decisions.state(line.choice) is ChoiceState.OPEN


def _told(found: Collected, decisions: Decisions) -> dict[str, Any]:
    return {
        "files": [
            {
                "file": file.name,
                "department": file.department,
                "person": file.returned.person,
                "phone": file.returned.phone,
                "date": file.returned.date.isoformat() if file.returned.date else None,
            }
            for file in found.files
        ],
        "refused": [one._asdict() for one in found.refused],
        "lines": [
            {
                "key": line.choice.key,
                "place": line.choice.place,
                "label": line.choice.label,
                "department": line.department,
                "last": line.last,
                "ours": line.choice.ours,
                "theirs": line.choice.theirs,
                "state": line.state.value,
                "taken": decisions.state(line.choice) is ChoiceState.TAKEN,
                "file": line.file.name,
                "person": line.choice.who,
                "note": line.choice.note,
            }
            for line in found.lines
        ],
    }


def _lines(found: Collected, decisions: Decisions) -> list[str]:
    said = [f"没有收：{one.reason}" for one in found.refused]
    said += [f"收到：{file.name}（{_who(file.department, file.returned.person)}）"
             for file in found.files]  # fmt: skip
    said += [_line(line, decisions) for line in found.lines]
    left = sum(_is_left(line, decisions) for line in found.lines)
    if left:
        said.append(f"还有{left}处没有定。用 --all 收下可采用的，其余用 --accept 逐处收下。")
    return said


def _who(department: str, person: str) -> str:
    return f"{department}，{person}" if person else department


def _line(line: Came, decisions: Decisions) -> str:
    choice = line.choice
    state = decisions.state(choice)
    what = "已收下" if state is ChoiceState.TAKEN else line.state.label
    have = f"（现有{_short(choice.ours)}）" if choice.ours else ""
    last = f"上期{_short(line.last)}　" if line.last else ""
    return "　".join(
        filter(None, (what, choice.key, line.department, choice.label,
                      f"{last}报来{_short(choice.theirs)}{have}", choice.note))
    )  # fmt: skip


def _short(text: str | None) -> str:
    plain = (text or "").replace("\n", "¶")
    return plain if len(plain) <= 40 else f"{plain[:40]}…"
