"""A row of numbers drawn large: axes, values, what they are held against."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.trends.rows import rows_of
from model.trends.series import Point, Reference, Series, SeriesKind
from model.values.number import written
from ui.kit import theme
from ui.trends.sparkline import Places, draw_runs

_MOST_LABELS = 12
_STEPS = 4
_AIR = 0.12
_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)


class ChartView(QWidget):
    """Draws one row; `show_series` None draws nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: Series | None = None
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def series(self) -> Series | None:
        """What is drawn."""
        return self._series

    def show_series(self, name: str, series: Series | None) -> None:
        """Draw a row of an indicator; a screen reader is told its values."""
        self._series, self._current = series, -1
        self.setAccessibleName(f"{name}走势图" if series else "没有走势")
        lines = rows_of(series) if series else ()
        self.setAccessibleDescription("；".join(f"{one.period}{one.value}" for one in lines))
        self.update()

    def mark(self, number: int) -> None:
        """Stress one point; −1 for none."""
        self._current = number
        self.update()

    def picture(self, width: int, ratio: float) -> QPixmap:
        """The drawing as a picture, so many pixels wide on a screen."""
        size = QSize(width, round(width * 0.6))
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(theme.colors().card))
        painter = QPainter(made)
        self._draw(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return made

    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(70 * unit, 36 * unit)

    def minimumSizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(36 * unit, 20 * unit)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().card))
        self._draw(painter, QRectF(self.rect()))
        painter.end()

    def _draw(self, painter: QPainter, whole: QRectF) -> None:
        if self._series is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        _Drawing(painter, whole, self._series, theme.unit(self)).draw(self._current)


