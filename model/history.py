"""Undo and redo as former roots: an edit makes a new root that shares all it did not change."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from model.report.project import Project

_ONE_STEP = timedelta(seconds=1)
_LONGEST = 1000


class Step(NamedTuple):
    """A root, and in words what an edit did to it (改“一般公共预算收入 同比增长”)."""

    project: Project
    did: str


class History:
    """The roots before and after the present one; edits of a place within a second are one step."""

    def __init__(self, project: Project) -> None:
        self.now = project
        self._before: list[Step] = []
        self._after: list[Step] = []
        self._last: tuple[str, datetime] | None = None

    def edit(self, project: Project, did: str, place: str, at: datetime) -> None:
        """Go on to a new root; `place` '' never joins with the edit before."""
        if project is self.now:
            return
        together = (
            bool(place)
            and self._last is not None
            and self._last[0] == place
            and timedelta(0) <= at - self._last[1] <= _ONE_STEP
        )
        if not together:
            self._before.append(Step(self.now, did))
            del self._before[:-_LONGEST]
        self._after.clear()
        self._last = (place, at)
        self.now = project

    @property
    def can_undo(self) -> str | None:
        """What an undo would take back, None where there is nothing."""
        return self._before[-1].did if self._before else None

    @property
    def can_redo(self) -> str | None:
        """What a redo would do again."""
        return self._after[-1].did if self._after else None

    def undo(self) -> str | None:
        """Go back one root; says what was taken back."""
        return self._move(self._before, self._after)

    def redo(self) -> str | None:
        """Go forward one root; says what was done again."""
        return self._move(self._after, self._before)

    def _move(self, source: list[Step], to: list[Step]) -> str | None:
        if not source:
            return None
        step = source.pop()
        to.append(Step(self.now, step.did))
        self.now = step.project
        self._last = None
        return step.did
