"""部门: what is asked of departments and what they gave back, beside the wizard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from model.document import Document
from model.errors import XugaoError
from model.file_names import fitting, readable
from model.forms.missing import answering, pressing_list, said_in_short
from model.forms.provenance import returned_document, sources_document
from model.jobs.forms import write_paper
from model.jobs.steps import BASICS
from ui.departments.ask_dialog import AskDialog
from ui.departments.departments_dialog import DepartmentsDialog
from ui.departments.returns_dialog import ReturnsDialog
from ui.kit.file_dialogs import LIST_TO_SAVE, AskFile, AskFiles, ask_file, ask_files
from ui.kit.qt import to_front
from ui.shell.actions import Actions
from ui.shell.filing import Filing
from ui.shell.wizard import Wizard
from ui.workspace import Workspace

_AFTER_TYPING_MS = 500


class Collecting(QObject):
    """`wizard` gives the one that is open; what belongs to a project goes when the project does."""

    def __init__(
        self,
        window: QWidget,
        filing: Filing,
        wizard: Callable[[], Wizard | None],
        *,
        ask_file: AskFile = ask_file,
        ask_files: AskFiles = ask_files,
    ) -> None:
        super().__init__(window)
        self.ask_file, self.ask_files = ask_file, ask_files
        self._window = window
        self._filing = filing
        self._wizard = wizard
        self.departments: DepartmentsDialog | None = None
        self.returns: ReturnsDialog | None = None
        filing.closing.connect(self._closing)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self._say_missing)
        filing.opened.connect(self._opened)

    def connect_to(self, commands: Actions) -> None:
        """Let the menus lead here."""
        commands.connect_to(
            {
                "departments": self.show_departments,
                "ask_departments": self.ask_departments,
                "returns": self.show_returns,
                "pressing": self.save_pressing_list,
                "returned_list": self.save_returned_list,
                "sources": self.save_sources,
            }
        )

    def show_departments(self) -> None:
        """Open 部门和供稿单位 beside the wizard, or come back to it."""
        workspace = self._filing.workspace
        if workspace is None:
            return
        if self.departments is None:
            self.departments = DepartmentsDialog(workspace, self._window)
        to_front(self.departments)

    def ask_departments(self) -> None:
        """Ask for what is needed, and write the forms."""
        workspace = self._filing.workspace
        if workspace is None:
            return
        dialog = AskDialog(workspace, self._window)
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()

    def show_returns(self) -> None:
        """Open 收部门报来的 and ask for files."""
        dialog = self._returns()
        if dialog is not None and not dialog.found.files:
            dialog.choose()

    def read(self, paths: Sequence[Path]) -> None:
        """Read files that were dropped on the window."""
        dialog = self._returns()
        if dialog is not None:
            dialog.read(paths)

    def save_pressing_list(self) -> None:
        """催报单 as a file, where the clerk wants it."""
        workspace = self._filing.workspace
        if workspace is not None:
            workspace.settle()
            today = workspace.session.today
            self._save("催报单", workspace, pressing_list(workspace.project, today))

    def save_returned_list(self) -> None:
        """核数表 as a file, where the clerk wants it."""
        workspace = self._filing.workspace
        if workspace is not None:
            workspace.settle()
            self._save("核数表", workspace, returned_document(workspace.project))

    def save_sources(self) -> None:
        """数据出处表 of the shown text as a file, where the clerk wants it."""
        workspace = self._filing.workspace
        if workspace is not None:
            workspace.settle()
            document = sources_document(workspace.project, workspace.report)
            self._save("数据出处表", workspace, document)

    def _save(self, name: str, workspace: Workspace, document: Document) -> None:
        project, at = workspace.project, workspace.session.path
        called = fitting(f"{project.organization.name}{project.period.label_with_year}", name)
        folder = at.parent if at else Path.home()
        path = self.ask_file(LIST_TO_SAVE, folder / f"{called}.docx", self._window)
        if path is None:
            return
        try:
            write_paper(document, path, replace=True)
        except XugaoError as error:
            workspace.said.emit(str(error))
            return
        workspace.said.emit(f"已存为：{readable(path)}")

    def _opened(self) -> None:
        workspace = self._filing.workspace
        if workspace is not None:
            workspace.changed.connect(self._soon.start)
            self._soon.start()

    def _say_missing(self) -> None:
        """Say beside the first step how many departments have not answered yet."""
        workspace, wizard = self._filing.workspace, self._wizard()
        if workspace is None or wizard is None:
            return
        project = workspace.project
        found = answering(project, workspace.session.today) if project.forms else ()
        missing = any(one.is_missing for one in found)
        wizard.step_list.say_beside(BASICS, said_in_short(found) if missing else "")

    def _returns(self) -> ReturnsDialog | None:
        workspace = self._filing.workspace
        if workspace is None:
            return None
        if self.returns is None:
            at = workspace.session.path
            begin = at.parent if at else Path.home()
            self.returns = ReturnsDialog(workspace, begin, self._window, ask_files=self.ask_files)
            self.returns.place_wanted.connect(self._go_to)
            self.returns.place_shown.connect(self._point_out)
            self.returns.finished.connect(lambda *_: self._drop_returns())
        to_front(self.returns)
        return self.returns

    def _drop_returns(self) -> None:
        """What was closed is opened anew the next time."""
        if self.returns is not None:
            self.returns.deleteLater()
            self.returns = None

    def _point_out(self, place: str) -> None:
        wizard = self._wizard()
        if wizard is not None and wizard.preview.isVisible():
            wizard.preview.scroll_to(place)

    def _go_to(self, place: str) -> None:
        wizard = self._wizard()
        if wizard is not None:
            wizard.go_to(place)

    def _closing(self) -> None:
        self._soon.stop()
        for beside in (self.departments, self.returns):
            if beside is not None:
                beside.close()
        if self.departments is not None:
            self.departments.deleteLater()
        self.departments = None
