"""What hangs on the menus beside the wizard: manual, about, backups, printing, missing fonts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from model.storage import settings
from tests.ui.shell_window import Answers, PlainPage, saved_example, window
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.choice import Choice
from ui.pages import export
from ui.pages.export import ExportPage
from ui.preview.fonts import Missing
from ui.shell import tools
from ui.shell.main_window import MainWindow


def open_dialogs(kind: type[QDialog]) -> list[QDialog]:
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [one for one in shown if isinstance(one, kind)]


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = window()
    assert made.open_file(saved_example(tmp_path))
    return made


def test_the_manual_opens_once_and_comes_back(qtbot: QtBot) -> None:
    main = window()
    main.commands["help"].trigger()
    first = main.services.help_window
    assert first is not None
    first.close()
    main.commands["help"].trigger()
    assert main.services.help_window is first
    assert first.isVisible()


def test_about_opens_without_a_project(qtbot: QtBot) -> None:
    main = window()
    main.commands["about"].trigger()
    (dialog,) = open_dialogs(Choice)
    assert dialog.windowTitle() == "关于续稿"


def test_the_backups_of_the_open_project_are_shown(main: MainWindow) -> None:
    main.commands["backups"].trigger()
    (dialog,) = open_dialogs(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    assert dialog.list.count() == 1


def test_printing_leads_to_the_page_that_tells_of_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    def print_it(document: object, style: object, over: object) -> bool:
        printed.append(type(document).__name__)
        return True

    monkeypatch.setattr(export, "ask_and_print", print_it)
    main = MainWindow(Answers())
    main.show()
    assert main.open_file(saved_example(tmp_path))
    main.commands["print"].trigger()
    assert printed == ["Document"]
    assert main.wizard is not None
    assert isinstance(main.wizard.pages.page, ExportPage)


def test_missing_fonts_are_remarked_once_on_this_pc_and_can_be_looked_up(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "missing", lambda _: (Missing("某某宋", "宋体"),))
    main = window()
    path = saved_example(tmp_path)
    assert main.open_file(path)
    assert "缺1种公文字体" in main.status.currentMessage()
    assert settings.load()[0].fonts_told == ("某某宋",)
    main.zoom(100)  # what is kept later does not forget it
    main.close()
    again = window()
    assert again.open_file(path)
    assert "公文字体" not in again.status.currentMessage()
    again.status.fonts_wanted.emit()
    (dialog,) = open_dialogs(Choice)
    assert "某某宋" in dialog.accessibleDescription()


def test_a_settings_file_that_cannot_be_written_stops_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "missing", lambda _: (Missing("某某宋", "宋体"),))
    path = saved_example(tmp_path)
    monkeypatch.setenv("XUGAO_HOME", "/proc/no such place")
    main = window()
    assert main.open_file(path)
    assert main.wizard is not None


def test_the_edit_menu_cuts_copies_pastes_and_chooses_all_where_the_cursor_is(
    main: MainWindow, qtbot: QtBot
) -> None:
    assert main.wizard is not None
    page = main.wizard.pages.page
    assert isinstance(page, PlainPage)
    main.activateWindow()
    page.editor.setText("云岭县")
    page.editor.setFocus()
    qtbot.waitUntil(page.editor.hasFocus)
    for key in ("select_all", "cut"):
        main.commands[key].trigger()
    assert page.editor.text() == ""
    for key in ("paste", "paste", "select_all", "copy"):
        main.commands[key].trigger()
    assert page.editor.text() == "云岭县云岭县"
    assert QApplication.clipboard().text() == "云岭县云岭县"
    assert [key.toString() for key in main.commands["save_as"].shortcuts()][-1] == "F12"
