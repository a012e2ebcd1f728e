"""What has been typed since the last save, kept on this PC for the case of a crash.

One entry a project and file. Whether it differs from the file, and what to do then, is
decided elsewhere; here it is written, read and discarded.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from model.clock import Clock, utc_now
from model.errors import ProjectFileError
from model.report.record import Record
from model.storage import atomic, json_gate, own_files, paths
from model.storage.atomic import Digest

_NEVER_SAVED = "unsaved"


class Entry(Record):
    """The text of a project as it stood in memory.

    `path` is None for a project never saved. `base` is the digest of the file the edits
    were made on, `digest` that of `text`, by which a torn entry is noticed. `refused` is what
    was typed and stands in no project, by place.
    """

    project: str
    path: str | None
    base: str | None
    written: datetime
    digest: str
    text: str
    refused: Mapping[str, str] = {}


def write(
    project_id: str,
    path: Path | None,
    text: str,
    *,
    base: Digest | None,
    refused: Mapping[str, str] | None = None,
    clock: Clock = utc_now,
) -> None:
    """Keep `text`, the project file as it would be saved now, and what is `refused`.

    Raises SaveError.
    """
    entry = Entry(
        project=project_id,
        path=None if path is None else str(path.absolute()),
        base=base,
        written=clock(),
        digest=atomic.digest(text.encode("utf-8")),
        text=text,
        refused=dict(refused or {}),
    )
    own_files.store(_file(project_id, path), entry, expect=None)


def read(project_id: str, path: Path | None) -> tuple[Entry | None, str | None]:
    """The entry, or None; and a note for the clerk where there is one that cannot be used."""
    return _read(_file(project_id, path))


def pending() -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """All entries left on this PC, newest first, and notes on those that cannot be used."""
    found = [_read(file) for file in _files()]
    entries = [entry for entry, _ in found if entry]
    entries.sort(key=lambda entry: entry.written, reverse=True)
    return tuple(entries), tuple(note for _, note in found if note)


def set_aside_damaged(*, clock: Clock = utc_now) -> None:
    """Rename the entries that cannot be used, so that they are told once and can be looked at.

    Raises SaveError.
    """
    for file in _files():
        entry, note = _read(file)
        if entry is None and note is not None:
            atomic.set_aside(file, now=clock())


def discard(project_id: str, path: Path | None) -> None:
    """Forget the entry: the project was saved, or the clerk does not want it back."""
    atomic.remove(_file(project_id, path))


def _files() -> list[Path]:
    """The files of all entries, those set aside not among them."""
    found = sorted(paths.journals_dir().glob("*/*.json"))
    return [file for file in found if ".damaged-" not in file.name]


def _file(project_id: str, path: Path | None) -> Path:
    name = _NEVER_SAVED if path is None else paths.file_key(path)
    return paths.journal_dir(project_id) / f"{name}.json"


def _read(file: Path) -> tuple[Entry | None, str | None]:
    if not file.exists():
        return None, None
    try:
        entry = own_files.load(file, Entry)
        if atomic.digest(entry.text.encode("utf-8")) == entry.digest:
            return entry, None
        reason = str(json_gate.refused(file, "内容与校验码不符"))
    except ProjectFileError as error:
        reason = str(error)
    return None, f"上次没有保存的修改无法取回。{reason}"
