"""Kills a real window that is typed in, and says how much of the typing is lost.

`kill_while_typing` is for the tests and for longer runs: it needs nothing of pytest, and works on
any platform of Qt's (`QT_QPA_PLATFORM`), with a home directory of its own.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from model.storage import journal, project_file
from tests.source import ROOT
from tests.ui.steady_clerk import EVERY_MS, typed_text

LONGEST_LOSS = 2.0
"""Seconds of typing that a crash may cost."""
SIGNS_LOST = int(LONGEST_LOSS * 1000 / EVERY_MS)
"""The same counted in signs, which a slow machine types later too."""


class Loss(NamedTuple):
    """How many signs were typed before the kill and how many are found again; the seconds between
    the first sign that is lost and the kill.
    """

    typed: int
    kept: int
    seconds: float

    @property
    def is_within_promise(self) -> bool:
        """Whether no more is lost than was promised."""
        return self.typed - self.kept <= SIGNS_LOST


def kill_while_typing(path: Path, signs: int, how: str = "keys") -> Loss:
    """Type into the title of a project's text without a rest, and kill the window with SIGKILL
    when so many signs are typed.

    The caller's environment says where journals lie and which platform Qt uses.
    """
    report = project_file.load(path).project.reports[0].id
    command = [sys.executable, "-m", "tests.ui.steady_clerk", str(path), f"{report}.title", how]
    times: list[float] = []
    with subprocess.Popen(
        command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, text=True
    ) as clerk:
        assert clerk.stdout is not None
        for line in clerk.stdout:
            times.append(float(line.split()[0]))
            if len(times) == signs:
                clerk.send_signal(signal.SIGKILL)
                killed = time.monotonic()
                break
        else:
            raise RuntimeError("the window ended before it was killed")
        times += [float(line.split()[0]) for line in clerk.stdout if line.endswith("\n")]
    kept = kept_signs(path, len(times))
    return Loss(len(times), kept, killed - times[kept] if kept < len(times) else 0.0)


def kept_signs(path: Path, typed: int) -> int:
    """How many of the signs typed into a project the journal has."""
    texts = [entry.text for entry in journal.pending()[0] if entry.path == str(path)]
    return max(
        (count for count in range(typed + 1) if any(typed_text(count) in text for text in texts)),
        default=0,
    )
