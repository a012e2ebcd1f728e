"""台账 beside the wizard, and what is due of it over the pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from model.ledger.standing import counts, due_line
from ui.kit.file_dialogs import AskFile, ask_file
from ui.kit.qt import to_front
from ui.ledger.ledger_dialog import LedgerDialog
from ui.shell.actions import Actions
from ui.shell.filing import Filing
from ui.shell.header import Header

_AFTER_TYPING_MS = 500


class Following(QObject):
    """What belongs to a project goes when the project does."""

    def __init__(
        self, window: QWidget, filing: Filing, header: Header, *, ask_file: AskFile = ask_file
    ) -> None:
        super().__init__(window)
        self.ask_file = ask_file
        self._window, self._filing, self._header = window, filing, header
        self.ledger: LedgerDialog | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self._say_due)
        filing.opened.connect(self._opened)
        filing.closing.connect(self._closing)
        header.ledger_wanted.connect(self.show_ledger)

    def connect_to(self, commands: Actions) -> None:
        """Let the menu lead here."""
        commands.connect_to({"ledger": self.show_ledger, "ledger_speech": self.find_tasks})

    def show_ledger(self) -> None:
        """Open 台账, or come back to it."""
        workspace = self._filing.workspace
        if workspace is None:
            return
        if self.ledger is None:
            self.ledger = LedgerDialog(workspace, self._window, ask_file=self.ask_file)
            self.ledger.finished.connect(lambda *_: self._drop())
        to_front(self.ledger)

    def find_tasks(self) -> None:
        """Open 台账, and look for tasks in a text."""
        self.show_ledger()
        if self.ledger is not None:
            self.ledger.find_tasks()

    def _opened(self) -> None:
        workspace = self._filing.workspace
        if workspace is None:
            return
        workspace.changed.connect(self._soon.start)
        self._say_due()
        due = self._due()
        if due:
            workspace.said.emit(f"台账：{due}")

    def _due(self) -> str:
        workspace = self._filing.workspace
        if workspace is None:
            return ""
        return due_line(counts(workspace.project.tasks, workspace.session.today))

    def _say_due(self) -> None:
        self._header.show_due(self._due())

    def _drop(self) -> None:
        if self.ledger is not None:
            self.ledger.deleteLater()
            self.ledger = None

    def _closing(self) -> None:
        self._soon.stop()
        if self.ledger is not None:
            self.ledger.leave()
