"""Work that takes seconds, done beside the window, so that it never freezes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from model.errors import XugaoError


class Job(QObject):
    """Does one thing at a time: `done` brings its result, `failed` the message of an expected
    failure. What was started before is forgotten when something else is started.
    """

    done = Signal(object)
    failed = Signal(str)
    _ended = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self.is_busy = False
        self._ended.connect(self._told)

    def start(self, work: Callable[[], Any]) -> None:
        """Begin; `work` must touch no widget."""
        self._number += 1
        self.is_busy = True
        QThreadPool.globalInstance().start(_Run(self, self._number, work))

    def forget(self) -> None:
        """What is under way is wanted no more."""
        self._number += 1
        self.is_busy = False

    def _told(self, number: int, result: object, error: object) -> None:
        if number != self._number:
            return
        self.is_busy = False
        if isinstance(error, XugaoError):
            self.failed.emit(str(error))
        elif isinstance(error, Exception):
            raise error
        else:
            self.done.emit(result)


class _Run(QRunnable):
    def __init__(self, job: Job, number: int, work: Callable[[], Any]) -> None:
        super().__init__()
        self._job, self._number, self._work = job, number, work

    def run(self) -> None:
        result, error = None, None
        try:
            result = self._work()
        except Exception as raised:  # noqa: BLE001 - raised again where the window handles it
            error = raised
        try:
            self._job._ended.emit(self._number, result, error)
        except RuntimeError:  # the window was closed meanwhile
            return
