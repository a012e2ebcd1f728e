"""`fields`: every fillable place of a project."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any, Protocol

from model.cli.arguments import add_json, add_project_and_report
from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.library import shipped
from model.places.inventory import places_of
from model.places.place import Place
from model.values.state import State


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None
    blank: bool


def add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    add_project_and_report(parser)
    parser.add_argument("--blank", action="store_true", help="只列还空着的")


def run(options: Options) -> int:
    project = reading(options.project)
    only = report_of(project, options.report) if options.report else None
    found = places_of(project, only)
    if options.blank:
        found = tuple(place for place in found if place.state is State.EMPTY)
    if options.json:
        print_json([_as_json(place) for place in found])
    else:
        print_lines(_line(place) for place in found)
    return 0


def _as_json(place: Place) -> dict[str, Any]:
    more = {"choices": list(place.choices), "state": place.state.value}
    return place._asdict() | more | {"note": shipped.note_of(place.indicator)}


def _line(place: Place) -> str:
    value = "" if place.value is None else place.value
    unit = "" if value.endswith(place.unit) else place.unit  # a rank is told with its 位
    return f"{place.place}\t{place.state.label}\t{place.label}\t{value}{unit if value else ''}"
