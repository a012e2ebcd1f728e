"""Where the clerk left the window: its shape, and the step and text of each project."""

from pathlib import Path

from pydantic import Field as Constraint

from model.clock import Clock, utc_now
from model.file_names import kept
from model.report.record import Record
from model.storage import own_files, paths

_KEPT = 20


class Spot(Record):
    """Where one project was left."""

    file: str
    report: str = ""
    step: str = ""


class LeftOff(Record):
    """The window as it was closed.

    `geometry` is the window system's own text for place and size, `panes` the widths of the
    wizard's three columns. `open` is the project that was open, empty for the start page.
    """

    geometry: str = ""
    panes: tuple[int, ...] = ()
    open: str = ""
    spots: tuple[Spot, ...] = Constraint(default=())

    def spot(self, path: Path) -> Spot | None:
        """Where the project of this file was left."""
        return next((one for one in self.spots if one.file == kept(path.absolute())), None)

    def with_spot(self, spot: Spot) -> "LeftOff":
        """The same with another spot of its project, the latest first."""
        others = tuple(one for one in self.spots if one.file != spot.file)
        return self.changed(spots=(spot, *others)[:_KEPT])


def load(*, clock: Clock = utc_now) -> LeftOff:
    """What was kept; as on the first day where there is nothing or it is damaged. Never raises."""
    found, _ = own_files.load_or_set_aside(paths.left_off_file(), LeftOff, now=clock())
    return found or LeftOff()


def save(left: LeftOff) -> None:
    """Keep it; raises SaveError."""
    own_files.store(paths.left_off_file(), left, expect=None)
