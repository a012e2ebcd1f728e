"""`read`: what the program understands of a manuscript, for a person or a script."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Protocol

from model.cli.arguments import add_json, add_manuscript, manuscript_source
from model.cli.cleaning import LIST, add_cleaning, cleaned, proposal_lines, proposals_as_plain
from model.cli.output import print_json, print_lines
from model.library import shipped
from model.parse.override import ROLES, role_of
from model.parse.understand import Understanding, as_json, lexicon_of, understand
from model.reading.source import Source


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    file: str
    convert: bool
    clean: str | None
    report: int | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_manuscript(parser)
    add_cleaning(parser)


def run(options: Options) -> int:
    """The contract as JSON, or a list to look over; with `--clean list` what could be cleaned."""
    source = cleaned(manuscript_source(options.file, converted=options.convert), options)
    if options.clean == LIST:
        return _list_proposals(source, options)
    understood = understand(source, lexicon_of(shipped.bank()))
    if options.json:
        print_json(as_json(understood))
    else:
        print_lines(_lines(understood))
    return 0


def _list_proposals(source: Source, options: Options) -> int:
    if options.json:
        print_json(proposals_as_plain(source))
    else:
        print_lines(proposal_lines(source))
    return 0


def _lines(understood: Understanding) -> Iterator[str]:
    for index, shape in enumerate(understood.shapes):
        role = ROLES[role_of(shape)]
        count = len(understood.mentions[index])
        yield f"{index}\t{role}\t{f'{count}个数' if count else ''}\t{shape.text[:40]}"
    for task in understood.tasks:
        due = f"，{task.deadline}" if task.deadline else ""
        yield f"任务\t第{task.paragraph}段\t{'、'.join(task.lead)}{due}"
    for one in understood.corrections:
        said = one.after or "（删去）"
        yield f"可改\t第{one.paragraph}段\t{one.before} → {said}\t{one.reason}"
    for note in understood.notes:
        yield f"说明\t{note.message}"
