"""Every save can be gone back to: looked at, taken as one step of undo, or saved as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.storage import backup, project_file
from tests.ui.dialogs.opened import opened, retitle
from ui.dialogs.backups import BackupsDialog
from ui.kit.two_lines import REMARK
from ui.workspace import Workspace


class Asked:
    """Gives the file it was told to give, and keeps what was suggested."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.suggested: list[Path] = []

    def __call__(self, suggested: Path) -> Path | None:
        self.suggested.append(suggested)
        return self.file


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Workspace:
    """Three saves: the example, then two titles; a third title is not saved."""
    made = opened(tmp_path)
    for title in ("第一个标题", "第二个标题"):
        retitle(made, title)
        made.session.save()
    retitle(made, "第三个标题")
    return made


def shown(qtbot: QtBot, workspace: Workspace, file: Path | None = None) -> BackupsDialog:
    dialog = BackupsDialog(workspace, Asked(file), None)
    qtbot.addWidget(dialog)
    return dialog


def test_saves_are_listed_newest_first_with_what_differs(
    qtbot: QtBot, workspace: Workspace
) -> None:
    dialog = shown(qtbot, workspace)
    assert dialog.list.count() == 3
    assert dialog.changes.item(0).data(REMARK) == "第三个标题 → 第二个标题"
    dialog.list.setCurrentRow(1)
    assert dialog.changes.item(0).data(REMARK) == "第三个标题 → 第一个标题"


def test_a_save_is_taken_back_as_one_step_of_undo_and_not_saved(
    qtbot: QtBot, workspace: Workspace
) -> None:
    before = workspace.project
    dialog = shown(qtbot, workspace)
    dialog.list.setCurrentRow(1)
    dialog.take.click()
    assert not dialog.isVisible()
    assert workspace.report.front.title == "第一个标题"
    assert workspace.report.id == before.reports[0].id
    assert workspace.session.dirty
    workspace.undo()
    assert workspace.project is before


def test_a_save_can_become_a_file_of_its_own(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    dialog = shown(qtbot, workspace, tmp_path / "old.json")
    dialog.list.setCurrentRow(1)
    dialog.copy.click()
    assert project_file.load(tmp_path / "old.json").project.reports[0].front.title == "第一个标题"
    assert workspace.report.front.title == "第三个标题"
    assert "old.json" in dialog.result_.text().replace("\u200b", "")


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    dialog = shown(qtbot, workspace, tmp_path / "gone" / "old.json")
    dialog.copy.click()
    assert "gone" in dialog.result_.text()
    assert dialog.result_.property("wrong") is True


def test_a_damaged_save_cannot_be_taken_and_says_why(qtbot: QtBot, workspace: Workspace) -> None:
    backup.listing(workspace.project.id)[0].path.write_text("{", "utf-8")
    dialog = shown(qtbot, workspace)
    assert not dialog.take.isEnabled()
    dialog.list.setCurrentRow(1)
    assert dialog.take.isEnabled()


def test_the_state_that_is_open_says_so(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.undo()  # edits of one place within a second are one step
    dialog = shown(qtbot, workspace)
    assert not dialog.changes.isHidden()
    dialog.list.setCurrentRow(2)
    assert dialog.changes.isHidden()
