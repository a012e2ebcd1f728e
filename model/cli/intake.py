"""The commands from an old manuscript: take it in, correct it, tie its numbers to the bank."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from model.cli import proposals
from model.cli.changing import name_of, save_new
from model.cli.output import print_json, print_lines
from model.cli.proposals import Proposing, propose
from model.errors import UsageError
from model.library import shipped
from model.parse.about import period_of_text, place_of
from model.parse.correcting import Proposed, corrected, proposed
from model.parse.intake import Intake, intake
from model.parse.linking import tied, ties
from model.parse.told import next_moves, not_understood, told
from model.parse.understand import Understanding, lexicon_of, understand
from model.reading.files import read_file
from model.report.project import Organization
from model.values.period import Period


class Options(Protocol):
    """What the command line gives to these commands."""

    json: bool
    file: str
    output: str
    template: str | None
    place: str | None
    superior: str
    period: str | None


def take_in(options: Options) -> int:
    """`intake`: a manuscript as a project, and what was and was not understood of it."""
    source = read_file(Path(options.file))
    understood = understand(source, lexicon_of(shipped.bank()))
    template = shipped.template(options.template) if options.template else None
    done = intake(
        source,
        understood,
        shipped.bank(),
        _organization(options, understood),
        _period(options, understood),
        template,
    )
    save_new(done.project, options.output)
    if options.json:
        print_json(_plain(options, done, understood))
    else:
        print_lines(_lines(options, done, understood))
    return 0


def _organization(options: Options, understood: Understanding) -> Organization:
    place = name_of(options.place or "", "地方（--place）") or place_of(understood.shapes)
    if not place:
        raise UsageError("旧稿的标题里看不出是哪个地方的，请用 --place 写明，如 --place 云岭县。")
    return Organization(name=place, superior=name_of(options.superior, "上级（--superior）"))


def _period(options: Options, understood: Understanding) -> Period:
    if options.period:
        return Period.parse(options.period)
    period = period_of_text(understood.shapes)
    if period is None:
        raise UsageError("旧稿里看不出是哪一期的，请用 --period 写明，如 --period 2026-H1。")
    return period


def _plain(options: Options, done: Intake, understood: Understanding) -> dict[str, Any]:
    """What went where, as plain values."""
    project = done.project
    slips, numbers = next_moves(done)
    return {
        "project": options.output,
        "place": project.organization.name,
        "period": str(project.period),
        "parts": [one._asdict() for one in done.parts],
        "missing": list(done.missing),
        "indicators": done.indicators,
        "observations": len(project.observations),
        "unknown": list(done.unknown),
        "told_twice": list(done.twice),
        "kept_as_written": done.as_written,
        "corrections": slips,
        "ties": numbers,
        "notes": [*_another_year(project.period, understood)]
        + [one.message for one in understood.notes],
    }


def _lines(options: Options, done: Intake, understood: Understanding) -> list[str]:
    project = done.project
    lines = [
        f"已从旧稿建成材料：{options.output}（{project.organization.name}，{project.period}）",
        *told(done),
    ]
    slips, numbers = next_moves(done)
    if slips:
        lines.append(f"有{slips}处像是笔误，用 correct 命令查看。")
    if numbers:
        lines.append(f"有{numbers}个数可以与指标连起来，用 link 命令查看。")
    return [*lines, *_another_year(project.period, understood), *not_understood(understood)]


def _another_year(period: Period, understood: Understanding) -> list[str]:
    """What is told where the manuscript speaks of another year than the one asked for: last
    year's numbers would stand as this year's."""
    told_there = period_of_text(understood.shapes)
    if told_there is None or told_there.year == period.year:
        return []
    there, asked = told_there.label_with_year, period.label_with_year
    said = f"旧稿写的是{there}，文中的数按您写的{asked}记下了。"
    return [said + "要写下一期，请按旧稿自己的报告期读入，再用 carry 接着写。"]


def correct(options: proposals.Options) -> int:
    """`correct`: list what looks like a slip; put the accepted ones right."""
    return propose(options, Proposing(proposed, corrected, "改", _slip))


def _slip(one: Proposed) -> str:
    return f"{one.before} → {one.after or '（删去）'}　{one.reason}"


def link(options: proposals.Options) -> int:
    """`link`: list the figures that state a number of the bank; tie the accepted ones."""
    return propose(options, Proposing(ties, tied, "连", lambda one: f"{one.before}　{one.link}"))
