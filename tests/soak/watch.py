"""Watches a window: what is raised, what Qt warns of, how long an event holds it up."""

from __future__ import annotations

import re
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LONGEST = 1.0
"""Seconds of the processor that one thing done may take; longer, the window looks hung."""
_LET_PASS = re.compile(
    r"This plugin does not support (propagateSizeHints|raise|grabbing the (keyboard|mouse))"
)


class Watch:
    """Gathers what goes wrong; `now` says what was being done at that time."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.slow: dict[str, float] = {}
        self.now = ""
        self._within = 0.0

    def install(self) -> None:
        """Take over from Python's and Qt's ways to tell."""
        sys.excepthook = self._raised
        qInstallMessageHandler(self._said)

    def note(self, what: str) -> None:
        """Something is wrong, while doing what is being done now."""
        self.found.append(f"{self.now}: {what}")
        sys.stderr.write(f"FOUND {self.found[-1]}\n")

    @contextmanager
    def thing(self, what: str = "") -> Iterator[None]:
        """One thing that is done without the window answering meanwhile; things within it, such as
        the answer to a dialog, are things of their own.
        """
        around, self._within = self._within, 0.0
        began = time.thread_time()
        try:
            yield
        finally:
            whole = time.thread_time() - began
            spent = whole - self._within
            self._within = around + whole
            if spent > LONGEST:
                kind = what or self.now.partition(" ")[0]
                self.slow[kind] = max(self.slow.get(kind, 0.0), round(spent, 2))
                sys.stderr.write(f"SLOW {spent:.1f} s {what} {self.now}\n")

    def _raised(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        self.note("".join(traceback.format_exception(kind, error, trace)))

    def _said(self, kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg and not _LET_PASS.search(message or ""):
            stack = "".join(traceback.format_stack(limit=8)[:-1])
            self.note(f"Qt: {message}\n{stack}")
