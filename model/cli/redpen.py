"""`redpen`: what a Word file that came back changed, and taking it into the project."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Protocol

from model.cli import choosing
from model.cli.arguments import add_json, add_project
from model.jobs.redpen import ReturnedFile


class Options(choosing.Options, Protocol):
    """What the command line gives to this command."""

    file: str


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project(parser)
    parser.add_argument("file", metavar="改稿", help="改回来的Word文件（.docx）")
    choosing.add_choosing(parser)


def run(options: Options) -> int:
    """List the changes; take those that were accepted and save. 1 while conflicts are open."""
    return choosing.list_or_take(options, ReturnedFile(Path(options.file)))
