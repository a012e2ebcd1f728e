"""The open project as the window sees it: one session, and word of every new root.

Pages and editors get this object and nothing else; only it talks to `Session`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from model.compose.compose import Composer
from model.document import Document
from model.entry.apply import Assignment
from model.errors import UsageError, XugaoError
from model.places.inventory import Inventory
from model.report.project import Project
from model.report.report import Report
from model.session import Session


class Workspace(QObject):
    """One open project in the window.

    `changed` tells that there is a new root (an edit, undo, redo); listeners compare by
    identity what they show. `report_changed` tells that another of the project's texts is
    shown. `saved_changed` tells that the saved state or the file changed.
    """

    changed = Signal()
    report_changed = Signal()
    saved_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._composer = Composer()
        self.inventory = Inventory()
        """What is to fill and to check, remembered from edit to edit."""
        self._report_id = session.project.reports[0].id if session.project.reports else ""

    @property
    def project(self) -> Project:
        return self.session.project

    @property
    def report(self) -> Report:
        """The text that is shown; raises `UsageError` where the project has none."""
        found = self.project.report(self._report_id)
        if found is None and self.project.reports:
            found = self.project.reports[0]
        if found is None:
            raise UsageError("这份材料里还没有文稿。")
        return found

    def choose_report(self, id_: str) -> None:
        """Show another text of the project."""
        if id_ != self._report_id and self.project.report(id_) is not None:
            self._report_id = id_
            self.report_changed.emit()

    def document(self) -> Document:
        """The shown text, composed; blocks that did not change are not composed again."""
        return self._composer.compose(self.project, self.report)

    def set(self, place: str, typed: str) -> str | None:
        """Set one place; returns the message of what was refused, or None."""
        return self.set_all([Assignment(place, typed)])

    def set_all(self, assignments: Sequence[Assignment]) -> str | None:
        """Set several places, all or none, as one step of undo; the message if refused."""
        return self._try(lambda: self.session.set_all(assignments))

    def do(self, did: str, change: Callable[[Project], Project]) -> str | None:
        """Any other edit as one step of undo, told in words; the message if refused."""
        return self._try(lambda: self.session.do(did, change))

    def undo(self) -> str | None:
        """Take the last step back; says what it was."""
        return self._moved(self.session.undo())

    def redo(self) -> str | None:
        """Do the last step taken back again; says what it was."""
        return self._moved(self.session.redo())

    def _try(self, edit: Callable[[], None]) -> str | None:
        before = self.project
        try:
            edit()
        except XugaoError as error:
            return str(error)
        if self.project is not before:
            self.changed.emit()
        return None

    def _moved(self, did: str | None) -> str | None:
        if did is not None:
            self.changed.emit()
        return did
