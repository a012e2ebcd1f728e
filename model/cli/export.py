"""`export`: a report as a file, such as Word's."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli.arguments import add_json, add_output, add_project_and_report, one_of
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.errors import UsageError
from model.jobs.export import LABELS, Force, Stage, export, labelled
from model.jobs.export_all import export_all
from model.jobs.output_formats import OUTPUT_FORMATS
from model.library import shipped
from model.report.project import Project


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None
    output: str
    stage: str
    style: str | None
    label: str | None
    all: bool
    force: bool


_STAGES = [stage.value for stage in Stage]


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    add_output(parser, "、".join(known.ending for known in OUTPUT_FORMATS))
    parser.add_argument(
        "--as",
        dest="stage",
        default=Stage.REVIEW.value,
        type=one_of(_STAGES),
        metavar=f"{{{','.join(_STAGES)}}}",
        help="核对稿、送审稿（默认）或定稿",
    )
    parser.add_argument("--style", metavar="版式", help="版式的键，如 gbt9704")
    parser.add_argument(
        "--label",
        type=one_of(LABELS),
        metavar=f"{{{','.join(LABELS)}}}",
        help="送审稿每页左上角的字样",
    )
    parser.add_argument("--all", action="store_true", help="每一份文稿都导出，-o 写文件夹")
    parser.add_argument("--force", action="store_true", help="有空白也导出定稿；覆盖已有的文件")


def run(options: Options) -> int:
    project = reading(options.project)
    if options.label and options.stage != Stage.REVIEW.value:
        raise UsageError("--label 只用在送审稿上：加 --as review，或者不写 --label。")
    if options.all:
        return _export_all(project, options)
    report = report_of(project, options.report)
    style = shipped.house_style(options.style or report.house_style)
    done = export(
        project,
        report,
        Path(options.output),
        labelled(style, options.label or ""),
        Stage(options.stage),
        force=Force.ALL if options.force else Force.NOTHING,
    )
    removed = [
        {"place": one.place, "count": one.count, "characters": list(one.characters)}
        for one in done.removed
    ]
    if options.json:
        print_json(
            {
                "file": str(done.path),
                "draft": done.number,
                "as": done.stage.value,
                "removed": removed,
                "rare": [one._asdict() for one in done.rare],
                "once_more": [
                    {"check": one.check, "place": one.place, "message": one.message}
                    for one in done.once_more
                ],
            }
        )
    else:
        print_lines([f"已导出{done.stage.label}（第{done.number}稿）：{done.path}"])
        if done.once_more:
            sys.stderr.write(f"固定提法再看一眼，共{len(done.once_more)}处：\n")
        for problem in done.once_more:
            sys.stderr.write(f"  {problem.place}　{problem.message}\n")
        for rare in done.rare:
            sys.stderr.write(f"{rare.told}\n")
        for one in done.removed:
            signs = "、".join(one.characters)
            sys.stderr.write(
                f"{one.place or '文中'}有{one.count}个看不见的字符（{signs}）没有写进文件。\n"
            )
    return 0


def _export_all(project: Project, options: Options) -> int:
    """Every text into a folder; returns 1 where one of them was not written."""
    if options.report or options.style:
        raise UsageError("--all 导出每一份文稿，各用自己的版式，不能再写 --report 或 --style。")
    folder = Path(options.output)
    if not folder.is_dir():
        raise UsageError(f"没有“{folder}”这个文件夹。--all 时 -o 写一个文件夹。")
    force = Force.ALL if options.force else Force.NOTHING
    done = export_all(project, folder, Stage(options.stage), options.label or "", force=force)
    written = [one.exported for one in done if one.exported is not None]
    if options.json:
        print_json([{"file": str(one.path), "draft": one.number} for one in written])
    else:
        print_lines(f"已导出{one.stage.label}（第{one.number}稿）：{one.path}" for one in written)
    for result in done:
        if result.wrong:
            sys.stderr.write(f"“{result.report.name}”没有导出：{result.wrong}\n")
    return 0 if len(written) == len(done) else 1
