"""`unsaid`: what last period's text told and the present one does not, part by part."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from model.cli.arguments import add_json, add_project_and_report
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.jobs.unsaid import unsaid
from model.report.section import Section


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)


def run(options: Options) -> int:
    """List what is not said yet; 1 while there is any."""
    project = reading(options.project)
    reader = ProjectReader(project)
    found = [
        (part, _heading(part, reader), one)
        for part in report_of(project, options.report).content
        for one in unsaid(project, part)
    ]
    if options.json:
        print_json(
            [{"part": part.id, "heading": heading, **one._asdict()} for part, heading, one in found]
        )
    else:
        print_lines(
            f"{heading or '（没有标题）'}　{one.kind.label}　{one.name}　上期：{one.last}"
            for _, heading, one in found
        )
        if not found:
            print_lines(["上期说到的，本期都说到了。"])
    return 1 if found else 0


def _heading(part: object, reader: ProjectReader) -> str:
    heading = part.heading if isinstance(part, Section) else None
    return plain(heading.text, reader) if heading else ""
