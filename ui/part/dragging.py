"""Moving cards by the mouse: a handle to take hold of, a column to drop into."""

from __future__ import annotations

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.kit import theme
from ui.part.keyed_column import Rows
from ui.part.piece import Piece

_MIME = "application/x-xugao-"
_DOTS = ((0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2))


class Handle(QWidget):
    """Six dots to drag a card by; the keyboard has Alt+Up and Alt+Down."""

    def __init__(self, kind: str, piece: Piece) -> None:
        super().__init__(piece)
        self._kind, self._piece = kind, piece
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setToolTip("按住拖动，可以换位置（Alt+↑、Alt+↓）")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        unit = theme.unit(self)
        return QSize(unit * 2, unit * 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        far = QApplication.startDragDistance()
        if self._pressed is None or (at - self._pressed).manhattanLength() < far:
            return
        self._pressed = None
        data = QMimeData()
        data.setData(_MIME + self._kind, QByteArray(self._piece.key.encode()))
        drag = QDrag(self._piece)
        drag.setMimeData(data)
        drag.setPixmap(self._piece.grab().scaledToWidth(max(self._piece.width() // 2, 1)))
        drag.exec(Qt.DropAction.MoveAction)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        unit = theme.unit(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colors().edge))
        size, step = unit / 3, unit * 2 / 3
        left, top = (self.width() - step - size) / 2, (self.height() - 2 * step - size) / 2
        for x, y in _DOTS:
            painter.drawEllipse(QRectF(left + x * step, top + y * step, size, size))
        painter.end()


class DropRows(Rows[Piece]):
    """A column of cards of one kind. `dropped` tells a card's key, the key of the card it was
    dropped at, and whether behind that one. What is dropped above or below the column in `around`
    goes to its first or last place.
    """

    dropped = Signal(str, str, bool)

    def __init__(self, kind: str, around: QWidget, *, gap: int = 8) -> None:
        super().__init__(around, gap=gap)
        self._mime = _MIME + kind
        self._line: int | None = None
        self._source: object = None
        around.setAcceptDrops(True)
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and isinstance(event, QDropEvent):
            if not event.mimeData().hasFormat(self._mime):
                return False
            at = self.mapFrom(watched, event.position().toPoint()).y()
            if event.type() == QEvent.Type.Drop:
                self._drop(event, at)
            else:
                self._show_line(event, at)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._end()
        return super().eventFilter(watched, event)

    def _show_line(self, event: QDropEvent, at: int) -> None:
        """Where the card would stand; the way there is free where there is another card."""
        found = self._target(at)
        if found is None:
            event.ignore()
            return
        piece, after = found
        gap = self.column.spacing() // 2
        self._line = piece.geometry().bottom() + gap if after else piece.geometry().top() - gap
        self.update()
        event.acceptProposedAction()

    def _drop(self, event: QDropEvent, at: int) -> None:
        found = self._target(at)
        self._end()
        if found is None:
            return
        event.acceptProposedAction()
        key = bytes(event.mimeData().data(self._mime).data()).decode()
        self._source = event.source()
        if self._source is not found[0]:
            self.dropped.emit(key, found[0].key, found[1])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line is not None:
            painter = QPainter(self)
            high = max(2, theme.unit(self) // 4)
            line = min(max(self._line, 0), self.height() - high)
            painter.fillRect(0, line, self.width(), high, QColor(theme.colors().accent))
            painter.end()

    def source_of(self, key: str) -> Piece | None:
        """The card that is being dropped, from whichever column it comes."""
        return self._source if isinstance(self._source, Piece) else self.get(key)

    def _target(self, y: int) -> tuple[Piece, bool] | None:
        """The card nearest to a height, and whether its lower half is meant."""
        pieces = self.all()
        if not pieces:
            return None
        nearest = min(pieces, key=lambda one: abs(one.geometry().center().y() - y))
        return nearest, y > nearest.geometry().center().y()

    def _end(self) -> None:
        self._line = None
        self.update()
