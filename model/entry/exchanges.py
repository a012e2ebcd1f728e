"""Spans exchanged in the texts of several places: what accepted proposals come down to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from model.entry.apply import Assignment
from model.report.project import Project
from model.report.uses import text_at
from model.wording.spans import Exchange, exchanged


class PlacedExchange(NamedTuple):
    """`new` in the place of `start` to `end` of the raw text of a place such as `i7k2.text`."""

    place: str
    start: int
    end: int
    new: str


def assignments(project: Project, wanted: Iterable[PlacedExchange]) -> list[Assignment]:
    """What to set so that all of them stand in their texts, each text once."""
    by_place: dict[str, list[Exchange]] = defaultdict(list)
    for one in wanted:
        by_place[one.place].append((one.start, one.end, one.new))
    return [
        Assignment(place, exchanged(text_at(project, place) or "", of_place), in_bulk=True)
        for place, of_place in by_place.items()
    ]
