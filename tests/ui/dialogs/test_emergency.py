"""The unexpected: what was typed is kept first, a report written, and the clerk told in words."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from pytestqt.qtbot import QtBot

from model.storage import journal, logs
from tests.ui.dialogs.opened import retitle
from tests.ui.shell_window import saved_example, window
from ui.dialogs.emergency import Emergency, Kept


class Desk:
    """What the emergency was given to act on, and what it did."""

    def __init__(self) -> None:
        self.can_keep = True
        self.kept = 0
        self.told: list[tuple[str, str]] = []
        self.remarks: list[str] = []
        self.emergency = Emergency(self.keep, self.tell, self.remarks.append, logs.keep)

    def keep(self) -> Kept:
        self.kept += 1
        return Kept(self.can_keep)

    def tell(self, text: str, where: str, lost: str) -> None:
        self.told.append((text, where))
        self.lost = lost

    def fail(self, words: str = "secret words") -> None:
        """Something goes wrong in a slot."""
        try:
            raise KeyError(words)
        except KeyError as error:
            self.emergency.caught(type(error), error, error.__traceback__)


@pytest.fixture
def desk(qapp: object) -> Desk:
    return Desk()


def test_what_was_typed_is_kept_at_once_and_told_a_moment_later(qtbot: QtBot, desk: Desk) -> None:
    desk.fail()
    assert desk.kept == 1
    assert desk.told == []
    qtbot.waitUntil(lambda: bool(desk.told))
    text, where = desk.told[0]
    assert "已经留底" in text
    assert str(logs.listing()[0]) in where


def test_the_clerk_never_reads_a_traceback_but_the_report_has_it(
    qtbot: QtBot, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.fail()
    qtbot.waitUntil(lambda: bool(desk.told))
    assert not any(word in "".join(desk.told[0]) for word in ("KeyError", "Traceback", "secret"))
    report = logs.listing()[0].read_text("utf-8")
    assert "KeyError: 'secret words'" in report
    assert "Traceback" in report
    assert "Traceback" in capsys.readouterr().err


def test_python_keeps_no_frame_of_a_mishap(desk: Desk) -> None:
    sys.last_value, sys.last_traceback = KeyError("as Python sets it"), None
    desk.fail()
    assert not hasattr(sys, "last_traceback")
    assert not hasattr(sys, "last_value")


def test_the_same_mishap_again_is_a_remark_and_no_second_report(qtbot: QtBot, desk: Desk) -> None:
    for _ in range(3):
        desk.fail()
    qtbot.waitUntil(lambda: len(desk.remarks) == 2)
    assert len(desk.told) == 1
    assert desk.kept == 3
    assert len(logs.listing()) == 1


def test_where_it_could_not_be_kept_the_clerk_is_told_to_save(qtbot: QtBot, desk: Desk) -> None:
    desk.can_keep = False
    desk.fail()
    qtbot.waitUntil(lambda: bool(desk.told))
    assert "马上另存一份" in desk.told[0][0]


def test_a_broken_keeper_and_a_broken_disk_do_not_stop_it(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XUGAO_HOME", "/proc/no such place")
    emergency = Emergency(_broken, desk.tell, desk.remarks.append, logs.keep)
    emergency.caught(ValueError, ValueError("x"), None)
    qtbot.waitUntil(lambda: bool(desk.told))
    assert "马上另存一份" in desk.told[0][0]
    assert desk.told[0][1] == ""


def test_a_mishap_in_another_thread_is_told_in_this_one(qtbot: QtBot, desk: Desk) -> None:
    thread = threading.Thread(target=desk.fail)
    thread.start()
    thread.join()
    assert desk.kept == 0  # the project belongs to this thread
    qtbot.waitUntil(lambda: bool(desk.told))


def test_a_fatal_message_of_qt_keeps_what_was_typed(desk: Desk) -> None:
    desk.emergency.heard(QtMsgType.QtWarningMsg, QMessageLogContext(), "only a warning")
    assert desk.kept == 0
    desk.emergency.heard(QtMsgType.QtFatalMsg, QMessageLogContext(), "the end")
    assert desk.kept == 1
    assert "the end" in logs.listing()[0].read_text("utf-8")


@pytest.fixture
def hooks() -> Iterator[None]:
    """Python's and Qt's own ways to tell, given back after the test."""
    former, threads = sys.excepthook, threading.excepthook
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    yield
    sys.excepthook, threading.excepthook = former, threads
    qInstallMessageHandler(handler)


def test_installed_it_keeps_the_journal_of_the_open_project(
    qtbot: QtBot, tmp_path: Path, hooks: None
) -> None:
    main = window()
    assert main.open_file(saved_example(tmp_path))
    assert main.filing.workspace is not None
    retitle(main.filing.workspace, "正在写的标题")
    told: list[str] = []
    emergency = Emergency(
        main.keep_typed, lambda text, *_: told.append(text), told.append, logs.keep, main
    )
    emergency.install()
    sys.excepthook(ValueError, ValueError("x"), None)
    (entry,) = journal.pending()[0]
    assert "正在写的标题" in entry.text
    qtbot.waitUntil(lambda: bool(told))
    assert main.wizard is not None


def _broken() -> Kept:
    raise RuntimeError
