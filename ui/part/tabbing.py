"""Tab goes through a page as it is read, though its widgets are made when they are first seen."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

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
        yield from _in_layout(widget, layout)


def _in_layout(around: QWidget, layout: QLayout) -> Iterator[QWidget]:
    """What stands in a layout of a widget, in its order.

    The items themselves are Qt's, and not asked for: what Python has seen of one stays known
    after Qt has freed it, and is then taken for whatever stands at its address.
    """
    held: list[tuple[int, QWidget | QLayout]] = [
        (layout.indexOf(child), child)
        for child in (*around.children(), *layout.children())
        if isinstance(child, QWidget | QLayout)
    ]
    for place, child in sorted(held, key=itemgetter(0)):
        if place < 0:
            continue
        if isinstance(child, QWidget):
            yield from stops(child)
        else:
            yield from _in_layout(around, child)


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
