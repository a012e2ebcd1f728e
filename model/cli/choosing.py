"""What commands that list what others changed share: `redpen`, `paper`, `merge`."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from model.choices.choice import Choice, Way
from model.choices.decisions import ChoiceState, Decisions
from model.cli.changing import open_to_change
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.clock import local_date, utc_now
from model.errors import PlaceError, UsageError
from model.jobs.brought import Brought, ChangeSource
from model.jobs.draft_changes import write_adoption

_WAYS = {"各处": Way.EVERYWHERE, "此处": Way.HERE, "手写": Way.BY_HAND, "待办": Way.NOTE}


class Options(Protocol):
    """What the command line gives to a command that takes changes over."""

    json: bool
    project: str
    accept: list[str] | None
    leave: list[str] | None
    all: bool
    adoption: str | None


def add_choosing(parser: ArgumentParser) -> None:
    """Add what says which changes are taken."""
    parser.add_argument(
        "--accept",
        nargs="+",
        metavar="处",
        help="收哪几处：列出的编号或位置；后面可写 =各处、=此处、=手写",
    )
    parser.add_argument("--leave", nargs="+", metavar="处", help="不收哪几处（写进意见采纳表）")
    parser.add_argument("--adoption", metavar="文件", help="写成意见采纳情况表（.docx）")
    parser.add_argument("--all", action="store_true", help="全部收下，两边都改了的除外")


def list_or_take(options: Options, source: ChangeSource) -> int:
    """List the changes; take those that were accepted and save. 1 while conflicts are open."""
    read = source.read()
    if not options.all and not options.accept and not options.leave:
        brought = source.compare(reading(options.project), read, local_date(utc_now))
        decisions = Decisions(brought.choices)
    else:
        brought, decisions = _accept(options, source, read)
    if options.adoption:
        write_adoption(decisions, brought.title, Path(options.adoption))
    if options.json:
        print_json(_told(brought, decisions))
    else:
        print_lines(_lines(brought, decisions, source))
    return 1 if decisions.conflicts() else 0


def _accept(options: Options, source: ChangeSource, read: Any) -> tuple[Brought, Decisions]:
    """Take what was accepted as one step, and save."""
    session = open_to_change(options.project)
    try:
        today = session.today
        brought = source.compare(session.project, read, today)
        decisions = Decisions(brought.choices)
        for name in options.accept or []:
            decisions = _taken(decisions, name, source)
        for name in options.leave or []:
            for choice in _named(decisions, name, source):
                decisions = decisions.leave(choice.key)
        if options.all:
            decisions = decisions.take_all()
        changed = brought.apply(decisions, today)
        if changed is not session.project:
            session.do(source.title, lambda _: changed)
            session.save()
        return brought, decisions
    finally:
        session.close()


def _taken(decisions: Decisions, name: str, source: ChangeSource) -> Decisions:
    """Take all that a key or a place names; raises `PlaceError`, `UsageError`."""
    key, sign, written = name.partition("=")
    if sign and written not in _WAYS:
        raise UsageError(f"没有“{written}”这种收法。可以写：{'、'.join(_WAYS)}。")
    for choice in _named(decisions, key, source):
        decisions = decisions.take(choice.key, _WAYS.get(written))
    return decisions


def _named(decisions: Decisions, key: str, source: ChangeSource) -> list[Choice]:
    """All choices that a key or a place names; raises `PlaceError`."""
    named = [choice for choice in decisions.choices if choice.key == key] or [
        choice for choice in decisions.choices if choice.place == key
    ]
    if not named:
        raise PlaceError(f"{source.called}里没有“{key}”这一处改动。不带 --accept 运行可列出全部。")
    return named


def _told(brought: Brought, decisions: Decisions) -> dict[str, Any]:
    changes = [
        {
            **asdict(choice),
            "group": choice.kind.group,
            "standing": choice.standing.value,
            "state": decisions.state(choice).value,
        }
        for choice in brought.choices
    ]
    return {
        "draft": brought.draft,
        "notes": list(brought.told),
        "conflicts": len(decisions.conflicts()),
        "changes": changes,
    }


def _lines(brought: Brought, decisions: Decisions, source: ChangeSource) -> list[str]:
    said = [f"这是第{brought.draft}稿的改稿。"] if brought.draft else []
    said += [f"请注意：{note}" for note in brought.told]
    if not brought.choices:
        return [*said, f"{source.called}里没有改动。"]
    said += [_line(choice, decisions) for choice in brought.choices]
    conflicts = len(decisions.conflicts())
    if conflicts:
        said.append(f"有{conflicts}处两边都改了，没有定。用 --accept 逐处收下。")
    return said


def _line(choice: Choice, decisions: Decisions) -> str:
    state = decisions.state(choice)
    what = choice.standing.label if state is ChoiceState.OPEN else state.label
    change = f"{_short(choice.before)} → {_short(choice.theirs)}"
    if choice.ours != choice.before:
        change += f"（材料里现在是{_short(choice.ours)}）"
    by = f"{choice.who}改" if choice.who else ""
    return "　".join(
        filter(None, (what, choice.kind.group, choice.key, choice.label, change, by, choice.note))
    )


def _short(text: str | None) -> str:
    if text is None:
        return "（没有）"
    plain = text.replace("\n", "¶")
    return (plain if len(plain) <= 40 else f"{plain[:40]}…") or "（空）"
