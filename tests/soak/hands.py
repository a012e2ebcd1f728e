"""What a clerk's hands find in the real window: menus, buttons, dialogs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

_NUMBERS = re.compile(r"\d+")
_ANSWER_MS = 1


class Dismissal(QObject):
    """Closes every dialog that waits for an answer, so that what opened it goes on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dismissed: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_ANSWER_MS)
        self._timer.timeout.connect(self._dismiss)
        self._timer.start()

    def _dismiss(self) -> None:
        dialog: QWidget | None = QApplication.activeModalWidget()
        if dialog is None:
            return
        self.dismissed.append(f"{type(dialog).__name__} {dialog.windowTitle()}")
        if isinstance(dialog, QDialog):
            dialog.reject()
        else:
            dialog.close()


def settle() -> None:
    """Let what was put off happen: timers that are due, layouts, widgets that are to be freed."""
    for _ in range(3):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def inside(whole: QWidget) -> list[QWidget]:
    """Every widget that is seen below a window or a page, in one order at every run."""
    found: list[QWidget] = whole.findChildren(QWidget)  # type: ignore[assignment]
    window = whole.window()
    return [one for one in found if one.isVisible() and one.window() is window]


def name_of(widget: QWidget) -> str:
    """The kind of a widget, of a button also what it does, alike at all points of a text."""
    words = ""
    if isinstance(widget, QAbstractButton):
        words = _NUMBERS.sub("#", (widget.accessibleName() or widget.text()).partition("：")[0])
    around = type(widget.parent()).__name__
    return f"{around} {type(widget).__name__} {words}"


def open_menu() -> QMenu | None:
    """The menu that is open now."""
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, QMenu) else None


def close_popups() -> None:
    """Close whatever menu or list is open, one over the other."""
    for _ in range(5):
        popup: QWidget | None = QApplication.activePopupWidget()
        if popup is None:
            return
        popup.close()


def actions_of(menu: QMenu) -> Iterator[QAction]:
    """All actions of a menu and of the menus below it that can be chosen."""
    menu.aboutToShow.emit()
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from actions_of(below)
        elif action.isEnabled() and action.isVisible() and not action.isSeparator():
            yield action


def menu_of(widget: QWidget) -> QMenu | None:
    """The menu that a button has of its own."""
    if isinstance(widget, QPushButton | QToolButton):
        menu: QMenu | None = widget.menu()
        return menu
    return None


def ask_for_menu(widget: QWidget) -> QMenu | None:
    """The menu that the right mouse button opens in the middle of a widget."""
    target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    middle = QPoint(min(target.width(), 120) // 2, min(target.height(), 60) // 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, target.mapToGlobal(middle))
    QApplication.sendEvent(target, event)
    return open_menu()
