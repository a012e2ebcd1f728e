"""The fixed column of indicator names: the table's vertical header, its names in several lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.kit import theme
from ui.table.model import IndicatorModel

_FLAGS = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWrapAnywhere
)
_SHORTEST = "规模以上工业"
_SHARE = 0.34


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
        line = metrics.height() + unit + unit // 2
        self.setDefaultSectionSize(line)
        for row, name in enumerate(names):
            height = line
            if metrics.horizontalAdvance(name) > width - 2 * unit:
                height = max(line, self._text_rect(name, width).height() + unit)
            if self.sectionSize(row) != height and not self.isSectionHidden(row):
                self.resizeSection(row, height)

    def _text_rect(self, name: str, width: int) -> QRect:
        room = QRect(0, 0, width - 2 * theme.unit(self), 10_000)
        return self.fontMetrics().boundingRect(room, _FLAGS, name)

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
        painter.drawText(rect.adjusted(unit, 0, -unit, 0), _FLAGS, row.indicator.name)
        painter.restore()
