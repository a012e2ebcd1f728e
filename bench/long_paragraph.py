"""A key in the longest paragraph that may be seen, painted with its marks, against a shorter one.

57,800 characters with 3,400 figures must not freeze: the time may grow as the text does, not as its
square. In a process of its own, for it needs a window. Times are CPU.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bench.harness import Row, best_of, told_by_window

LONG, LESS = 57_800, 5_000
LIMIT = LONG / LESS
_KEYS = 5


def run() -> list[Row]:
    """A key, and the whole text put in, in both lengths."""
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent, prefix=".paragraph-") as folder:
        long, less, put_long, put_less = told_by_window("bench.long_paragraph", "", Path(folder))
    return [
        Row(f"a key in a paragraph of {LONG} characters; of {LESS}", long, less, LIMIT),
        Row("  the whole of it pasted", put_long, put_less, 1.5 * LIMIT),
    ]


def main() -> None:
    """Print the milliseconds of a key in both lengths, then of the text pasted."""
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QScrollArea  # noqa: PLC0415

    from bench.carried_text import long_text  # noqa: PLC0415
    from ui import app as ui_app  # noqa: PLC0415
    from ui.forms.editors.prose import ProseEditor  # noqa: PLC0415

    app = QApplication([])
    ui_app.dress(app)

    def measured(length: int) -> tuple[float, float]:
        page, editor = QScrollArea(), ProseEditor()
        page.setWidgetResizable(True)
        page.setWidget(editor)
        page.resize(520, 600)
        page.show()
        page.activateWindow()
        editor.area.setFocus()
        app.processEvents()

        def put() -> None:
            editor.area.selectAll()
            editor.area.insertPlainText(long_text(length))
            editor.select_figure(0)  # the marks are there
            app.processEvents()

        def key() -> None:
            QTest.keyClicks(editor.area, "x")
            app.processEvents()

        pasted = best_of(put, 2)
        return best_of(key, _KEYS), pasted

    less, put_less = measured(LESS)
    long, put_long = measured(LONG)
    print(f"{long:.1f} {less:.1f} {put_long:.1f} {put_less:.1f}")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
