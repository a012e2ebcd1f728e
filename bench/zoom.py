"""What another size of all text costs, against the first painted window; whatever was visited.

In a process of its own: the speech that was carried on, all its pages visited, then one step larger
on a page of it. Times are CPU. Only the page that is seen is dressed anew; the others are freed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from bench.harness import Row, told_by_window

RUNS = 3
LIMIT = 0.5
_SAMPLE = "plenary-speech"


def run() -> list[Row]:
    """One row: a step of the zoom, and the process until its window was painted."""
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent, prefix=".zoom-") as folder:
        carried = str(Path(folder) / "carried.json")
        found = [told_by_window("bench.zoom", carried, Path(folder)) for _ in range(RUNS)]
    painted, larger = (min(row[at] for row in found) for at in range(2))
    return [
        Row("one step of zoom, all pages visited; first painted window", larger, painted, LIMIT)
    ]


def main(path: Path) -> None:
    """Print the milliseconds of the processor until the window is painted, and of one step."""
    from PySide6.QtCore import QEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui import app as ui_app  # noqa: PLC0415
    from ui.shell.asking import Dialogs  # noqa: PLC0415
    from ui.shell.main_window import MainWindow  # noqa: PLC0415

    app = QApplication([])
    ui_app.dress(app)
    window = MainWindow(Dialogs(lambda: None))
    window.resize(1280, 800)
    window.show()
    app.processEvents()
    painted = time.process_time()

    from model.jobs.samples import example  # noqa: PLC0415
    from model.renewal.next_period import carry  # noqa: PLC0415
    from model.session import Session  # noqa: PLC0415

    session = Session.new(carry(example(_SAMPLE)))
    session.save_as(path, replace=True)
    session.close()
    window.open_file(path)
    assert window.wizard is not None
    steps = window.wizard.step_list.steps
    for step in (*steps, steps[3]):
        window.wizard.go_to_step(step.key)
        app.processEvents()
        app.sendPostedEvents(
            None, QEvent.Type.DeferredDelete.value
        )  # as the window's own loop does
    before = time.process_time()
    window.commands["larger"].trigger()
    app.processEvents()
    print(f"{painted * 1000:.1f} {(time.process_time() - before) * 1000:.1f}")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
