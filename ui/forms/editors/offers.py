"""The list that opens while a link is typed: fields and indicators by name, with their values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.forms.editors.link_book import Offer
from ui.kit.labels import label

_ROWS = 8
_CHARACTERS = 26
_HINT = "↑↓ 选择　回车 插入　Shift+回车 只插入数字　Esc 关闭"


class Offers(QFrame):
    """A list that never takes the focus, so that an input method goes on composing."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("role", "card")
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("可插入的指标和字段")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(_raw(item)))
        hint = label(self, _HINT, "secondary", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        column.addWidget(hint)
        self._hint = hint

    def offer(self, offers: Sequence[Offer], below: QRect) -> None:
        """Show offers under a rectangle of the screen, above it where there is no room."""
        self.list.clear()
        for offer in offers:
            item = QListWidgetItem(f"{offer.name}　{offer.value}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, offer.raw)
        if not offers:
            self.hide()
            return
        self.list.setCurrentRow(0)
        self._fit(min(len(offers), _ROWS))
        self.move(self._place(below))
        self.show()

    def current(self) -> str | None:
        """The link that is marked in the list."""
        is_open = self.isVisible() and self.list.currentRow() >= 0
        return _raw(self.list.currentItem()) if is_open else None

    def step(self, by: int) -> None:
        """Mark the next or former offer."""
        rows = self.list.count()
        if rows:
            self.list.setCurrentRow((self.list.currentRow() + by) % rows)

    def _fit(self, rows: int) -> None:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance("国") * _CHARACTERS
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth())
        self.setFixedWidth(wide)
        self.adjustSize()

    def _place(self, below: QRect) -> QPoint:
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(below.left(), screen.right() - self.width()))
        if below.bottom() + self.height() > screen.bottom():
            return QPoint(x, max(screen.top(), below.top() - self.height()))
        return QPoint(x, below.bottom())


def _raw(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
