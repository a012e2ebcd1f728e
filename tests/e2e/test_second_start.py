"""Two starts of the real program: the second brings the first one's window to its file."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from model.session import Session
from model.storage import lock, paths, running
from tests.samples import example
from tests.source import ROOT

_TRIES = 1200


def wait_for(what: Callable[[], object]) -> None:
    for _ in range(_TRIES):
        if what():
            return
        time.sleep(0.05)
    pytest.fail("it did not come")


def start(*files: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "main.py", *map(str, files)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    made = [tmp_path / "a.json", tmp_path / "b.json"]
    for path in made:
        session = Session.new(example("county-head-briefing"), path)
        session.save()
        session.close()
    return made


@pytest.fixture
def first(files: list[Path]) -> Iterator[subprocess.Popen[str]]:
    with start(files[0]) as program:
        wait_for(lambda: lock.lock_file(files[0]).exists())
        yield program
        program.kill()


def test_the_second_start_ends_and_the_first_has_its_file_open(
    first: subprocess.Popen[str], files: list[Path]
) -> None:
    with start(files[1]) as second:
        assert second.wait() == 0
    wait_for(lambda: lock.lock_file(files[1]).exists())
    assert first.poll() is None
    assert not lock.lock_file(files[0]).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_signal_ends_the_window_and_its_note(
    first: subprocess.Popen[str], files: list[Path]
) -> None:
    wait_for(running.other_windows)
    first.terminate()
    assert first.wait(60) == 0
    assert running.other_windows() == ()
    assert not lock.lock_file(files[0]).exists()


def test_after_a_kill_the_next_start_is_a_window_and_asks_nobody(
    first: subprocess.Popen[str], files: list[Path]
) -> None:
    (window,) = running.other_windows()
    first.kill()
    first.wait()
    assert running.other_windows() == ()
    with start(files[0]) as second:
        wait_for(lambda: any(one.mark != window.mark for one in running.other_windows()))
        wait_for(lambda: _is_held_by_the_living(files[0]))
        second.kill()


def _is_held_by_the_living(file: Path) -> bool:
    holder = lock.read(lock.lock_file(file))
    return holder is not None and holder.is_here
