"""Lists whose entries are a title and a remark below it: kinds of report, recent projects."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit import theme, wrapped

KEY = Qt.ItemDataRole.UserRole
REMARK = Qt.ItemDataRole.UserRole + 1
WRONG = Qt.ItemDataRole.UserRole + 2
INDENT = Qt.ItemDataRole.UserRole + 3
"""Set on an entry that stands below a head: it is set in, and its title is not bold."""


class TwoLines(QStyledItemDelegate):
    """Paints an entry as a title and, below and smaller, a remark; both wrap, nothing is cut."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget  # type: ignore[attr-defined]
        width = view.viewport().width() if isinstance(view, QListWidget) else 400
        title, remark = self._areas(index, option.font, width)  # type: ignore[attr-defined]
        unit = _unit(option.font)  # type: ignore[attr-defined]
        return QSize(width, title.height() + remark.height() + unit * 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colors = theme.colors()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        title, remark = self._areas(index, font, rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, QColor(colors.accent_soft))
        if state & QStyle.StateFlag.State_Selected:
            edge = 3 if state & QStyle.StateFlag.State_HasFocus else 1
            painter.setPen(QPen(QColor(colors.accent), edge))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.setFont(_title_font(index, font))
        painter.setPen(QColor(colors.ink))
        wrapped.draw(painter, title.translated(rect.topLeft()), index.data())
        painter.setFont(theme.small(font))
        painter.setPen(QColor(colors.red if index.data(WRONG) else colors.secondary))
        wrapped.draw(painter, remark.translated(rect.topLeft()), index.data(REMARK) or "")
        painter.restore()

    def _areas(
        self, index: QModelIndex | QPersistentModelIndex, font: QFont, width: int
    ) -> tuple[QRect, QRect]:
        unit = _unit(font)
        inset = unit * (3 if index.data(INDENT) else 1)
        room = max(width - unit - inset, unit)
        high = wrapped.height_of(index.data() or "", _title_font(index, font), room)
        title = QRect(inset, unit, room, high)
        remark = index.data(REMARK) or ""
        below = wrapped.height_of(remark, theme.small(font), room) if remark else 0
        return title, QRect(inset, title.bottom() + 1, room, below)


def _unit(font: QFont) -> int:
    """The room around an entry."""
    return max(4, QFontMetrics(font).height() // 2)


def _title_font(index: QModelIndex | QPersistentModelIndex, font: QFont) -> QFont:
    return font if index.data(INDENT) else theme.bold(font)


class TwoLineList(QListWidget):
    """A list of such entries, laid out again when its width or font changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def add(self, title: str, remark: str, key: str) -> QListWidgetItem:
        """One more entry; its accessible text says both lines."""
        item = QListWidgetItem(title, self)
        item.setData(KEY, key)
        self.set_remark(item, remark)
        return item

    def set_remark(self, item: QListWidgetItem, remark: str, *, wrong: bool = False) -> None:
        """Another second line; `wrong` paints it red."""
        item.setData(REMARK, remark)
        item.setData(WRONG, wrong)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}，{remark}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
