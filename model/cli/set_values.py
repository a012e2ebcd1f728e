"""`set`: typed values into a project, all or none."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any, Protocol

from model.cli.arguments import add_json, add_project
from model.cli.changing import open_to_change
from model.cli.output import print_json, print_lines
from model.entry.apply import Assignment
from model.errors import UsageError, ValueRefused
from model.places.inventory import places_of
from model.storage import json_gate
from model.values.state import State


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    values: list[str]
    file: str | None


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project(parser)
    parser.add_argument("values", nargs="*", metavar="位置=值", help="如 gdp@2026-H1.yoy=5.8")
    parser.add_argument("--from", dest="file", metavar="文件", help="从JSON文件读（位置: 值）")


def run(options: Options) -> int:
    assignments = [*_from_file(options.file), *map(_assignment, options.values)]
    if not assignments:
        raise UsageError("没有写要填什么。写成 位置=值，如 gdp@2026-H1.yoy=5.8。")
    _refuse_twice(assignments)
    session = open_to_change(options.project)
    try:
        session.set_all(assignments)
        session.save()
    except ValueRefused as error:
        raise ValueRefused(f"有填得不对的，一处也没有填：\n{error}") from error
    finally:
        session.close()
    left = sum(one.state is State.EMPTY for one in places_of(session.project))
    if options.json:
        print_json({"set": len(assignments), "blanks": left})
    else:
        print_lines([f"已填{len(assignments)}处，还空着{left}处。"])
    return 0


def _assignment(written: str) -> Assignment:
    place, sign, typed = written.partition("=")
    if not sign:
        raise UsageError(f"“{written}”里没有等号。写成 位置=值，如 gdp@2026-H1.yoy=5.8。")
    return Assignment(place.strip(), typed)


def _refuse_twice(assignments: list[Assignment]) -> None:
    """Of two values for one place nobody knows which was meant."""
    for place, times in Counter(one.place for one in assignments).items():
        if times > 1:
            raise UsageError(f"“{place}”写了{times}次，一处也没有填。请只写一次。")


def _from_file(name: str | None) -> list[Assignment]:
    """Assignments from a JSON object of places and typed values."""
    if name is None:
        return []
    path = Path(name)
    read = json_gate.parse(json_gate.read_bytes(path), path)
    return _assignments_of(read, path)


def _assignments_of(read: dict[str, Any], path: Path) -> list[Assignment]:
    """Each place with its text; raises `UsageError` naming the place of any other value."""
    wrong = [place for place, typed in read.items() if not isinstance(typed, str)]
    if wrong:
        raise UsageError(f"“{path}”里“{wrong[0]}”的值要写成带引号的文字。")
    return [Assignment(place, typed) for place, typed in read.items()]
