"""What the clerk has set once for all projects on this PC."""

from pydantic import Field as Constraint

from model.clock import Clock, utc_now
from model.report.record import Record
from model.storage import own_files, paths


class Settings(Record):
    """All settings, each with its default. Settings of a newer version are kept."""

    zoom: int = Constraint(default=100, ge=80, le=200)
    """Size of the window's text in percent."""

    house_style: str = "gbt9704"
    place: str = ""
    superior: str = ""
    peers: int | None = Constraint(default=None, ge=1)
    template: str = ""
    """What the last new project was given, offered for the next one."""

    last_folder: str = ""
    show_preview: bool = True

    fonts_told: tuple[str, ...] = ()
    """The missing fonts that the clerk has been told of."""


def load(*, clock: Clock = utc_now) -> tuple[Settings, str | None]:
    """The settings; where the file is damaged the defaults, and a note. Never raises."""
    found, note = own_files.load_or_set_aside(paths.settings_file(), Settings, now=clock())
    return found or Settings(), note


def save(settings: Settings) -> None:
    """Write the settings; raises SaveError."""
    own_files.store(paths.settings_file(), settings, expect=None)
