"""The commands of the next period: carry on, renew the periods in the texts, tell what changed."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from model.cli import proposals
from model.cli.changing import save_new
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.cli.proposals import Proposing, propose
from model.jobs.export import export_changes
from model.places.inventory import places_of
from model.renewal.changes import changes
from model.renewal.next_period import carry
from model.renewal.period_words import Proposal, accepted
from model.renewal.period_words import proposals as renewals
from model.report.project import Project
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
    word: str | None


def carry_on(options: Options) -> int:
    """`carry`: the next period's project as a new file."""
    project = reading(options.project)
    period = Period.parse(options.period) if options.period else None
    text_from = reading(options.text_from) if options.text_from else None
    renewed = carry(project, period, text_from)
    save_new(renewed, options.output)
    found = places_of(renewed)
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
                "proposals": [one._asdict() for one in proposed],
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


def renew(options: proposals.Options) -> int:
    """`renew`: list the periods in carried text that are others now; put the accepted ones in."""
    kind = Proposing(renewals, accepted, "换", lambda one: f"{one.before} → {one.after}")
    return propose(options, kind)


def tell_changes(options: Options) -> int:
    """`changes`: 数据变化说明, as a list or as a Word file."""
    project = reading(options.project)
    report = report_of(project, options.report) if options.report else None
    found = changes(project, report)
    if options.word:
        export_changes(project, report, Path(options.word))
    if options.json:
        print_json([one._asdict() for one in found])
    elif options.word:
        print_lines([f"已写好数据变化说明：{options.word}"])
    elif not found:
        print_lines(["没有上期的数可比，也没有要换的。"])
    else:
        print_lines(
            f"{one.place}　{one.label}　{one.last or '—'} → {one.now or '—'}　{one.note}"
            for one in found
        )
    return 0


def _proposed(project: Project) -> list[Proposal]:
    return [one for report in project.reports for one in renewals(project, report)]
