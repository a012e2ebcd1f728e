"""留底: what the program keeps of projects on this PC beside their own files, found and removed.

What an open session keeps for a crash is never counted nor removed: it is what is being written.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from model.clock import Clock, utc_now
from model.errors import SaveError
from model.storage import atomic, backup, paths, running

KEPT_DAYS = 180
"""Backups and drafts of a report that is not saved any more go after half a year."""


class Traces(NamedTuple):
    """The files by what they are: saves that were kept, what was typed and never saved, texts of
    exports, copies of what could not be put in its place, and reports of what went wrong.
    """

    backups: tuple[Path, ...] = ()
    unsaved: tuple[Path, ...] = ()
    drafts: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()
    logs: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        return (*self.backups, *self.unsaved, *self.drafts, *self.copies, *self.logs)

    @property
    def size(self) -> int:
        """In bytes."""
        return sum(_size(file) for file in self.files)


def of_project(project_id: str) -> Traces:
    """What is kept of one project, of whatever file."""
    return Traces(
        backups=_files(paths.backups_dir(project_id)),
        unsaved=_ended(_files(paths.journal_dir(project_id))),
        drafts=_files(paths.project_drafts_dir(project_id)),
    )


def of_all() -> Traces:
    """What is kept of all projects."""
    return Traces(
        backups=_files(paths.all_backups_dir()),
        unsaved=_ended(_files(paths.journals_dir())),
        drafts=_files(paths.all_drafts_dir()),
        copies=_files(paths.recovery_dir()),
        logs=_files(paths.logs_dir()),
    )


def remove(traces: Traces) -> None:
    """Remove all of it; raises SaveError for the first file that cannot be, after the others."""
    failure: SaveError | None = None
    for file in traces.files:
        try:
            atomic.remove(file)
        except SaveError as error:
            failure = failure or error
    for folder in {file.parent for file in traces.files}:
        _remove_empty(folder)
    if failure is not None:
        raise failure


def prune(*, clock: Clock = utc_now) -> None:
    """Remove backups and drafts that are older than `KEPT_DAYS`. Never raises.

    What was typed and never saved, and copies of it, stay until somebody decides.
    """
    before = clock() - timedelta(days=KEPT_DAYS)
    old = Traces(
        backups=_older(_files(paths.all_backups_dir()), before, backup.saved_at),
        drafts=_older(_files(paths.all_drafts_dir()), before, lambda _: None),
    )
    with contextlib.suppress(SaveError):
        remove(old)


def _older(
    files: Iterable[Path], before: datetime, told: Callable[[Path], datetime | None]
) -> tuple[Path, ...]:
    """The files of an earlier time, as their name tells it, or as they were written."""
    found = []
    for file in files:
        moment = told(file)
        with contextlib.suppress(OSError):
            written = moment.timestamp() if moment else file.stat().st_mtime
            if written < before.timestamp():
                found.append(file)
    return tuple(found)


def _files(folder: Path) -> tuple[Path, ...]:
    """All files in a folder of ours and in those below it."""
    with contextlib.suppress(OSError):
        return tuple(sorted(file for file in folder.rglob("*") if file.is_file()))
    return ()


def _ended(journals: Iterable[Path]) -> tuple[Path, ...]:
    """The journals of sessions that are not open."""
    return tuple(one for one in journals if not running.is_alive(one.stem.rpartition("-")[2]))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _remove_empty(folder: Path) -> None:
    """Remove a folder that holds nothing any more, and those above it, up to the program's own."""
    with contextlib.suppress(OSError):
        while folder != paths.home() and paths.home() in folder.parents:
            folder.rmdir()
            folder = folder.parent
