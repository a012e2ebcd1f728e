"""Work that takes seconds, done beside the window, so that it never freezes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from model.errors import XugaoError
from model.progress import Stopped, listening


class Job(QObject):
    """Does one thing at a time: `done` brings its result, `failed` the message of an expected
    failure, `progressed` how much is done in percent, where the work tells. What was started before
    is forgotten when something else is started, and stops where it tells next.
    """

    done = Signal(object)
    failed = Signal(str)
    progressed = Signal(int)
    _ended = Signal(int, object, object)
    _came = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self.is_busy = False
        self._ended.connect(self._told)
        self._came.connect(self._pass_on)

    def start(self, work: Callable[[], Any]) -> None:
        """Begin; `work` must touch no widget."""
        self._number += 1
        self.is_busy = True
        QThreadPool.globalInstance().start(_Run(self, self._number, work))

    def forget(self) -> None:
        """What is under way is wanted no more."""
        self._number += 1
        self.is_busy = False

    def is_wanted(self, number: int) -> bool:
        """Whether anybody still waits for what was started with this number."""
        return number == self._number

    def _pass_on(self, number: int, percent: int) -> None:
        if self.is_wanted(number):
            self.progressed.emit(percent)

    def _told(self, number: int, result: object, error: object) -> None:
        if not self.is_wanted(number):
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
        self._percent = 0

    def run(self) -> None:
        result, error = None, None
        try:
            with listening(self._hear):
                result = self._work()
        except Stopped:
            return
        except Exception as raised:  # noqa: BLE001 - raised again where the window handles it
            error = raised
        self._tell(lambda: self._job._ended.emit(self._number, result, error))

    def _hear(self, share: float) -> None:
        """Each percent once; ends the work that nobody waits for any more."""
        if not self._job.is_wanted(self._number):
            raise Stopped
        percent = int(share * 100)
        if percent > self._percent:
            self._percent = percent
            self._tell(lambda: self._job._came.emit(self._number, percent))

    def _tell(self, emit: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the window was closed meanwhile
            emit()
