"""THE STACK of pages as the screen shows it: sheets under each other, at one scale.

Everything here is in pixels of the widget, from the upper left corner of the whole stack.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from ui.preview.painting import HEIGHT, WIDTH


class Stack(NamedTuple):
    """`scale` is in pixels a point, `gap` around the sheets; narrow stacks stand in the middle."""

    pages: int
    scale: float
    gap: int
    view_width: int

    @property
    def width(self) -> int:
        """Of the whole stack, gaps included."""
        return round(WIDTH * self.scale) + 2 * self.gap

    @property
    def height(self) -> int:
        return round(self._step * self.pages) + self.gap

    @property
    def _step(self) -> float:
        return round(HEIGHT * self.scale) + self.gap

    def sheet(self, page: int) -> QRectF:
        """The paper of a page, counted from 0."""
        left = max((self.view_width - self.width) // 2, 0) + self.gap
        top = self.gap + page * self._step
        return QRectF(left, top, round(WIDTH * self.scale), round(HEIGHT * self.scale))

    def between(self, top: float, height: float) -> range:
        """The pages that show between `top` and `top + height`."""
        first = int(max(top - self.gap, 0) // self._step)
        last = int(max(top + height - self.gap, 0) // self._step)
        return range(min(first, self.pages - 1), min(last, self.pages - 1) + 1)

    def on_page(self, point: QPointF) -> tuple[int, QPointF] | None:
        """The page under a point, and the point in points of its paper; None beside the paper."""
        for page in self.between(point.y(), 0):
            sheet = self.sheet(page)
            if sheet.contains(point):
                from_corner = point - sheet.topLeft()
                return page, QPointF(from_corner.x() / self.scale, from_corner.y() / self.scale)
        return None

    def shown(self, page: int, box: QRectF) -> QRectF:
        """A box of a page, given in points of its paper."""
        corner = self.sheet(page).topLeft() + box.topLeft() * self.scale
        return QRectF(corner, box.size() * self.scale)
