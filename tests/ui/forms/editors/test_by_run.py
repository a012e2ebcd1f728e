"""Double click and Ctrl with arrows by Chinese words, in every text widget."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.forms.editors.line import Line
from ui.forms.editors.prose_area import ProseArea
from ui.kit.run_line import RunLine

TEXT = "今年𠀀以来，全县完成投资12.5亿元，同比增长5.1%。"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """A clerk's hand on either widget."""

    def __init__(self, widget: RunLine | ProseArea) -> None:
        self.widget = widget

    @property
    def text(self) -> str:
        return self.widget.text() if isinstance(self.widget, RunLine) else self.widget.raw()

    @property
    def chosen(self) -> str:
        if isinstance(self.widget, RunLine):
            return self.widget.selectedText()
        return self.widget.textCursor().selectedText()

    def put_cursor(self, at: int) -> None:
        if isinstance(self.widget, RunLine):
            self.widget.setCursorPosition(at)
            return
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(at)
        self.widget.setTextCursor(cursor)

    def double_click(self, at: int) -> None:
        """Double click into the sign before one of Qt's places."""
        self.put_cursor(at)
        target: QWidget = self.widget
        if isinstance(self.widget, ProseArea):
            target = self.widget.viewport()
        spot = self.widget.cursorRect().center() - QPoint(4, 0)
        self.target, self.spot = target, spot
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def click_again(self) -> None:
        """The third click, in the same place."""
        nothing = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.target, Qt.MouseButton.LeftButton, nothing, self.spot)

    def press(self, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
        modifiers = CONTROL
        for modifier in more:
            modifiers |= modifier
        QTest.keyClick(self.widget, key, modifiers)


@pytest.mark.parametrize("make", [RunLine, Line, ProseArea])
def test_the_hand_takes_figures_and_runs_never_a_paragraph(
    qtbot: QtBot, make: Callable[[], RunLine | ProseArea]
) -> None:
    hand = Hand(make())
    qtbot.addWidget(hand.widget)
    hand.widget.resize(800, 60)
    hand.widget.show()
    qtbot.waitExposed(hand.widget)
    if isinstance(hand.widget, RunLine):
        hand.widget.setText(TEXT)
    else:
        hand.widget.show_raw(TEXT)
    places = TEXT.index("5亿") + 1  # Qt counts one more behind the sign beyond the BMP

    hand.double_click(places + 1)
    assert hand.chosen == "12.5亿元"
    hand.click_again()
    assert hand.chosen == TEXT
    hand.double_click(places + 1)
    QTest.keyClicks(hand.widget, "13")
    assert hand.text == TEXT.replace("12.5亿元", "13")

    hand.press(Qt.Key.Key_Backspace)
    assert hand.text == TEXT.replace("12.5亿元", "")
    hand.press(Qt.Key.Key_Left)
    hand.press(Qt.Key.Key_Delete)
    assert hand.text == "今年𠀀以来，，同比增长5.1%。"
    hand.press(Qt.Key.Key_Right)
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert hand.chosen == "同比"
    hand.press(Qt.Key.Key_Backspace)
    assert hand.text == "今年𠀀以来，，增长5.1%。"

    hand.widget.setReadOnly(True)
    hand.press(Qt.Key.Key_Backspace)
    assert hand.text == "今年𠀀以来，，增长5.1%。"
