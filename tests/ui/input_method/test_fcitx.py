"""Chinese typed with fcitx reaches the text, and nothing is lost when fcitx is slow or goes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.input_method.fake_fcitx import FakeFcitx, session_bus
from ui.input_method import fcitx_bus
from ui.input_method.fcitx_bus import FcitxBus
from ui.input_method.fcitx_keys import FcitxKeys, composing, count_before
from ui.kit.composing import commit_composed

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def fcitx(address: str) -> Iterator[FakeFcitx]:
    fake = FakeFcitx(address)
    yield fake
    fake.stop()


@pytest.fixture
def keys(address: str, qapp: QApplication) -> Iterator[FcitxKeys]:
    bus = FcitxBus.open()
    assert bus is not None
    keys = FcitxKeys(qapp, bus)
    yield keys
    qapp.focusObjectChanged.disconnect(keys._move)
    bus.close()
    keys.deleteLater()


@pytest.fixture
def editor(qtbot: QtBot, fcitx: FakeFcitx, keys: FcitxKeys) -> QPlainTextEdit:
    return focused(qtbot, QPlainTextEdit())


def focused(qtbot: QtBot, editor: QPlainTextEdit) -> QPlainTextEdit:
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    return editor


def press(widget: QWidget, text: str, code: int | None = None) -> None:
    """Press and release keys as the X server numbers them."""
    for sign in text:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            number = ord(sign.upper()) if code is None else code
            event = QKeyEvent(kind, number, Qt.KeyboardModifier.NoModifier, 38, ord(sign), 0, sign)
            QApplication.sendEvent(widget, event)


def test_letters_are_composed_and_words_committed(editor: QPlainTextEdit) -> None:
    press(editor, "zhen")
    assert editor.toPlainText() == ""
    assert preedit(editor) == "zhen"
    press(editor, " ")
    assert (editor.toPlainText(), preedit(editor)) == ("ZHEN", "")


def preedit(editor: QPlainTextEdit) -> str:
    return editor.textCursor().block().layout().preeditAreaText()


def test_keys_that_fcitx_leaves_are_typed(editor: QPlainTextEdit) -> None:
    press(editor, "118.6 ")
    assert editor.toPlainText() == "118.6 "


def test_what_is_committed_before_a_key_stands_before_it(editor: QPlainTextEdit) -> None:
    press(editor, "!1")
    assert editor.toPlainText() == "！!1"


def test_a_forwarded_key_is_typed_once(editor: QPlainTextEdit, fcitx: FakeFcitx) -> None:
    press(editor, "?")
    assert editor.toPlainText() == "?"


def test_no_shortcut_fires_while_something_is_composed(
    editor: QPlainTextEdit, qtbot: QtBot
) -> None:
    press(editor, "a")
    override = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, 74, 0xFFC5, 0
    )
    override.ignore()
    QApplication.sendEvent(editor, override)
    assert override.isAccepted()
    press(editor, " ")
    override.ignore()
    QApplication.sendEvent(editor, override)
    assert not override.isAccepted()


def test_what_is_composed_is_kept_when_the_keyboard_moves_on(
    editor: QPlainTextEdit, qtbot: QtBot, fcitx: FakeFcitx
) -> None:
    press(editor, "wei")
    other = focused(qtbot, QPlainTextEdit())
    assert editor.toPlainText() == "wei"
    press(other, "bc ")
    assert (editor.toPlainText(), other.toPlainText()) == ("wei", "BC")
    assert "Reset" in fcitx.calls


def test_what_is_composed_is_kept_before_the_project_is_saved(
    editor: QPlainTextEdit, fcitx: FakeFcitx
) -> None:
    press(editor, "wei")
    commit_composed()
    assert (editor.toPlainText(), preedit(editor)) == ("wei", "")
    press(editor, "bc ")
    assert editor.toPlainText() == "weiBC"


def test_a_widget_without_text_gets_its_keys(
    editor: QPlainTextEdit, qtbot: QtBot, fcitx: FakeFcitx
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    fcitx.calls.clear()
    with qtbot.waitSignal(button.clicked):
        press(button, " ", Qt.Key.Key_Space)
    assert "ProcessKeyEvent" not in fcitx.calls


def test_a_password_is_not_given_to_fcitx(
    editor: QPlainTextEdit, qtbot: QtBot, fcitx: FakeFcitx
) -> None:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    fcitx.calls.clear()
    press(line, "ab")
    assert line.text() == "ab"
    assert "ProcessKeyEvent" not in fcitx.calls


def test_typing_goes_on_when_fcitx_ends_and_again_when_it_is_back(
    editor: QPlainTextEdit, fcitx: FakeFcitx, address: str
) -> None:
    press(editor, "a ")
    fcitx.stop()
    press(editor, "b ")
    second = FakeFcitx(address)
    press(editor, "c ")
    second.stop()
    fcitx.__init__(address)  # type: ignore[misc]  # so that the fixture has something to stop
    assert editor.toPlainText() == "Ab C"


def test_a_silent_fcitx_costs_one_wait_and_no_key(
    editor: QPlainTextEdit, fcitx: FakeFcitx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcitx_bus, "PATIENCE", 0.05)
    press(editor, "a ")
    fcitx.is_silent = True
    fcitx.calls.clear()
    press(editor, "bcd")
    assert editor.toPlainText() == "Abcd"
    assert fcitx.calls.count("ProcessKeyEvent") == 1


def test_without_a_bus_there_is_no_fcitx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nowhere'}")
    assert FcitxBus.open() is None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=127.0.0.1,port=9")
    assert FcitxBus.open() is None


def test_the_cursor_counts_as_qt_does_where_fcitx_counts_bytes(qtbot: QtBot) -> None:
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    QApplication.sendEvent(editor, composing("镕𠮷基", len("镕𠮷".encode())))
    assert preedit(editor) == "镕𠮷基"
    assert count_before("镕𠮷基", len("镕𠮷".encode())) == 3
    assert count_before("镕𠮷基") == 4


def test_a_shortcut_works_in_a_text_that_fcitx_serves(editor: QPlainTextEdit, qtbot: QtBot) -> None:
    shortcut = QShortcut(QKeySequence("F8"), editor)
    with qtbot.waitSignal(shortcut.activated):
        QTest.keyClick(editor, Qt.Key.Key_F8)
