"""意外: what nobody expected went wrong. What was typed is kept, and the clerk is told in words.

The window goes on: Qt swallows nothing and ends nothing, an exception in a slot only ends the slot.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from model.errors import XugaoError


class Kept(NamedTuple):
    """Whether all that stands on the screen is kept; how many texts had to be set aside for that,
    and those that are kept nowhere.
    """

    is_kept: bool
    aside: int = 0
    lost: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The same for the clerk."""
        if self.lost:
            return "您写的内容还在窗口里，请马上另存一份；下面的字还没有收进材料，请先复制出来。"
        if not self.is_kept:
            return "您写的内容还在窗口里，请马上另存一份。"
        if self.aside:
            return f"您写的内容已经留底，没有丢；其中{self.aside}处还没有收进材料，“核对”里列着。"
        return "您写的内容已经留底，没有丢。"


_NOT_KEPT = Kept(is_kept=False)

Tell = Callable[[str, str, str], None]
"""Shows a message, below it where the report lies, and a text to copy ('' for none)."""

Report = Callable[[str], Path]
"""Keeps a report of what happened; says where."""


class Emergency(QObject):
    """Catches what is raised and caught nowhere. `keep` saves what was typed, now, and says what
    came of it; `report` keeps what happened.

    The same mishap is told once; after that `remark` says it in a line, so that a failing timer
    does not bury the window in dialogs.
    """

    _happened = Signal(object, str)

    def __init__(
        self,
        keep: Callable[[], Kept],
        tell: Tell,
        remark: Callable[[str], None],
        report: Report,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self._tell = tell
        self._remark = remark
        self._report = report
        self._told: set[str] = set()
        self._is_telling = False
        self._happened.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's and Qt's own ways to tell of a mishap."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        qInstallMessageHandler(self.heard)

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """As `sys.excepthook`: keep what was typed, write a report, tell a moment later."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        if sys.stderr is not None:
            sys.stderr.write(text)
        last = traceback.extract_tb(trace)[-1:]
        where = f"{last[0].filename}:{last[0].lineno}" if last else ""
        self._note(f"{kind.__name__} {where}", text)
        _let_go_of_last()

    def heard(self, kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        """As Qt's message handler: a fatal message ends the program, so keep all before it does."""
        said = message or ""
        if sys.stderr is not None:
            sys.stderr.write(f"{said}\n")
        if kind is QtMsgType.QtFatalMsg:
            self._keep_now()
            self._keep_report(f"Qt: {said}")

    def _note(self, key: str, text: str) -> None:
        is_new = key not in self._told
        kept = self._keep_now() if _in_main_thread() else None  # told in the main thread
        path = self._keep_report(text) if is_new else None
        self._told.add(key)
        where = f"出错的经过记在：{path}" if path is not None else ""
        self._happened.emit(kept, where if is_new else "again")

    def _keep_now(self) -> Kept:
        """Keep what was typed, and say so. Never raises: this is the last resort."""
        try:
            return self._keep()
        except Exception:  # noqa: BLE001 - whatever is broken, the clerk must be told
            return _NOT_KEPT

    def _keep_report(self, text: str) -> Path | None:
        """A report of what happened, where one can be written."""
        try:
            return self._report(text)
        except (XugaoError, OSError):
            return None

    def _say(self, found: Kept | None, where: str) -> None:
        kept = found or self._keep_now()
        is_known = where == "again" and not kept.lost
        if is_known or self._is_telling:
            self._remark(f"刚才那一步又没有做成。{kept.words}")
            return
        self._is_telling = True
        try:
            self._tell(
                f"程序出了意外，刚才那一步没有做成。\n{kept.words}\n可以接着写；如果窗口不对劲，"
                "保存后重新打开程序。",
                where,
                "\n\n".join(kept.lost),
            )
        finally:
            self._is_telling = False


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _let_go_of_last() -> None:
    """Python keeps the last mishap for a debugger, and with its frames what Qt lent them.

    Lent options and events stand where the next ones will: still known to Python by their old
    kind, they end the program with a segmentation fault.
    """
    for name in ("last_type", "last_value", "last_traceback"):
        vars(sys).pop(name, None)
