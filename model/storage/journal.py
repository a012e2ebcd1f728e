"""What has been typed since the last save, kept on this PC for the case of a crash.

One entry a session, project and file. It belongs to the session that wrote it, which alone
replaces it; whoever takes it over or gives it up does so by name. Whether it differs from the
file, and what to do then, is decided elsewhere; here it is written, read and discarded.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import Field as Constraint

from model.clock import Clock, utc_now
from model.errors import ProjectFileError
from model.file_names import kept, path_of
from model.report.record import Record
from model.storage import atomic, json_gate, own_files, paths, project_file
from model.storage.atomic import Digest
from model.storage.own_values import Moment
from model.storage.project_file import Loaded

_NEVER_SAVED = "unsaved"
_NAME = re.compile(r"(?:[0-9a-f]{8}|unsaved)(?:-[0-9a-f]{16})?\.json")
"""Of the file's key and the session; journals of former versions have no session."""


class Entry(Record):
    """The text of a project as it stood in memory.

    `path` is as `file_names.kept` writes it, None for a project never saved. `base` is the digest
    of the file the edits were made on, `digest` that of `text`, by which a torn entry is noticed.
    `session` is whose it is, '' for one of a former version. `refused` is what was typed and
    stands in no project, by place.
    """

    project: str
    path: str | None
    base: str | None
    written: Moment
    digest: str
    session: str = Constraint(default="", pattern=r"([0-9a-f]{16})?")
    text: str
    refused: Mapping[str, str] = {}


def write(
    project_id: str,
    path: Path | None,
    text: str,
    *,
    base: Digest | None,
    session: str = "",
    refused: Mapping[str, str] | None = None,
    clock: Clock = utc_now,
) -> None:
    """Keep `text`, the project file as it would be saved now, and what is `refused`.

    Raises SaveError.
    """
    entry = Entry(
        project=project_id,
        path=None if path is None else kept(path.absolute()),
        base=base,
        written=clock(),
        digest=atomic.digest(text.encode("utf-8")),
        session=session,
        text=text,
        refused=dict(refused or {}),
    )
    own_files.store(_file(project_id, path, session), entry, expect=None)


def read_all(project_id: str, path: Path | None) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """All entries of one project and file, newest first, and notes on those that are damaged."""
    key = _key(path)
    files = sorted(paths.journal_dir(project_id).glob(f"{key}*.json"))
    return _read_files(file for file in files if _NAME.fullmatch(file.name))


def read(project_id: str, path: Path | None) -> tuple[Entry | None, str | None]:
    """The newest entry, or None; and a note for the clerk where none of them can be used."""
    entries, notes = read_all(project_id, path)
    if entries:
        return entries[0], None
    return None, notes[0] if notes else None


def newer_than(on_disk: Loaded, path: Path) -> Entry | None:
    """What was typed into this very file and never saved, by whatever session: kept of the file as
    it is now, and other than it. None where there is nothing of the kind.
    """
    entries, _ = read_all(on_disk.project.id, path)
    text = project_file.dumps(on_disk.project) if entries else ""
    return next(
        (
            one
            for one in entries
            if one.base == on_disk.digest and (one.text != text or one.refused)
        ),
        None,
    )


def pending() -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """All entries left on this PC, newest first, and notes on those that cannot be used."""
    return _read_files(_files())


def set_aside_damaged(*, clock: Clock = utc_now) -> None:
    """Rename the entries that cannot be used, so that they are told once and can be looked at.

    Raises SaveError.
    """
    for file in _files():
        entry, note = _read(file)
        if entry is None and note is not None:
            atomic.set_aside(file, now=clock())


def discard(entry: Entry) -> None:
    """Forget an entry: it was saved, or the clerk does not want it back. Raises SaveError."""
    if entry.session:
        discard_own(entry.project, entry.session)
    else:
        atomic.remove(_file(entry.project, path_of(entry.path) if entry.path else None, ""))


def discard_own(project_id: str, session: str) -> None:
    """Forget all that a session wrote of a project, for whatever file; raises SaveError."""
    for file in paths.journal_dir(project_id).glob(f"*-{session}.json"):
        atomic.remove(file)


def _files() -> list[Path]:
    """The files of all entries, those set aside not among them."""
    found = sorted(paths.journals_dir().glob("*/*.json"))
    return [file for file in found if ".damaged-" not in file.name]


def _file(project_id: str, path: Path | None, session: str) -> Path:
    name = f"{_key(path)}-{session}" if session else _key(path)
    return paths.journal_dir(project_id) / f"{name}.json"


def _key(path: Path | None) -> str:
    return _NEVER_SAVED if path is None else paths.file_key(path)


def _read_files(files: Iterable[Path]) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    found = [_read(file) for file in files]
    entries = [entry for entry, _ in found if entry]
    entries.sort(key=lambda entry: entry.written, reverse=True)
    return tuple(entries), tuple(note for _, note in found if note)


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
