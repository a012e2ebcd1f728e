"""A random clerk in the real window: all undone is the first project, all redone is the last."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from model.places.inventory import places_of
from model.report.tree import items_of
from tests.ui.shell_window import Answers, saved_example, settle
from ui.forms.editors.prose_area import ProseArea
from ui.renewal.figures_window import FiguresWindow
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

TEXTS = ("12.5", "7.5", "-3", "abc", "1.3", "0", "3", "", "2026-7-5", "2026", "{", "x y", "100")
KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F2,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
)
STEPS = 40


class Clerk:
    """Does at random what a clerk does: goes to a place, types, leaves, undoes, redoes."""

    def __init__(self, main: MainWindow, seed: int) -> None:
        self.main = main
        self.chance = random.Random(seed)
        assert main.filing.workspace is not None
        self.workspace: Workspace = main.filing.workspace
        self.first = self.workspace.project
        self.places = [one.place for one in places_of(self.workspace.project)]
        self.done: list[str] = []

    def act(self) -> None:
        """One thing, and what the window does of itself after it."""
        deed = self.chance.choice(
            (self.go, self.type, self.type, self.press, self.step, self.figures, self.undo)
        )
        deed()
        self.rest()

    def rest(self) -> None:
        """Let the window show what there is; now and then long enough for the editors."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QTest.qWait(self.chance.choice((0, 0, 5, 350)))

    @property
    def keyboard(self) -> QWidget | None:
        """Where keys go."""
        found: QWidget | None = QApplication.focusWidget()
        return found

    def go(self) -> None:
        place = self.chance.choice(self.places)
        self.done.append(f"go {place}")
        assert self.main.wizard is not None
        self.main.activateWindow()
        self.main.wizard.go_to(place)

    def type(self) -> None:
        text = self.chance.choice(TEXTS)
        if self.keyboard is not None:
            self.done.append(f"type {text!r} {type(self.keyboard).__name__}")
            QTest.keyClicks(self.keyboard, text)

    def press(self) -> None:
        key = self.chance.choice(KEYS)
        if self.keyboard is not None:
            self.done.append(f"press {key.name} {type(self.keyboard).__name__}")
            QTest.keyClick(self.keyboard, key)

    def step(self) -> None:
        self.done.append("step")
        assert self.main.wizard is not None
        self.main.wizard.go_by(self.chance.choice((-1, 1)))

    def figures(self) -> None:
        self.done.append("figures")
        self.main.commands["figures"].trigger()
        window = self.main.next_period.beside("figures")
        assert isinstance(window, FiguresWindow)
        if window.model.rows:
            window.view.setFocus()
            window.view.choose_row(self.chance.randrange(len(window.model.rows)))

    def undo(self) -> None:
        key = self.chance.choice(("undo", "undo", "redo"))
        if self.main.commands[key].isEnabled():
            self.done.append(key)
            self.main.commands[key].trigger()

    def undo_by_key(self, keyboard: QWidget) -> None:
        QTest.keyClick(keyboard, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def step_and_undo(self, place: str) -> None:
        """Undo the last edit from another page, and come back to its place."""
        assert self.main.wizard is not None
        self.main.wizard.go_by(1)
        self.main.commands["undo"].trigger()
        self.main.wizard.go_to(place)

    def go_back_and_forth(self) -> None:
        """Undo all and redo all, as the menus do it, with all that the window shows between."""
        self.figures()
        self.workspace.settle()
        while self.workspace.redo() is not None:
            pass
        first, last = self.first, self.workspace.project
        steps = 0
        while self.workspace.session.can_undo is not None:
            self.main.commands["undo"].trigger()
            steps += 1
            self.look(f"undo {steps}")
            assert self.workspace.session.can_redo is not None, self.done[-12:]
        assert self.workspace.project is first
        while self.workspace.session.can_redo is not None:
            self.main.commands["redo"].trigger()
            steps -= 1
            self.look(f"redo {steps}")
        assert steps == 0, self.done[-12:]
        assert self.workspace.project is last

    def look(self, did: str) -> None:
        """Let the window show the project, with the focus now here, now there."""
        self.done.append(did)
        assert self.main.wizard is not None
        window = self.main.next_period.beside("figures")
        if isinstance(window, FiguresWindow) and window.model.rows:
            window.refresh()
            window.view.choose_row(self.chance.randrange(len(window.model.rows)))
            if self.chance.random() < 0.5:
                window.view.edit(window.view.currentIndex())
        if self.chance.random() < 0.3:
            self.main.wizard.go_to(self.chance.choice(self.places))
        elif self.chance.random() < 0.3 and self.keyboard is not None:
            QTest.keyClick(self.keyboard, Qt.Key.Key_Tab)
        settle(self.main.wizard)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def clerk_of(tmp_path: Path, seed: int) -> Clerk:
    """A clerk before an example, chosen by the seed as all that she does."""
    keys = ("county-head-briefing", "work-briefing", "half-year-summary")
    main = MainWindow(Answers())
    main.show()
    main.activateWindow()
    assert main.open_file(saved_example(tmp_path, keys[seed % len(keys)]))
    return Clerk(main, seed)


@pytest.mark.parametrize("seed", [12, 23])
def test_undo_and_redo_go_all_the_way_whatever_was_typed(
    qtbot: QtBot, tmp_path: Path, seed: int
) -> None:
    clerk = clerk_of(tmp_path, seed)
    for _ in range(STEPS):
        clerk.act()
    clerk.go_back_and_forth()


def test_what_was_typed_just_now_leaves_the_editor_with_its_undo(
    qtbot: QtBot, tmp_path: Path
) -> None:
    clerk = clerk_of(tmp_path, 0)
    main, workspace = clerk.main, clerk.workspace
    assert main.wizard is not None
    text = next(f"{item.id}.text" for item in items_of(workspace.report) if item.text)
    QTest.qWait(1)
    main.activateWindow()
    main.wizard.go_to(text)
    qtbot.waitUntil(lambda: isinstance(clerk.keyboard, ProseArea))
    area = clerk.keyboard
    assert isinstance(area, ProseArea)
    before = area.raw()
    ways: tuple[Callable[[], None], ...] = (
        lambda: clerk.undo_by_key(area),
        lambda: clerk.step_and_undo(text),
    )
    for leave in ways:
        QTest.keyClicks(area, "5")
        assert area.raw() != before
        leave()
        settle(main.wizard)
        assert workspace.project is clerk.first
        assert area.raw() == before, "the screen shows what the project has"
