"""找回没有保存的内容: what a crash left behind, compared with its file, or forgotten."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from model.errors import ProjectFileError, SaveError
from model.file_names import path_of
from model.places.differences import Difference, differences
from model.places.refused import Refused, list_refused
from model.report.project import Project
from model.storage import journal, lock, project_file, running
from model.storage.journal import Entry

__all__ = ["Entry", "Unsaved", "compare_entry", "find_all", "find_for", "forget"]


class Unsaved(NamedTuple):
    """What a journal entry holds: of which project and file, since when, and what it changes.

    `former` is None where the project's file is not there or cannot be read; `is_same`: it holds
    the very same; `is_held`: the file's lock shows signs of life, so it may be open in another
    window. `refused` is what was typed and stands in no project.
    """

    name: str
    path: Path | None
    written: datetime
    former: Project | None
    changes: tuple[Difference, ...]
    is_same: bool
    is_held: bool
    refused: tuple[Refused, ...] = ()


def find_all() -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Return all that was left on this PC, newest first, and notes on what cannot be used.

    What a session that is open now keeps for itself is left alone. What cannot be used is set
    aside, so that it is told once.
    """
    entries, notes = journal.pending()
    if notes:
        _set_aside_damaged()
    return _left(entries), notes


def find_for(project: Project, path: Path | None) -> tuple[Entry | None, str | None]:
    """Return what was left of one project and file; or a note where it cannot be used."""
    entries, notes = journal.read_all(project.id, path)
    if notes:
        _set_aside_damaged()
    left = _left(entries)
    return (left[0] if left else None), (notes[0] if notes else None)


def compare_entry(entry: Entry, now: datetime) -> Unsaved:
    """Compare an entry with its file; raises `ProjectFileError` where it cannot be understood."""
    path = path_of(entry.path) if entry.path else None
    project = project_file.loads(entry.text.encode("utf-8"), path or Path("未保存的材料")).project
    former = _on_disk(path)
    holder = lock.read(lock.lock_file(path)) if path is not None else None
    return Unsaved(
        name=f"{project.organization.name}{project.period.label_with_year}",
        path=path,
        written=entry.written,
        former=former,
        changes=differences(former, project) if former is not None else (),
        is_same=(
            former is not None and project_file.dumps(former) == entry.text and not entry.refused
        ),
        is_held=holder is not None and not holder.is_stale(now),
        refused=list_refused(project, entry.refused, now.date()),
    )


def forget(entry: Entry) -> None:
    """Give an entry up; where that fails it is asked about again next time."""
    with contextlib.suppress(SaveError, OSError):
        journal.discard(entry)


def _left(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(one for one in entries if not running.is_alive(one.session))


def _set_aside_damaged() -> None:
    with contextlib.suppress(SaveError, OSError):
        journal.set_aside_damaged()


def _on_disk(path: Path | None) -> Project | None:
    if path is None:
        return None
    try:
        return project_file.load(path).project
    except ProjectFileError:
        return None
