"""领导名单 in the window: typed, moved, kept; what is wrong is told and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from model.jobs.leaders import leaders_of
from model.storage import paths
from ui.dialogs.leaders import LeadersDialog


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LeadersDialog:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    made = LeadersDialog("云岭县", None)
    qtbot.addWidget(made)
    made.show()
    return made


def type_row(dialog: LeadersDialog, row: int, *cells: str) -> None:
    for column, text in enumerate(cells):
        dialog.table.setItem(row, column, QTableWidgetItem(text))


def test_a_list_is_typed_and_kept(dialog: LeadersDialog) -> None:
    type_row(dialog, 0, "王建国", "县长", "", "2025-3-1")
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    type_row(dialog, 1, "李卫东", "县委书记")
    dialog.table.setCurrentCell(1, 0)
    QTest.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert [one.name for one in leaders_of("云岭县")] == ["李卫东", "王建国"]
    assert not dialog.isVisible()


def test_what_is_wrong_is_told_and_the_list_stays(dialog: LeadersDialog) -> None:
    type_row(dialog, 0, "王建国", "县长", "", "明天")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "任职日期" in dialog._said.text()
    assert leaders_of("云岭县") == ()


def test_a_row_is_taken_away_and_an_empty_one_is_not_kept(dialog: LeadersDialog) -> None:
    type_row(dialog, 0, "王建国", "县长")
    dialog.add_row()
    type_row(dialog, 1, "李卫东", "县委书记")
    dialog.table.setCurrentCell(0, 0)
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    dialog.add_row()
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert [one.name for one in leaders_of("云岭县")] == ["李卫东"]
