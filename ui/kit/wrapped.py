"""Text painted by ourselves in lines that break as Chinese is set: no line begins with a closing
mark (避头尾), and nothing is cut where a word has no room.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_LINE_END = "\u2028"


def height_of(text: str, font: QFont, width: int) -> int:
    """How high a text is in lines of a width."""
    return _height(_laid_out(text, font, width))


def draw(
    painter: QPainter,
    area: QRect,
    text: str,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint a text from the top of an area on, in the painter's font and pen."""
    layout = _laid_out(text, painter.font(), area.width(), alignment)
    layout.draw(painter, QPointF(area.topLeft()))


def _laid_out(
    text: str,
    font: QFont,
    width: int,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> QTextLayout:
    option = QTextOption(alignment)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", _LINE_END), font)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> int:
    return sum(round(layout.lineAt(at).height()) for at in range(layout.lineCount()))
