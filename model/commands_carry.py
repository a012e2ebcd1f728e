"""The commands of the next period: carry on, renew the periods in the texts, tell what changed."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from model import data
from model.carry.carry import carry
from model.carry.changes import as_document, changes
from model.carry.renewal import Proposal, accepted, proposals
from model.commands import open_to_change, print_json, print_lines, reading, report_of
from model.entry.listing import fillables
from model.errors import PlaceError
from model.report.project import Project
from model.session import Session
from model.storage import atomic
from model.values.period import Period
from model.values.state import State


class Options(Protocol):
    """What the command line gives to these commands."""

    json: bool
    project: str
    output: str
    report: str | None
    period: str | None
    text_from: str | None
    accept: list[str] | None
    all: bool
    word: str | None


def carry_on(options: Options) -> int:
    """`carry`: the next period's project as a new file."""
    project = reading(options.project)
    period = Period.parse(options.period) if options.period else None
    text_from = reading(options.text_from) if options.text_from else None
    renewed = carry(project, period, text_from)
    session = Session.new(renewed, Path(options.output))
    session.save()
    session.close()
    found = fillables(renewed)
    blanks = sum(one.state is State.EMPTY for one in found)
    carried = sum(one.state is State.CARRIED for one in found)
    proposed = _proposed(renewed)
    if options.json:
        print_json(
            {
                "project": options.output,
                "period": str(renewed.period),
                "blanks": blanks,
                "carried": carried,
                "proposals": [_proposal_json(one) for one in proposed],
            }
        )
    else:
        print_lines(
            [
                f"已接着写{renewed.period.label_with_year}：{options.output}",
                f"有{blanks}处要填，{carried}处上期内容待核，文中{len(proposed)}处报告期可以一并换新。",
            ]
        )
    return 0


def renew(options: Options) -> int:
    """`renew`: list the periods in carried text that are others now; put the accepted ones in."""
    session = open_to_change(options.project)
    try:
        proposed = _proposed(session.project)
        chosen = proposed if options.all else _chosen(proposed, options.accept or [])
        if chosen:
            session.set_all(accepted(session.project, chosen))
            session.save()
    finally:
        session.close()
    if options.json:
        told = [_proposal_json(one) | {"accepted": one in chosen} for one in proposed]
        print_json(told)
    else:
        print_lines(
            f"{'已换' if one in chosen else '可换'}　{_name(one)}　{one.before} → {one.after}"
            for one in proposed
        )
    return 0


def tell_changes(options: Options) -> int:
    """`changes`: 数据变化说明, as a list or as a Word file."""
    project = reading(options.project)
    report = report_of(project, options.report) if options.report else None
    found = changes(project, report)
    if options.word:
        from model.word.write import write_document  # noqa: PLC0415  (only here Word is needed)

        document = as_document(project, report)
        written = write_document(document, data.house_style("gbt9704"), mode="review")
        atomic.write_bytes(Path(options.word), written.data, expect=atomic.ABSENT)
    if options.json:
        print_json([one._asdict() for one in found])
    elif options.word:
        print_lines([f"已写好数据变化说明：{options.word}"])
    else:
        print_lines(
            f"{one.place}　{one.label}　{one.last or '—'} → {one.now or '—'}　{one.note}"
            for one in found
        )
    return 0


def _proposed(project: Project) -> list[Proposal]:
    return [one for report in project.reports for one in proposals(project, report)]


def _name(one: Proposal) -> str:
    """A proposal as the command line names it: its text's place and where it begins there."""
    return f"{one.place}:{one.start}"


def _proposal_json(one: Proposal) -> dict[str, object]:
    return {"proposal": _name(one), **one._asdict()}


def _chosen(proposed: list[Proposal], names: list[str]) -> list[Proposal]:
    by_name = {_name(one): one for one in proposed}
    for name in names:
        if name not in by_name:
            raise PlaceError(f"没有“{name}”这一处可换的报告期。不带 --accept 运行可列出全部。")
    return [by_name[name] for name in names]
