"""A clerk who does anything at all, in the real window with a project open.

`python -m tests.soak.monkey SEED ACTIONS EXAMPLE FOLDER SECONDS` does so many things, or as many as
the time allows, and prints one line of JSON: how many were done, what went wrong, what was slow.
Each is told on the error channel before it is done, so that a crash can be traced. HOME must be a
folder to spoil.
"""

from __future__ import annotations

import faulthandler
import json
import secrets
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QMenu,
    QWidget,
)
from shiboken6 import isValid

from model.places.inventory import places_of
from model.places.refused import Refused
from model.renewal.next_period import carry
from model.session import Session
from tests.samples import example
from tests.soak import agreement, clipboards
from tests.soak.hands import (
    actions_of,
    ask_for_menu,
    close_popups,
    inside,
    open_menu,
    settle,
)
from tests.soak.watch import Watch
from tests.ui.shell_window import Answers
from ui import app as ui_app
from ui.kit import file_dialogs
from ui.pages import export
from ui.shell.asking import Answer
from ui.shell.main_window import MainWindow

_KEYS = (
    "Tab", "Shift+Tab", "Return", "Backspace", "Delete", "Escape", "Home", "End", "Up", "Down",
    "Left", "Right", "Shift+Right", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Z", "Ctrl+Y",
    "F2", "F4", "F5", "F6", "F8", "Shift+F8", "Alt+Up", "Alt+Down", "Ctrl+Return", "Space",
    "Ctrl+Shift+Delete", "PgUp", "PgDown", "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+S", "Menu", "Alt+Left",
    "Ctrl+Backspace", "Shift+Home", "Ctrl+Home", "Ctrl+End",
)  # fmt: skip
_WORDS = (
    "5", "12.5", "-3", "abc", "1.3万", "今年以来，", "增长5.1%", "{", "{@", "}", "5月底前",
    "甲、乙", "2026-07-05", "第2位", "一是", "XX", "。", "王市长", "是", " ",
)  # fmt: skip
_LEFT_OUT = {"quit"}
_SELDOM = {"larger", "smaller", "normal"}
"""Each costs as much of the processor as a hundred others."""
_DIALOG_TURNS = 6
_EVERY = 60


