"""Work beside the window tells how far it is, and stops when nobody waits for it any more."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from model.errors import ReadRefused
from model.progress import counted
from ui.kit.background_job import Job

STEPS = 250


@pytest.fixture
def parent() -> Iterator[QObject]:
    made = QObject()
    yield made
    QThreadPool.globalInstance().waitForDone()


def test_it_tells_every_percent_once_and_brings_the_result(qtbot: QtBot, parent: QObject) -> None:
    job = Job(parent)
    told: list[int] = []
    job.progressed.connect(told.append)
    with qtbot.waitSignal(job.done) as done:
        job.start(lambda: sum(counted(range(STEPS))))
    assert done.args == [sum(range(STEPS))]
    assert told == list(range(1, 100))
    assert not job.is_busy


def test_what_is_forgotten_stops_and_tells_nothing_more(qtbot: QtBot, parent: QObject) -> None:
    job = Job(parent)
    told: list[object] = []
    job.progressed.connect(told.append)
    job.done.connect(told.append)
    begun, forgotten = threading.Event(), threading.Event()
    steps: list[int] = []

    def work() -> None:
        for step in counted(range(STEPS)):
            steps.append(step)
            begun.set()
            forgotten.wait(10)

    job.start(work)
    assert begun.wait(10)
    job.forget()
    forgotten.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qtbot.wait(1)
    assert steps == [0]
    assert told == []


def test_an_expected_failure_is_told_in_words(qtbot: QtBot, parent: QObject) -> None:
    job = Job(parent)

    def work() -> None:
        raise ReadRefused("没有读旧稿。")

    with qtbot.waitSignal(job.failed) as failed:
        job.start(work)
    assert failed.args == ["没有读旧稿。"]
