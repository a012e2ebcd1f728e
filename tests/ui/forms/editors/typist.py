"""A clerk at the keyboard: types, composes, presses keys, leaves; and hears what is told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.forms.editors.editor import Editor


class Typist:
    """An editor in a window with another field beside it, and the clerk who works there."""

    def __init__(self, qtbot: QtBot, editor: Editor) -> None:
        self.editor = editor
        self.window = QWidget()
        self.other = QLineEdit(self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(editor)
        column.addWidget(self.other)
        qtbot.addWidget(self.window)
        self.told: list[str] = []
        editor.edited.connect(self.told.append)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        editor.setFocus()
        qtbot.waitUntil(lambda: editor.is_focused)

    @property
    def keyboard(self) -> QWidget:
        """Where keys go."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def type(self, text: str) -> None:
        """Type signs that a keyboard has; others as an input method gives them."""
        for sign in text:
            if sign.isascii():
                QTest.keyClicks(self.keyboard, sign)
            else:
                self.commit(sign)

    def compose(self, preedit: str) -> None:
        """Begin or go on composing."""
        QApplication.sendEvent(self.keyboard, QInputMethodEvent(preedit, []))

    def commit(self, text: str) -> None:
        """The input method gives its text."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.keyboard, event)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.keyClick(self.keyboard, key, modifier)

    def leave(self) -> None:
        """Go to the next field by Tab, which an open list of completions passes on."""
        QTest.keyClick(QApplication.activePopupWidget() or self.keyboard, Qt.Key.Key_Tab)
        assert self.other.hasFocus()