class _Drawing:
    """One row in one rectangle."""

    def __init__(self, painter: QPainter, whole: QRectF, series: Series, unit: int) -> None:
        self._painter, self._series, self._unit = painter, series, unit
        self._colors = theme.colors()
        self._metrics = QFontMetricsF(painter.font())
        line, side = self._metrics.height(), self._metrics.horizontalAdvance("前三季度") / 2 + unit
        self._legend = self._legend_box(whole.adjusted(unit, unit, -unit, 0))
        high_enough = whole.adjusted(0, self._legend.bottom() + 1.6 * line, 0, -2.4 * line - unit)
        low, high = _bounds(series)
        steps = int(high_enough.height() / (1.8 * line))
        self._ticks = ticks(low, high, min(max(steps, 1), _STEPS))
        low, high = min(low, self._ticks[0]), max(high, self._ticks[-1])
        widest = max(self._metrics.horizontalAdvance(_number(one)) for one in self._ticks)
        self._inside = high_enough.adjusted(widest + 2 * unit, 0, -unit, 0)
        self._place = Places(series, self._inside.adjusted(side, 0, -side, 0), low, high)

    def draw(self, current: int) -> None:
        """All of it."""
        self._draw_axes()
        for reference in self._series.references:
            self._draw_reference(reference)
        ink = QColor(self._colors.accent)
        draw_runs(self._painter, self._series, self._place, ink, 2)
        for number, point in enumerate(self._series.points):
            self._draw_point(point, is_current=number == current)
        self._label(self._series.points, current)
        self._draw_legend()

    def _draw_axes(self) -> None:
        painter, inside = self._painter, self._inside
        for value in self._ticks:
            at = self._place.up(value)
            painter.setPen(QPen(QColor(self._colors.edge if value == 0 else self._colors.line), 1))
            painter.drawLine(QPointF(inside.left(), at), QPointF(inside.right(), at))
            box = QRectF(0, at - self._unit * 2, inside.left() - self._unit, self._unit * 4)
            self._write(box, Qt.AlignmentFlag.AlignRight, _number(value), self._colors.secondary)
        last = -math.inf
        for point in self._labelled_periods():
            at = self._place.right(point.month)
            year, span = f"{point.period.year}年", point.period.label.removeprefix("全年")
            wide = max(map(self._metrics.horizontalAdvance, (year, span))) + self._unit
            if at - wide / 2 < last:
                continue
            last = at + wide / 2
            box = QRectF(at - wide, inside.bottom() + self._unit, 2 * wide, 2.4 * self._unit * 4)
            centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            self._write(box, centre, "\n".join(filter(None, (span, year))), self._colors.secondary)

    def _labelled_periods(self) -> Iterator[Point]:
        """The points whose periods are told, the last one surely."""
        points = self._series.points
        step = max(1, math.ceil(len(points) / _MOST_LABELS))
        yield from (point for n, point in enumerate(points) if (len(points) - 1 - n) % step == 0)

    def _draw_reference(self, reference: Reference) -> None:
        self._painter.setPen(QPen(QColor(self._colors.amber), 1.5, Qt.PenStyle.DotLine))
        spots = [
            QPointF(self._place.right(point.month), self._place.up(float(value)))
            for point in self._series.points
            if (value := reference.at(point.period)) is not None
        ]
        for before, after in pairwise(spots):
            self._painter.drawLine(before, after)
        for spot in spots:
            self._painter.drawLine(spot - QPointF(4, 0), spot + QPointF(4, 0))

    def _draw_point(self, point: Point, *, is_current: bool) -> None:
        painter, accent = self._painter, QColor(self._colors.accent)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(QColor(self._colors.card) if point.is_forecast else accent)
        size = 5.0 if is_current else 3.5
        painter.drawEllipse(self._place.of(point), size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_current:
            painter.drawEllipse(self._place.of(point), size + 3, size + 3)

    def _label(self, points: tuple[Point, ...], current: int) -> None:
        """The values over their points, as far as they find room; the stressed and the last do."""
        order = [current, len(points) - 1, *range(len(points))]
        taken: list[QRectF] = []
        for number in dict.fromkeys(one for one in order if 0 <= one < len(points)):
            point = points[number]
            at, words = self._place.of(point), _value(point)
            wide, high = self._metrics.horizontalAdvance(words), self._metrics.height()
            box = QRectF(at.x() - wide / 2, at.y() - 0.8 * high - 7, wide, 0.8 * high)
            if not any(box.intersects(other) for other in taken):
                taken.append(box)
                self._painter.fillRect(box, QColor(self._colors.card))
                self._write(box, Qt.AlignmentFlag.AlignCenter, words, self._colors.ink)

    def _legend_box(self, room: QRectF) -> QRectF:
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        return QFontMetricsF(_bold(self._painter.font())).boundingRect(
            room, flags, self._legend_words()
        )

    def _legend_words(self) -> str:
        """What the lines are."""
        series = self._series
        unit = f"（{series.unit}）" if series.unit and series.kind is not SeriesKind.RANK else ""
        words = [f"{series.name}{unit}"]
        if any(point.is_forecast for point in series.points):
            words.append("虚线、空心：预计")
        words += [f"点线：{one.name}" for one in series.references]
        return "　".join(words)

    def _draw_legend(self) -> None:
        self._painter.setFont(_bold(self._painter.font()))
        self._painter.setPen(QColor(self._colors.ink))
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        self._painter.drawText(self._legend.adjusted(0, 0, 1, 1), flags, self._legend_words())

    def _write(self, box: QRectF, side: Qt.AlignmentFlag, words: str, ink: str) -> None:
        self._painter.setPen(QColor(ink))
        flags = side if side & Qt.AlignmentFlag.AlignTop else side | Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(box, int(flags) | int(Qt.TextFlag.TextDontClip), words)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _bounds(series: Series) -> tuple[float, float]:
    """The lowest and the highest value that must be seen, with some air around."""
    values = [float(point.value) for point in series.points]
    values += [float(value) for one in series.references for _, value in one.values]
    low, high = min(values), max(values)
    air = (high - low) * _AIR or max(abs(high) * _AIR, 1)
    if series.kind is SeriesKind.RANK:
        return max(1, low - 1), high + 1
    is_above = low >= 0
    low, high = low - air, high + air
    return (max(low, 0) if is_above else low), high


def ticks(low: float, high: float, steps: int) -> tuple[float, ...]:
    """Round values from below the lowest to above the highest, about so many steps apart."""
    rough = (high - low) / steps
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in _NICE if nice * power >= rough * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def _number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}"


def _value(point: Point) -> str:
    if point.rank is not None:
        return f"第{written(point.value)}位"
    return written(point.value)
