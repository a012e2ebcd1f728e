"""What is typed is kept within moments; what cannot be kept is told for as long as it is so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from model.errors import SaveError
from model.session import Session
from model.storage import journal
from tests.ui.dialogs.opened import opened, retitle
from tests.ui.shell_window import Answers, saved_example, window
from ui.shell.asking import Answer
from ui.shell.guard import Guard
from ui.workspace import Workspace

LONGEST_LOSS_MS = 2000


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Workspace:
    return opened(tmp_path)


def timers(guard: Guard) -> list[QTimer]:
    return [one for one in guard.children() if isinstance(one, QTimer)]


def soon(guard: Guard) -> QTimer:
    return next(one for one in timers(guard) if one.isSingleShot())


def test_an_edit_is_kept_before_two_seconds_are_over(workspace: Workspace) -> None:
    guard = Guard(workspace, lambda _: None)
    assert not soon(guard).isActive()
    retitle(workspace, "刚写的")
    assert soon(guard).isActive()
    assert 0 < soon(guard).interval() < LONGEST_LOSS_MS
    soon(guard).timeout.emit()
    (entry,) = journal.pending()[0]
    assert "刚写的" in entry.text


def test_typing_on_does_not_put_the_keeping_off(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = Guard(workspace, lambda _: None)
    retitle(workspace, "一")
    assert soon(guard).isActive()
    started: list[str] = []
    monkeypatch.setattr(soon(guard), "start", lambda: started.append("anew"))
    retitle(workspace, "二")
    assert started == []
    soon(guard).stop()
    retitle(workspace, "三")
    assert started == ["anew"]


def test_a_full_disk_is_told_once_until_it_is_over(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned: list[str] = []
    guard = Guard(workspace, warned.append)
    retitle(workspace, "一")
    with monkeypatch.context() as context:
        context.setattr(journal, "write", _full)
        assert not guard.keep()
        assert not guard.keep()
    assert len(warned) == 1
    assert "磁盘已满" in warned[0]
    assert guard.keep()
    assert warned[1:] == [""]
    assert len(journal.pending()[0]) == 1


def test_a_lock_taken_by_others_is_told_and_stays_told(
    workspace: Workspace, tmp_path: Path
) -> None:
    warned: list[str] = []
    guard = Guard(workspace, warned.append)
    path = workspace.session.path
    assert path is not None
    other = Session.load(path)
    other.take_over()
    beat = next(one for one in timers(guard) if not one.isSingleShot())
    beat.timeout.emit()
    assert "别处接着打开了" in warned[-1]
    assert not beat.isActive()
    assert guard.keep()
    assert warned[-1] != ""
    other.close()


def test_changes_given_up_are_not_kept_again(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    answers.unsaved_answer = Answer.DISCARD
    main = window(answers)
    assert main.open_file(saved_example(tmp_path))
    workspace = main.filing.workspace
    assert workspace is not None
    guard = next(one for one in workspace.children() if isinstance(one, Guard))
    retitle(workspace, "不要的")
    main.commands["close"].trigger()
    guard.keep()
    assert journal.pending() == ((), ())


def test_the_window_warns_where_it_is_seen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = window()
    assert main.open_file(saved_example(tmp_path))
    workspace = main.filing.workspace
    assert workspace is not None
    retitle(workspace, "一")
    monkeypatch.setattr(journal, "write", _full)
    assert not main.keep_typed().is_kept
    assert "磁盘已满" in main.status.currentMessage()
    assert main.wizard is not None
    assert main.wizard.isVisible()


def _full(*_: object, **__: object) -> None:
    raise SaveError("无法保存“x”：磁盘已满。")
