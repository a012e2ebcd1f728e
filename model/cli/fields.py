"""`fields`: every fillable place of a project."""

from __future__ import annotations

from typing import Any, Protocol

from model.cli.opening import reading, report_of
from model.cli.output import print_json, print_lines
from model.places.inventory import places_of
from model.places.place import Place
from model.values.state import State


class Options(Protocol):
    """What the command line gives to this command."""

    json: bool
    project: str
    report: str | None
    blank: bool


def fields(options: Options) -> int:
    project = reading(options.project)
    only = report_of(project, options.report) if options.report else None
    found = places_of(project, only)
    if options.blank:
        found = tuple(one for one in found if one.state is State.EMPTY)
    if options.json:
        print_json([_fillable_json(one) for one in found])
    else:
        print_lines(_fillable_line(one) for one in found)
    return 0


def _fillable_json(one: Place) -> dict[str, Any]:
    return one._asdict() | {"choices": list(one.choices), "state": one.state.value}


def _fillable_line(one: Place) -> str:
    value = "" if one.value is None else one.value
    unit = "" if value.endswith(one.unit) else one.unit  # a rank is told with its 位
    return f"{one.place}\t{one.state.label}\t{one.label}\t{value}{unit if value else ''}"
