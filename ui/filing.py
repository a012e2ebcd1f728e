"""Opens, saves and closes projects, asking where something would be lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from model.errors import ReadOnlyError, XugaoError
from model.report.project import Project
from model.session import Session
from model.suggestions import file_name
from ui.asking import Answer, Asking
from ui.workspace import Workspace


class Filing(QObject):
    """The one open project, or none. `opened` tells of it, `closing` that it will be gone, `saved`
    of every save.
    """

    opened = Signal()
    closing = Signal()
    saved = Signal()

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
        self._exchange(session)
        return True

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
        if session.holder is not None and not self._asking.may_open_held(session):
            session.close()
            return False
        self._exchange(session)
        for note in session.notes:
            self._asking.told(note)
        return True

    def save(self) -> bool:
        """Save to the project's file, or ask for one where it has none; whether it is saved."""
        if self.workspace is None:
            return False
        session = self.workspace.session
        if session.path is None or session.read_only:
            return self.save_as()
        try:
            session.save()
        except ReadOnlyError as error:
            self._asking.failed(error)
            return self.save_as()
        except XugaoError as error:
            self._asking.failed(error)
            return False
        self._tell_saved()
        return True

    def save_as(self) -> bool:
        """Save to a file the clerk chooses, and go on with that one."""
        if self.workspace is None:
            return False
        path = self._asking.file_to_save(self._suggested())
        if path is None:
            return False
        try:
            self.workspace.session.save_as(path, replace=True)
        except XugaoError as error:
            self._asking.failed(error)
            return False
        self._tell_saved()
        return True

    def close(self) -> bool:
        """Close the open project; False where the clerk wants to stay or saving failed."""
        if not self.may_leave():
            return False
        self.leave()
        return True

    def may_leave(self) -> bool:
        """Whether the open project may be closed; asks where changes would be lost."""
        if self.workspace is None or not self.workspace.session.dirty:
            return True
        answer = self._asking.unsaved(self.name)
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

    def _exchange(self, session: Session) -> None:
        self.leave()
        self.workspace = Workspace(session, self)
        self.opened.emit()

    def _tell_saved(self) -> None:
        assert self.workspace is not None
        self.workspace.saved_changed.emit()
        self.saved.emit()

    def _suggested(self) -> Path:
        assert self.workspace is not None
        session = self.workspace.session
        if session.path is not None:
            return session.path
        project = session.project
        kind = project.reports[0].name if project.reports else "材料"
        return Path(file_name(kind, project.organization, project.period))
