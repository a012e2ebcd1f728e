"""`merge`: what a colleague changed in another copy of the project, and taking it over."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli import choosing
from model.cli.arguments import add_json, add_project
from model.cli.opening import reading
from model.jobs.merge import OtherCopy


class Options(choosing.Options, Protocol):
    """What the command line gives to this command."""

    other: str
    base: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project(parser)
    parser.add_argument("other", metavar="另一份", help="同一份材料的另一个文件，别人改过的")
    parser.add_argument("--base", metavar="底本", help="两边都从它改起的那一份")
    choosing.add_choosing(parser)


def run(options: Options) -> int:
    """List the changes; take those that were accepted and save. 1 while conflicts are open."""
    base = reading(options.base) if options.base else None
    return choosing.list_or_take(options, OtherCopy(Path(options.other), base))
