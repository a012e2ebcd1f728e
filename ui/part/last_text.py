"""Last period's words beside the present ones: what differs is marked, a sentence can be taken in.

What is gone is struck through, what is new underlined. Painted by ourselves: labels are plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.places.wording_changes import Told, wording_changes
from ui.forms.editors.tokens import signs_in, units
from ui.kit import theme

_NAME = "上期："
_TAKE = "点一句，取到正文末尾。用键盘：Tab 到这里，← → 选一句，回车取回。"
_NO_SENTENCE = -1
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _Piece(NamedTuple):
    """Some of what is shown, and the sentence of last period's that it belongs to."""

    text: str
    told: Told
    sentence: int


class LastText(QWidget):
    """`taken` tells the number of a sentence that is wanted: by a click, or ← → and Enter."""

    taken = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self._first = 0
        self._can_take = False
        self._pieces: tuple[_Piece, ...] = ()
        self._shown: tuple[tuple[str, ...], str] = ((), "")
        self._current = _NO_SENTENCE
        self._lines: tuple[int, QTextLayout] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, sentences: tuple[str, ...], now: str, *, takes_from: int | None) -> None:
        """Show what was said, sentence by sentence, beside what is said now.

        Those from `takes_from` on can be taken in; None: none can.
        """
        self._first = len(sentences) if takes_from is None else takes_from
        self._can_take = self._first < len(sentences)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._can_take else Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(self._can_take)
        if (sentences, now) == self._shown:
            return
        self._shown, self._sentences, self._current = (sentences, now), sentences, _NO_SENTENCE
        self._pieces = tuple(_pieces(sentences, now))
        self.setAccessibleName(_NAME + "".join(sentences))
        self._say_tip()
        self._anew()

    def text(self) -> str:
        """All that is shown, gone and new words too."""
        return _NAME + "".join(piece.text for piece in self._pieces)

    def marked(self, told: Told) -> tuple[str, ...]:
        """The stretches that are marked as gone or as new."""
        return tuple(piece.text for piece in self._pieces if piece.told is told)

    # Taking a sentence.

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(self._sentence_at(event.position()))
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        wanted = self._sentence_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and wanted != _NO_SENTENCE:
            self.taken.emit(wanted)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._choose(_NO_SENTENCE)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current == _NO_SENTENCE and self._can_take:
            self._choose(self._first)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose(_NO_SENTENCE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._can_take:
            there = self._current + _STEPS[key]
            self._choose(min(max(there, self._first), len(self._sentences) - 1))
        elif key in _TAKING and self._current != _NO_SENTENCE:
            self.taken.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _choose(self, sentence: int) -> None:
        if sentence == self._current:
            return
        self._current = sentence
        is_on = sentence != _NO_SENTENCE
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_on else Qt.CursorShape.ArrowCursor)
        self.setAccessibleDescription(self._sentences[sentence] if is_on else "")
        self._lines = None
        self.update()

    def _sentence_at(self, at: QPointF) -> int:
        """The sentence under a point that can be taken in."""
        layout, shown = self._laid_out(self.width()), self.text()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.y() <= at.y() < line.y() + line.height() and at.x() <= line.naturalTextWidth():
                place = line.xToCursor(at.x(), QTextLine.CursorPosition.CursorOnCharacter)
                return self._sentence_of(signs_in(shown, place))
        return _NO_SENTENCE

    def _sentence_of(self, sign: int) -> int:
        ends = accumulate((len(piece.text) for piece in self._pieces), initial=len(_NAME))
        next(ends)
        for piece, end in zip(self._pieces, ends, strict=True):
            if len(_NAME) <= sign < end:
                return piece.sentence if piece.sentence >= self._first else _NO_SENTENCE
        return _NO_SENTENCE

    def _say_tip(self) -> None:
        self.setToolTip(_TAKE if self._can_take else "")

    # Sizes and painting.

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._laid_out(width).boundingRect().height()) + 1

    def sizeHint(self) -> QSize:
        wide = theme.unit(self) * 40
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.unit(self) * 20, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(theme.colors().secondary))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._anew()

    def _anew(self) -> None:
        self._lines = None
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> QTextLayout:
        if self._lines is None or self._lines[0] != width:
            self._lines = (width, self._lay_out(width))
        return self._lines[1]

    def _lay_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([*self._formats()])
        layout.beginLayout()
        high = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, high))
            high += line.height()
        layout.endLayout()
        return layout

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        colors, at = theme.colors(), units(_NAME)
        for piece in self._pieces:
            shape = QTextCharFormat()
            if piece.told is Told.LAST:
                shape.setForeground(QColor(colors.red))
                shape.setFontStrikeOut(True)
            elif piece.told is Told.NOW:
                shape.setForeground(QColor(colors.green))
                shape.setFontUnderline(True)
                shape.setFontWeight(QFont.Weight.Bold)
            if piece.sentence == self._current != _NO_SENTENCE:
                shape.setBackground(QColor(colors.accent_soft))
            stretch: Any = QTextLayout.FormatRange()  # Qt's stubs leave out what it holds
            stretch.start, stretch.length, stretch.format = at, units(piece.text), shape
            at += stretch.length
            yield stretch


def _pieces(sentences: tuple[str, ...], now: str) -> Iterator[_Piece]:
    """What differs, cut where last period's sentences end; all of it where nothing is said now."""
    said, ends = "".join(sentences), [*accumulate(map(len, sentences))]
    changes = wording_changes(said, now) if now else wording_changes(said, said)
    at = number = 0
    for change in changes:
        if change.told is Told.NOW:
            yield _Piece(change.text, change.told, _NO_SENTENCE)
            continue
        left = change.text
        while left:
            size = min(len(left), ends[number] - at)
            yield _Piece(left[:size], change.told, number)
            left, at = left[size:], at + size
            number += at == ends[number]
