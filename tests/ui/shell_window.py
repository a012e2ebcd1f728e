"""A window for the tests of the shell: answers without dialogs, and pages of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout

from model.jobs.conflict import Conflict
from model.jobs.recover import Unsaved
from model.jobs.steps import Step
from model.places.refused import Refused
from model.session import Session
from tests.samples import example
from ui.dialogs.conflict import Resolution
from ui.dialogs.recovery import Recovery
from ui.kit.page import Page
from ui.shell.asking import Answer
from ui.shell.main_window import MainWindow
from ui.shell.wizard import Wizard
from ui.workspace import Workspace


class Answers:
    """Gives the answers it was told to give, and keeps what it was told."""

    def __init__(self) -> None:
        self.unsaved_answer = Answer.CANCEL
        self.open_held = True
        self.elsewhere: list[bool] = []
        self.resolution = Resolution.CANCEL
        self.recovery = Recovery.LATER
        self.line_answer: str | None = None
        self.template_answer: str | None = None
        self.file: Path | None = None
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.notes: list[str] = []
        self.conflicts: list[Conflict] = []
        self.unsaved_found: list[Unsaved] = []
        self.refused: list[Refused] = []

    def failed(self, error: Exception) -> None:
        self.errors.append(str(error))

    def told(self, text: str) -> None:
        self.notes.append(text)

    def unsaved(self, name: str, refused: Sequence[Refused], *, is_saved: bool) -> Answer:
        self.asked.append(name)
        self.refused += refused
        return self.unsaved_answer

    def not_saved(self, error: Exception) -> bool:
        self.errors.append(str(error))
        return self.elsewhere.pop() if self.elsewhere else False

    def conflict(self, conflict: Conflict) -> Resolution:
        self.conflicts.append(conflict)
        return self.resolution

    def recover(self, unsaved: Unsaved) -> Recovery:
        self.unsaved_found.append(unsaved)
        return self.recovery

    def may_open_held(self, session: Session) -> bool:
        return self.open_held

    def line(self, title: str, question: str, now: str) -> str | None:
        self.asked.append(f"{title}：{now}")
        return self.line_answer

    def template(self, chosen: str) -> str | None:
        return self.template_answer

    def file_to_open(self, folder: Path) -> Path | None:
        return self.file

    def file_to_save(self, suggested: Path) -> Path | None:
        return self.file


class PlainPage(Page):
    """A page that shows its step's title and has one editor, for the place `leader`."""

    def __init__(self, step: Step, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.step = step
        self.refreshed = 0
        self.editor = QLineEdit(self)
        self.editor.setAccessibleName("内容")
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(step.title, self))
        layout.addWidget(self.editor)

    def refresh(self) -> None:
        self.refreshed += 1

    def focus_place(self, place: str) -> bool:
        self.editor.setText(place)
        self.editor.setFocus()
        return True


def make_plain(step: Step, workspace: Workspace) -> Page:
    """The page of every step in the tests of the shell."""
    return PlainPage(step, workspace)


def saved_example(folder: Path, key: str = "county-head-briefing", name: str = "a.json") -> Path:
    """The example of a template as a project file."""
    path = folder / name
    session = Session.new(example(key))
    session.save_as(path)
    session.close()
    return path


def settle(wizard: Wizard) -> None:
    """Wait until page, preview and steps show the project as it is now."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    timers: Iterable[QTimer] = wizard.findChildren(QTimer, options=direct)
    while any(timer.isActive() for timer in timers):
        QTest.qWait(5)


def window(answers: Answers | None = None) -> MainWindow:
    """A window with pages of the tests' own, shown."""
    made = MainWindow(answers or Answers(), make=make_plain)
    made.resize(1280, 720)
    made.show()
    return made
