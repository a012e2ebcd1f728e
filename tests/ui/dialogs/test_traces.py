"""清除留底 shows what there is, and removes what the clerk says, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.desk import Desk
from model.storage import journal, traces
from tests.ui.dialogs.opened import retitle
from tests.ui.shell_window import Answers, saved_example, window
from ui.dialogs.choice import Choice
from ui.shell.main_window import MainWindow


@pytest.fixture
def said() -> list[str]:
    """The answers to give, one a dialog."""
    return []


@pytest.fixture
def seen(qtbot: QtBot, said: list[str]) -> Iterator[list[Choice]]:
    """The dialogs that were answered."""
    found: list[Choice] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if said and isinstance(dialog, Choice):
            found.append(dialog)
            dialog.buttons[said.pop(0)].click()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(10)
    yield found
    timer.stop()
    assert said == []


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with one of two projects open, something in it not saved yet."""
    (tmp_path / "b").mkdir()
    saved_example(tmp_path / "b", "work-briefing")
    main = window(Answers())
    assert main.open_file(saved_example(tmp_path))
    workspace = main.filing.workspace
    assert workspace is not None
    retitle(workspace, "正在写的")
    assert workspace.session.autosave()
    return main


def test_of_this_project_only(main: MainWindow, said: list[str], seen: list[Choice]) -> None:
    assert len(traces.of_all().backups) == 2
    said.append("this")
    main.commands["clear_traces"].trigger()
    assert "备份1份" in seen[0].accessibleDescription()
    workspace = main.filing.workspace
    assert workspace is not None
    assert traces.of_project(workspace.project.id).files == ()
    assert len(traces.of_all().backups) == 1
    assert len(Desk().recent_projects()[0]) == 2
    assert "已清除留底" in main.status.currentMessage()


def test_of_all_only_when_said_twice(main: MainWindow, said: list[str], seen: list[Choice]) -> None:
    said += ["all", ""]
    main.commands["clear_traces"].trigger()
    assert len(traces.of_all().backups) == 2
    said += ["all", "all"]
    main.commands["clear_traces"].trigger()
    assert traces.of_all().files == ()
    assert Desk().recent_projects() == ((), None)
    assert main.start.recents.count() == 0


def test_what_is_being_written_is_kept_for_a_crash_all_the_same(
    main: MainWindow, said: list[str], seen: list[Choice]
) -> None:
    said += ["all", "all"]
    main.commands["clear_traces"].trigger()
    (entry,), _ = journal.pending()
    assert "正在写的" in entry.text
    workspace = main.filing.workspace
    assert workspace is not None
    workspace.session.save()
    assert journal.pending() == ((), ())


def test_nothing_goes_by_default(main: MainWindow, said: list[str], seen: list[Choice]) -> None:
    before = traces.of_all()
    said.append("")
    main.commands["clear_traces"].trigger()
    assert traces.of_all() == before
    assert seen[0].buttons[""].isDefault()


def test_without_a_project_only_all_is_offered(
    qtbot: QtBot, tmp_path: Path, said: list[str], seen: list[Choice]
) -> None:
    saved_example(tmp_path)
    main = window(Answers())
    said.append("")
    main.commands["clear_traces"].trigger()
    assert set(seen[0].buttons) == {"all", ""}
