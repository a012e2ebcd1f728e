"""What the commands share that list proposals and put the accepted ones in, in one step."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any, Protocol

from model.cli.arguments import add_json, add_project
from model.cli.changing import open_to_change
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.errors import PlaceError
from model.jobs.proposals import Proposal, ProposalKind
from model.renewal.undecided import Undecided
from model.report.project import Project


class Options(Protocol):
    """What the command line gives to these commands."""

    json: bool
    project: str
    accept: list[str] | None
    all: bool


def add_proposing(parser: ArgumentParser, kind: ProposalKind[Any]) -> None:
    add_json(parser)
    add_project(parser)
    which = f"要{kind.verb}的几处，如 i7k2.text:0"
    parser.add_argument("--accept", nargs="+", metavar="处", help=which)
    parser.add_argument("--all", action="store_true", help=f"全部{kind.verb}")


def propose(options: Options, kind: ProposalKind[Any]) -> int:
    """List the proposals; apply those that were accepted and save."""
    if options.all or options.accept:
        project, found, chosen = _accept(options, kind)
    else:
        project = reading(options.project)
        found, chosen = kind.find_all(project), []
    undecided = kind.find_undecided(project)
    if options.json:
        print_json(
            [
                {"proposal": _name(proposal), **proposal._asdict(), "accepted": proposal in chosen}
                for proposal in found
            ]
            + [{"proposal": _name(time), **time._asdict(), "undecided": True} for time in undecided]
        )
    elif not found and not undecided:
        print_lines([f"没有可{kind.verb}的。"])
    else:
        print_lines(
            f"{'已' if proposal in chosen else '可'}{kind.verb}　{_name(proposal)}　"
            f"{kind.line_of(proposal)}"
            for proposal in found
        )
        print_lines(f"待定　{_name(time)}　{time.before}　{time.reason}" for time in undecided)
    return 0


def _accept(options: Options, kind: ProposalKind[Any]) -> tuple[Project, list[Any], list[Any]]:
    """The project as it is now, all proposals, and those that are now true and saved."""
    session = open_to_change(options.project)
    try:
        found = kind.find_all(session.project)
        chosen = (
            list(filter(kind.is_sure, found))
            if options.all
            else _chosen(found, options.accept or [])
        )
        if chosen:
            session.set_all(kind.accept(session.project, chosen))
            session.save()
        return session.project, found, chosen
    finally:
        session.close()


def _name(proposal: Proposal | Undecided) -> str:
    """A proposal as the command line names it: its text's place and where it begins there."""
    return f"{proposal.place}:{proposal.start}"


def _chosen(found: Sequence[Any], names: Sequence[str]) -> list[Any]:
    by_name = {_name(proposal): proposal for proposal in found}
    for name in names:
        if name not in by_name:
            raise PlaceError(f"没有“{name}”这一处。不带 --accept 运行可列出全部。")
    return [by_name[name] for name in names]
