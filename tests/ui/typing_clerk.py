"""Run as a program: opens a project in the real window, types, and says when that is kept.

`python -m tests.ui.typing_clerk PROJECT PLACE TEXT` prints `kept` once the journal has the text
and then goes on until it is killed, or a minute is over. With one argument more it prints `typed`
as soon as it typed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.storage import journal
from ui import app as ui_app
from ui.shell.asking import Dialogs
from ui.shell.endings import Endings
from ui.shell.main_window import MainWindow

_LOOK_MS = 20
_AT_MOST_MS = 60_000


def main(path: Path, place: str, text: str, *, tells_at_once: bool) -> int:
    """Type and wait to be killed."""
    app = QApplication([])
    ui_app.dress(app)
    window = MainWindow(Dialogs(lambda: None))
    Endings(window).heed(app)
    window.show()
    window.activateWindow()
    if not window.open_file(path) or window.wizard is None:
        return 1
    window.wizard.go_to(place)

    waiting = [text]

    def look() -> None:
        editor = QApplication.focusWidget()
        if waiting and editor is not None:
            QTest.keyClicks(editor, waiting.pop())
            if tells_at_once:
                say("typed")
        if any(text in entry.text for entry in journal.pending()[0]):
            watch.stop()
            say("kept")

    def say(word: str) -> None:
        sys.stdout.write(f"{word}\n")
        sys.stdout.flush()

    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(_LOOK_MS)
    QTimer.singleShot(_AT_MOST_MS, app.quit)
    return app.exec()


if __name__ == "__main__":
    file, where, what, *more = sys.argv[1:]
    sys.exit(main(Path(file), where, what, tells_at_once=bool(more)))
