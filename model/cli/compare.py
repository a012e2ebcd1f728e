"""`compare`: what was changed between two drafts, as a list, as 花脸稿, as 修改说明."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli.arguments import add_json, add_project_and_report, whole_number
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.jobs.draft_changes import compare_drafts, write_document


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None
    draft: int
    later: int | None
    marked: str | None
    list: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    parser.add_argument(
        "--draft", type=whole_number, metavar="稿次", required=True, help="从第几稿比起，如 1"
    )
    parser.add_argument(
        "--later", type=whole_number, metavar="稿次", help="比到第几稿；不写就是材料里现在的"
    )
    parser.add_argument("--marked", metavar="文件", help="写成花脸稿（.docx）")
    parser.add_argument("--list", metavar="文件", help="写成修改说明（.docx）")


def run(options: Options) -> int:
    project = reading(options.project)
    report = report_of(project, options.report)
    compared = compare_drafts(project, report, options.draft, options.later)
    if options.marked:
        write_document(compared.marked(), Path(options.marked))
    if options.list:
        write_document(compared.as_list(), Path(options.list))
    found = compared.list_amended()
    if options.json:
        print_json([one._asdict() for one in found])
        return 0
    print_lines(
        f"{one.heading or '（开头）'}　{one.before or '（没有）'} → {one.after or '（删去）'}"
        for one in found
    )
    print_lines([f"共{len(found)}处改动。" if found else "没有改动。"])
    return 0
