"""台账 in the window: tasks found in a speech, followed, struck off and handed out, by keyboard."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from model.report.ledger import Status
from model.session import Session
from model.storage import journal
from tests.ledger.test_ledger import SPEECH, speech, typed
from tests.ui.shell_window import window
from ui.ledger.entries import ClosingDialog, ExtensionDialog
from ui.ledger.found_dialog import FoundDialog
from ui.ledger.ledger_dialog import LedgerDialog
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The window with a speech whose first task is over, and no more than ten are followed."""
    path = tmp_path / "讲话.xugao"
    project = speech().changed(tasks=speech().tasks[:10])
    session = Session.new(typed(project, deadline="2020-9-30"), path)
    session.save()
    session.close()
    made = window()
    qtbot.addWidget(made)
    made.show()
    assert made.open_file(path)
    return made


def workspace_of(main: MainWindow) -> Workspace:
    workspace = main.filing.workspace
    assert workspace is not None
    return workspace


def opened(main: MainWindow) -> LedgerDialog:
    main.commands["ledger"].trigger()
    assert main.following.ledger is not None
    return main.following.ledger


def press(dialog: QDialog, letter: str) -> None:
    """The button with an access key."""
    children: Iterable[QPushButton] = dialog.findChildren(QPushButton)
    buttons = [one for one in children if one.window() is dialog]
    found = [one for one in buttons if f"(&{letter})" in one.text()]
    assert len(found) == 1
    found[0].click()


