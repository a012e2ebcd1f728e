"""`changes`: what changed since last period (数据变化说明), as a list or as a Word file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli.arguments import add_json, add_project_and_report
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.jobs.export import export_changes
from model.renewal.changes import Changed, changes


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None
    word: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    parser.add_argument("--word", metavar="文件", help="写成Word文件（.docx）")


def run(options: Options) -> int:
    project = reading(options.project)
    report = report_of(project, options.report) if options.report else None
    found = changes(project, report)
    if options.word:
        export_changes(project, report, Path(options.word))
    if options.json:
        print_json([_as_json(change) for change in found])
    elif options.word:
        print_lines([f"已写好数据变化说明：{options.word}"])
    elif not found:
        print_lines(["没有上期的数可比，也没有要换的。"])
    else:
        print_lines(
            f"{change.place}　{change.label}　{change.last or '—'} → {change.now or '—'}　"
            f"{change.note}{'　' if change.course else ''}{change.course}"
            for change in found
        )
    return 0


def _as_json(change: Changed) -> dict[str, object]:
    told = change._asdict()
    del told["series"]
    return told | {"course": change.course}
