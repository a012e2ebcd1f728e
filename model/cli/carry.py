"""`carry`: the next period's project as a new file (接着上期写)."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from model.cli.arguments import add_json, add_output
from model.cli.changing import save_new
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.cli.text_way import add_text_way, text_way
from model.jobs.proposals import PERIODS
from model.places.inventory import places_of
from model.places.place import count
from model.renewal.next_period import carry
from model.renewal.outlines import outlines_of, with_outline
from model.values.period import Period


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    output: str
    period: str | None
    text_from: str | None
    text: str


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    parser.add_argument("project", metavar="材料", help="上期的材料文件（.xugao 或 .json）")
    add_output(parser)
    parser.add_argument(
        "--period",
        metavar="报告期",
        help="如 2026-Q1-3；不写就是紧接着的一期（全年之后是下一个全年）",
    )
    parser.add_argument("--text-from", metavar="材料", help="文字从另一份材料来（如上年同期）")
    add_text_way(parser)


def run(options: Options) -> int:
    project = reading(options.project)
    period = Period.parse(options.period) if options.period else None
    text_from = reading(options.text_from) if options.text_from else None
    renewed = carry(project, period, text_from)
    renewed = with_outline(renewed, outlines_of(renewed, text_way(options.text)))
    save_new(renewed, options.output)
    left = count(places_of(renewed))
    proposals = PERIODS.find_all(renewed)
    periods = len(proposals)
    if options.json:
        print_json(
            {
                "project": options.output,
                "period": str(renewed.period),
                "blanks": left.blanks,
                "carried": left.carried,
                "proposals": [proposal._asdict() for proposal in proposals],
            }
        )
    else:
        print_lines(
            [
                f"已接着写{renewed.period.label_with_year}：{options.output}",
                f"有{left.blanks}处要填，{left.carried}处上期内容待核，文中{periods}处报告期可以一并换新。",
            ]
        )
    return 0
