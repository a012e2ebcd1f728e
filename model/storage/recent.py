"""The projects opened lately, for the start page."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from model.clock import Clock, utc_now
from model.file_names import kept, path_of
from model.report.record import Record
from model.storage import own_files, paths
from model.storage.own_values import Moment

LIMIT = 20


class Standing(Record):
    """How far a project was when it was saved last: its texts by name, what is left in all of
    them, its last draft (0: none), and the next step in words.
    """

    texts: tuple[str, ...] = ()
    blanks: int = 0
    carried: int = 0
    draft: int = 0
    next_step: str = ""


class Recent(Record):
    """One project file with what the start page shows of it without opening it.

    `path` is as `file_names.kept` writes it, `kinds` are the names of its reports' templates as
    the clerk reads them.
    """

    path: str
    place: str
    period: str
    kinds: tuple[str, ...] = ()
    opened: Moment
    standing: Standing | None = None

    @property
    def missing(self) -> bool:
        """Whether the file is gone. Looks at the disk: slow where a network drive is away."""
        try:
            return not path_of(self.path).is_file()
        except (OSError, ValueError):
            return True


class RecentList(Record):
    """The list as it lies on the disk, its entries not looked at yet."""

    entries: tuple[Any, ...] = ()


def listing(*, clock: Clock = utc_now) -> tuple[tuple[Recent, ...], str | None]:
    """The entries, latest first, and a note where some or all of them are damaged."""
    found, note = own_files.load_or_set_aside(paths.recent_file(), RecentList, now=clock())
    lying = found.entries if found else ()
    entries = tuple(entry for entry in map(_entry, lying) if entry is not None)
    damaged = len(lying) - len(entries)
    return entries, f"“最近的材料”里有{damaged}条记录损坏，没有列出。" if damaged else note


def _entry(lying: object) -> Recent | None:
    try:
        return Recent.model_validate(lying)
    except ValidationError:
        return None


def remember(
    path: Path,
    *,
    place: str,
    period: str,
    kinds: tuple[str, ...],
    clock: Clock = utc_now,
) -> None:
    """Put the project at the head of the list; raises SaveError."""
    former = _entry_of(path, clock)
    entry = Recent(
        path=kept(path.absolute()),
        place=place,
        period=period,
        kinds=kinds,
        opened=clock(),
        standing=former.standing if former is not None else None,
    )
    others = _without(path, clock)
    _store((entry, *others)[:LIMIT])


def note(path: Path, standing: Standing, *, clock: Clock = utc_now) -> None:
    """Note how far a project on the list is; raises SaveError."""
    entries = listing(clock=clock)[0]
    key = paths.file_key(path)
    _store(
        tuple(
            one.changed(standing=standing) if paths.file_key(path_of(one.path)) == key else one
            for one in entries
        )
    )


def forget(path: Path, *, clock: Clock = utc_now) -> None:
    """Take the project off the list; raises SaveError."""
    _store(_without(path, clock))


def forget_all() -> None:
    """Take all projects off the list; raises SaveError."""
    _store(())


def _entry_of(path: Path, clock: Clock) -> Recent | None:
    key = paths.file_key(path)
    entries = listing(clock=clock)[0]
    return next((one for one in entries if paths.file_key(path_of(one.path)) == key), None)


def _without(path: Path, clock: Clock) -> tuple[Recent, ...]:
    key = paths.file_key(path)
    return tuple(one for one in listing(clock=clock)[0] if paths.file_key(path_of(one.path)) != key)


def _store(entries: tuple[Recent, ...]) -> None:
    own_files.store(paths.recent_file(), RecentList(entries=entries), expect=None)