class Monkey:
    """Does things at random; `watch` gathers what goes wrong."""

    def __init__(self, main: MainWindow, chance: Random, watch: Watch, path: Path) -> None:
        self.main, self.chance, self.watch, self.path = main, chance, watch, path
        self.done = 0
        self._turns = 0
        self.is_over = False
        self._answer()
        self._ways: tuple[tuple[int, Callable[[], None]], ...] = (
            (24, self.type), (18, self.press), (14, self.click), (10, self.paste),
            (6, self.choose_in_bar), (8, self.choose_in_menu), (3, self.go), (4, self.compose),
            (12, self.go_to_place), (2, self.undo_some), (1, self.come_back), (2, self.wait),
        )  # fmt: skip

    def run(self, actions: int, seconds: float) -> None:
        """Do so many things, and compare window, session and file from time to time."""
        began_all = time.monotonic()
        while self.done < actions and time.monotonic() - began_all < seconds:
            self.done += 1
            way = self.chance.choices(self._ways, [weight for weight, _ in self._ways])[0][1]
            self._tell(way.__name__)
            try:
                with self.watch.thing():
                    way()
                self._settle()
            except Exception:  # noqa: BLE001 - it is told, and the clerk goes on
                self.watch.note(traceback.format_exc())
            if self.main.filing.workspace is None:
                self._open()
            if self.done % _EVERY == 0:
                self._compare()
        self._compare()

    # What a clerk does.

    def type(self) -> None:
        target: QWidget | None = QApplication.focusWidget()
        if target is not None:
            words = self.chance.choice(_WORDS)
            self._tell(f"type {words!r} into {_name(target)}")
            type_into(target, words)

    def press(self) -> None:
        target = QApplication.focusWidget() or self.main
        keys = self.chance.choice(_KEYS)
        self._tell(f"press {keys} on {_name(target)}")
        QTest.keySequence(target, QKeySequence(keys))

    def compose(self) -> None:
        target: QWidget | None = QApplication.focusWidget()
        if target is None:
            return
        self._tell(f"compose on {_name(target)}")
        QApplication.sendEvent(target, QInputMethodEvent("zeng", []))
        event = QInputMethodEvent("", [])
        if self.chance.random() < 0.7:
            event.setCommitString(self.chance.choice(("增长", "下降3", "县", "\u3000")))
        QApplication.sendEvent(target, event)

    def click(self) -> None:
        target = self._any()
        if target is not None:
            self._tell(f"click {_name(target)}")
            at = QPoint(
                self.chance.randrange(max(target.width(), 1)),
                self.chance.randrange(max(target.height(), 1)),
            )
            does = QTest.mouseDClick if self.chance.random() < 0.15 else QTest.mouseClick
            does(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
            self._choose(open_menu())

    def paste(self) -> None:
        said = clipboards.fill(self.chance)
        target: QWidget | None = QApplication.focusWidget()
        if target is not None:
            self._tell(f"paste {said} into {_name(target)}")
            QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def choose_in_bar(self) -> None:
        entry = self.chance.choice(self.main.menuBar().actions())
        menu = entry.menu()
        if isinstance(menu, QMenu):
            self._choose(menu)

    def choose_in_menu(self) -> None:
        target = self._any()
        if target is not None:
            self._tell(f"ask for a menu on {_name(target)}")
            self._choose(ask_for_menu(target))

    def go(self) -> None:
        self.main.activateWindow()
        if self.main.wizard is not None:
            step = self.chance.choice(self.main.wizard.step_list.steps)
            self._tell(f"go to {step.title}")
            self.main.wizard.go_to_step(step.key)

    def go_to_place(self) -> None:
        """Back to the window, and into an editor or a cell of a table."""
        workspace = self.main.filing.workspace
        if self.main.wizard is None or workspace is None:
            return
        self.main.activateWindow()
        place = self.chance.choice(places_of(workspace.project, workspace.report)).place
        self._tell(f"go to {place}")
        self.main.wizard.go_to(place)
        cell = QApplication.focusWidget()
        if isinstance(cell, QAbstractItemView) and self.chance.random() < 0.5:
            QTest.keyClick(cell, Qt.Key.Key_F2)

    def undo_some(self) -> None:
        for key in self.chance.choices(("undo", "redo"), (3, 2), k=self.chance.randrange(1, 12)):
            if self.main.commands[key].isEnabled():
                with self.watch.thing(key):
                    self.main.commands[key].trigger()
                self._settle()

    def come_back(self) -> None:
        """Close the project and open it again."""
        with self.watch.thing("close"):
            self.main.commands["close"].trigger()
        self._settle()
        with self.watch.thing("open"):
            self._open()

    def wait(self) -> None:
        QTest.qWait(self.chance.choice((1, 130, 350, 800)))

    # Inside.

    def _settle(self) -> None:
        with self.watch.thing("settle"):
            settle()

    def _open(self) -> None:
        if self.main.filing.workspace is None and not self.main.open_file(self.path):
            self.watch.note("the project could not be opened again")

    def _any(self) -> QWidget | None:
        """Some widget that is seen and can be used, of the window in front."""
        window = QApplication.activeWindow() or self.main
        found = [one for one in inside(window) if one.isEnabled() and not one.findChild(QWidget)]
        of_use = [one for one in found if isinstance(one, QAbstractButton | QComboBox)]
        pool = of_use if of_use and self.chance.random() < 0.5 else found
        return self.chance.choice(pool) if pool else None

    def _choose(self, menu: QMenu | None) -> None:
        if menu is None:
            return
        found = list(actions_of(menu))  # a menu that fills itself anew frees what it had
        offered = [one for one in found if isValid(one) and one.objectName() not in _LEFT_OUT]
        if offered and self.chance.random() < 0.8:
            action: QAction = self.chance.choice(offered)
            if action.objectName() not in _SELDOM or self.chance.random() < 0.2:
                self._tell(f"choose {action.objectName() or action.text()}")
                action.trigger()
        close_popups()

    def _answer(self) -> None:
        """Again and again: a dialog that an answer opens is answered meanwhile, for which one timer
        would not do, as it waits for its own slot."""
        if self.is_over:
            return
        QTimer.singleShot(2, self.main, self._answer)
        with self.watch.thing("answer"):
            self._do_in_dialog()

    def _do_in_dialog(self) -> None:
        """A dialog waits: do something in it, and in the end close it."""
        dialog: QWidget | None = QApplication.activeModalWidget()
        self._turns += 1
        if dialog is None:
            popup: QWidget | None = QApplication.activePopupWidget()
            if popup is None:
                self._turns = 0
            elif self._turns > _DIALOG_TURNS:  # Qt's own menus wait until they are closed
                popup.close()
            return
        if self._turns > _DIALOG_TURNS:
            self._turns = 0
            if isinstance(dialog, QDialog):
                dialog.reject()
            dialog.close()
            return
        inner = [one for one in inside(dialog) if one.isEnabled() and not one.findChild(QWidget)]
        if not inner:
            return
        target = self.chance.choice(inner)
        self._tell(f"answer {type(dialog).__name__} by {_name(target)}")
        if isinstance(target, QAbstractButton):
            target.click()
        else:
            type_into(target, self.chance.choice(_WORDS))

    def _compare(self) -> None:
        """Window, session and file say the same; all can be undone and done again."""
        began = time.thread_time()
        self._tell("compare")
        close_popups()
        dialog: QWidget | None = QApplication.activeModalWidget()
        workspace = self.main.filing.workspace
        if dialog is not None or workspace is None:
            return
        for wrong in agreement.disagreements(self.main):
            self.watch.note(wrong)
        wrong = agreement.undone_wrong(workspace)
        if wrong:
            self.watch.note(wrong)
        wrong = agreement.saved_wrong(self.main, self.path)
        if wrong:
            self.watch.note(wrong)
        sys.stderr.write(f"compared in {time.thread_time() - began:.1f} s\n")

    def _tell(self, what: str) -> None:
        self.watch.now = f"{what} (action {self.done})"
        sys.stderr.write(f"{self.done} {what}\n")


def type_into(target: QWidget, words: str) -> None:
    """Key by key; QTest knows no keys for Chinese."""
    for sign in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if isValid(target):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(target, event)


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {(widget.accessibleName() or widget.objectName())[:30]}"


class Clerk(Answers):
    """Answers the shell at random."""

    def __init__(self, chance: Random, folder: Path) -> None:
        super().__init__()
        self._chance, self._folder = chance, folder

    def unsaved(self, name: str, refused: Sequence[Refused], *, is_saved: bool) -> Answer:
        return self._chance.choice((Answer.SAVE, Answer.CANCEL, Answer.DISCARD))

    def line(self, title: str, question: str, now: str) -> str | None:
        return self._chance.choice((None, "", "新的一部分", "{leader}", now, "长" * 300))

    def template(self, chosen: str) -> str | None:
        return self._chance.choice((None, "work-briefing", "key-work-report"))

    def file_to_save(self, suggested: Path) -> Path | None:
        return self._chance.choice((None, self._folder / "另存.json"))

    def file_to_open(self, folder: Path) -> Path | None:
        return self._chance.choice((None, *sorted(self._folder.glob("*.json"))))


def main(seed: int, actions: int, key: str, folder: Path, seconds: float) -> int:
    """Run, and print what was found; the exit code is 1 where anything was."""
    faulthandler.enable()
    faulthandler.dump_traceback_later(seconds + 600, exit=True)
    chance, watch = Random(seed), Watch()
    secrets.choice = Random(seed).choice  # ids, so that a seed is the same run again
    app = QApplication([])
    ui_app.dress(app)
    watch.install()
    path = folder / "材料.json"
    session = Session.new(carry(example(key)) if seed % 2 else example(key))
    session.save_as(path, replace=True)
    session.close()
    window = MainWindow(Clerk(chance, folder))
    file_dialogs._chosen = lambda asked, *_: chance.choice(
        (None, folder / f"文件{asked.ending or '.docx'}")
    )
    setattr(  # noqa: B010 - Qt's own dialog is another's too
        QFileDialog, "getExistingDirectory", lambda *_: chance.choice(("", str(folder)))
    )
    setattr(export, "ask_and_print", lambda *_: False)  # noqa: B010 - the printer is another's
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    watch.now = "open"
    assert window.open_file(path)
    settle()
    monkey = Monkey(window, chance, watch, path)
    monkey.run(actions, seconds)
    monkey.is_over = True
    faulthandler.cancel_dump_traceback_later()
    print(json.dumps({"done": monkey.done, "found": watch.found, "slow": watch.slow}), flush=True)
    window.filing.leave()
    window.close()
    settle()
    app.clipboard().clear()  # Qt frees it at exit, when Python has ended
    return 1 if watch.found else 0


if __name__ == "__main__":
    seed, actions, key, folder, seconds = sys.argv[1:]
    sys.exit(main(int(seed), int(actions), key, Path(folder), float(seconds)))
