"""`reported`: which drafts were reported (已报出), to whom and when."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Protocol

from model.cli.arguments import add_json, add_project_and_report, whole_number
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.errors import UsageError
from model.jobs.reported import mark_reported, reported_of, unmark_reported


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None
    draft: int | None
    to: str | None
    on: str
    undo: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    parser.add_argument("--draft", type=whole_number, metavar="稿次", help="第几稿，如 2")
    parser.add_argument("--to", metavar="单位", help="报给谁，如 市政府")
    parser.add_argument("--on", default="", metavar="日期", help="哪天报的；不写就是今天")
    parser.add_argument("--undo", action="store_true", help="去掉这一稿的已报出")


def run(options: Options) -> int:
    project = reading(options.project)
    report = report_of(project, options.report)
    if options.draft is None and (options.to or options.on or options.undo):
        raise UsageError("请用 --draft 写明是第几稿，如 --draft 2。")
    if options.draft is not None and options.undo:
        unmark_reported(project, report, options.draft)
    elif options.draft is not None:
        mark_reported(project, report, options.draft, options.to or "", options.on)
    sent = reported_of(project)
    if options.json:
        print_json(
            [
                {"report": one.report, "draft": one.number, "to": one.to, "on": one.day.isoformat()}
                for one in sent
            ]
        )
    else:
        print_lines(
            [f"{one.report}　第{one.number}稿　{one.day.isoformat()}报{one.to}" for one in sent]
            or ["还没有标为已报出的稿。标一稿：reported 材料.xugao --draft 2 --to 市政府"]
        )
    return 0
