"""A question is answered by its buttons, by Enter and Esc, and never hides its words."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.dialogs.choice import Choice, Offer
from ui.kit import theme
from ui.kit.colors import Scheme

OFFERS = (Offer("yes", "好(&Y)", is_default=True), Offer("no", "不(&N)"))


def shown(qtbot: QtBot, text: str = "要吗？") -> Choice:
    dialog = Choice("问", text, OFFERS, detail="说明")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def labels(dialog: Choice) -> Iterable[QLabel]:
    found: Iterable[QLabel] = dialog.findChildren(QLabel)
    return found


@pytest.mark.parametrize("key", ["yes", "no"])
def test_a_button_is_the_answer(qtbot: QtBot, key: str) -> None:
    dialog = shown(qtbot)
    dialog.buttons[key].click()
    assert dialog.chosen == key
    assert not dialog.isVisible()


def test_enter_gives_the_default_and_esc_none(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.chosen == "yes"
    dialog = shown(qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.chosen == ""
    assert not dialog.isVisible()


def test_words_of_a_clerk_are_never_html(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "<b>不是粗体</b>")
    formats = [one.textFormat() for one in labels(dialog)]
    assert formats
    assert set(formats) == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("zoom", [100, 200])
def test_nothing_is_cut_off_at_any_zoom(qtbot: QtBot, dressed: QApplication, zoom: int) -> None:
    theme.apply(dressed, zoom, Scheme.LIGHT)
    path = "/很长的文件夹名/" * 12 + "a.json"
    dialog = shown(qtbot, f"无法保存“{path}”：磁盘已满。已有的文件没有改动。")
    for one in labels(dialog):
        assert one.height() >= one.heightForWidth(one.width())
    for button in dialog.buttons.values():
        assert button.width() >= button.sizeHint().width()
