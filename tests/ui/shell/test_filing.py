"""Saving where the file changed elsewhere or cannot be written: told, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.errors import ConflictError, SaveError
from model.jobs.conflict import compare_with_file
from model.session import Session
from model.storage import backup, journal, lock, project_file
from tests.ui.shell_window import Answers, saved_example, window
from ui.dialogs.conflict import ConflictDialog, Resolution
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

MINE, THEIRS = "我写的标题", "那边写的标题"


def retitle(workspace: Workspace, title: str) -> None:
    assert workspace.set(f"{workspace.report.id}.title", title) is None


def clashing(folder: Path, answers: Answers) -> tuple[MainWindow, Path]:
    """A window with an edit, and a file that another program changed since."""
    main = window(answers)
    path = saved_example(folder)
    assert main.open_file(path)
    assert main.filing.workspace is not None
    retitle(main.filing.workspace, MINE)
    theirs = project_file.load(path).project
    other = Session.new(theirs)
    other.set(f"{theirs.reports[0].id}.title", THEIRS)
    project_file.save(other.project, path, expect=None)
    return main, path


def title(main: MainWindow) -> str:
    assert main.filing.workspace is not None
    return str(main.filing.workspace.report.front.title)


def test_a_conflict_tells_what_differs_and_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    main, path = clashing(tmp_path, answers)
    assert not main.filing.save()
    (told,) = answers.conflicts
    assert told.changes is not None
    assert [(one.before, one.after) for one in told.changes] == [(THEIRS, MINE)]
    assert THEIRS in path.read_text("utf-8")
    assert title(main) == MINE
    assert main.isWindowModified()


def test_a_conflict_can_be_saved_as_a_copy(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    answers.resolution = Resolution.COPY
    answers.file = tmp_path / "copy.json"
    main, path = clashing(tmp_path, answers)
    assert main.filing.save()
    assert MINE in answers.file.read_text("utf-8")
    assert THEIRS in path.read_text("utf-8")


def test_a_conflict_can_be_given_up_and_is_kept_as_a_backup(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    answers.resolution = Resolution.THEIRS
    main, path = clashing(tmp_path, answers)
    main.filing.save()
    assert title(main) == THEIRS
    assert not main.isWindowModified()
    assert main.filing.workspace is not None
    assert main.filing.workspace.session.holder is None
    kept = backup.listing(main.filing.workspace.project.id, of=path)
    assert any(MINE in backup.read(one).decode() for one in kept)
    retitle(main.filing.workspace, "接着改")
    assert main.filing.save()
    assert "接着改" in path.read_text("utf-8")


def test_comparing_leaves_the_question_open(qtbot: QtBot, tmp_path: Path) -> None:
    main, _ = clashing(tmp_path, Answers())
    assert main.filing.workspace is not None
    session = main.filing.workspace.session
    with pytest.raises(ConflictError) as raised:
        session.save()
    dialog = ConflictDialog(compare_with_file(session, raised.value), main)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.list.isVisible()
    dialog.buttons["compare"].click()
    assert dialog.isVisible()
    assert dialog.list.count() == 1
    assert dialog.list.isVisible()
    dialog.buttons[Resolution.CANCEL].click()
    assert dialog.chosen == Resolution.CANCEL


def test_where_the_other_version_cannot_be_read_it_is_not_offered(
    qtbot: QtBot, tmp_path: Path
) -> None:
    answers = Answers()
    main, path = clashing(tmp_path, answers)
    path.write_text("{", "utf-8")
    main.filing.save()
    (told,) = answers.conflicts
    assert told.changes is None
    dialog = ConflictDialog(told, main)
    qtbot.addWidget(dialog)
    assert set(dialog.buttons) == {Resolution.COPY, Resolution.CANCEL}


def test_after_a_failed_save_another_place_is_offered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers()
    answers.elsewhere = [True]
    answers.file = tmp_path / "elsewhere.json"
    main = window(answers)
    path = saved_example(tmp_path)
    before = path.read_bytes()
    assert main.open_file(path)
    assert main.filing.workspace is not None
    retitle(main.filing.workspace, MINE)
    monkeypatch.setattr(Session, "save", _raising(SaveError("磁盘已满")))
    main.commands["save"].trigger()
    assert answers.errors == ["磁盘已满"]
    assert path.read_bytes() == before
    assert MINE in answers.file.read_text("utf-8")
    assert main.filing.workspace.session.path == answers.file


def test_a_failed_save_elsewhere_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    answers.elsewhere = [False, True]
    answers.file = tmp_path / "gone" / "a.json"
    main = window(answers)
    assert main.open_file(saved_example(tmp_path))
    assert main.filing.workspace is not None
    retitle(main.filing.workspace, MINE)
    assert not main.filing.save_as()
    assert len(answers.errors) == 2
    assert all("gone" in error for error in answers.errors)
    assert title(main) == MINE
    assert main.isWindowModified()


def test_a_backup_that_could_not_be_kept_is_told_after_the_save(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers()
    main = window(answers)
    assert main.open_file(saved_example(tmp_path))
    assert main.filing.workspace is not None
    retitle(main.filing.workspace, MINE)
    monkeypatch.setattr(backup, "keep", _raising(SaveError("磁盘已满")))
    assert main.filing.save()
    assert answers.notes == ["已保存，但没有留下备份：磁盘已满"]


def _raising(error: Exception) -> object:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_an_opening_that_fails_half_way_leaves_nothing_open(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = window()
    path = saved_example(tmp_path)
    beside = len(main._below.children())

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("one page cannot be made")

    with monkeypatch.context() as broken:
        broken.setattr("ui.shell.main_window.Parts", fail)
        with qtbot.captureExceptions() as raised:
            assert not main.open_file(path)
    assert [str(one[1]) for one in raised] == ["one page cannot be made"]
    assert main.filing.workspace is None
    assert main.wizard is None
    assert main.start.isVisible()
    assert not main.commands["save"].isEnabled()
    assert not lock.lock_file(path).exists()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(main._below.children()) == beside
    assert main.open_file(path)
    assert main.wizard is not None


def test_what_a_crash_left_stays_where_it_cannot_be_shown(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved_example(tmp_path)
    crashed = Session.load(path)
    crashed.set(f"{crashed.project.reports[0].id}.title", MINE)
    crashed.autosave()
    crashed._release_lock()
    (entry,) = journal.pending()[0]
    main = window()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("one page cannot be made")

    monkeypatch.setattr("ui.shell.main_window.Parts", fail)
    with qtbot.captureExceptions():
        assert not main.filing.recover(entry)
    assert MINE in journal.pending()[0][0].text
