"""BY_LINE: a long text is painted by a few lines at a time, with the marks that stand in them.

Qt holds every mark against every line that is seen: 3,400 figures in one paragraph take it seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit as _TextWidget
else:
    _TextWidget = object

LONG = 800
"""Characters from which a text is a long one."""

_LINES = 6
_EDGE = 0.01  # a clip that touches the next line has it drawn too


class _Mark(NamedTuple):
    """A mark by its place in the document."""

    start: int
    end: int
    format: QTextCharFormat


class ByLine(_TextWidget):
    """Stands before `QPlainTextEdit` in an area that is as high as its text."""

    is_composing = False

    @property
    def is_long(self) -> bool:
        """Whether the text is painted so; never while an input method composes."""
        return self.document().characterCount() > LONG and not self.is_composing

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_long:
            self._paint(event.rect())
        else:
            super().paintEvent(event)

    def _paint(self, seen: QRect) -> None:
        context = self.getPaintContext()
        marks = self._marks_in(context, seen)
        painter = QPainter(self.viewport())
        painter.setClipRect(seen)
        painter.setPen(self.palette().text().color())
        block, at = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid() and at.y() <= seen.bottom():
            _paint_block(painter, block, at, marks, QRectF(seen))
            cursor = context.cursorPosition - block.position()  # type: ignore[attr-defined]
            if 0 <= cursor < block.length() and not self.isReadOnly():
                block.layout().drawCursor(painter, at, cursor, self.cursorWidth())
            at += QPointF(0, self.blockBoundingRect(block).height())
            block = block.next()
        painter.end()

    def _marks_in(
        self, context: QAbstractTextDocumentLayout.PaintContext, seen: QRect
    ) -> list[_Mark]:
        """The marks and the selection that reach into the lines that are seen."""
        first = self.cursorForPosition(QPoint(0, seen.top())).position()
        last = self.cursorForPosition(QPoint(self.viewport().width(), seen.bottom())).position()
        found = []
        for selection in context.selections:  # type: ignore[attr-defined]
            start, end = selection.cursor.selectionStart(), selection.cursor.selectionEnd()
            if start < end and start <= last and end >= first:
                found.append(_Mark(start, end, QTextCharFormat(selection.format)))
        return found


def _paint_block(
    painter: QPainter, block: QTextBlock, at: QPointF, marks: list[_Mark], seen: QRectF
) -> None:
    layout, begin = block.layout(), block.position()
    wide = max(seen.right(), layout.boundingRect().right())
    for first in range(0, layout.lineCount(), _LINES):
        last = layout.lineAt(min(first + _LINES, layout.lineCount()) - 1)
        start, end = layout.lineAt(first).textStart(), last.textStart() + last.textLength()
        top, bottom = layout.lineAt(first).rect().top(), last.rect().bottom()
        lines = QRectF(0, top + at.y() + _EDGE, wide, bottom - top - 2 * _EDGE)
        if lines.intersects(seen):
            within = [
                _range(max(mark.start - begin, start), min(mark.end - begin, end), mark.format)
                for mark in marks
                if mark.start - begin < end and mark.end - begin > start
            ]
            layout.draw(painter, at, within, lines)


def _range(start: int, end: int, format_: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start  # type: ignore[attr-defined]
    made.format = format_  # type: ignore[attr-defined]
    return made
