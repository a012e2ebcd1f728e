"""One open project: edit by place, undo, save, autosave. Every surface goes through it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from model.clock import Clock, local_date, utc_now
from model.entry.apply import Assignment, set_values
from model.errors import (
    ProjectFileError,
    ReadOnlyError,
    SaveError,
    UnconfirmedError,
    ValueRefused,
)
from model.file_names import path_of
from model.history import History
from model.places.naming import name_of
from model.places.refused import Refused, Typed, list_refused
from model.report.project import Project
from model.storage import atomic, backup, journal, json_gate, project_file, recent, running
from model.storage.atomic import ABSENT, Digest
from model.storage.lock import HEARTBEAT, Holder, Lock
from model.storage.project_file import Loaded, dumps


class Session:
    """An open project and its file.

    It has an id, by which its lock and its journal are known to be its own: it discards what it
    wrote or took over, and nothing else.

    `holder` is who else has the file open (None: nobody); the lock is advisory and only the
    clerk may break it. `notes` are for the clerk to see once.
    """

    beat_every: timedelta = HEARTBEAT
    """How often a window should call `beat` while the project is open."""

    def __init__(self, project: Project, path: Path | None, *, clock: Clock = utc_now) -> None:
        self._history = History(project)
        self._saved: Project | None = None
        self.typed = Typed()
        self._journaled: tuple[Project, Mapping[str, str]] = (project, {})
        self._digest: Digest = ABSENT
        self._former: bytes | None = None
        self._lock: Lock | None = None
        self._id = running.begin()
        self._taken_over: list[journal.Entry] = []
        self._clock = clock
        self.path = path
        self.read_only = False
        self.holder: Holder | None = None
        self.notes: tuple[str, ...] = ()

    @property
    def today(self) -> date:
        """The day that values entered now are noted on."""
        return local_date(self._clock)

    @classmethod
    def new(cls, project: Project, path: Path | None = None, *, clock: Clock = utc_now) -> Session:
        """A project not saved yet; `path` is where it will be, and must not exist then."""
        return cls(project, path, clock=clock)

    @classmethod
    def load(cls, path: Path, *, clock: Clock = utc_now) -> Session:
        """Read a project file and take its lock; raises `ProjectFileError`."""
        loaded = project_file.load(path)
        session = cls(loaded.project, path, clock=clock)
        session._saved = loaded.project
        session._digest = loaded.digest
        session._former = loaded.data
        session.read_only = loaded.read_only
        session.notes = (*loaded.notes, *_other_names(path))
        atomic.sweep(path.parent)
        session._take_lock()
        return session

    @classmethod
    def recovered(cls, entry: journal.Entry, *, clock: Clock = utc_now) -> Session:
        """What was typed before a crash, not saved yet; raises `ProjectFileError`.

        A later save still notices where the file was changed by somebody else meanwhile, and
        keeps what the file held before.
        """
        path = path_of(entry.path) if entry.path else None
        loaded = project_file.loads(entry.text.encode("utf-8"), path or Path("未保存的材料"))
        session = cls(loaded.project, path, clock=clock)
        session._digest = Digest(entry.base) if entry.base else ABSENT
        session._taken_over.append(entry)
        if path is not None:
            with contextlib.suppress(ProjectFileError):
                session._former = json_gate.read_bytes(path)
        session._take_back(entry.refused)
        session._take_lock()
        return session

    @property
    def project(self) -> Project:
        return self._history.now

    @property
    def saved(self) -> Project | None:
        """What this file held when it was opened or saved last; None where neither was."""
        return self._saved

    @property
    def dirty(self) -> bool:
        """Whether the project differs from what is on disk."""
        return self.project is not self._saved

    @property
    def refused(self) -> tuple[Refused, ...]:
        """What was typed and refused, and stands in no project: unsaved work all the same."""
        return list_refused(self.project, self.typed.refused, self.today)

    @property
    def is_unsaved(self) -> bool:
        """Whether anything would be lost by closing."""
        return self.dirty or bool(self.refused)

    def _take_back(self, typed: Mapping[str, str]) -> None:
        """What stood in editors at a crash: into the project where it goes in, else refused."""
        for place, text in typed.items():
            try:
                self.set(place, text)
            except ValueRefused:
                self.typed.refuse(place, text)

    @property
    def can_undo(self) -> str | None:
        return self._history.can_undo

    @property
    def can_redo(self) -> str | None:
        return self._history.can_redo

    def set(self, place: str, typed: str) -> None:
        """Set one place; raises `ValueRefused` or `PlaceError` and changes nothing then."""
        self.set_all([Assignment(place, typed)])

    def set_all(self, assignments: Sequence[Assignment]) -> None:
        """Set several places, all or none, as one step."""
        renewed = set_values(self.project, assignments, self.today)
        for assignment in assignments:
            self.typed.forget(assignment.place)
        only = assignments[0].place if len(assignments) == 1 else ""
        did = f"改“{name_of(self.project, only)}”" if only else f"改{len(assignments)}处"
        self._history.edit(renewed, did, only, self._clock())

    def do(self, did: str, change: Callable[[Project], Project]) -> None:
        """Any other edit as one step, told in words (`删去要点`)."""
        self._history.edit(change(self.project), did, "", self._clock())

    def undo(self) -> str | None:
        """Take the last step back; says what it was, None where there is none."""
        return self._history.undo()

    def redo(self) -> str | None:
        """Do the last step taken back again."""
        return self._history.redo()

    def save(self) -> None:
        """Write the project to its file, and keep what it was as a backup.

        Raises `SaveError` and its kinds; the session and the file are then as before.
        """
        if self.path is None:
            raise SaveError("这份材料还没有起文件名。请先选择保存的位置。")
        if self.read_only:
            raise ReadOnlyError(f"没有保存“{self.path}”：这份材料只能查看。请另存为一份副本。")
        self._write(self.path, self._digest)

    def rest_on(self, loaded: Loaded) -> None:
        """What the file holds by now was merged into the project: the next save replaces it, and
        keeps it as a backup."""
        self._digest, self._former, self._saved = loaded.digest, loaded.data, loaded.project

    def save_as(self, path: Path, *, replace: bool = False) -> None:
        """Write the project to another file and go on with that one.

        `replace`: the clerk agreed to replace what is there.
        """
        self._write(path, None if replace else ABSENT)

    def _write(self, path: Path, expect: Digest | None) -> None:
        """Write to `path` and go on with that file: once it stands nothing else may fail."""
        project = self.project
        data = dumps(project).encode("utf-8")
        try:
            self._digest = project_file.save(project, path, expect=expect)
        except UnconfirmedError as error:
            if path == self.path:
                self._digest = Digest(error.digest)
            raise
        self._saved, self._journaled = project, (project, {})
        moved = path != self.path
        self.path, self.read_only = path, False
        if moved:
            self._release_lock()
            self._take_lock()
        self._keep_backups(path, data)
        self._remember(path)
        self._discard_journal()
        with contextlib.suppress(SaveError, OSError):
            self.autosave()  # what the save could not take stays in the journal

    def _discard_journal(self) -> None:
        """Forget what this session kept for a crash, and what it took over from another."""
        with contextlib.suppress(SaveError, OSError):
            journal.discard_own(self.project.id, self._id)
        self._discard_taken_over()

    def _discard_taken_over(self) -> None:
        while self._taken_over:
            try:
                journal.discard(self._taken_over[-1])
            except (SaveError, OSError):
                return  # it is asked about again; the file says the same
            self._taken_over.pop()

    def _keep_backups(self, path: Path, data: bytes) -> None:
        """A save that stands is a save, even where no copy of it can be kept."""
        try:
            if self._former is not None:
                backup.keep(self.project.id, path, self._former, clock=self._clock)
            backup.keep(self.project.id, path, data, clock=self._clock)
        except (SaveError, OSError) as error:
            self.notes = (f"已保存，但没有留下备份：{error}",)
        self._former = None

    def _remember(self, path: Path) -> None:
        kinds = tuple(report.template.key for report in self.project.reports)
        with contextlib.suppress(SaveError, OSError):
            recent.remember(
                path,
                place=self.project.organization.name,
                period=str(self.project.period),
                kinds=kinds,
                clock=self._clock,
            )

    def autosave(self) -> bool:
        """Keep what was typed since the last time in the recovery journal; whether it had to.

        Where all of it was taken back, nothing is left there. Raises `SaveError`; the project's
        own file is not touched.
        """
        project, typed = self.project, self.typed.all
        if project is self._journaled[0] and typed == self._journaled[1]:
            return False
        has_to = self.dirty or bool(typed)
        if has_to:
            self._write_journal(project, typed)
        else:
            self._discard_journal()
        self._journaled = (project, typed)
        return has_to

    def _write_journal(self, project: Project, typed: Mapping[str, str]) -> None:
        journal.write(
            project.id,
            self.path,
            dumps(project),
            base=None if self._digest == ABSENT else self._digest,
            session=self._id,
            refused=typed,
            clock=self._clock,
        )
        self._discard_taken_over()  # what was written now began with it

    def keep_as_backup(self) -> None:
        """Keep what is not saved among the backups, before it is given up; raises `SaveError`."""
        if self.path is not None:
            data = dumps(self.project).encode("utf-8")
            backup.keep(self.project.id, self.path, data, clock=self._clock)

    def take_over(self) -> None:
        """Take the lock from its holder, as the clerk decided; whoever that is will be told."""
        if self._lock is not None and self.holder is not None:
            with contextlib.suppress(SaveError, OSError):
                self.holder = self._lock.break_(self.holder)

    def beat(self) -> bool:
        """Show others that the file is still open here; False where somebody took the lock."""
        if self._lock is None or not self._lock.held:
            return True
        try:
            return self._lock.beat()
        except (SaveError, OSError):
            return True

    def close(self) -> None:
        """Give the lock back and forget the journal; what was not saved is given up."""
        self._discard_journal()
        self.put_back()

    def put_back(self) -> None:
        """Give the lock back and leave what was kept for a crash."""
        self._release_lock()
        self.typed = Typed()
        self._journaled = (self.project, {})  # nothing more is kept
        running.end(self._id)

    def _take_lock(self) -> None:
        if self.path is None or self.read_only:
            return
        self._lock = Lock(self.path, session=self._id, clock=self._clock)
        try:
            self.holder = self._lock.take()
        except (SaveError, OSError):
            self._lock = None

    def _release_lock(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _other_names(path: Path) -> tuple[str, ...]:
    """A note where the file has other names (hard links): a save replaces it under this one."""
    try:
        others = path.stat().st_nlink - 1
    except OSError:
        return ()
    if others < 1:
        return ()
    said = f"这个文件还有{others}个别的名字（硬链接）。在这里保存以后，那边的仍是现在的内容。"
    return (said,)
