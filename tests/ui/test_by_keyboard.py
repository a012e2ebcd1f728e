"""The whole way by keyboard alone: begin, fill, save, come back, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from model.reading.files import read_file
from tests.ui.shell_window import Answers, settle
from ui.shell.main_window import MainWindow

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)
    for _ in range(5):
        QApplication.processEvents()


def write(text: str) -> None:
    """Chinese as an input method gives it."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)


def in_dialog(answer: Callable[[QWidget], None]) -> None:
    """Do something in the next modal dialog once it is there."""

    def act() -> None:
        dialog: QWidget | None = QApplication.activeModalWidget()
        focus: QWidget | None = QApplication.focusWidget()
        if dialog is None or focus is None or focus.window() is not dialog:
            QTimer.singleShot(5, act)
        else:
            answer(dialog)

    QTimer.singleShot(0, act)


def window(qtbot: QtBot) -> MainWindow:
    main = MainWindow(Answers())
    main.resize(1280, 720)
    with qtbot.waitExposed(main):
        main.show()
    activate(main, qtbot)
    return main


def activate(main: MainWindow, qtbot: QtBot) -> None:
    """What a window manager does when a dialog closes."""
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)


def test_a_report_is_begun_filled_saved_reopened_and_exported(qtbot: QtBot, tmp_path: Path) -> None:
    main = window(qtbot)
    begin(tmp_path / "a.json")
    activate(main, qtbot)
    assert main.wizard is not None
    blanks = main.wizard.totals.blanks
    for _ in range(4):
        press(Qt.Key.Key_F8)
        write("云岭")
        press(Qt.Key.Key_Tab)
    settle(main.wizard)
    assert 0 < main.wizard.totals.blanks < blanks
    press(Qt.Key.Key_S, CTRL)
    assert not main.isWindowModified()
    filled = main.wizard.totals.blanks
    press(Qt.Key.Key_W, CTRL)
    assert main.start.isVisible()
    press(Qt.Key.Key_Return)
    assert main.wizard.totals.blanks == filled
    export(tmp_path / "a.docx", qtbot)
    assert any("云岭县" in str(one) for one in read_file(tmp_path / "a.docx").blocks)


def begin(path: Path) -> None:
    """新建 with a place, a superior and a file name."""

    def answer(dialog: QWidget) -> None:
        write("云岭县")
        press(Qt.Key.Key_U, ALT)
        write("江州市")
        press(Qt.Key.Key_F, ALT)
        press(Qt.Key.Key_A, CTRL)
        write(str(path))
        press(Qt.Key.Key_Return)

    in_dialog(answer)
    press(Qt.Key.Key_N, CTRL)


def offered() -> QWidget | None:
    """What has the focus after blanks were told of: the button that exports all the same."""
    now: QWidget | None = QApplication.focusWidget()
    return now if isinstance(now, QPushButton) and "照样" in now.text() else None


def export(path: Path, qtbot: QtBot) -> None:
    """To the page 导出, and through its button and file dialog."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        press(Qt.Key.Key_A, CTRL)
        write(str(path))
        press(Qt.Key.Key_Return)

    press(Qt.Key.Key_E, CTRL)
    press(Qt.Key.Key_W, ALT)
    qtbot.waitUntil(lambda: offered() is not None)
    in_dialog(answer)
    press(Qt.Key.Key_Return)  # what is blank may stay so
    qtbot.waitUntil(path.is_file)  # an access key shows the button pressed for a moment
