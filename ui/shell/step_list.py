"""The steps of the wizard as a task list: what is done, what is left, in marks, words and numbers.

Nothing is clipped: a title that is too long wraps, and what is left moves below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from model.jobs.steps import Step, StepKind, StepState
from ui.kit import theme, wrapped
from ui.kit.colors import Colors

_STEP = Qt.ItemDataRole.UserRole
_MIME = "application/x-xugao-part"
_FILLED_IN = (StepKind.BASICS, StepKind.INDICATORS, StepKind.PART)

_Index = QModelIndex | QPersistentModelIndex


def left_of(step: Step) -> str:
    """What is left to do in a step: `待填 4 · 待核 2`."""
    parts = [f"待填 {step.blanks}"] if step.blanks else []
    parts += [f"待核 {step.carried}"] if step.carried else []
    parts += [step.note] if step.note else []
    return " · ".join(parts)


def spoken(step: Step) -> str:
    """The step as a screen reader says it."""
    words = step.state.label if step.kind in _FILLED_IN else ""
    return "，".join(filter(None, (step.title, words, left_of(step))))


class StepModel(QAbstractListModel):
    """The steps, replaced as a whole after every edit; the rows stay while their keys do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps: tuple[Step, ...] = ()

    def show(self, steps: Sequence[Step]) -> None:
        """Show other steps; only what differs is told to the view."""
        renewed = tuple(steps)
        if [one.key for one in renewed] != [one.key for one in self.steps]:
            self.beginResetModel()
            self.steps = renewed
            self.endResetModel()
            return
        before, self.steps = self.steps, renewed
        for row, (old, new) in enumerate(zip(before, renewed, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.steps)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_part = index.isValid() and self.steps[index.row()].kind is StepKind.PART
        return flags | Qt.ItemFlag.ItemIsDragEnabled if is_part else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(step)
        return step if role == _STEP else None


class StepDelegate(QStyledItemDelegate):
    """Paints a step: its mark, its title, what is left; and where the focus is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = _width_of(option)
        return QSize(width, self._layout(index.data(_STEP), option.font, width)[2])  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        step: Step = index.data(_STEP)
        colors = theme.colors()
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state, colors)
        title, left, _ = self._layout(step, option.font, rect.width())  # type: ignore[attr-defined]
        font = QFont(option.font)  # type: ignore[attr-defined]
        if step.kind in _FILLED_IN:
            self._paint_mark(painter, self._mark_rect(rect, font), step.state, colors)
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(QColor(colors.accent if chosen else colors.ink))
        wrapped.draw(painter, title.translated(rect.topLeft()), step.title)
        painter.setFont(theme.small(option.font))  # type: ignore[attr-defined]
        painter.setPen(QColor(colors.secondary))
        is_beside = left.top() == title.top()
        side = Qt.AlignmentFlag.AlignRight if is_beside else Qt.AlignmentFlag.AlignLeft
        words = _broken(step, painter.fontMetrics(), left.width())
        wrapped.draw(painter, left.translated(rect.topLeft()), words, side)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, colors: Colors
    ) -> None:
        body = QRectF(rect).adjusted(1, 1, -1, -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft))
            painter.drawRoundedRect(body, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.line))
            painter.drawRoundedRect(body, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, 6, 6)

    def _paint_mark(
        self, painter: QPainter, rect: QRectF, state: StepState, colors: Colors
    ) -> None:
        """● done, ◐ begun, ○ untouched."""
        hue = {
            StepState.DONE: colors.green,
            StepState.BEGUN: colors.accent,
            StepState.UNTOUCHED: colors.secondary,
        }[state]
        painter.setPen(QPen(QColor(hue), 1.4))
        painter.setBrush(QColor(hue) if state is StepState.DONE else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect)
        if state is StepState.BEGUN:
            painter.setBrush(QColor(hue))
            painter.drawPie(rect, 90 * 16, 180 * 16)

    def _mark_rect(self, rect: QRect, font: QFont) -> QRectF:
        metrics = QFontMetrics(font)
        side = round(metrics.height() * 0.55)
        unit = max(4, metrics.height() // 3)
        top = rect.top() + unit + (metrics.height() - side) / 2
        return QRectF(rect.left() + unit, top, side, side)

    def _layout(self, step: Step, font: QFont, width: int) -> tuple[QRect, QRect, int]:
        """Where title and rest stand in a row of this width, and how high the row is."""
        metrics, small = QFontMetrics(theme.bold(font)), QFontMetrics(theme.small(font))
        unit = max(4, QFontMetrics(font).height() // 3)
        start = unit * 2 + round(QFontMetrics(font).height() * 0.55)
        room = max(width - start - unit, unit)
        left = left_of(step)
        left_width = small.horizontalAdvance(left) + 2 if left else 0
        title_width = metrics.horizontalAdvance(step.title) + 2
        if title_width + left_width + unit <= room:
            title = QRect(start, unit, title_width, metrics.height())
            beside = QRect(start + title_width, unit, room - title_width, metrics.height())
            return title, beside, metrics.height() + 2 * unit
        title = QRect(start, unit, room, wrapped.height_of(step.title, theme.bold(font), room))
        if not left:
            return title, QRect(), title.height() + 2 * unit
        left = _broken(step, small, room)
        high = wrapped.height_of(left, theme.small(font), room)
        below = QRect(start, title.bottom() + 1, room, high)
        return title, below, title.height() + below.height() + 2 * unit


def _broken(step: Step, metrics: QFontMetrics, room: int) -> str:
    """What is left in a step, on two lines where one has no room: never broken inside a number."""
    left = left_of(step)
    return left if metrics.horizontalAdvance(left) <= room else left.replace(" · ", "\n")


def _width_of(option: QStyleOptionViewItem) -> int:
    view = option.widget  # type: ignore[attr-defined]
    if isinstance(view, QListView):
        return view.viewport().width()
    return int(option.rect.width())  # type: ignore[attr-defined]


class StepList(QListView):
    """The list. `chosen` tells the key of the step the clerk goes to.

    `menu_wanted` asks for the menu of a step (right click, menu key) at a point of the screen;
    `rename_wanted`, `move_wanted` and `remove_wanted` are F2, Alt+↑↓ and Delete on it. A part that
    is dragged is `drop_wanted`: its key, the key of the part it was dropped at, whether behind it.
    """

    chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)
    rename_wanted = Signal(str)
    move_wanted = Signal(str, int)
    remove_wanted = Signal(str)
    drop_wanted = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: tuple[int, bool] | None = None
        self._model = StepModel(self)
        self.setModel(self._model)
        self.setItemDelegate(StepDelegate(self))
        self.setProperty("role", "steps")
        self.setAccessibleName("步骤")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self._is_showing = False
        self._notes: dict[str, str] = {}
        self.selectionModel().currentChanged.connect(self._moved)

    def show_steps(self, steps: Sequence[Step], current: str) -> None:
        """Show the steps as they are now, with the one of the key `current` marked."""
        self._is_showing = True
        try:
            self._model.show([one._replace(note=self._notes.get(one.key, "")) for one in steps])
            row = next((at for at, one in enumerate(self._model.steps) if one.key == current), 0)
            self.setCurrentIndex(self._model.index(row))
        finally:
            self._is_showing = False
        self.scheduleDelayedItemsLayout()

    def say_beside(self, key: str, note: str) -> None:
        """Say what is waited for beside what is left of a step; '' for nothing."""
        if self._notes.get(key, "") != note:
            self._notes[key] = note
            current = self.step_at(self.currentIndex())
            self.show_steps(self.steps, current.key if current else key)

    @property
    def steps(self) -> tuple[Step, ...]:
        return self._model.steps

    def step_at(self, index: _Index) -> Step | None:
        """The step of a row, None where there is none."""
        return self._model.steps[index.row()] if index.isValid() else None

    def _moved(self, index: QModelIndex) -> None:
        step = self.step_at(index)
        if step is not None and not self._is_showing:
            self.chosen.emit(step.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.step_at(self.currentIndex())
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        key = event.key()
        if step is None:
            super().keyPressEvent(event)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(step.key, -1 if key == Qt.Key.Key_Up else 1)
        elif plain and key == Qt.Key.Key_F2:
            self.rename_wanted.emit(step.key)
        elif plain and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(step.key)
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: ARG002 - parts are only moved
        step = self.step_at(self.currentIndex())
        if step is not None and step.kind is StepKind.PART:
            data = QMimeData()
            data.setData(_MIME, QByteArray(step.key.encode()))
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        self._aim(self._row_near(event.position().toPoint().y()))
        event.setAccepted(self._target is not None and event.mimeData().hasFormat(_MIME))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._row_near(event.position().toPoint().y())
        self._aim(None)
        if target is None or not event.mimeData().hasFormat(_MIME):
            return
        event.acceptProposedAction()
        key, beside = bytes(event.mimeData().data(_MIME).data()).decode(), self.steps[target[0]].key
        if key != beside:
            self.drop_wanted.emit(key, beside, target[1])

    def _aim(self, target: tuple[int, bool] | None) -> None:
        self._target = target
        self.viewport().update()

    def _row_near(self, y: int) -> tuple[int, bool] | None:
        """The row of the part nearest to a height, and whether behind it is meant."""
        rows = [at for at, step in enumerate(self.steps) if step.kind is StepKind.PART]
        middles = {at: self.visualRect(self._model.index(at)).center().y() for at in rows}
        if not rows:
            return None
        nearest = min(rows, key=lambda at: abs(middles[at] - y))
        return nearest, y > middles[nearest]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target is not None:
            row, is_after = self._target
            rect = self.visualRect(self._model.index(row))
            high = max(2, theme.unit(self) // 4)
            top = rect.bottom() - high // 2 if is_after else rect.top() - high // 2
            painter = QPainter(self.viewport())
            accent = QColor(theme.colors().accent)
            painter.fillRect(rect.left(), max(top, 0), rect.width(), high, accent)
            painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        step = self.step_at(index)
        if step is not None:
            at = event.globalPos() if by_mouse else self._below(index)
            self.menu_wanted.emit(step.key, at)

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
