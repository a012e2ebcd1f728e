"""One window in a process of its own, for `bench/window.py`: its CPU until it is painted, its size.

    python -m bench.window_child empty|ours|FILE

All three import the same modules; `empty` opens a bare main window. Prints the CPU until the
first painted window in milliseconds, and the resident memory in MB when idle.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_IDLE_MS = 700


def main(what: str) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget  # noqa: PLC0415

    from ui import app as ui_app  # noqa: PLC0415
    from ui.shell.asking import Dialogs  # noqa: PLC0415
    from ui.shell.main_window import MainWindow  # noqa: PLC0415

    class Watch(QObject):
        """Tells when a window is painted first, then waits until nothing more happens."""

        painted = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint and not self.painted:
                QTimer.singleShot(0, self.tell)
            return super().eventFilter(watched, event)

        def tell(self) -> None:
            if not self.painted:
                self.painted = time.process_time() * 1000
                QTimer.singleShot(_IDLE_MS, app.quit)

    app = QApplication([])
    watch = Watch()
    window: QMainWindow
    if what == "empty":
        window = QMainWindow()
        window.setCentralWidget(QWidget(window))
    else:
        ui_app.dress(app)
        window = MainWindow(Dialogs(lambda: None))
        if what != "ours":
            window.open_file(Path(what))
    window.resize(1280, 720)
    window.centralWidget().installEventFilter(watch)
    window.show()
    app.exec()
    print(f"{watch.painted:.1f} {resident_mb():.1f}")
    sys.stdout.flush()
    os._exit(0)


def resident_mb() -> float:
    """The memory that this process holds, in MB; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


if __name__ == "__main__":
    main(sys.argv[1])
