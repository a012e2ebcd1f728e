"""The open project as the window sees it: one session, and word of every new root.

Pages and editors get this object and nothing else; only it talks to `Session`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from model.compose.compose import Composer
from model.document import Document
from model.entry.apply import Assignment, refusal, set_values
from model.errors import UsageError, XugaoError
from model.places.differences import differences
from model.places.inventory import Inventory
from model.report.project import Project
from model.report.report import Report
from model.session import Session


class Workspace(QObject):
    """One open project in the window.

    `changed` tells that there is a new root (an edit, undo, redo); listeners compare by
    identity what they show. `report_changed` tells that another of the project's texts is
    shown. `saved_changed` tells that the saved state or the file changed, `typed_changed` that
    something was refused, half typed or given up. `settling` asks every editor to tell at once
    what was typed in it; `said` is a remark on what was typed, for the clerk to see once; `removed`
    tells in words what an edit took away, so that 撤销 is offered.
    """

    changed = Signal()
    report_changed = Signal()
    saved_changed = Signal()
    typed_changed = Signal()
    settling = Signal()
    said = Signal(str)
    removed = Signal(str)

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

    @property
    def shown(self) -> str:
        """The id of the text that was chosen last, whether or not it is still there."""
        return self._report_id

    def choose_report(self, id_: str) -> None:
        """Show another text of the project."""
        self.settle()
        if id_ != self._report_id and self.project.report(id_) is not None:
            self._report_id = id_
            self.report_changed.emit()

    def document(self) -> Document:
        """The shown text, composed; blocks that did not change are not composed again."""
        return self._composer.compose(self.project, self.report)

    def settle(self) -> None:
        """All that was typed goes into the project now: the one way before whatever reads it, or
        leaves it (saving, undoing, exporting, closing, going on).
        """
        self.settling.emit()

    def enter(self, place: str, typed: str, *, kept_at: str = "") -> str | None:
        """Set what was typed in an editor; where it is refused it stays unsaved work.

        `kept_at` is the place of the editor where the value goes to another one. Returns the
        message of what was refused, or None.
        """
        message, typed_place = self.set(place, typed), kept_at or place
        if message is None:
            self.give_up(typed_place)
        else:
            self.set_aside(typed_place, typed)
        return message

    def set_aside(self, place: str, typed: str) -> None:
        """Keep what the project did not take, as unsaved work."""
        self.session.typed.refuse(place, typed)
        self.typed_changed.emit()

    def hold(self, place: str, typed: str) -> None:
        """Keep what is half typed in an editor, for the case of a crash."""
        self.session.typed.hold(place, typed)
        self.typed_changed.emit()

    def let_go(self, place: str) -> None:
        """What was half typed is no more."""
        if place in self.session.typed.held:
            self.session.typed.let_go(place)
            self.typed_changed.emit()

    def give_up(self, place: str) -> None:
        """What was refused in a place is corrected, or not wanted any more."""
        if place in self.session.typed.all:
            self.session.typed.forget(place)
            self.typed_changed.emit()

    def refused_at(self, place: str) -> str | None:
        """What was typed in a place and refused."""
        return self.session.typed.refused.get(place)

    def reason(self, place: str, typed: str) -> str:
        """Why a place refuses what was typed; '' where it would go in now."""
        refused = refusal(self.project, place, typed, self.session.today)
        return "" if refused is None else refused.reason

    def keeps(self, place: str, shown: str) -> bool:
        """Whether what an editor shows is kept: in the project, or as refused or half typed."""
        if self.session.typed.all.get(place) == shown:
            return True
        try:
            renewed = set_values(self.project, [Assignment(place, shown)], self.session.today)
        except XugaoError:
            return False
        return renewed is self.project or not differences(self.project, renewed)

    def set(self, place: str, typed: str) -> str | None:
        """Set one place; returns the message of what was refused, or None."""
        return self.set_all([Assignment(place, typed)])

    def set_all(self, assignments: Sequence[Assignment]) -> str | None:
        """Set several places, all or none, as one step of undo; the message if refused."""
        return self._try(lambda: self.session.set_all(assignments))

    def confirm(self, places: Sequence[str]) -> str | None:
        """Say of several places that last period's content holds still, as one step of undo."""
        self.settle()
        return self.set_all([Assignment(f"{place}.checked", "是") for place in places])

    def do(self, did: str, change: Callable[[Project], Project]) -> str | None:
        """Any other edit as one step of undo, told in words; the message if refused.

        What is typed and not told yet goes into the project first.
        """
        self.settle()
        return self._try(lambda: self.session.do(did, change))

    def undo(self) -> str | None:
        """Take the last step back; says what it was."""
        self.settle()
        return self._moved(self.session.undo())

    def redo(self) -> str | None:
        """Do the last step taken back again; says what it was."""
        self.settle()
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


class Keeper:
    """Where the text of one editor is kept; `place` tells its place as it is now, and `value` what
    the project is told for a text.
    """

    def __init__(
        self,
        workspace: Workspace,
        place: Callable[[], str],
        value: Callable[[str], str] = str,
    ) -> None:
        self._workspace = workspace
        self._place = place
        self._value = value

    @property
    def project(self) -> object:
        """The project as it is now."""
        return self._workspace.project

    def hold(self, typed: str) -> None:
        """Keep what is half typed."""
        self._workspace.hold(self._place(), self._value(typed))

    def let_go(self) -> None:
        """It is half typed no more."""
        self._workspace.let_go(self._place())

    def give_up(self) -> None:
        """What was refused is not wanted any more."""
        self._workspace.give_up(self._place())

    def keeps(self, shown: str) -> bool:
        """Whether what the editor shows is kept."""
        return self._workspace.keeps(self._place(), self._value(shown))

    def set_aside(self, shown: str) -> None:
        """Keep what the editor shows as if it had been refused."""
        self._workspace.set_aside(self._place(), self._value(shown))

    def say(self, words: str) -> None:
        """Remark on what was typed."""
        self._workspace.said.emit(words)
