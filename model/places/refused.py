"""What was typed and is not in the project: refused there, or not told to it yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from model.entry.apply import refusal
from model.places.naming import name_of
from model.report.project import Project


class Refused(NamedTuple):
    """One place, what it is called, what was typed there, and why it was refused."""

    place: str
    name: str
    typed: str
    reason: str


class Typed:
    """What stands in editors beside the project, by place: `refused` until it is corrected or
    given up, `held` while it is half typed.
    """

    def __init__(self, refused: Mapping[str, str] | None = None) -> None:
        self.refused: dict[str, str] = dict(refused or {})
        self.held: dict[str, str] = {}

    def hold(self, place: str, typed: str) -> None:
        """It is half typed: kept for the case of a crash."""
        self.held[place] = typed

    def let_go(self, place: str) -> None:
        """It is not half typed any more; what was refused before stays."""
        self.held.pop(place, None)

    @property
    def all(self) -> dict[str, str]:
        """All of it; what is being typed goes before what was refused in the same place."""
        return {**self.refused, **self.held}

    def refuse(self, place: str, typed: str) -> None:
        """The project did not take it."""
        self.held.pop(place, None)
        self.refused[place] = typed

    def forget(self, place: str) -> None:
        """The project took it, or the clerk gave it up."""
        self.held.pop(place, None)
        self.refused.pop(place, None)


def list_refused(project: Project, typed: Mapping[str, str], today: date) -> tuple[Refused, ...]:
    """What the project does not take of what was typed, with the reason.

    What would go in, and what was typed in a place that is not there any more, is left out.
    """
    found = []
    for place, text in typed.items():
        refused = refusal(project, place, text, today)
        if refused is not None and not refused.is_place_gone:
            found.append(Refused(place, name_of(project, place), text, refused.reason))
    return tuple(found)
