"""A live session is told from a killed one, also where its number is another program's by now."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import IO

import pytest

from model.storage import own_files, paths, running
from model.storage.running import Program
from tests.source import ROOT

_CODE = """
import sys
from model.storage import running
if sys.argv[1] == "window":
    running.begin_window()
print(running.begin(), flush=True)
sys.stdin.read()
"""


class Other:
    """Another run of the program with a session open, until it is killed or ended."""

    def __init__(self, kind: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CODE, kind],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.session = _pipe(self._process.stdout).readline().strip()

    def kill(self, *, reap: bool = True) -> None:
        self._process.kill()
        if reap:
            self._process.communicate()
        else:
            os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)

    @property
    def noted(self) -> Program:
        return own_files.load(paths.running_dir() / f"{self.session[:12]}.json", Program)

    def note(self, **changes: object) -> None:
        file = paths.running_dir() / f"{self.session[:12]}.json"
        own_files.store(file, self.noted.changed(**changes), expect=None)


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


@pytest.fixture
def other(request: pytest.FixtureRequest) -> Iterator[Other]:
    program = Other(getattr(request, "param", "session"))
    yield program
    program.kill()


def test_a_session_of_this_program_is_alive_until_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "_open", set())  # other tests leave sessions open
    session = running.begin()
    assert running.is_alive(session) is True
    running.end(session)
    assert running.is_alive(session) is False
    assert list(paths.running_dir().iterdir()) == []


def test_a_session_of_another_program_is_alive_until_that_is_killed(other: Other) -> None:
    assert running.is_alive(other.session) is True
    other.kill()
    assert running.is_alive(other.session) is False


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="the dead leave nothing behind here")
def test_a_killed_program_that_nobody_has_asked_for_yet_is_dead(other: Other) -> None:
    other.kill(reap=False)
    assert running.is_alive(other.session) is False


def test_a_number_that_another_program_has_by_now_is_not_the_same_program(other: Other) -> None:
    other.note(began="1")
    assert running.is_alive(other.session) is False


def test_before_the_system_began_anew_nothing_that_is_noted_lives_on(other: Other) -> None:
    if not other.noted.boot:
        pytest.skip("the system tells no run of its own")
    other.note(boot="another run pid:[1]")
    assert running.is_alive(other.session) is False


@pytest.mark.parametrize("changes", [{"host": "另一台"}, {"began": ""}])
def test_what_cannot_be_known_from_here_is_not_said(
    other: Other, changes: dict[str, object]
) -> None:
    other.note(**changes)
    assert running.is_alive(other.session) is None


def test_numbers_of_another_room_of_the_same_system_say_nothing(other: Other) -> None:
    if not other.noted.boot:
        pytest.skip("the system tells no run of its own")
    other.note(boot=f"{other.noted.boot.split(' ')[0]} pid:[1]")
    assert running.is_alive(other.session) is None


@pytest.mark.parametrize("session", ["", "s1", "0123456789ab0001", "../../../etc/passwd"])
def test_a_session_that_was_never_noted_here_is_not_known(session: str) -> None:
    assert running.is_alive(session) is None


def test_a_damaged_note_is_none(other: Other) -> None:
    (paths.running_dir() / f"{other.session[:12]}.json").write_bytes(b'{"pid": -1')
    assert running.is_alive(other.session) is None


@pytest.mark.parametrize(("other", "windows"), [("window", 1), ("session", 0)], indirect=["other"])
def test_windows_of_other_programs_are_known(other: Other, windows: int) -> None:
    running.begin_window()
    assert len(running.other_windows()) == windows
    other.kill()
    assert running.other_windows() == ()
    running.end_window()


def test_a_home_that_cannot_be_written_hinders_no_session(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("home") / "file"
    file.write_text("")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(file / "home"))
    session = running.begin()
    assert running.is_alive(session) is True
    running.end(session)


def test_a_program_that_opened_a_file_first_is_known_as_a_window_until_that_is_closed() -> None:
    session = running.begin()
    note = paths.running_dir() / f"{running.own_mark()}.json"
    running.begin_window()
    assert own_files.load(note, Program).is_window
    running.end_window()
    assert not own_files.load(note, Program).is_window
    running.end(session)


def test_notes_of_programs_that_ended_long_ago_are_swept_and_no_others(
    other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_open", set())
    mine = paths.running_dir() / f"{other.session[:12]}.json"
    dead, recent, damaged = (mine.with_name(f"{sign * 12}.json") for sign in "abc")
    for file in (dead, recent):
        program = other.noted.changed(mark=file.stem, began="0")
        own_files.store(file, program, expect=None)
    damaged.write_bytes(b"{")
    for file in (mine, dead, damaged):
        os.utime(file, (0, 0))
    (paths.running_dir() / f"{running.own_mark()}.json").unlink(missing_ok=True)
    running.end(running.begin())
    assert [file.exists() for file in (mine, recent, dead, damaged)] == [True, True, False, False]
