"""`take`: what departments gave back, place by place, and taking it into the project."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Protocol

from model.choices.decisions import ChoiceState, Decisions
from model.cli.arguments import add_json, add_project, one_of
from model.cli.changing import open_to_change
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.clock import local_date, utc_now
from model.errors import PlaceError, UsageError
from model.forms.lines import Came, CameState
from model.forms.take import decisions_of, take, take_plain
from model.jobs.free_returns import Said
from model.jobs.take_forms import Collected, Read, collect, read_returns, read_text
from model.report.departments import Way

_FREE = tuple(way for way in Way if way is not Way.FORM)


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    files: list[str]
    accept: list[str] | None
    all: bool
    department: str | None
    way: str | None
    who: str | None
    text: str | None
    city: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project(parser)
    parser.add_argument("files", nargs="*", metavar="文件", help="部门报来的表（.xlsx、.docx）")
    parser.add_argument(
        "--accept", action="append", metavar="处", help="收这一处：列出的编号或位置（可以写几次）"
    )
    parser.add_argument("--department", metavar="单位", help="不是表的来稿：哪个单位的")
    parser.add_argument(
        "--from", dest="way", metavar="{文件,电话,纸质,会议,微信}",
        type=one_of([way.label for way in _FREE]), help="来稿怎么来的",
    )  # fmt: skip
    parser.add_argument("--who", metavar="姓名", help="来稿是谁报的")
    parser.add_argument("--text", metavar="文字", help="电话里说的、微信里写的话")
    parser.add_argument("--city", action="store_true", help="从全市通报表取本地的数和位次")
    parser.add_argument("--all", action="store_true", help="可采用的和新增的行全部收下")


def run(options: Options) -> int:
    """List what came; take what was accepted and save. 1 while something is left to decide."""
    read = _read(options)
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


def _read(options: Options) -> tuple[Read, ...]:
    """The files, as forms, as something that is none, or as tables of the city."""
    is_said = options.text is not None or bool(options.way)
    if not options.files and not (options.department and is_said):
        raise UsageError(
            "请写上部门报来的文件，如 take 汇报.xugao 回收/*.xlsx；"
            "电话里报的写 --department 财政局 --from 电话 --text “……”。"
        )
    read = read_returns([Path(one) for one in options.files])
    if options.city:
        return tuple(one._replace(is_city=True) for one in read)
    if not options.department:
        return read
    usual = Way.FILE if options.files else Way.PHONE
    way = next((one for one in _FREE if one.label == options.way), usual)
    said = Said(options.department, way, options.who or "")
    texts = () if options.files else (read_text(options.text or "", said),)
    return (*(one.as_free(said) for one in read), *texts)


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
    if any(one.is_no_form for one in found.refused):
        said.append("收来稿：加 --department 单位；从全市通报表取数：加 --city。")
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
