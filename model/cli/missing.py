"""`missing`: which departments have not answered, as a list or as a file (催报单)."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli.arguments import add_json, add_project
from model.cli.opening import reading
from model.cli.output import print_json, print_lines
from model.clock import local_date, utc_now
from model.forms.missing import Answering, answering, pressing_list, said_in_short
from model.jobs.forms import write_paper


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    output: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project(parser)
    parser.add_argument("-o", dest="output", metavar="文件", help="写成催报单（.docx 或 .xlsx）")


def run(options: Options) -> int:
    """Tell how far every department is. 1 while somebody is missing."""
    project, today = reading(options.project), local_date(utc_now)
    found = answering(project, today)
    if options.output:
        write_paper(pressing_list(project, today), Path(options.output))
    if options.json:
        print_json([_told(one) for one in found])
    else:
        print_lines([*map(_line, found), said_in_short(found) or "还没有向哪个单位发过报数表。"])
    return 1 if any(one.is_missing for one in found) else 0


def _told(one: Answering) -> dict[str, object]:
    form = one.form
    return {
        "department": one.department,
        "standing": one.standing.value,
        "owed": one.owed,
        "left": one.left,
        "sent": form.sent.isoformat() if form else None,
        "due": form.due.isoformat() if form and form.due else None,
        "returned": [
            {
                "way": came.way.value,
                "file": came.file,
                "person": came.person,
                "date": came.date.isoformat() if came.date else None,
            }
            for came in (form.returns if form else ())
        ],
    }


def _line(one: Answering) -> str:
    return f"{one.standing.label}　{one.department}　应报{one.owed}项，还差{one.left}项"
