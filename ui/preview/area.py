"""THE SCROLL AREA of the preview: paints the pages that are visible, and tells what is clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from model.document import Span
from model.paging.pages import Page
from model.values.state import State
from ui.preview.faces import Faces
from ui.preview.finding import Found, place_at
from ui.preview.painting import WIDTH, PagePainter
from ui.preview.stack import Stack

ZOOM_LOWEST, ZOOM_HIGHEST = 30, 400
_ZOOM_STEP = 1.1
_EDGE, _FOCUS_EDGE = QColor(0, 0, 0, 60), QColor("#1f5fa8")
_HINTS = {State.EMPTY: "未填。单击去填写", State.CARRIED: "上期内容·待核。单击去核对"}


class PageArea(QAbstractScrollArea):
    """Pages under each other. `zoom` in percent of real size; None fits the width."""

    place_clicked = Signal(str)
    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[Page] = [()]
        self._faces: Faces | None = None
        self._painter: PagePainter | None = None
        self._zoom: float | None = None
        self._here: Found | None = None
        self._lined = False
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self._arrange()

    @property
    def stack(self) -> Stack:
        """How the pages stand on the screen now."""
        gap = self.fontMetrics().height() // 2
        width = self.viewport().width()
        if self._zoom is None:
            scale = max(width - 2 * gap, 50) / WIDTH
        else:
            scale = self._zoom / 100 * self.logicalDpiX() / 72
        return Stack(len(self._pages), scale, gap, width)

    @property
    def zoom(self) -> float:
        """The zoom in percent, also where it follows the width."""
        return self.stack.scale * 72 / self.logicalDpiX() * 100

    @property
    def current_page(self) -> int:
        """The page in the middle of what is visible, counted from 0."""
        return self._page

    def show_pages(
        self, pages: Sequence[Page], faces: Faces, here: Found | None, *, lined: bool = False
    ) -> None:
        """Show these pages, with numbers of lines or without; only visible ones that differ are
        painted again."""
        former, former_here = self._pages, self._here
        if lined != self._lined:
            self._lined, former = lined, []
        if faces is not self._faces:
            self._painter = PagePainter(faces, marked=True)
            former = []
        self._faces, self._pages, self._here = faces, pages or [()], here
        if len(former) != len(self._pages):
            self._arrange()
        for number in self._visible():
            same = number < len(former) and former[number] is self._pages[number]
            if not same or _on(here, number) != _on(former_here, number):
                self._repaint_page(number)

    def point_out(self, here: Found | None) -> None:
        """Mark the boxes of a place softly, or none, and no others."""
        for found in (self._here, here):
            if found is not None:
                self._repaint_page(found.page)
        self._here = here

    def bring_into_view(self, found: Found) -> None:
        """Scroll as little as shows a place with some room around it, or the first of it."""
        if not found.boxes:
            return
        box, height = self.stack.shown(found.page, found.boxes[0]), self.viewport().height()
        whole = box.united(self.stack.shown(found.page, found.boxes[-1]))
        room = min(height / 6, box.height() * 2)
        if whole.height() + 2 * room <= height:
            box = whole
        bar = self.verticalScrollBar()
        if box.top() - room < bar.value():
            bar.setValue(int(box.top() - room))
        elif box.bottom() + room > bar.value() + height:
            bar.setValue(int(box.bottom() + room - height))
        across = self.horizontalScrollBar()
        if box.left() < across.value() or box.left() > across.value() + self.viewport().width():
            across.setValue(int(box.left() - room))

    def set_zoom(self, percent: float | None) -> None:
        """Zoom in percent of real size, kept within bounds; None fits the width."""
        before, bar = self.stack, self.verticalScrollBar()
        middle = (bar.value() + self.viewport().height() / 2) / max(before.height, 1)
        self._zoom = None if percent is None else min(max(percent, ZOOM_LOWEST), ZOOM_HIGHEST)
        self._arrange()
        bar.setValue(int(middle * self.stack.height - self.viewport().height() / 2))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        stack, offset = self.stack, self._offset()
        exposed = QRectF(event.rect()).translated(offset)
        for number in stack.between(exposed.top(), exposed.height()):
            sheet = stack.sheet(number)
            if sheet.adjusted(-2, -2, 2, 2).intersects(exposed):
                self._paint_sheet(painter, number, sheet.translated(-offset), stack.scale)
        if self.hasFocus():
            _frame(painter, QRectF(self.viewport().rect()), _FOCUS_EDGE)
        painter.end()

    def _paint_sheet(self, painter: QPainter, number: int, sheet: QRectF, scale: float) -> None:
        painter.fillRect(sheet, Qt.GlobalColor.white)
        _frame(painter, sheet.adjusted(-1, -1, 1, 1), _EDGE)
        if self._painter is None:
            return
        painter.save()
        painter.setClipRect(sheet, Qt.ClipOperation.IntersectClip)
        painter.translate(sheet.topLeft())
        painter.scale(scale, scale)
        boxes = () if self._here is None or self._here.page != number else self._here.boxes
        self._painter.paint(painter, self._pages[number], number + 1, boxes, lined=self._lined)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._arrange()
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key, bar = event.key(), self.verticalScrollBar()
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self.zoom * _ZOOM_STEP)
        elif control and key == Qt.Key.Key_Minus:
            self.set_zoom(self.zoom / _ZOOM_STEP)
        elif control and key == Qt.Key.Key_0:
            self.set_zoom(None)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif control:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.set_zoom(self.zoom * (_ZOOM_STEP if turned > 0 else 1 / _ZOOM_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            found = self._place_at(event.position())
            if found is not None:
                self.place_clicked.emit(found[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._place_at(event.position())
        shape = Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._hint(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _hint(self, point: QPoint, on_screen: QPoint) -> None:
        found = self._place_at(QPointF(point))
        QToolTip.showText(on_screen, _HINTS.get(found[1].state, "") if found else "", self)

    def _place_at(self, point: QPointF) -> tuple[str, Span] | None:
        on = self.stack.on_page(point + self._offset())
        if on is None or self._faces is None:
            return None
        return place_at(self._pages[on[0]], self._faces.style, on[1])

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _visible(self) -> range:
        return self.stack.between(self.verticalScrollBar().value(), self.viewport().height())

    def _repaint_page(self, number: int) -> None:
        sheet = self.stack.sheet(number).translated(-self._offset())
        self.viewport().update(sheet.toAlignedRect().adjusted(-2, -2, 2, 2))

    def _arrange(self) -> None:
        """Scroll bars for the stack as it is now."""
        stack, size = self.stack, self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(stack.height - size.height(), 0))
        down.setPageStep(size.height())
        down.setSingleStep(max(round(stack.scale * 29), 1))
        across.setRange(0, 0 if self._zoom is None else max(stack.width - size.width(), 0))
        across.setPageStep(size.width())
        self._tell_page()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = self.stack.between(middle, 0).start
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)


def _frame(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A thin frame just inside a box; much quicker than an outline."""
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), colour)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour)
    painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), colour)
    painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), colour)


def _on(found: Found | None, page: int) -> Found | None:
    return found if found is not None and found.page == page else None
