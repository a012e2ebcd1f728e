"""Widgets beside one another that go on in the next line where a line is full, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem
from shiboken6 import isValid


class Flow(QLayout):
    """A row that wraps. Each widget keeps the size it wishes, at the middle of its line.

    `gap` pixels lie between neighbours, `below` (else the same) between lines.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 4, below: int | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._taken: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self._below = gap if below is None else below
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:
        """The item is made here: one that Qt makes for us is, for Python, gone when Qt frees
        anything above it, and a layout that raises in the midst of Qt's work ends the program.
        """
        around = self.parentWidget()
        if around is not None:
            widget.setParent(around)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        # Qt frees what it takes; until then Python must not.
        self._taken = [taken for taken in self._taken if isValid(taken)]
        self._taken.append(item)
        return item

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = self._lines(width)
            gaps = self._below * max(0, len(lines) - 1)
            self._heights[width] = sum(map(_height, lines)) + gaps
        return self._heights[width]

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * len(shown)
        return QSize(width, _height(shown))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            left, height = rect.left(), _height(line)
            for item in line:
                size = item.sizeHint().boundedTo(QSize(rect.width(), height))
                above = (height - size.height()) // 2
                item.setGeometry(QRect(QPoint(left, top + above), size))
                left += size.width() + self._gap
            top += height + self._below

    @property
    def line_width(self) -> int:
        """The width at which all that is shown stands in one line."""
        sizes = [item.sizeHint().width() for item in self._shown()]
        return sum(sizes) + self._gap * max(len(sizes) - 1, 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self._gap
        return lines


class FlowArea(QWidget):
    """A widget whose children flow; it always asks for the height that its width needs."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, gap=gap, below=gap // 2)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        self._flow.addWidget(widget)

    @property
    def line_width(self) -> int:
        """The width at which all children stand in one line."""
        return self._flow.line_width

    def fit(self) -> None:
        """Ask for the height that the lines need now."""
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _height(line: list[QLayoutItem]) -> int:
    """How high a line is."""
    return max((item.sizeHint().height() for item in line), default=0)
