"""What was refused is unsaved work: counted, listed, asked about, kept and found again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTableView,
)
from pytestqt.qtbot import QtBot

from model.jobs.steps import StepKind
from model.session import Session
from model.storage import journal
from tests.small_project import small
from tests.ui.shell_window import Answers, settle
from ui.app import begin
from ui.dialogs.recovery import Recovery
from ui.dialogs.refused import refused_dialog
from ui.kit import theme
from ui.pages.check import CheckPage
from ui.shell.asking import Answer
from ui.shell.main_window import MainWindow
from ui.table.page import IndicatorsPage
from ui.workspace import Workspace

GDP, ROW, CELL = "gdp@2026-H1.yoy", "meeting-day", "w1.plan"
PLACES = {GDP: "1.3万", ROW: "明天上午", CELL: "abc"}
"""A cell of 指标, a row of a form, a cell of a table, and what none of them takes."""


class Desk:
    """A window with the small project, and the keyboard before it."""

    def __init__(self, qtbot: QtBot, folder: Path, answers: Answers | None = None) -> None:
        self.qtbot = qtbot
        self.path = folder / "a.json"
        if not self.path.exists():
            session = Session.new(small())
            session.save_as(self.path)
            session.close()
        self.answers = answers or Answers()
        self.main = MainWindow(self.answers)
        self.main.show()
        self.main.activateWindow()

    def open(self) -> Desk:
        """Open the project."""
        assert self.main.open_file(self.path)
        return self

    @property
    def workspace(self) -> Workspace:
        assert self.main.filing.workspace is not None
        return self.main.filing.workspace

    def type(self, place: str, text: str) -> None:
        """Go to a place, type, and press Enter."""
        assert self.main.wizard is not None
        self.main.wizard.go_to(place)
        pages = self.main.wizard.pages
        self.qtbot.waitUntil(
            lambda: (
                bool(QApplication.focusWidget()) and pages.isAncestorOf(QApplication.focusWidget())
            )
        )
        for sign in text:
            type_sign(sign)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QTest.qWait(1)  # a cell closes its line a moment later

    def type_all(self) -> None:
        """What is refused, in every kind of place."""
        for place, text in PLACES.items():
            self.type(place, text)

    def alarm(self) -> str:
        """What the header says of it; '' for nothing."""
        buttons: Iterable[QPushButton] = self.main.header.findChildren(QPushButton)
        (button,) = (one for one in buttons if one.property("role") == "alarm")
        return "" if button.isHidden() else button.text()

    def listed(self) -> list[str]:
        """What 核对 lists of it."""
        assert self.main.wizard is not None
        self.main.wizard.go_to_kind(StepKind.CHECK)
        page = self.main.wizard.pages.page
        assert isinstance(page, CheckPage)
        lists: Iterable[QListWidget] = page.findChildren(QListWidget)
        (list_,) = lists
        texts = [list_.item(row).text() for row in range(list_.count())]
        return [text for text in texts if "没有收下" in text]


def type_sign(sign: str) -> None:
    """A key, or what an input method gives."""
    if sign.isascii():
        QTest.keyClicks(QApplication.focusWidget(), sign)
        return
    event = QInputMethodEvent("", [])
    event.setCommitString(sign)
    QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path).open()


def test_what_was_refused_is_counted_in_the_header_and_listed_in_the_check(desk: Desk) -> None:
    desk.type_all()
    assert {one.place: one.typed for one in desk.workspace.session.refused} == PLACES
    assert desk.alarm() == "有3处没有收下"
    assert desk.main.isWindowModified()
    listed = desk.listed()
    assert len(listed) == 3
    assert any("地区生产总值" in text and "1.3万" in text for text in listed)
    assert any("茶产业园 年度计划" in text for text in listed)


@pytest.mark.parametrize("place", PLACES)
def test_the_check_leads_to_what_was_refused(desk: Desk, place: str) -> None:
    desk.type(place, PLACES[place])
    assert len(desk.listed()) == 1
    wizard = desk.main.wizard
    assert wizard is not None
    page = wizard.pages.page
    assert isinstance(page, CheckPage)
    lists: Iterable[QListWidget] = page.findChildren(QListWidget)
    (list_,) = lists
    list_.setCurrentRow(0)
    QTest.keyClick(list_, Qt.Key.Key_Return)
    assert wizard.step.kind is not StepKind.CHECK
    focused = QApplication.focusWidget()
    assert wizard.pages.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert desk.workspace.session.refused == ()
    assert desk.alarm() == ""


def test_closing_asks_and_leads_back_to_it(desk: Desk) -> None:
    desk.type(GDP, "abc")
    desk.answers.unsaved_answer = Answer.BACK
    assert desk.main.wizard is not None
    desk.main.wizard.go_by(-1)
    assert not desk.main.close()
    assert [one.typed for one in desk.answers.refused] == ["abc"]
    assert isinstance(desk.main.wizard.pages.page, IndicatorsPage)
    desk.answers.unsaved_answer = Answer.DISCARD
    assert desk.main.close()
    assert journal.pending() == ((), ())


def test_a_save_saves_the_rest_and_the_journal_keeps_it(desk: Desk) -> None:
    desk.type(f"{desk.workspace.report.id}.title", "7")
    desk.type(CELL, "abc")
    desk.main.commands["save"].trigger()
    assert not desk.workspace.session.dirty
    assert desk.main.isWindowModified()
    assert "abc" not in desk.path.read_text("utf-8")
    (entry,) = journal.pending()[0]
    assert entry.refused == {CELL: "abc"}


def test_after_a_crash_it_stands_again_where_it_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    crashed = Desk(qtbot, tmp_path).open()
    crashed.type_all()
    assert crashed.main.keep_typed().is_kept
    crashed.workspace.session.put_back()  # as the end of a process does
    crashed.main.hide()
    answers = Answers()
    answers.recovery = Recovery.TAKE
    desk = Desk(qtbot, tmp_path, answers)
    begin(desk.main, None)
    (found,) = answers.unsaved_found
    assert {one.place: one.typed for one in found.refused} == PLACES
    assert desk.alarm() == "有3处没有收下"
    wizard = desk.main.wizard
    assert wizard is not None
    for place, typed in PLACES.items():
        wizard.go_to(place)
        settle(wizard)
        qtbot.waitUntil(lambda: wizard.pages.isAncestorOf(QApplication.focusWidget()))
        focused = QApplication.focusWidget()
        if isinstance(focused, QTableView):
            assert focused.currentIndex().data() == typed
        else:
            assert isinstance(focused, QLineEdit)
            assert focused.text() == typed


def test_what_is_corrected_or_set_otherwise_is_refused_no_longer(desk: Desk) -> None:
    desk.type_all()
    desk.type(GDP, "5.1")
    assert desk.workspace.set(CELL, "3") is None
    assert [one.place for one in desk.workspace.session.refused] == [ROW]
    desk.main.commands["undo"].trigger()
    assert [one.place for one in desk.workspace.session.refused] == [ROW]


def html_only() -> QMimeData:
    data = QMimeData()
    data.setHtml("<p>南湖大桥<b>主体</b>封顶。</p>")
    return data


def plain(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


PASTED: dict[str, tuple[Callable[[], QMimeData], str, str]] = {
    "Word's mark of a cell": (lambda: plain("甲\n乙\x07丙"), "乙丙", "控制字符"),
    "blank lines only": (lambda: plain("  \n\n  "), "", "只有空行"),
    "blank lines between": (lambda: plain("甲方\n\n\n乙方\n"), "乙方", "去掉了2个空行"),
    "HTML only": (html_only, "南湖大桥主体封顶。", ""),
    "ten megabytes": (lambda: plain("水" * 10_000_000), "", "太长"),
    "one endless paragraph": (lambda: plain("水" * 30_001), "", "太长"),
    "a null": (lambda: plain("甲\x00丁"), "甲丁", "控制字符"),
}


@pytest.mark.parametrize("place", ["i3.text", "s1.heading", "leader", "w1.name"])
def test_whatever_is_pasted_goes_in_clean_or_is_told(desk: Desk, place: str) -> None:
    said: list[str] = []
    desk.workspace.said.connect(said.append)
    before = desk.workspace.project
    for what, (copied, wanted, remark) in PASTED.items():
        said.clear()
        paste_at(desk, place, copied())
        assert desk.workspace.session.refused == (), what
        assert wanted in str(desk.workspace.project), what
        assert "\x07" not in str(desk.workspace.project), what
        assert any(remark in words for words in said) or not remark, what
        take_back(desk)
        assert desk.workspace.project == before, what


def paste_at(desk: Desk, place: str, copied: QMimeData) -> None:
    """Go to a place and paste, as the keys do."""
    wizard = desk.main.wizard
    assert wizard is not None
    wizard.go_to(place)
    desk.qtbot.waitUntil(lambda: wizard.pages.isAncestorOf(QApplication.focusWidget()))
    if place.startswith("w1"):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
        assert isinstance(QApplication.focusWidget(), QLineEdit), "the cell is open"
    QApplication.clipboard().setMimeData(copied)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.workspace.settle()


def take_back(desk: Desk) -> None:
    """Close the cell where one is open, leave the place, and undo all that was done."""
    assert desk.main.wizard is not None
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.qWait(1)  # a cell closes its line a moment later
    desk.main.wizard.go_to_kind(StepKind.CHECK)
    while desk.workspace.undo() is not None:
        pass


def test_a_number_half_typed_in_a_cell_is_kept_and_found_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(qtbot, tmp_path).open()
    wizard = desk.main.wizard
    assert wizard is not None
    wizard.go_to(GDP)
    qtbot.waitUntil(lambda: wizard.pages.isAncestorOf(QApplication.focusWidget()))
    for sign in "5.":
        type_sign(sign)
    qtbot.waitUntil(lambda: any(entry.refused == {GDP: "5."} for entry in journal.pending()[0]))
    assert desk.workspace.session.refused == ()  # she is not done with it
    for sign in "37":
        type_sign(sign)
    desk.main.commands["save"].trigger()
    assert '"value": "5.37"' in desk.path.read_text("utf-8")
    assert journal.pending() == ((), ())


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_of_it_is_cut_in_header_and_question(
    desk: Desk, qapp: QApplication, percent: int
) -> None:
    desk.main.resize(1280, 800)
    desk.type_all()
    theme.apply(qapp, percent)
    QTest.qWait(50)
    buttons: Iterable[QPushButton] = desk.main.header.findChildren(QPushButton)
    (alarm,) = (one for one in buttons if one.property("role") == "alarm")
    assert alarm.width() >= alarm.sizeHint().width()
    assert desk.main.header.rect().contains(alarm.geometry())
    asked = refused_dialog(
        "云岭县2026年上半年", desk.workspace.session.refused, None, is_saved=False
    )
    desk.qtbot.addWidget(asked)
    asked.show()
    QTest.qWait(50)
    areas: Iterable[QScrollArea] = asked.findChildren(QScrollArea)
    (around,) = areas
    room = asked.screen().availableSize().height() - 8 * theme.unit(asked)
    assert around.verticalScrollBar().maximum() == 0 or asked.height() >= room
