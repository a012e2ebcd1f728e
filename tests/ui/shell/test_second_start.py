"""The open window answers a second start, when no question stands open in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from model.storage import requests, running
from tests.ui.shell_window import Answers, saved_example, window
from ui.shell.asking import Answer
from ui.shell.main_window import MainWindow
from ui.shell.second_start import SecondStarts


class Started:
    """A window that is shown, and what answers second starts in it."""

    def __init__(self, answers: Answers) -> None:
        self.main: MainWindow = window(answers)
        self.starts = SecondStarts(self.main)

    def ask(self, path: Path | None) -> None:
        requests.ask(running.own_mark(), path)
        self.starts.look()

    @property
    def open(self) -> Path | None:
        workspace = self.main.filing.workspace
        return workspace.session.path if workspace else None


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def started(qtbot: QtBot, answers: Answers) -> Iterator[Started]:
    found = Started(answers)
    yield found
    found.starts.end()


def test_it_looks_by_itself(started: Started, tmp_path: Path, qtbot: QtBot) -> None:
    assert started.starts.isActive()
    path = saved_example(tmp_path)
    requests.ask(running.own_mark(), path)
    qtbot.waitUntil(lambda: started.open == path)


def test_the_file_is_opened_and_a_minimized_window_comes_back(
    started: Started, tmp_path: Path
) -> None:
    started.main.showMinimized()
    path = saved_example(tmp_path)
    started.ask(path)
    assert started.open == path
    assert not started.main.windowState() & Qt.WindowState.WindowMinimized


def test_without_a_file_what_is_open_stays(started: Started, tmp_path: Path) -> None:
    path = saved_example(tmp_path)
    started.main.open_file(path)
    started.ask(None)
    assert started.open == path


def test_unsaved_changes_are_asked_about_before_another_file_is_opened(
    started: Started, answers: Answers, tmp_path: Path
) -> None:
    first = saved_example(tmp_path)
    started.main.open_file(first)
    assert started.main.filing.workspace is not None
    started.main.filing.workspace.set("organization.name", "新名")
    (tmp_path / "b").mkdir()
    other = saved_example(tmp_path / "b")
    answers.unsaved_answer = Answer.CANCEL
    started.ask(other)
    assert started.open == first
    answers.unsaved_answer = Answer.DISCARD
    started.ask(other)
    assert started.open == other


def test_a_file_waits_until_the_open_question_is_answered(
    started: Started, tmp_path: Path, qtbot: QtBot
) -> None:
    question = QDialog(started.main)
    question.setModal(True)
    question.show()
    path = saved_example(tmp_path)
    started.ask(path)
    assert started.open is None
    assert requests.take(running.own_mark()) == []
    question.close()
    started.starts.look()
    assert started.open == path


def test_a_window_closed_while_a_file_waits_is_shown_again_with_it(
    started: Started, tmp_path: Path
) -> None:
    started.main.close()
    assert not started.starts.go_on()
    path = saved_example(tmp_path)
    requests.ask(running.own_mark(), path)
    assert started.starts.go_on()
    assert started.open == path
    assert started.main.isVisible()


def test_a_window_that_was_ended_from_outside_stays_ended(started: Started) -> None:
    requests.ask(running.own_mark(), None)
    assert started.main.isVisible()
    assert not started.starts.go_on()
