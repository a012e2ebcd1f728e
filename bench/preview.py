"""A keystroke until the preview is painted, in a text of 2,000 paragraphs and 300 indicators.

The whole chain: the session's edit, the composer, the layout, the pages, and the visible part of
the window painted anew into a picture. Typing goes to places all over the text, each brought
into view first, as it is when a field has the focus. The floor is what no program could leave
out: the paragraphs that the key changes composed alone and laid out alone, and what is visible
painted. Times are CPU of the thread.
"""

from __future__ import annotations

import os
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bench.harness import Row, p95, thread_timed
from bench.large_project import INDICATORS, PARAGRAPHS, PERIOD, large_project
from model.compose.blocks import block
from model.compose.project_reader import ProjectReader
from model.document import Document, Paragraph, Table
from model.library import shipped
from model.paging.layout import Typesetter
from model.report.item import Item
from model.report.project import Project
from model.report.section import IndicatorsBlock, TextBlock
from model.report.tree import find
from model.session import Session
from model.values.facet import Facet
from ui.preview.faces import Faces
from ui.preview.view import Preview
from ui.workspace import Workspace

LIMIT = 2.0
_ROUNDS, _TURNS, _WARM = 3, 60, 6
_TYPED = "县政府把硬骨头任务逐项列出清单、明确专人"
_WHOLE, _FLOOR = "whole", "floor"


class _Window:
    """A workspace and a preview that follows it, as the window has them."""

    def __init__(self, project: Project) -> None:
        self.workspace = Workspace(Session.new(project))
        self.style = shipped.house_style(self.workspace.report.house_style)
        self.preview = Preview()
        self.preview.resize(520, 760)
        self.preview.show()
        self.image = QImage(self.preview.size(), QImage.Format.Format_RGB32)
        self.shown = Document("", ())
        self._alone = Typesetter(self.style, Faces(self.style))

    def show(self) -> None:
        """Compose, lay out and paint what there is now."""
        self._compose()
        self._lay_out()
        self._paint()

    def keystroke(self, place: str, typed: str) -> dict[str, float]:
        """Milliseconds of each step from the edit to the painted picture, and of the floor."""
        before = self.shown.body
        times = {
            "edit": thread_timed(lambda: self._set(place, typed)),
            "compose": thread_timed(self._compose),
            "layout and pages": thread_timed(self._lay_out),
            "paint": thread_timed(self._paint),
        }
        pairs = zip(before, self.shown.body, strict=True)
        times[_WHOLE] = sum(times.values())
        changed = [new for old, new in pairs if old is not new and old != new]
        return times | {_FLOOR: self._floor(changed)}

    def typing(self, places: list[str], typed: Callable[[int], str]) -> dict[str, float]:
        """What 95 of 100 keystrokes keep below, in the best of some rounds."""
        rounds = [self._round(places, typed) for _ in range(_ROUNDS)]
        return {step: min(one[step] for one in rounds) for step in rounds[0]}

    def _round(self, places: list[str], typed: Callable[[int], str]) -> dict[str, float]:
        """The 95th percentile of each step in a number of keystrokes, the first few left out."""
        keystrokes = []
        for turn in range(_WARM + _TURNS):
            place = places[turn % len(places)]
            self.preview.scroll_to(place)
            QApplication.processEvents()
            keystrokes.append(self.keystroke(place, typed(turn)))
        kept = keystrokes[_WARM:]
        return {step: p95([times[step] for times in kept]) for step in kept[0]}

    def _set(self, place: str, typed: str) -> None:
        refused = self.workspace.set(place, typed)
        if refused is not None:
            raise AssertionError(refused)

    def _compose(self) -> None:
        self.shown = self.workspace.document()

    def _lay_out(self) -> None:
        self.preview.show_document(self.shown, self.style)

    def _paint(self) -> None:
        self.preview.render(self.image)

    def _floor(self, changed: list[Paragraph | Table]) -> float:
        """The changed paragraphs composed alone and laid out alone, and the window painted."""
        project = self.workspace.project
        blocks, alone = _blocks(project, changed), Document("", tuple(changed))
        self._alone.lay_out(Document("", ()))
        composed = thread_timed(lambda: _compose_alone(project, blocks))
        laid_out = thread_timed(lambda: self._alone.lay_out(alone))
        return composed + laid_out + thread_timed(self._paint)


def _blocks(
    project: Project, changed: list[Paragraph | Table]
) -> list[TextBlock | IndicatorsBlock]:
    """A block for each changed paragraph, which shows it alone."""
    blocks: list[TextBlock | IndicatorsBlock] = []
    for one in changed:
        record = find(project, one.ids[0])
        if isinstance(record, Item):
            blocks.append(TextBlock(kind="text", id="b1", paragraphs=((record,),)))
        elif isinstance(record, IndicatorsBlock):
            blocks.append(record)
        else:
            raise TypeError(one)
    return blocks


def _compose_alone(project: Project, blocks: list[TextBlock | IndicatorsBlock]) -> None:
    reader = ProjectReader(project)
    for one in blocks:
        list(block(one, reader))


def run() -> list[Row]:
    """Opening, then typing into items and into numbers, each with where its time goes."""
    application = QApplication.instance() or QApplication([])
    window = _Window(large_project())
    opened = thread_timed(window.show)
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


def _rows(what: str, times: dict[str, float]) -> list[Row]:
    """The whole keystroke, and each step by itself."""
    steps = [step for step in times if step not in (_WHOLE, _FLOOR)]
    return [
        Row(f"{what}, until it is painted, p95", times[_WHOLE], times[_FLOOR], LIMIT),
        *(Row(f"  of it {step}, p95", times[step]) for step in steps),
    ]
