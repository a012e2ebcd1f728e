"""`redpen`: what a Word file that came back changed, and taking it into the project."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from model.choices.choice import Choice, Way
from model.choices.decisions import ChoiceState, Decisions
from model.cli.arguments import add_json, add_project
from model.cli.changing import open_to_change
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.clock import local_date, utc_now
from model.errors import PlaceError, UsageError
from model.jobs.redpen import TakenBack, apply_taken, take_back

_WAYS = {"各处": Way.EVERYWHERE, "此处": Way.HERE, "手写": Way.BY_HAND}


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    file: str
    accept: list[str] | None
    all: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project(parser)
    parser.add_argument("file", metavar="改稿", help="改回来的Word文件（.docx）")
    parser.add_argument(
        "--accept",
        nargs="+",
        metavar="处",
        help="收哪几处：列出的编号或位置；后面可写 =各处、=此处、=手写",
    )
    parser.add_argument("--all", action="store_true", help="全部收下，两边都改了的除外")


def run(options: Options) -> int:
    """List the changes; take those that were accepted and save. 1 while conflicts are open."""
    if not options.all and not options.accept:
        taken = take_back(reading(options.project), Path(options.file), local_date(utc_now))
        decisions = Decisions(taken.plan.choices)
    else:
        taken, decisions = _accept(options)
    if options.json:
        print_json(_told(taken, decisions))
    else:
        print_lines(_lines(taken, decisions))
    return 1 if decisions.conflicts() else 0


def _accept(options: Options) -> tuple[TakenBack, Decisions]:
    """Take what was accepted as one step, and save."""
    session = open_to_change(options.project)
    try:
        today = session.today
        taken = take_back(session.project, Path(options.file), today)
        decisions = Decisions(taken.plan.choices)
        for name in options.accept or []:
            decisions = _taken(decisions, name)
        if options.all:
            decisions = decisions.take_all()
        changed = apply_taken(taken, decisions, today)
        if changed is not session.project:
            session.do("导入改稿", lambda _: changed)
            session.save()
        return taken, decisions
    finally:
        session.close()


def _taken(decisions: Decisions, name: str) -> Decisions:
    """Take all that a key or a place names; raises `PlaceError`, `UsageError`."""
    key, sign, written = name.partition("=")
    if sign and written not in _WAYS:
        raise UsageError(f"没有“{written}”这种收法。可以写：{'、'.join(_WAYS)}。")
    named = [choice for choice in decisions.choices if choice.key == key] or [
        choice for choice in decisions.choices if choice.place == key
    ]
    if not named:
        raise PlaceError(f"改稿里没有“{key}”这一处改动。不带 --accept 运行可列出全部。")
    for choice in named:
        decisions = decisions.take(choice.key, _WAYS.get(written))
    return decisions


def _told(taken: TakenBack, decisions: Decisions) -> dict[str, Any]:
    changes = [
        {
            **asdict(choice),
            "group": choice.kind.group,
            "standing": choice.standing.value,
            "state": decisions.state(choice).value,
        }
        for choice in taken.plan.choices
    ]
    return {
        "draft": taken.draft,
        "notes": list(taken.notes),
        "conflicts": len(decisions.conflicts()),
        "changes": changes,
    }


def _lines(taken: TakenBack, decisions: Decisions) -> list[str]:
    said = [f"这是第{taken.draft}稿的改稿。"] if taken.draft else []
    said += [f"请注意：{note}" for note in taken.notes]
    if not taken.plan.choices:
        return [*said, "改稿里没有改动。"]
    said += [_line(choice, decisions) for choice in taken.plan.choices]
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
