"""The manual inside the program: contents and links lead within it, and never out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.dialogs.help import MANUAL, HelpWindow, headings, slug

LONG = "一段话。" * 400
TEXT = f"""# 手册

见[第二部分](#二第二部分)和[别处](https://example.com/a#b)。

## 一、第一部分

{LONG}

### 细目

## 二、第二部分

`命令`　<img src="x.png">　要找的字。{LONG}
"""


@pytest.fixture
def help_window(qtbot: QtBot, tmp_path: Path) -> HelpWindow:
    manual = tmp_path / "manual.md"
    manual.write_text(TEXT, "utf-8")
    made = HelpWindow(manual=manual)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_manual_of_the_checkout_is_found_and_has_contents(qtbot: QtBot) -> None:
    assert MANUAL.is_file()
    window = HelpWindow()
    qtbot.addWidget(window)
    assert window.contents.count() > 5


def test_pictures_are_shown_no_wider_than_the_text(qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(4000, 30, QImage.Format.Format_RGB32)
    assert picture.save(str(tmp_path / "wide.png"))
    manual = tmp_path / "manual.md"
    manual.write_text("# 手册\n\n![宽](wide.png)\n\n再来：![宽](wide.png)\n", "utf-8")
    window = HelpWindow(manual=manual)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.text.horizontalScrollBar().maximum() == 0


def test_every_link_in_the_manual_leads_to_a_heading(qtbot: QtBot) -> None:
    window = HelpWindow()
    qtbot.addWidget(window)
    slugs = {slug(block.text()) for block, _ in headings(window.text.document())}
    wanted = [part.partition(")")[0] for part in MANUAL.read_text("utf-8").split("](#")[1:]]
    assert wanted
    assert [one for one in wanted if one not in slugs] == []


def test_the_contents_are_the_upper_headings_and_lead_to_them(help_window: HelpWindow) -> None:
    rows = [help_window.contents.item(row) for row in range(help_window.contents.count())]
    assert [row.text().strip() for row in rows] == ["手册", "一、第一部分", "二、第二部分"]
    help_window.contents.setCurrentRow(2)
    assert help_window.text.textCursor().block().text() == "二、第二部分"
    assert help_window.text.cursorRect().top() < help_window.text.viewport().height() // 2


def test_a_link_inside_leads_there_and_one_outside_nowhere(help_window: HelpWindow) -> None:
    before = help_window.text.textCursor().position()
    help_window.text.anchorClicked.emit(QUrl("https://example.com/a#b"))
    assert help_window.text.textCursor().position() == before
    assert "没有打开" in help_window.said.text()
    help_window.text.anchorClicked.emit(QUrl("#二第二部分"))
    assert help_window.text.textCursor().block().text() == "二、第二部分"


def test_words_are_found_and_looked_for_from_the_beginning_again(help_window: HelpWindow) -> None:
    help_window.query.setText("要找的字")
    help_window.find_next()
    help_window.find_next()
    assert help_window.text.textCursor().selectedText() == "要找的字"
    assert help_window.said.text() == ""
    help_window.query.setText("没有的字")
    help_window.find_next()
    assert help_window.said.text() == "手册里没有这些字。"


def test_html_in_it_is_only_text(help_window: HelpWindow) -> None:
    assert '<img src="x.png">' in help_window.text.toPlainText()


def test_a_manual_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = HelpWindow(manual=tmp_path / "gone.md")
    qtbot.addWidget(window)
    assert "没有找到手册" in window.text.toPlainText()
