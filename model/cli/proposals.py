"""Commands that list proposals and put the accepted ones in, in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from model.cli.changing import open_to_change
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.entry.apply import Assignment
from model.errors import PlaceError
from model.report.project import Project
from model.report.report import Report


class Options(Protocol):
    """What the command line gives to these commands."""

    json: bool
    project: str
    accept: list[str] | None
    all: bool


class Proposing(NamedTuple):
    """How proposals of one kind are found, made true and told.

    A proposal has a `place` and a `start` in its text. `verb` is 改, 换, 连: what accepting does.
    """

    find: Callable[[Project, Report], Sequence[Any]]
    make: Callable[[Project, Sequence[Any]], list[Assignment]]
    verb: str
    told: Callable[[Any], str]


def propose(options: Options, kind: Proposing) -> int:
    """List the proposals; apply those that were accepted and save."""
    if options.all or options.accept:
        found, chosen = _accept(options, kind)
    else:
        found, chosen = _found(reading(options.project), kind), []
    if options.json:
        print_json(
            [{"proposal": _name(one), **one._asdict(), "accepted": one in chosen} for one in found]
        )
    elif not found:
        print_lines([f"没有可{kind.verb}的。"])
    else:
        print_lines(
            f"{'已' if one in chosen else '可'}{kind.verb}　{_name(one)}　{kind.told(one)}"
            for one in found
        )
    return 0


def _accept(options: Options, kind: Proposing) -> tuple[list[Any], list[Any]]:
    """All proposals, and those that are now true and saved."""
    session = open_to_change(options.project)
    try:
        found = _found(session.project, kind)
        chosen = found if options.all else _chosen(found, options.accept or [])
        if chosen:
            session.set_all(kind.make(session.project, chosen))
            session.save()
    finally:
        session.close()
    return found, chosen


def _found(project: Project, kind: Proposing) -> list[Any]:
    return [one for report in project.reports for one in kind.find(project, report)]


def _name(one: Any) -> str:
    """A proposal as the command line names it: its text's place and where it begins there."""
    return f"{one.place}:{one.start}"


def _chosen(found: Sequence[Any], names: Sequence[str]) -> list[Any]:
    by_name = {_name(one): one for one in found}
    for name in names:
        if name not in by_name:
            raise PlaceError(f"没有“{name}”这一处。不带 --accept 运行可列出全部。")
    return [by_name[name] for name in names]
