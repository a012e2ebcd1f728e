"""`text`: what a report says, one paragraph a line."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from model.cli.arguments import add_project_and_report
from model.cli.opening import reading, report_of
from model.cli.output import print_lines
from model.compose.compose import compose


class Options(Protocol):
    """What the command line gives to this command."""

    project: str
    report: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_project_and_report(parser)


def run(options: Options) -> int:
    project = reading(options.project)
    print_lines([compose(project, report_of(project, options.report)).text])
    return 0
