"""The lists of leaders that the clerk keeps on this PC, one for each place."""

from __future__ import annotations

from pydantic import Field as Constraint

from model.clock import Clock, utc_now
from model.report.leaders import Leaders
from model.report.record import Record
from model.storage import own_files, paths


class LeaderLists(Record):
    """All lists, by the name of the place."""

    places: dict[str, Leaders] = Constraint(default_factory=dict)


def load(*, clock: Clock = utc_now) -> tuple[LeaderLists, str | None]:
    """The lists; where the file is damaged none, and a note. Never raises."""
    found, note = own_files.load_or_set_aside(paths.leaders_file(), LeaderLists, now=clock())
    return found or LeaderLists(), note


def save(lists: LeaderLists) -> None:
    """Write the lists; raises SaveError."""
    own_files.store(paths.leaders_file(), lists, expect=None)
