"""Tab goes through a page as it is read, though its widgets are made when they are first seen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLayout, QWidget

from ui.kit.qt import focused, layout_of


def stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at below a widget, in the order of its layouts."""
    if widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = layout_of(widget)
    if layout is not None and not isinstance(widget, QAbstractScrollArea | QComboBox):
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget: QWidget | None = item.widget() or None
        below: QLayout | None = item.layout() or None
        if widget is not None:
            yield from stops(widget)
        elif below is not None:
            yield from _in_layout(below)


def step(page: QWidget, is_forward: bool) -> QWidget | None:
    """Where Tab goes from the widget that has the focus; None at the page's end."""
    now = focused()
    if now is None or not page.isAncestorOf(now):
        return None
    row = list(stops(page))
    at = next((n for n, one in enumerate(row) if one is now or one.isAncestorOf(now)), None)
    if at is None:
        return None
    to = at + (1 if is_forward else -1)
    return row[to] if 0 <= to < len(row) else None
