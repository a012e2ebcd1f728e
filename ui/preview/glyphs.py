"""GLYPHS of lines: placed when a line is first painted, and remembered as long as its text."""

from __future__ import annotations

from bisect import bisect_right
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter

from model.paging.paragraph import Laid
from ui.preview.faces import Face

_placed: WeakKeyDictionary[Laid, dict[int, list[QGlyphRun]]] = WeakKeyDictionary()


def runs(laid: Laid, number: int) -> list[QGlyphRun]:
    """The glyphs of a line, its baseline at 0."""
    known = _placed.setdefault(laid, {})
    if number not in known:
        known[number] = _runs(laid, number)
    return known[number]


def write_words(painter: QPainter, face: Face, words: str, x: float, base: float) -> None:
    """Words that stand in no paragraph, on their baseline, in the pen of the painter."""
    for sign in words:
        if sign != " ":
            glyph = face.glyph(sign)
            painter.drawGlyphRun(
                QPointF(x, base),
                _run(face, glyph.font, [glyph.sign], [QPointF(glyph.shift, 0)]),
            )
        x += face.widths[sign]


def _runs(laid: Laid, number: int) -> list[QGlyphRun]:
    line, edges = laid.lines[number], laid.edges(number)
    faces = [face for _, face in laid.stretches]
    ends = [end for end, _ in laid.stretches]
    by_font: dict[tuple[int, int], tuple[list[int], list[QPointF]]] = {}
    for at in range(line.start, line.end):
        which = bisect_right(ends, at)
        sign, face = laid.text[at], faces[which]
        if sign in " \t\n":
            continue
        assert isinstance(face, Face)
        glyph = face.glyph(sign)
        indexes, positions = by_font.setdefault((which, glyph.font), ([], []))
        indexes.append(glyph.sign)
        positions.append(QPointF(edges[at - line.start] + glyph.shift, 0.0))
    found = []
    for (which, font), (indexes, positions) in by_font.items():
        face = faces[which]
        assert isinstance(face, Face)
        found.append(_run(face, font, indexes, positions))
    return found


def _run(face: Face, font: int, indexes: list[int], positions: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(face.fonts[font])
    run.setGlyphIndexes(indexes)
    run.setPositions(positions)
    return run
