"""`new`: a project from a template."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from model.cli.arguments import add_json, add_output, whole_number
from model.cli.changing import name_of, save_new
from model.cli.output import print_json, print_lines
from model.errors import UsageError
from model.jobs.new_project import new_project
from model.library import shipped
from model.places.inventory import places_of
from model.report.project import Organization
from model.values.period import Period
from model.values.state import State


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    template: str
    output: str
    place: str
    superior: str
    period: str
    peers: int | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    parser.add_argument("template", metavar="模板", help="模板的键，如 county-head-briefing")
    add_output(parser)
    parser.add_argument("--place", required=True, metavar="地方", help="如 云岭县")
    parser.add_argument("--superior", default="", metavar="上级", help="如 江州市")
    parser.add_argument("--period", required=True, metavar="报告期", help="如 2026-H1")
    parser.add_argument(
        "--peers", type=whole_number, metavar="个数", help="一同排名的县（市、区）有几个"
    )


def run(options: Options) -> int:
    if options.peers is not None and options.peers < 1:
        raise UsageError("一同排名的单位数（--peers）从1算起。")
    place = name_of(options.place, "地方（--place）")
    superior = name_of(options.superior, "上级（--superior）")
    if not place:
        raise UsageError("地方（--place）不能为空，如 云岭县。")
    organization = Organization(name=place, superior=superior, peers=options.peers)
    period = Period.parse(options.period)
    made = new_project(shipped.template(options.template), shipped.bank(), organization, period)
    save_new(made.project, options.output)
    blanks = sum(found.state is State.EMPTY for found in places_of(made.project))
    if options.json:
        print_json({"project": options.output, "report": made.report, "blanks": blanks})
    else:
        print_lines([f"已新建“{options.output}”，有{blanks}处要填。用 fields 命令看都有哪些。"])
    return 0
