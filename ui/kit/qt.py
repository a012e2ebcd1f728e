"""What Qt may answer with nothing, though its type hints do not say so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QAbstractItemView, QApplication, QLayout, QScrollArea, QWidget

W = TypeVar("W", bound=QWidget)


@contextmanager
def laid_out_once(widget: QWidget) -> Iterator[None]:
    """Many changes inside a widget, laid out once at the end.

    Showing or hiding a child otherwise lays out the whole page each time.
    """
    layout = layout_of(widget)
    was_enabled = layout is not None and layout.isEnabled()
    if layout is None or not was_enabled:
        yield
        return
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
        widget.updateGeometry()


def layout_of(widget: QWidget) -> QLayout | None:
    """The layout of a widget."""
    return widget.layout()


def focused() -> QWidget | None:
    """The widget that has the focus."""
    return QApplication.focusWidget()


def above(widget: QWidget | None, kind: type[W]) -> W | None:
    """The widget itself or the nearest one around it that is of a kind."""
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget


def in_sight(widget: QWidget | None, margin: int) -> None:
    """Scroll the page so far that a widget is seen, of a table its current cell."""
    area = above(widget, QScrollArea)
    if widget is None or area is None:
        return
    area.ensureWidgetVisible(widget, 0, margin)
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        cell = widget.visualRect(widget.currentIndex())
        at = widget.viewport().mapTo(area.widget(), cell.center())
        area.ensureVisible(at.x(), at.y(), 0, cell.height() // 2 + margin)


def to_front(window: QWidget) -> None:
    """Show a window beside the others, or bring it back to the front."""
    window.show()
    window.raise_()
    window.activateWindow()
