"""Opens, saves and closes projects, asking where something would be lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from model.clock import utc_now
from model.errors import ConflictError, ReadOnlyError, SaveError, XugaoError
from model.file_names import PROJECT_ENDING, readable
from model.jobs import recover
from model.jobs.conflict import compare_with_file
from model.jobs.recover import Entry
from model.jobs.suggestions import file_name
from model.report.project import Project
from model.session import Session
from ui.dialogs.conflict import Resolution
from ui.dialogs.recovery import Recovery
from ui.shell.asking import Answer, Asking
from ui.workspace import Workspace


class Filing(QObject):
    """The one open project, or none. `opened` tells of it, `closing` that it will be gone, `saved`
    of every save, `place_wanted` where the clerk wants to go instead of leaving, `traces_cleared`
    that what was kept beside it is gone, `merge_wanted` that its file, changed meanwhile, is to be
    merged.

    Whatever writes the project or leaves it settles first what was typed.
    """

    opened = Signal()
    closing = Signal()
    saved = Signal()
    traces_cleared = Signal()
    place_wanted = Signal(str)
    merge_wanted = Signal()

    def __init__(self, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking = asking
        self.workspace: Workspace | None = None

    def new(self, project: Project, path: Path, *, may_replace: bool) -> bool:
        """Save a new project where it shall lie, and open it; whether that went well."""
        if not self.may_leave():
            return False
        session = Session.new(project)
        try:
            session.save_as(path, replace=may_replace)
        except XugaoError as error:
            self._asking.failed(error)
            return False
        return self._exchange(session)

    def open_file(self, path: Path) -> bool:
        """Open a project file in the place of the open one; whether it is open now."""
        if self.workspace is not None and self.workspace.session.path == path:
            return True
        if not self.may_leave():
            return False
        try:
            session = Session.load(path)
        except XugaoError as error:
            self._asking.failed(error)
            return False
        agreed = self._recovered_or(session)
        if agreed is None:
            session.put_back()
            return False
        return self._open(agreed)

    def recover_all(self) -> tuple[str, ...]:
        """At the start: ask about everything that a crash left behind; what the clerk wants back
        is opened, the rest stays or goes as she says. Returns the files put off until later.
        """
        put_off = []
        entries, notes = recover.find_all()
        for note in notes:
            self._asking.told(note)
        for entry in entries:
            answer = self._ask_about(entry)
            if answer is Recovery.TAKE and self.recover(entry):
                break
            if answer is Recovery.DISCARD:
                recover.forget(entry)
            else:
                put_off.append(entry.path or "")
        return tuple(put_off)

    def recover(self, entry: Entry) -> bool:
        """Open what was typed before a crash, not saved yet; whether it is open now."""
        if not self.may_leave():
            return False
        try:
            session = Session.recovered(entry)
        except XugaoError as error:
            self._asking.failed(error)
            return False
        return self._open(session)

    def save(self) -> bool:
        """Save to the project's file, or ask for one where it has none; whether it is saved."""
        if self.workspace is None:
            return False
        self.workspace.settle()
        session = self.workspace.session
        if session.path is None or session.read_only:
            return self.save_as()
        try:
            session.save()
        except ReadOnlyError as error:
            self._asking.failed(error)
            return self.save_as()
        except ConflictError as error:
            return self._resolve(session, error)
        except SaveError as error:
            return self._asking.not_saved(error) and self.save_as()
        self._tell_saved()
        return True

    def save_as(self) -> bool:
        """Save to a file the clerk chooses, and go on with that one."""
        if self.workspace is None:
            return False
        self.workspace.settle()
        path = self._asking.file_to_save(self._suggested())
        if path is None:
            return False
        try:
            self.workspace.session.save_as(path, replace=True)
        except SaveError as error:
            return self._asking.not_saved(error) and self.save_as()
        self._tell_saved()
        return True

    def close(self) -> bool:
        """Close the open project; False where the clerk wants to stay or saving failed."""
        if not self.may_leave():
            return False
        self.leave()
        return True

    def may_leave(self) -> bool:
        """Whether the open project may be closed; asks where something typed would be lost."""
        if self.workspace is None:
            return True
        self.workspace.settle()
        session = self.workspace.session
        if not session.is_unsaved:
            return True
        refused = session.refused
        answer = self._asking.unsaved(self.name, refused, is_saved=not session.dirty)
        if answer is Answer.BACK and refused:
            self.place_wanted.emit(refused[0].place)
        return answer is Answer.DISCARD or (answer is Answer.SAVE and self.save())

    @property
    def name(self) -> str:
        """The open project as it is spoken of."""
        if self.workspace is None:
            return ""
        project = self.workspace.project
        return f"{project.organization.name}{project.period.label_with_year}"

    def leave(self) -> None:
        """Close the open project without asking."""
        if self.workspace is not None:
            self.closing.emit()
            workspace, self.workspace = self.workspace, None
            workspace.session.close()
            workspace.deleteLater()

    def take_back(self) -> None:
        """Close a project that could not be shown: nothing stays half open, and what a crash left
        of it stays to be found again."""
        if self.workspace is not None:
            workspace, self.workspace = self.workspace, None
            workspace.session.put_back()
            workspace.deleteLater()

    def _exchange(self, session: Session) -> bool:
        """Show another session; whether it is open now."""
        self.leave()
        self.workspace = Workspace(session, self)
        self.opened.emit()
        return self.workspace is not None

    def _open(self, session: Session) -> bool:
        """Show a session that the clerk wants, whoever else has its file open; whether it is."""
        session.take_over()
        is_open = self._exchange(session)
        for note in session.notes:
            self._asking.told(note)
        session.notes = ()
        return is_open

    def _recovered_or(self, session: Session) -> Session | None:
        """The session, or in its place what a crash left of the same file; None: not to open."""
        assert session.path is not None
        entry, note = recover.find_for(session.project, session.path)
        if note is not None:
            self._asking.told(note)
        if entry is None:
            is_free = session.holder is None or self._asking.may_open_held(session)
            return session if is_free else None
        answer = self._ask_about(entry)
        if answer is Recovery.TAKE:
            session.put_back()
            return Session.recovered(entry)
        if answer is Recovery.DISCARD:
            recover.forget(entry)
        return session if answer is Recovery.DISCARD else None

    def _ask_about(self, entry: Entry) -> Recovery:
        """What becomes of an entry; one that says what the file says is forgotten unasked."""
        try:
            unsaved = recover.compare_entry(entry, utc_now())
        except XugaoError as error:
            self._asking.failed(error)
            return Recovery.LATER
        if unsaved.is_same:
            return Recovery.DISCARD
        return self._asking.recover(unsaved)

    def _resolve(self, session: Session, error: ConflictError) -> bool:
        """The file was changed elsewhere: save a copy, or go on with the other version."""
        answer = self._asking.conflict(compare_with_file(session, error))
        if answer is Resolution.COPY:
            return self.save_as()
        if answer is Resolution.THEIRS:
            self._reload(session)
        if answer is Resolution.MERGE:
            self.merge_wanted.emit()
        return False

    def _reload(self, session: Session) -> None:
        """Open what is on disk now; what is given up stays among the backups."""
        assert session.path is not None
        try:
            session.keep_as_backup()
            renewed = Session.load(session.path)
        except XugaoError as error:
            self._asking.failed(error)
            return
        self._open(renewed)

    def _tell_saved(self) -> None:
        assert self.workspace is not None
        session = self.workspace.session
        for note in session.notes:
            self._asking.told(note)
        session.notes = ()
        self.workspace.saved_changed.emit()
        self.saved.emit()

    def _suggested(self) -> Path:
        assert self.workspace is not None
        session = self.workspace.session
        if session.path is not None:
            return session.path.with_name(f"{readable(session.path.stem)}（副本）{PROJECT_ENDING}")
        project = session.project
        kind = project.reports[0].name if project.reports else "材料"
        return Path(file_name(kind, project.organization, project.period))
