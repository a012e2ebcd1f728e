"""`intake`: an old manuscript as a project (从旧稿开始), and what was understood of it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Protocol

from model.cli.arguments import add_json, add_manuscript, add_output, manuscript_source
from model.cli.changing import name_of, save_new
from model.cli.cleaning import LIST, add_cleaning, cleaned
from model.cli.output import print_json, print_lines
from model.cli.text_way import add_text_way, text_way
from model.clock import local_date, utc_now
from model.errors import UsageError
from model.jobs import take_in
from model.jobs.intake_messages import (
    count_slips,
    count_ties,
    intake_messages,
    other_year_note,
    reading_notes,
)
from model.jobs.next_from_old import NextReport, next_messages, next_report
from model.jobs.take_in import Manuscript
from model.parse.intake import Intake
from model.parse.understand import Understanding
from model.report.project import Organization
from model.values.period import Period


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    file: str
    convert: bool
    output: str
    template: str | None
    place: str | None
    superior: str
    period: str | None
    next: str | None
    clean: str | None
    report: int | None
    text: str


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_manuscript(parser)
    add_output(parser)
    parser.add_argument("--template", metavar="模板", help="并入哪种模板；不写就用旧稿自己的结构")
    parser.add_argument("--place", metavar="地方", help="旧稿里看不出时写明，如 云岭县")
    parser.add_argument("--superior", default="", metavar="上级", help="如 江州市")
    parser.add_argument("--period", metavar="报告期", help="标题里看不出时写明，如 2026-H1")
    parser.add_argument(
        "--next",
        metavar="报告期",
        help="接着写哪一期，如 2026-Q1-3：数跟着指标走，换到这一期，文中的报告期一并换新",
    )
    add_text_way(parser)
    add_cleaning(parser)


def run(options: Options) -> int:
    if options.clean == LIST:
        raise UsageError("要看可以整理什么，请用 read 旧稿 --clean 列出；这里要写“全部”或名称。")
    source = manuscript_source(options.file, converted=options.convert)
    manuscript = take_in.make_manuscript(cleaned(source, options), Path(options.file).stem)
    organization, period = _organization(options, manuscript), _period(options, manuscript)
    done = take_in.take_in(manuscript, organization, period, options.template)
    following = Period.parse(options.next) if options.next else period
    made = next_report(done, following, local_date(utc_now), text_way(options.text))
    save_new(made.project, options.output)
    if options.json:
        print_json(_plain(options, done, manuscript) | _plain_next(done, made))
    else:
        print_lines([*_lines(options, done, manuscript), *next_messages(done, made)])
    return 0


def _organization(options: Options, manuscript: Manuscript) -> Organization:
    place = name_of(options.place or "", "地方（--place）") or take_in.place(manuscript)
    if not place:
        raise UsageError("旧稿里看不出是哪个地方的，请用 --place 写明，如 --place 云岭县。")
    superior = name_of(options.superior, "上级（--superior）") or take_in.superior(manuscript)
    return Organization(name=place, superior=superior)


def _period(options: Options, manuscript: Manuscript) -> Period:
    if options.period:
        return Period.parse(options.period)
    period = take_in.period(manuscript)
    if period is None:
        raise UsageError("旧稿里看不出是哪一期的，请用 --period 写明，如 --period 2026-H1。")
    return period


def _plain(options: Options, done: Intake, manuscript: Manuscript) -> dict[str, Any]:
    """What went where, as plain values."""
    project, understood = done.project, manuscript.understood
    return {
        "project": options.output,
        "place": project.organization.name,
        "superior": project.organization.superior,
        "seen_in": take_in.seen_in(manuscript),
        "period": str(project.period),
        "parts": [part._asdict() for part in done.parts],
        "missing": list(done.missing),
        "indicators": done.indicators,
        "observations": len(project.observations),
        "unknown": list(done.unknown),
        "told_twice": list(done.twice),
        "kept_as_written": done.as_written,
        "corrections": count_slips(done),
        "ties": count_ties(done),
        "notes": _other_year(done, understood) + [note.message for note in understood.notes],
    }


def _plain_next(done: Intake, made: NextReport) -> dict[str, Any]:
    """What was done on the way to the next period; nothing where there was none."""
    if made.project.period == done.project.period:
        return {}
    counts = made._asdict()
    del counts["project"]
    return {"next": {"period": str(made.project.period), **counts}}


def _lines(options: Options, done: Intake, manuscript: Manuscript) -> list[str]:
    project, understood = done.project, manuscript.understood
    lines = [
        f"已从旧稿建成材料：{options.output}（{project.organization.name}，{project.period}）",
        *filter(None, [take_in.seen_in(manuscript)]),
        *intake_messages(done),
    ]
    if slips := count_slips(done):
        lines.append(f"有{slips}处像是笔误，用 correct 命令查看。")
    if not options.next and (numbers := count_ties(done)):
        lines.append(f"有{numbers}个数可以与指标连起来，用 link 命令查看。")
    return [*lines, *_other_year(done, understood), *reading_notes(understood)]


def _other_year(done: Intake, understood: Understanding) -> list[str]:
    note = other_year_note(understood, done.project.period)
    return [f"{note}请用 --period 写旧稿自己的报告期，用 --next 写要写的一期。"] if note else []
