"""`sources`: where the numbers of a text come from (数据出处表), or what was reported (核数表)."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli.arguments import add_json, add_project_and_report
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.forms.provenance import returned_document, sourced, sources_document
from model.jobs.forms import write_paper


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None
    output: str | None
    returned: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    parser.add_argument("-o", dest="output", metavar="文件", help="写成文件（.docx 或 .xlsx）")
    parser.add_argument(
        "--returned", action="store_true", help="核数表：部门报来的数，留给单位负责人签字"
    )


def run(options: Options) -> int:
    project = reading(options.project)
    if options.returned:
        document = returned_document(project)
    else:
        report = report_of(project, options.report)
        document = sources_document(project, report)
    if options.output:
        write_paper(document, Path(options.output))
    if options.json and not options.returned:
        print_json([one._asdict() for one in sourced(project, report_of(project, options.report))])
    elif options.json:
        print_json({"text": document.text})
    else:
        print_lines([f"已写好{document.title}：{options.output}"] if options.output
                    else document.text.splitlines())  # fmt: skip
    return 0
