"""找回以前保存的: the saves of a project that were kept, what each differs in, a copy of one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from model.places.differences import Difference, differences
from model.report.project import Project
from model.storage import atomic, backup, paths, project_file
from model.storage.backup import Backup


class KeptSave(NamedTuple):
    """One save that was kept (以前保存的一份); `is_of_this_file`: not of another file of it."""

    backup: Backup
    is_of_this_file: bool

    @property
    def saved(self) -> datetime:
        return self.backup.saved

    @property
    def size(self) -> int:
        """In bytes."""
        return self.backup.size


class Comparison(NamedTuple):
    """A save that was read, and the places in which it differs from the project of now."""

    project: Project
    changes: tuple[Difference, ...]
    is_same: bool


def list_saves(project: Project, path: Path | None) -> tuple[KeptSave, ...]:
    """Return all saves of the project, newest first; `path` is the file it has now."""
    own = paths.file_key(path) if path is not None else ""
    return tuple(KeptSave(kept, kept.file_key == own) for kept in backup.listing(project.id))


def compare_save(save: KeptSave, now: Project) -> Comparison:
    """Read a save and compare it; raises `ProjectFileError` where it is gone or damaged."""
    kept = project_file.loads(backup.read(save.backup), save.backup.path).project
    changes = differences(now, kept)
    is_same = not changes and project_file.dumps(now) == project_file.dumps(kept)
    return Comparison(kept, changes, is_same)


def copy_save(save: KeptSave, to: Path) -> None:
    """Write a save to a file of its own, in place of what the clerk agreed to replace.

    Raises `ProjectFileError` where the save cannot be read, else `SaveError`.
    """
    atomic.write_bytes(to, backup.read(save.backup), expect=None)
