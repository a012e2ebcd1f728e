"""再次启动: while a window is open on this PC, a second start brings that one to the front."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from pathlib import Path

from model.errors import SaveError
from model.storage import requests, running

_PAUSE_SECONDS = 0.05
_TRIES = 100


def begin_window() -> None:
    """This program has a window that answers requests."""
    running.begin_window()


def end_window() -> None:
    """The window is closed; what was asked of it is forgotten."""
    running.end_window()
    requests.sweep(running.own_mark())


def hand_over(path: Path | None, *, sleep: Callable[[float], None] = time.sleep) -> bool:
    """Ask an open window to come to the front, with a file; whether one did.

    A window that does not answer within seconds hangs: then this start opens one of its own.
    """
    for program in running.other_windows():
        try:
            asked = requests.ask(program.mark, path)
        except (SaveError, OSError):
            return False
        _let_come_to_front(program.pid)
        for _ in range(_TRIES):
            if not asked.exists():
                return True
            sleep(_PAUSE_SECONDS)
        if not requests.withdraw(asked):
            return True
    return False


def _let_come_to_front(pid: int) -> None:
    """Windows lets a window come to the front only if the program that was started last agrees."""
    if sys.platform == "win32":
        ctypes.WinDLL("user32").AllowSetForegroundWindow(pid)


def take_requests() -> list[Path | None]:
    """What was asked of this window since the last time: files, None for itself alone."""
    return requests.take(running.own_mark())
