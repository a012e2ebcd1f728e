"""A CHART drawn as the Word file draws it: bars, lines, every value beside its mark, a legend."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from model.document import Chart, Drawn, Mark
from model.typesetting.chart_look import BAR_EDGE, INK, Inks, inks_of, label_of, scale_of
from model.typesetting.sanitize import clean
from ui.preview.faces import Face
from ui.preview.glyphs import write_words

_GAP = 0.8
"""Between two groups of bars, in bars."""
_DOT = 2.6
_KEY = 16.0
_MORE = "…"


def draw_chart(painter: QPainter, box: QRectF, chart: Chart, face: Face) -> None:
    """Draw a chart into a box, in points."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Drawing(painter, box, chart, face).draw()
    painter.restore()


class _Drawing:
    """One chart in one box."""

    def __init__(self, painter: QPainter, box: QRectF, chart: Chart, face: Face) -> None:
        self._painter, self._box, self._chart, self._face = painter, box, chart, face
        self._line = face.size * 1.35
        self._inks = inks_of(chart)
        legend = [*self._legend_rows()]
        self._legend = legend
        side = face.size
        self._step = (box.width() - 2 * side) / max(len(chart.categories), 1)
        self._name_lines = max((len(self._in_lines(one)) for one in chart.categories), default=1)
        below = self._line * (0.6 + self._name_lines + len(legend))
        self._plot = box.adjusted(side, self._line * 1.2, -side, -below)
        self._scales = {side: scale_of(chart, second=side) for side in (False, True)}

    def draw(self) -> None:
        """All of it: what is behind first."""
        for mark in Mark:
            bars = [at for at, row in enumerate(self._chart.drawn) if row.mark is Mark.BARS]
            for number, row in enumerate(self._chart.drawn):
                if row.mark is mark is Mark.BARS:
                    self._draw_bars(row, self._inks[number], bars.index(number), len(bars))
                elif row.mark is mark:
                    self._draw_line(row, self._inks[number])
        self._draw_foot()
        self._draw_legend()

    def _y(self, row: Drawn, value: Decimal) -> float:
        low, high = self._scales[row.second]
        share = float((value - low) / (high - low))
        if row.ranks:
            return self._plot.top() + share * self._plot.height()
        return self._plot.bottom() - share * self._plot.height()

    def _middle(self, at: int) -> float:
        return self._plot.left() + (at + 0.5) * self._step

    def _draw_bars(self, row: Drawn, inks: Inks, number: int, count: int) -> None:
        width = self._step / (count + _GAP)
        foot = self._y(row, max(Decimal(0), self._scales[row.second].low))
        self._painter.setPen(QPen(QColor(f"#{BAR_EDGE}"), 0.5))
        self._painter.setBrush(QColor(f"#{inks.colour}"))
        for at, value in enumerate(row.values):
            if value is None:
                continue
            left = self._middle(at) + (number - count / 2) * width
            end = self._y(row, value)
            self._painter.drawRect(QRectF(left, min(end, foot), width, abs(end - foot)))
            is_below = end > foot
            base = end + self._face.size if is_below else end - self._face.size * 0.3
            self._write(label_of(row, value), left + width / 2, base, width * 1.6)

    def _draw_line(self, row: Drawn, inks: Inks) -> None:
        dash = Qt.PenStyle.DashLine if inks.is_dashed else Qt.PenStyle.SolidLine
        ink = QColor(f"#{inks.colour}")
        places = [
            None if value is None else QPointF(self._middle(at), self._y(row, value))
            for at, value in enumerate(row.values)
        ]
        for is_gap, run in groupby(places, lambda place: place is None):
            if not is_gap:
                self._painter.setPen(QPen(ink, 1.75, dash))
                self._painter.drawPolyline([place for place in run if place is not None])
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink)
        for place, value in zip(places, row.values, strict=True):
            if place is not None and value is not None:
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.drawEllipse(place, _DOT, _DOT)
                away = 1.2 if inks.is_dashed else -0.5
                base = place.y() + self._face.size * away
                self._write(label_of(row, value), place.x(), base, self._step)

    def _draw_foot(self) -> None:
        """The line that bars stand on, and the names of the categories below."""
        self._painter.setPen(QPen(QColor(f"#{BAR_EDGE}"), 0.75))
        left = self._chart.drawn[0] if self._chart.drawn else None
        low, high = self._scales[False]
        is_inside = left is not None and not left.ranks and low < 0 < high
        y = self._y(left, Decimal(0)) if left and is_inside else self._plot.bottom()
        self._painter.drawLine(QPointF(self._plot.left(), y), QPointF(self._plot.right(), y))
        base = self._plot.bottom() + self._line * 1.1
        for at, category in enumerate(self._chart.categories):
            for number, words in enumerate(self._in_lines(category)):
                self._write(words, self._middle(at), base + number * self._line, self._step * 0.96)

    def _in_lines(self, category: str) -> list[str]:
        """The name of a category, its year in a line of its own where there is little room."""
        year, mark, rest = category.partition("年")
        if not rest or self._width(category) <= self._step * 0.96:
            return [category]
        return [year + mark, rest]

    def _legend_rows(self) -> Iterator[list[int]]:
        """The numbers of the rows of the chart that stand beside one another in the legend."""
        room, row = self._box.width() - 2 * self._face.size, list[int]()
        used = 0.0
        for number, drawn in enumerate(self._chart.drawn):
            wide = min(self._width(drawn.title), room - _KEY) + _KEY + 2 * self._face.size
            if row and used + wide > room:
                yield row
                row, used = [], 0.0
            row.append(number)
            used += wide
        yield row

    def _draw_legend(self) -> None:
        room, space = self._box.width() - 2 * self._face.size, 2 * self._face.size
        for at, row in enumerate(self._legend):
            titles = [self._fitting(self._chart.drawn[each].title, room - _KEY) for each in row]
            widths = [self._width(title) + _KEY for title in titles]
            x = self._box.center().x() - (sum(widths) + space * (len(row) - 1)) / 2
            base = self._plot.bottom() + self._line * (1.3 + self._name_lines + at)
            for number, title, wide in zip(row, titles, widths, strict=True):
                self._draw_key(self._chart.drawn[number], self._inks[number], x, base)
                self._glyphs(title, x + _KEY, base)
                x += wide + space

    def _draw_key(self, row: Drawn, inks: Inks, x: float, base: float) -> None:
        middle = base - self._face.size * 0.35
        ink = QColor(f"#{inks.colour}")
        if row.mark is Mark.BARS:
            self._painter.setPen(QPen(QColor(f"#{BAR_EDGE}"), 0.5))
            self._painter.setBrush(ink)
            self._painter.drawRect(QRectF(x + 3, middle - 3, 8, 6))
            return
        dash = Qt.PenStyle.DashLine if inks.is_dashed else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(ink, 1.75, dash))
        self._painter.drawLine(QPointF(x, middle), QPointF(x + 13, middle))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ink)
        self._painter.drawEllipse(QPointF(x + 6.5, middle), _DOT, _DOT)

    def _write(self, words: str, middle: float, base: float, room: float) -> None:
        """Words around a middle, no wider than their room."""
        words = self._fitting(words, max(room, self._face.size * 2))
        self._glyphs(words, middle - self._width(words) / 2, base)

    def _fitting(self, words: str, room: float) -> str:
        words = clean(words)[0]
        if self._width(words) <= room:
            return words
        while words and self._width(words + _MORE) > room:
            words = words[:-1]
        return words + _MORE

    def _width(self, words: str) -> float:
        return sum(self._face.widths[sign] for sign in words)

    def _glyphs(self, words: str, x: float, base: float) -> None:
        self._painter.setPen(QColor(f"#{INK}"))
        write_words(self._painter, self._face, words, x, base)
