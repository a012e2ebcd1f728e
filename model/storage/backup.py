"""Every save can be gone back to: copies of a project's file on this PC.

Kept are the last 20 saves and the last one of each of the past 30 days. Two copies of one
project file lie in the same folder and are told apart by `file_key`, so that saving one does
not push out the other's backups.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from model.clock import Clock, utc_now
from model.errors import ProjectFileError
from model.storage import atomic, json_gate, paths
from model.storage.atomic import ABSENT, Digest

LAST_SAVES = 20
DAYS = 30

_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{12})Z-([0-9a-f]{8})\.json")
_STAMP = "%Y%m%dT%H%M%S%f"


class Backup(NamedTuple):
    """One copy: its place in the order of saves, when, of which file, and its size in bytes.

    The number, not the time, orders them: the PC's clock may have been wrong.
    """

    number: int
    saved: datetime
    file_key: str
    size: int
    path: Path

    @property
    def day(self) -> date:
        """The day as the clerk's calendar has it."""
        return self.saved.astimezone().date()


def keep(project_id: str, of: Path, data: bytes, *, clock: Clock = utc_now) -> Backup | None:
    """Keep `data`, the content of the file `of`, and drop what the rule no longer keeps.

    None where the newest backup of that file holds the very same. Raises SaveError.
    """
    now, key, folder = clock(), paths.file_key(of), paths.backups_dir(project_id)
    former = listing(project_id)
    newest = next((one for one in former if one.file_key == key), None)
    if newest and newest.size == len(data) and _content(newest) == data:
        return None
    number = former[0].number + 1 if former else 1
    path = folder / f"{number:06d}-{now.astimezone(UTC):{_STAMP}}Z-{key}.json"
    atomic.make_folder(folder)
    atomic.write_bytes(path, data, expect=ABSENT)
    made = Backup(number, now, key, len(data), path)
    for one in superfluous([made, *former], now):
        one.path.unlink(missing_ok=True)
    return made


def listing(project_id: str, *, of: Path | None = None) -> tuple[Backup, ...]:
    """All backups of the project, or of one file of it, newest first."""
    folder = paths.backups_dir(project_id)
    if not folder.is_dir():
        return ()
    key = of and paths.file_key(of)
    found = [one for one in map(_recognized, folder.iterdir()) if one]
    return tuple(sorted((one for one in found if key in (None, one.file_key)), reverse=True))


def superfluous(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Those that neither are among the last saves of their file nor the last of a recent day."""
    since = now.astimezone().date() - timedelta(days=DAYS)
    counts: dict[str, int] = {}
    days: set[tuple[str, date]] = set()
    dropped = []
    for one in sorted(backups, reverse=True):
        counts[one.file_key] = counts.get(one.file_key, 0) + 1
        last_of_day = (one.file_key, one.day) not in days
        days.add((one.file_key, one.day))
        if counts[one.file_key] > LAST_SAVES and not (last_of_day and one.day > since):
            dropped.append(one)
    return dropped


def read(backup: Backup) -> bytes:
    """The content kept; raises ProjectFileError where the copy is gone or damaged."""
    return json_gate.read_bytes(backup.path)


def restore(
    backup: Backup,
    to: Path,
    *,
    project_id: str,
    expect: Digest | None,
    clock: Clock = utc_now,
) -> Digest:
    """Put the backup in place of the file `to`, which is kept as a backup first.

    Raises ProjectFileError, or SaveError and its kinds as the writer does.
    """
    data = read(backup)
    if to.exists():
        keep(project_id, to, json_gate.read_bytes(to), clock=clock)
    return atomic.write_bytes(to, data, expect=expect)


def saved_at(path: Path) -> datetime | None:
    """When the backup in a file was made; None where it is no backup."""
    found = _recognized(path)
    return found.saved if found else None


def _recognized(path: Path) -> Backup | None:
    found = _NAME.fullmatch(path.name)
    if not found:
        return None
    try:
        saved = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
        return Backup(int(found[1]), saved, found[3], path.stat().st_size, path)
    except (ValueError, OSError):
        return None  # not a time, or pruned by another window meanwhile


def _content(backup: Backup) -> bytes | None:
    try:
        return read(backup)
    except ProjectFileError:
        return None
