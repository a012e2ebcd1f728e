"""What the program remembers for the clerk on this PC, as `session` holds one open project.

Settings, the projects opened lately, where she left off, and reports of what went wrong.
"""

from __future__ import annotations

from pathlib import Path

from model.clock import Clock, utc_now
from model.storage import left_off, logs, recent, settings
from model.storage.left_off import LeftOff, Spot
from model.storage.recent import Recent, Standing
from model.storage.settings import Settings

__all__ = ["Desk", "LeftOff", "Recent", "Settings", "Spot", "Standing"]


class Desk:
    """Read once when the program starts; `remember` and `leave` keep what changes."""

    def __init__(self, *, clock: Clock = utc_now) -> None:
        self._clock = clock
        self.settings = settings.load(clock=clock)[0]
        self.left_off = left_off.load(clock=clock)

    def remember(self, **changes: object) -> None:
        """Change settings and keep them; after a `SaveError` they hold until the program ends."""
        self.settings = self.settings.changed(**changes)
        settings.save(self.settings)

    def leave(self, left: LeftOff) -> None:
        """Keep where she left off; raises `SaveError`."""
        self.left_off = left
        left_off.save(left)

    def recent_projects(self) -> tuple[tuple[Recent, ...], str | None]:
        """The projects opened lately, latest first, and a note where the list had to begin anew."""
        return recent.listing(clock=self._clock)

    def note_standing(self, path: Path, standing: Standing) -> None:
        """Note for the start page how far a recent project is; raises `SaveError`."""
        recent.note(path, standing, clock=self._clock)

    def forget_project(self, path: Path) -> None:
        """Take a project off the list of recent ones; raises `SaveError`."""
        recent.forget(path, clock=self._clock)

    def forget_all_projects(self) -> None:
        """Forget which projects were opened, and where each was left; raises `SaveError`."""
        recent.forget_all()
        self.leave(self.left_off.changed(open="", spots=()))

    def keep_report(self, text: str) -> Path:
        """Keep a report of what went wrong; says where. Raises `SaveError`."""
        return logs.keep(text, clock=self._clock)
