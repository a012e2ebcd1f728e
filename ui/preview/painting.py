"""PAINTING one page, for screen, printer and PDF alike: the painter's unit is the point.

Paper is white and ink black in every colour scheme. Marks are for the screen only.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPen

from model.paging.numbered_lines import numbered_lines
from model.paging.pages import Page, Placed
from model.paging.paragraph import Laid
from model.paging.table import LaidTable
from model.typesetting.house_style import PAGE_HEIGHT, PAGE_WIDTH, HouseStyle, Placement, twips
from model.typesetting.letterhead import Rule
from model.typesetting.record import INNER, OUTER
from model.values.state import State
from ui.preview.faces import Faces
from ui.preview.finding import Text, is_turned, origin, rows, texts
from ui.preview.glyphs import runs

WIDTH, HEIGHT = PAGE_WIDTH / 20, PAGE_HEIGHT / 20
"""Of the paper, in points."""

_INK = QColor("#000000")
_RED = QColor("#ff0000")
_BLANK, _BLANK_TINT = QColor("#b3261e"), QColor("#fbdcd9")
_CARRIED, _CARRIED_TINT = QColor("#9a6700"), QColor("#fff0c2")
_HERE, _HERE_TINT = QColor("#1f5fa8"), QColor(31, 95, 168, 38)
_RULE = 0.5
_SEAL_ABOVE = 0.4
"""Of a line, by which the middle of a seal lies above the line between organ and date."""
_BASELINE = 0.8
_SMALL = 0.75
"""The numbers of lines, of the size of that of the page."""
_TO_NUMBERS = 11.35


class PagePainter:
    """Paints pages of one house style; `marked` shows blanks and carried text as such."""

    def __init__(self, faces: Faces, *, marked: bool) -> None:
        self._style = faces.style
        self._number_face = faces.page_number()
        self._marked = marked

    def paint(
        self,
        painter: QPainter,
        page: Page,
        number: int,
        here: Sequence[QRectF] = (),
        *,
        lined: bool = False,
    ) -> None:
        """Paint page `number` (the first is 1); `here` are the boxes of the place being edited,
        `lined`: with a number beside every line."""
        shown = list(texts(page, self._style))
        _point_out(painter, here, origin(self._style).x())
        painter.save()
        if is_turned(page):
            painter.translate(0, HEIGHT)
            painter.rotate(-90)
        if self._marked:
            for text in shown:
                _tint(painter, text)
            for placed in page:
                if placed.is_sealed and isinstance(placed.laid, Laid):
                    self._seal(painter, placed, placed.laid)
        for placed in page:
            if isinstance(placed.laid, LaidTable):
                self._rules(painter, placed, placed.laid)
            elif placed.rule is not None:
                self._red_rule(painter, placed, placed.laid, placed.rule)
        self._record_rules(painter, [placed for placed in page if placed.is_record])
        for text in shown:
            painter.setPen(_RED if text.laid.is_red else _INK)
            _write(painter, text)
        painter.restore()
        if lined and not is_turned(page):
            self._line_numbers(painter, page)
        if all(placed.is_numbered for placed in page):
            self._page_number(painter, number)

    def _rules(self, painter: QPainter, placed: Placed, table: LaidTable) -> None:
        corner = origin(self._style, turned=placed.wide)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(_INK, _RULE))
        left, right = corner.x() + table.edges[0], corner.x() + table.edges[-1]
        upper = lower = corner.y() + placed.top / 20
        painter.drawLine(QPointF(left, upper), QPointF(right, upper))
        for row, top in rows(placed, table):
            lower = upper + (top + row.height) / 20
            painter.drawLine(QPointF(left, lower), QPointF(right, lower))
        for edge in table.edges:
            x = corner.x() + edge
            painter.drawLine(QPointF(x, upper), QPointF(x, lower))
        painter.restore()

    def _red_rule(self, painter: QPainter, placed: Placed, laid: Laid, rule: Rule) -> None:
        """The rule under 版头."""
        corner = origin(self._style)
        lower = (placed.top + laid.pitch * (placed.last - placed.first)) / 20 + rule.gap
        box = QRectF(corner.x(), corner.y() + lower, self._style.text_width / 20, rule.eighths / 8)
        painter.fillRect(box, _RED)

    def _seal(self, painter: QPainter, placed: Placed, laid: Laid) -> None:
        """Where a seal will come: organ and date stand a little under its middle."""
        style, corner = self._style, origin(self._style)
        edges = laid.edges(placed.first)
        across = twips(style.seal_mm) / 20
        middle = QPointF(
            corner.x() + (edges[0] + edges[-1]) / 2,
            corner.y() + placed.top / 20 - style.pitch / 20 * _SEAL_ABOVE,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_RED, 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, across / 2, across / 2)
        painter.restore()

    def _record_rules(self, painter: QPainter, record: Sequence[Placed]) -> None:
        """The rules of 版记: over its first line, between its lines, under its last."""
        corner = origin(self._style)
        tops = [placed.top for placed in record]
        if record:
            last = record[-1].laid
            tops.append(record[-1].top + last.height)
        for number, top in enumerate(tops):
            thick = (OUTER if number in (0, len(tops) - 1) else INNER) / 8
            y = corner.y() + top / 20 - thick / 2
            painter.fillRect(QRectF(corner.x(), y, self._style.text_width / 20, thick), _INK)

    def _page_number(self, painter: QPainter, number: int) -> None:
        """`— 1 —`, its middle `below_mm` under the type area."""
        style, face = self._style, self._number_face
        text = f"— {number} —"
        width = sum(face.widths[sign] for sign in text)
        line = style.page_number_line / 20
        bottom = (PAGE_HEIGHT - twips(style.margins_mm.bottom)) / 20
        top = bottom + twips(style.page_number.below_mm) / 20 - line / 2
        x = _number_left(style, number, width)
        painter.setPen(_INK)
        self._digits(painter, text, QPointF(x, top + line * _BASELINE))

    def _digits(self, painter: QPainter, text: str, at: QPointF) -> None:
        """Signs of a number from a point of the base line on."""
        face, x = self._number_face, at.x()
        for sign in text:
            if sign != " ":
                glyph = face.glyph(sign)
                run = QGlyphRun()
                run.setRawFont(face.fonts[glyph.font])
                run.setGlyphIndexes([glyph.sign])
                run.setPositions([QPointF(glyph.shift, 0)])
                painter.drawGlyphRun(QPointF(x, at.y()), run)
            x += face.widths[sign]

    def _line_numbers(self, painter: QPainter, page: Page) -> None:
        """Small numbers left of the type area, on the base lines of their lines."""
        corner, face = origin(self._style), self._number_face
        painter.setPen(_INK)
        for line in numbered_lines(page):
            text = str(line.number)
            width = sum(face.widths[sign] for sign in text) * _SMALL
            down = corner.y() + line.top + line.laid.baseline
            painter.save()
            painter.translate(corner.x() - _TO_NUMBERS - width, down)
            painter.scale(_SMALL, _SMALL)
            self._digits(painter, text, QPointF(0, 0))
            painter.restore()


def _number_left(style: HouseStyle, number: int, width: float) -> float:
    """Odd pages at the right, even ones at the left, or all in the middle."""
    left = twips(style.margins_mm.left) / 20
    right = left + style.text_width / 20
    if style.page_number.placement is Placement.CENTER:
        return (left + right - width) / 2
    inset = style.page_number.inset * style.page_number.size_pt
    return right - inset - width if number % 2 else left + inset


def _write(painter: QPainter, text: Text) -> None:
    pitch = text.laid.pitch / 20
    for number in range(text.first, text.last):
        at = QPointF(text.left, text.top + (number - text.first) * pitch + text.laid.baseline)
        for run in runs(text.laid, number):
            painter.drawGlyphRun(at, run)


def _tint(painter: QPainter, text: Text) -> None:
    """Blanks red and underlined, text of last period amber and dotted underneath."""
    for index, span in enumerate(text.laid.spans):
        if span.state is State.EMPTY:
            colour, tint, line = _BLANK, _BLANK_TINT, Qt.PenStyle.SolidLine
        elif span.state is State.CARRIED:
            colour, tint, line = _CARRIED, _CARRIED_TINT, Qt.PenStyle.DotLine
        else:
            continue
        for box in text.boxes(*text.laid.range_of(index)):
            low = box.top() + text.laid.baseline + text.laid.size * 0.2
            top = low - text.laid.size * 1.2
            painter.fillRect(QRectF(box.left(), top, box.width(), low - top), tint)
            painter.setPen(QPen(colour, 0.8, line))
            painter.drawLine(QPointF(box.left(), low), QPointF(box.right(), low))


def _point_out(painter: QPainter, here: Sequence[QRectF], left: float) -> None:
    """A soft tint over the place being edited, and a bar in the margin beside its lines."""
    for box in here:
        painter.fillRect(box, _HERE_TINT)
        painter.fillRect(QRectF(left - 10, box.top(), 2.5, box.height()), _HERE)
