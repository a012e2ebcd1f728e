"""The fixed column of indicator names: the table's vertical header.

Under each name stands, small, who reports it, of which period and in which unit.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.kit import theme, wrapped
from ui.table.model import IndicatorModel
from ui.trends.sparkline import paint_sparkline

_SHORTEST = "规模以上工业"
_SHARE = 0.34
_SMALL = 0.78
"""How large the second line is beside the name."""
_COURSE = 4
"""How wide the course is, in heights of the second line."""


class NameHeader(QHeaderView):
    """As wide as the longest name, but never more than a third of the table."""

    def __init__(self, model: IndicatorModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setAccessibleName("指标名称")

    def fit(self, room: int) -> None:
        """Choose width and heights for the names, in a table of `room` pixels."""
        metrics, unit = self.fontMetrics(), theme.unit(self)
        names = [row.indicator.name for row in self._model.grid.rows]
        longest = max(map(metrics.horizontalAdvance, names), default=0)
        least = metrics.horizontalAdvance(_SHORTEST)
        width = min(longest, max(int(room * _SHARE) - 2 * unit, least)) + 2 * unit
        self.setFixedWidth(width)
        small = _high(QFontMetrics(self._small()))
        line = _high(metrics) + small + unit // 2
        self.setDefaultSectionSize(line)
        for row, name in enumerate(names):
            height = line
            if metrics.horizontalAdvance(name) > width - 2 * unit:
                height = max(line, self._text_rect(name, width).height() + small)
            if self.sectionSize(row) != height and not self.isSectionHidden(row):
                self.resizeSection(row, height)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(1.0, font.pointSizeF() * _SMALL))
        if self.font().pixelSize() > 0:
            font.setPixelSize(max(1, round(self.font().pixelSize() * _SMALL)))
        return font

    def _text_rect(self, name: str, width: int) -> QRect:
        room = width - 2 * theme.unit(self)
        return QRect(0, 0, room, wrapped.height_of(name, self.font(), room))

    def sectionSizeFromContents(self, logical: int) -> QSize:  # noqa: ARG002 - Qt's name
        return QSize(self.width(), self.defaultSectionSize())

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        colors, unit = theme.colors(), theme.unit(self)
        row = self._model.grid.rows[logical]
        selection = self.selectionModel()
        is_current = selection.rowIntersectsSelection(logical, QModelIndex())
        painter.save()
        painter.fillRect(rect, QColor(colors.accent_soft if is_current else colors.ground))
        painter.setPen(QColor(colors.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QColor(colors.ink if row.used else colors.secondary))
        painter.setFont(self.font())
        inside = rect.adjusted(unit, 0, -unit, 0)
        high = self.fontMetrics()
        inside.setTop(rect.top() + unit // 8 - (high.height() - _high(high)) // 2)
        wrapped.draw(painter, inside, row.indicator.name)
        small = self._small()
        metrics = QFontMetrics(small)
        room = inside.width() - self._paint_course(painter, inside, logical, _high(metrics))
        about = metrics.elidedText(self._model.about(logical), Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(colors.secondary))
        painter.setFont(small)
        painter.drawText(inside.left(), rect.bottom() - _high(metrics) // 5, about)
        painter.restore()

    def _paint_course(self, painter: QPainter, inside: QRect, logical: int, high: int) -> int:
        """Draw how the indicator has gone behind the second line; how much room that takes."""
        series = self._model.trend(logical).main
        if series is None:
            return 0
        wide = round(high * _COURSE)
        bottom = inside.bottom() - high // 5
        paint_sparkline(painter, QRectF(inside.right() - wide, bottom - high, wide, high), series)
        return wide + theme.unit(self)


def _high(metrics: QFontMetrics) -> int:
    """How high a line of Chinese is without the white that fonts keep above and below it."""
    return metrics.tightBoundingRect("国").height()
