"""`paper`: a printed line found by page and number, and what was written on it taken in."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from model.cli import choosing
from model.cli.arguments import add_json, add_project_and_report, whole_number
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.clock import local_date, utc_now
from model.entry.dates import day as day_of
from model.errors import UsageError
from model.jobs.paper import Paper, PaperChanges
from model.jobs.reported import draft_numbers


class Options(choosing.Options, Protocol):
    """What the command line gives to this command."""

    report: str | None
    draft: int | None
    page: int
    line: int
    text: str | None
    who: str
    on: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    parser.add_argument(
        "--draft", type=whole_number, metavar="稿次", help="第几稿；不写就是最后一稿"
    )
    parser.add_argument("--page", type=whole_number, metavar="页", required=True, help="第几页")
    parser.add_argument("--line", type=whole_number, metavar="行", required=True, help="第几行")
    parser.add_argument(
        "--text", metavar="文字", help="这一段改成什么；写空的就是删去；不写就只看是哪一段"
    )
    parser.add_argument("--who", metavar="姓名", default="", help="谁改的")
    parser.add_argument("--on", metavar="日期", help="哪天改的；不写就是今天")
    choosing.add_choosing(parser)


def run(options: Options) -> int:
    """Show the paragraph of a line; list or take what was written on it."""
    project = reading(options.project)
    report = report_of(project, options.report)
    number = options.draft or max(draft_numbers(project, report), default=0)
    if not number:
        raise UsageError("这份文稿还没有导出过，没有印出来的稿子。")
    paper = Paper(project, report, number)
    found = paper.line(options.page, options.line)
    if options.text is None:
        if options.json:
            print_json({"draft": number, **found._asdict()})
        else:
            print_lines(
                [f"第{number}稿第{options.page}页第{options.line}行：{found.text}", found.whole]
            )
        return 0
    day = day_of(options.on) if options.on else local_date(utc_now)
    text = options.text.replace("\\n", "\n")
    edits = {found.paragraph: text}
    return choosing.list_or_take(
        options, PaperChanges(report.id, number, paper.text, edits, options.who, day)
    )
