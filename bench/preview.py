"""A keystroke until the preview is painted, in a text of 2,000 paragraphs and 300 indicators.

The whole chain: the session's edit, the composer, the layout, the pages, and the visible part of
the window painted anew into a picture. Typing goes to places all over the text, each brought
into view first, as it is when a field has the focus. Times are those of the thread's processor,
which the clock shows too where nothing else runs: nothing here waits.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bench.harness import Row
from bench.large_project import INDICATORS, PARAGRAPHS, PERIOD, large_project
from model.library import shipped
from model.report.project import Project
from model.session import Session
from model.values.facet import Facet
from ui.preview.view import Preview
from ui.workspace import Workspace

LIMIT = 16.0
_TURNS, _WARM = 60, 5
_TYPED = "县政府把硬骨头任务逐项列出清单、明确专人"


class _Window:
    """A workspace and a preview that follows it, as the window has them."""

    def __init__(self, project: Project) -> None:
        self.workspace = Workspace(Session.new(project))
        self.style = shipped.house_style(self.workspace.report.house_style)
        self.preview = Preview()
        self.preview.resize(520, 760)
        self.preview.show()
        self.image = QImage(self.preview.size(), QImage.Format.Format_RGB32)

    def keystroke(self, place: str, typed: str) -> dict[str, float]:
        """Milliseconds of each step from the edit to the painted picture."""
        times: dict[str, float] = {}
        at = time.thread_time()

        def passed(step: str) -> None:
            nonlocal at
            now = time.thread_time()
            times[step] = (now - at) * 1000
            at = now

        refused = self.workspace.set(place, typed)
        if refused is not None:
            raise AssertionError(refused)
        passed("edit")
        document = self.workspace.document()
        passed("compose")
        self.preview.show_document(document, self.style)
        passed("layout and pages")
        self.preview.render(self.image)
        passed("paint")
        return times

    def typing(self, places: list[str], typed: Callable[[int], str]) -> list[dict[str, float]]:
        """The times of a number of keystrokes, the first few left out."""
        rounds = []
        for turn in range(_WARM + _TURNS):
            place = places[turn % len(places)]
            self.preview.scroll_to(place)
            QApplication.processEvents()
            rounds.append(self.keystroke(place, typed(turn)))
        return rounds[_WARM:]


def run() -> list[Row]:
    """Opening, then typing into items and into numbers, each with where its time goes."""
    application = QApplication.instance() or QApplication([])
    window = _Window(large_project())
    begun = time.thread_time()
    window.preview.show_document(window.workspace.document(), window.style)
    window.preview.render(window.image)
    opened = (time.thread_time() - begun) * 1000
    text = window.typing(
        [f"i{section}x{block}x7.text" for section in (1, 10, 19) for block in (0, 4)],
        lambda turn: f"{_TYPED[: turn % len(_TYPED) + 1]}，完成投资{turn}.6亿元。",
    )
    indicators = window.workspace.project.indicators
    numbers = window.typing(
        [f"{indicators[at].id}@{PERIOD}.{Facet.YOY}" for at in (0, 140, 290)],
        lambda turn: f"{turn}.5",
    )
    del application
    return [
        Row(f"{PARAGRAPHS} paragraphs composed, laid out, painted for the first time", opened),
        *_rows("a key typed in a text", text),
        *_rows(f"a key typed in one of {INDICATORS} numbers", numbers),
    ]


def _rows(what: str, rounds: list[dict[str, float]]) -> list[Row]:
    """95 of 100 keystrokes take less: of the whole, and of each step by itself."""
    steps = [
        Row(f"  of it {step}, p95", _p95([times[step] for times in rounds])) for step in rounds[0]
    ]
    whole = _p95([sum(times.values()) for times in rounds])
    return [Row(f"{what}, until it is painted, p95", whole, None, LIMIT), *steps]


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]