def test_a_task_is_changed_and_extended_as_steps_of_undo(
    main: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = workspace_of(main)
    assert "项已到期" in main.header._due.text()
    assert not main.header._due.isHidden()
    before = workspace.project
    dialog = opened(main)
    first = dialog.chosen()[0].id
    assert first == workspace.project.tasks[0].id
    assert dialog.model.texts(dialog.model.rows[0])[0] == "滞后"
    detail = dialog.detail
    detail.status.setCurrentText("推进中")
    detail.texts["progress"].setPlainText("已开工9个。")
    detail.lines["deadline"].setText("近期")
    dialog.view.selectRow(3)
    assert "看不出“近期”" in dialog.wrong.text()
    assert workspace.session.typed.refused[f"{first}.deadline"] == "近期"
    assert [task.id for task in dialog.chosen()] == [first]
    detail.lines["deadline"].setText("2020-10-31")
    QTest.keyClick(detail.lines["deadline"], Qt.Key.Key_Return)
    task = workspace.project.tasks[0]
    assert (task.status, task.notes["2026-H1"]) == (Status.UNDER_WAY, "已开工9个。")
    assert dialog.wrong.isHidden()
    assert not workspace.session.typed.refused

    def until_next_year(asked: ExtensionDialog) -> bool:
        asked._until.setText("2020-10-31")
        asked.accept()
        assert "不比它晚" in asked.wrong.text()
        asked._until.setText("2099-1-1")
        asked._by.setText("王市长")
        asked.accept()
        return bool(asked.result())

    monkeypatch.setattr(ExtensionDialog, "exec", until_next_year)
    press(dialog, "E")
    assert workspace.project.tasks[0].extensions[0].until == date(2099, 1, 1)
    while workspace.project is not before:
        assert workspace.undo()


def test_a_task_is_struck_off_taken_back_and_handed_out(
    main: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    workspace, dialog = workspace_of(main), opened(main)
    first = dialog.chosen()[0].id

    def confirmed(asked: ClosingDialog) -> bool:
        asked.accept()
        assert "谁确认" in asked.wrong.text()
        asked._by.setText("县政府督查室")
        asked.accept()
        return bool(asked.result())

    monkeypatch.setattr(ClosingDialog, "exec", confirmed)
    press(dialog, "X")
    assert first not in [task.id for task in dialog.model.rows]
    dialog.which.setCurrentText("已销号")
    assert [task.id for task in dialog.model.rows] == [first]
    press(dialog, "X")
    assert workspace.project.tasks[0].closing is None
    press(dialog, "U")
    assert "已完成1项" in QGuiApplication.clipboard().text()
    dialog.which.setCurrentIndex(0)
    dialog.who.setCurrentIndex(1)
    dialog.ask_file = lambda *_: tmp_path / "分解表.xlsx"
    press(dialog, "O")
    rows = [*load_workbook(tmp_path / "分解表.xlsx").active.iter_rows(values_only=True)]
    assert rows[2][2] == dialog.who.currentText()
    dialog.reject()
    assert main.following.ledger is None


def test_several_tasks_get_one_status_and_a_new_one_is_typed(main: MainWindow) -> None:
    workspace, dialog = workspace_of(main), opened(main)
    dialog._choose([task.id for task in workspace.project.tasks[1:4]])
    dialog._selected()
    assert not dialog.detail.lines["lead"].isEnabled()
    dialog.detail.status.setCurrentText("已完成")
    press(dialog, "W")
    done = [task.status is Status.DONE for task in workspace.project.tasks]
    assert done == [False, True, True, True, *[False] * 6]
    assert workspace.undo() == "改台账"
    press(dialog, "A")
    dialog.detail.texts["text"].setPlainText("10月底前修好水库3座。")
    QTest.keyClick(
        dialog.detail.texts["text"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert workspace.project.tasks[-1].text == "10月底前修好水库3座。"
    press(dialog, "D")
    assert len(workspace.project.tasks) == 10
    dialog.detail.texts["progress"].setPlainText("已完成一半。")
    assert main.filing.save()
    assert workspace.project.tasks[dialog.model.rows.index(dialog.chosen()[0])].notes
    id_ = dialog.chosen()[0].id
    dialog.detail.texts["text"].setPlainText("")
    dialog.reject()
    assert dialog.isVisible()
    assert "不能为空" in dialog.wrong.text()
    dialog.leave()
    assert workspace.session.typed.refused == {f"{id_}.text": ""}
    assert main.following.ledger is None


def test_tasks_of_a_speech_are_looked_at_corrected_and_taken(
    qtbot: QtBot, main: MainWindow, tmp_path: Path
) -> None:
    workspace = workspace_of(main)
    file = tmp_path / "讲话.txt"
    file.write_text(SPEECH, encoding="utf-8")
    dialog = FoundDialog(workspace, main, ask_file=lambda *_: file)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    assert len(dialog.found) > 100
    ticked = [dialog._is_ticked(row) for row in range(len(dialog.found))]
    assert ticked[:10] == [False] * 10
    assert ticked[10]
    press(dialog, "F")
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    assert dialog.told.text() == "找到3项，勾上3项。"
    assert dialog.table.item(0, 3).text() == "2026年10月底前"
    dialog.of.setText("2027年上半年")
    dialog.resolve()
    assert dialog.table.item(0, 3).text() == "2027年10月底前"
    dialog.table.item(0, 3).setText("近期")
    dialog.table.item(2, 0).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert "看不出“近期”" in dialog.wrong.text()
    assert len(workspace.project.tasks) == 10
    dialog.table.item(0, 3).setText("11月底前")
    dialog.table.item(0, 1).setText("住建局、财政局")
    dialog.accept()
    added = workspace.project.tasks[10:]
    assert [(task.lead, task.due_said) for task in added] == [
        (("住建局", "财政局"), "2027年11月底前"),
        (("发改部门",), "2027年底前"),
    ]
    assert workspace.undo() == "台账加2项"


def test_what_is_half_typed_is_in_the_journal_soon_and_comes_back(
    main: MainWindow, qtbot: QtBot
) -> None:
    dialog, workspace = opened(main), workspace_of(main)
    (task,) = dialog.chosen()
    QTest.keyClicks(dialog.detail.texts["progress"], "done 3")
    place = f"{task.id}.progress"
    qtbot.waitUntil(lambda: workspace.session.typed.held.get(place) == "done 3", timeout=2000)
    assert workspace.session.autosave()
    back = Session.recovered(journal.pending()[0][0])
    found = next(one for one in back.project.tasks if one.id == task.id)
    assert "done 3" in found.notes.values()
    assert dialog.commit()
    assert workspace.session.typed.held == {}
