"""Run as a program: opens a project in the real window and types into it without a rest.

`python -m tests.ui.steady_clerk PROJECT PLACE HOW` types a sign every `EVERY_MS` until it is
killed, or a minute is over. `keys` are keys of a keyboard; `composed` are signs of an input method
that composes the next one already. Each sign is told on standard output before it is typed, with
the seconds of the system's steady clock.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui import app as ui_app
from ui.shell.asking import Dialogs
from ui.shell.main_window import MainWindow

EVERY_MS = 100
SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"
_AT_MOST_MS = 60_000


def sign_at(number: int) -> str:
    """The sign typed as the `number`-th: the text can be told from any other and from its parts."""
    return SIGNS[number % len(SIGNS)] if number % 2 else SIGNS[number // 2 % len(SIGNS)].upper()


def typed_text(count: int) -> str:
    """The text after so many signs."""
    return "".join(sign_at(number) for number in range(count))


def type_sign(sign: str, how: str) -> None:
    """Type one sign where the focus is."""
    editor = QApplication.focusWidget()
    assert editor is not None
    if how == "keys":
        QTest.keyClicks(editor, sign)
        return
    event = QInputMethodEvent("pin", [])
    event.setCommitString(sign)
    QApplication.sendEvent(editor, event)


def main(path: Path, place: str, how: str) -> int:
    """Type until the end."""
    app = QApplication([])
    ui_app.dress(app)
    window = MainWindow(Dialogs(lambda: None))
    window.show()
    window.activateWindow()
    if not window.open_file(path) or window.wizard is None:
        return 1
    window.wizard.go_to(place)
    count = [0]

    def type_next() -> None:
        if QApplication.focusWidget() is None:
            return
        sign = sign_at(count[0])
        count[0] += 1
        sys.stdout.write(f"{time.monotonic():.3f} {sign}\n")
        sys.stdout.flush()
        type_sign(sign, how)

    beat = QTimer()
    beat.timeout.connect(type_next)
    beat.start(EVERY_MS)
    QTimer.singleShot(_AT_MOST_MS, app.quit)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
