"""A card of a row (point, task, indicator): painted at first, made of editors once it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.kit import theme, wrapped
from ui.kit.qt import laid_out_once, layout_of
from ui.part.context import Context


class Piece(QWidget):
    """What the keys of a page act on; each kind does what it can.

    A kind says what is painted while it sleeps (`head`, `words`) and makes its editors in
    `build`, into `column`.
    """

    def __init__(self, context: Context, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.key = key
        self.is_awake = False
        self._heights: dict[int, int] = {}
        self._painted = ("", "")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What a kind says of itself.

    def head(self) -> str:
        """The first line, painted while the card sleeps."""
        return ""

    def words(self) -> str:
        """The text below, painted in a frame while the card sleeps."""
        return ""

    def build(self, column: QVBoxLayout) -> None:
        """Make the editors and show the record in them."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus into the first editor."""
        raise NotImplementedError

    # What the keys do; a kind without an answer leaves the key alone.

    def move_by(self, by: int) -> None:
        """Alt+Up, Alt+Down."""

    def add_below(self) -> None:
        """Ctrl+Enter."""

    def remove(self) -> None:
        """Ctrl+Shift+Delete."""

    def confirm(self) -> None:
        """F4: 核过, or no longer."""

    def drop(self) -> None:
        """F5: 本期不写, or again."""

    # Waking.

    def wake(self) -> None:
        """Make the editors now."""
        if self.is_awake:
            return
        self.is_awake = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(self) // 2)
        with laid_out_once(self):
            self.build(column)

    def sleeping_changed(self) -> None:
        """What is painted while the card sleeps is another."""
        self._heights.clear()
        self._painted = (self.head(), self.words())
        self.setAccessibleName(" ".join(self._painted)[:60])
        self.updateGeometry()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.is_awake:
            self.wake()
            if event.reason() is Qt.FocusReason.BacktabFocusReason:
                self.focusPreviousChild()
            else:
                self.focus_first()

    # Painted while asleep.

    def hasHeightForWidth(self) -> bool:
        layout = layout_of(self)
        return layout.hasHeightForWidth() if layout is not None else True

    def heightForWidth(self, width: int) -> int:
        layout = layout_of(self)
        if layout is not None:
            return layout.totalHeightForWidth(width)
        if width not in self._heights:
            self._heights[width] = self._asleep(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        if self.is_awake:
            return super().sizeHint()
        return QSize(theme.unit(self) * 40, self._line_height())

    def minimumSizeHint(self) -> QSize:
        high = super().minimumSizeHint().height() if self.is_awake else 0
        return QSize(theme.unit(self) * 20, high)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_awake:
            return
        self.context.waker.ask(self)
        used, unit = theme.colors(), theme.unit(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self._line_height()
        painter.setPen(QColor(used.ink))
        painter.setFont(self._bold())
        place = QRect(QPoint(0, 0), QSize(self.width(), high))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self._painted[0])
        if self._painted[1]:
            frame = self.rect().adjusted(0, high + unit // 2, -1, -1)
            painter.setPen(QPen(QColor(used.line), 1))
            painter.setBrush(QColor(used.field))
            painter.drawRoundedRect(frame, unit * 5 / 8, unit * 5 / 8)
            painter.setFont(self.font())
            painter.setPen(QColor(used.ink))
            inside = frame.adjusted(unit + 5, unit, -unit - 5, -unit)
            wrapped.draw(painter, inside, self._painted[1])
        painter.end()

    def _asleep(self, width: int) -> int:
        unit = theme.unit(self)
        high = self._line_height()
        if not self._painted[1]:
            return high
        text = wrapped.height_of(self._painted[1], self.font(), max(width - 2 * unit - 10, unit))
        return high + unit // 2 + text + 2 * unit

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 2 * theme.unit(self)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
