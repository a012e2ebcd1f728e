"""`check`: what is missing or wrong in a project."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Protocol

from model.check.problem import Problem
from model.check.registry import Checker
from model.cli.arguments import add_json, add_project_and_report
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.jobs.leaders import roll_today
from model.jobs.reported import reported_of


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    final: bool
    project: str
    report: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    parser.add_argument("--final", action="store_true", help="按定稿核对：敏感的数也提示")


def run(options: Options) -> int:
    project = reading(options.project)
    only = report_of(project, options.report) if options.report else None
    roll = roll_today(project.organization.name)
    sent = reported_of(project)
    found = Checker().problems(project, only, roll, is_final=options.final, sent=sent)
    if options.json:
        print_json([_problem_json(one) for one in found])
    elif found:
        print_lines(
            f"{one.severity.label}　{one.place}　{one.message}　（{one.fix}）" for one in found
        )
        sys.stderr.write(f"共{len(found)}处。\n")
    else:
        print_lines(["没有发现问题。"])
    return 1 if found else 0


def _problem_json(one: Problem) -> dict[str, str]:
    return {
        "severity": one.severity.value,
        "check": one.check,
        "place": one.place,
        "message": one.message,
        "fix": one.fix,
    }
