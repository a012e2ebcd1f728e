"""`forms`: a form for every department, with the notice, into one folder."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli.arguments import add_json, add_project
from model.cli.changing import open_to_change
from model.cli.output import print_json, print_lines
from model.entry.cleaning import one_line
from model.entry.dates import day
from model.jobs.forms import Asked, Made, make_forms


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    folder: str
    department: list[str] | None
    due: str | None
    ask: str | None
    word: bool
    excel: bool
    ranks: bool
    force: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project(parser)
    parser.add_argument("-o", dest="folder", required=True, metavar="文件夹", help="存到哪个文件夹")
    parser.add_argument(
        "--department", action="append", metavar="单位", help="只给这个单位（可以写几次）"
    )
    parser.add_argument("--due", metavar="日期", help="报送时限，如 2026-7-5")
    parser.add_argument("--ask", metavar="联系人", help="有疑问问谁，如 “王芳 2261004”")
    parser.add_argument("--word", action="store_true", help="都做成Word表")
    parser.add_argument("--excel", action="store_true", help="都做成Excel表，要报文字的也是")
    parser.add_argument("--ranks", action="store_true", help="位次也请部门报")
    parser.add_argument("--force", action="store_true", help="覆盖已有的文件")


def run(options: Options) -> int:
    """Write the forms; the project remembers that they were sent."""
    session = open_to_change(options.project)
    try:
        asked = Asked(
            due=day(options.due) if options.due else None,
            ask=one_line(options.ask or ""),
            departments=tuple(options.department or ()),
            as_word=True if options.word else False if options.excel else None,
            with_ranks=options.ranks,
        )
        folder = Path(options.folder)
        made = make_forms(session.project, folder, asked, session.today, replace=options.force)
        session.do("请部门报数", lambda _: made.project)
        session.save()
    finally:
        session.close()
    if options.json:
        print_json(_told(made))
    else:
        print_lines(_lines(made, folder))
    return 0


def _told(made: Made) -> dict[str, object]:
    return {
        "forms": [
            {
                "id": form.id,
                "department": form.department,
                "file": str(path),
                "numbers": sum(len(row.asks) for row in form.numbers),
                "texts": len(form.texts),
                "rows": sum(len(table.rows) for table in form.tables),
                "tasks": len(form.tasks),
            }
            for form, path in made.forms
        ],
        "notice": str(made.notice) if made.notice else None,
        "words": str(made.words) if made.words else None,
    }


def _lines(made: Made, folder: Path) -> list[str]:
    said = [f"{form.department}　{form.count}项　{path.name}" for form, path in made.forms]
    papers = [path.name for path in (made.notice, made.words) if path]
    return [f"已把{len(made.forms)}份报数表写到“{folder}”：", *said, *papers]
