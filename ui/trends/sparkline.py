"""A course at a glance (走势线): as high as a line of text, without axes or numbers."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from model.trends.series import Point, Series, SeriesKind
from ui.kit import theme
from ui.kit.padded import PaddedDelegate

SERIES = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a cell gives its row of numbers."""
_DOT = 1.8


def paint_sparkline(painter: QPainter, box: QRectF, series: Series) -> None:
    """Draw a row of numbers into a box: gaps stay gaps, what is expected is dashed, the last value
    is a dot."""
    if not series.points:
        return
    place = Places(series, box.adjusted(_DOT, _DOT, -_DOT, -_DOT))
    colors = theme.colors()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_runs(painter, series, place, QColor(colors.secondary), 1.2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.accent))
    painter.drawEllipse(place.of(series.points[-1]), _DOT, _DOT)
    painter.restore()


class CourseDelegate(PaddedDelegate):
    """Draws the row of numbers that a cell gives under `SERIES` in the place of its words."""

    def paint(
        self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        series = index.data(SERIES)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.colors().accent_soft))
        if isinstance(series, Series):
            unit = theme.unit(option.widget)
            inside = QRectF(option.rect).adjusted(unit, unit, -unit, -unit)
            paint_sparkline(painter, inside, series)

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.unit(option.widget) * 14, super().sizeHint(option, index).height())


class Places:
    """Where points of a row are in a box: time to the right, better places and more upward."""

    def __init__(
        self, series: Series, box: QRectF, low: float | None = None, high: float | None = None
    ) -> None:
        months = [point.month for point in series.points]
        values = [float(point.value) for point in series.points]
        self._box = box
        self._first, self._last = min(months), max(months)
        self._low = min(values) if low is None else low
        self._high = max(values) if high is None else high
        self._is_upside_down = series.kind is SeriesKind.RANK

    def of(self, point: Point) -> QPointF:
        """The place of a point."""
        return QPointF(self.right(point.month), self.up(float(point.value)))

    def right(self, month: int) -> float:
        """How far to the right a month is."""
        span = self._last - self._first
        share = (month - self._first) / span if span else 0.5
        return self._box.left() + share * self._box.width()

    def up(self, value: float) -> float:
        """How far down a value is."""
        span = self._high - self._low
        share = (value - self._low) / span if span else 0.5
        share = 1 - share if self._is_upside_down else share
        return self._box.bottom() - share * self._box.height()


def draw_runs(painter: QPainter, series: Series, place: Places, ink: QColor, width: float) -> None:
    """The lines between points that follow each other; to what is expected they are dashed."""
    for run in series.runs():
        for before, after in pairwise(run):
            style = Qt.PenStyle.DashLine if after.is_forecast else Qt.PenStyle.SolidLine
            painter.setPen(QPen(ink, width, style))
            painter.drawLine(place.of(before), place.of(after))
