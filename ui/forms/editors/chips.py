"""Links inside a text, drawn as their value on a coloured ground."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit

from ui.forms.editors.link_book import Value
from ui.kit.theme import colors

OBJECT_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
_RAW = QTextFormat.Property.UserProperty.value + 1
_SIDE = 0.25  # of a character, left and right of the value


def link_format(raw: str) -> QTextCharFormat:
    """The format of the one sign that stands for a link."""
    made = QTextCharFormat()
    made.setObjectType(OBJECT_TYPE)
    made.setProperty(_RAW, raw)
    return made


def raw_link(format_: QTextCharFormat) -> str | None:
    """The link a sign stands for, None where it is no link."""
    return str(format_.property(_RAW)) if format_.objectType() == OBJECT_TYPE else None


class Chips(QPyTextObject):
    """Draws the links of one text widget. `value_of` tells what a link shows now."""

    def __init__(self, value_of: Callable[[str], Value], area: QPlainTextEdit) -> None:
        super().__init__(area)
        self._area = area
        self._value_of = value_of

    def intrinsicSize(self, doc: QTextDocument, _position: int, format_: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(doc.defaultFont())
        text = self._text(format_)
        wide = metrics.horizontalAdvance(text) + 2 * _SIDE * metrics.height()
        # Room for the stop behind it; a line without any letter would be too low.
        room = self._area.viewport().width() - 2 * doc.documentMargin() - 1.5 * metrics.height()
        return QSizeF(min(wide, room) if room > 0 else wide, metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _position: int,
        format_: QTextFormat,
    ) -> None:
        rect = QRectF(rect)
        metrics = QFontMetricsF(doc.defaultFont())
        inner = _SIDE * metrics.height()
        value = self._value_of(_raw(format_))
        used = colors()
        ground, ink = (
            (used.red_soft, used.red) if value.is_blank else (used.accent_soft, used.accent)
        )
        text = metrics.elidedText(
            self._text(format_), Qt.TextElideMode.ElideRight, rect.width() - 2 * inner + 1
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_ground = ground != used.field  # in high contrast a frame says it
        painter.setPen(QColor(ground if has_ground else ink))
        painter.setBrush(QColor(ground))
        box = rect.adjusted(1, 0, -1, metrics.descent() - 1)
        painter.drawRoundedRect(box, inner / 2, inner / 2)
        painter.setPen(QColor(ink))
        painter.setFont(doc.defaultFont())
        painter.drawText(QRectF(rect.left() + inner, rect.bottom(), 0, 0).topLeft(), text)
        painter.restore()

    def _text(self, format_: QTextFormat) -> str:
        raw = _raw(format_)
        return self._value_of(raw).text or raw


def _raw(format_: QTextFormat) -> str:
    return str(format_.property(_RAW) or "")
