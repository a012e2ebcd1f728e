"""Manners that every text widget of the window has: Chinese menus, and undo is the window's."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

_WORDS = {
    "edit-cut": "剪切(&T)",
    "edit-copy": "复制(&C)",
    "edit-paste": "粘贴(&P)",
    "edit-delete": "删除(&D)",
    "select-all": "全选(&A)",
}
_OWN_KEYS = (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X)
_OWN_UNDO = ("edit-undo", "edit-redo")


def is_undo(event: QEvent) -> bool:
    """Whether a key event asks for undo or redo."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo)
        or event.matches(QKeySequence.StandardKey.Redo)
        or (_is_control(event) and event.key() in (Qt.Key.Key_Y, Qt.Key.Key_Z))
    )


def is_command(event: QEvent) -> bool:
    """Whether a key event is for the window: undo, and Ctrl with any letter but A, C, V, X."""
    return is_undo(event) or (
        isinstance(event, QKeyEvent)
        and _is_control(event)
        and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        and event.key() not in _OWN_KEYS
    )


def _is_control(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return modifiers == Qt.KeyboardModifier.ControlModifier


def dressed(menu: QMenu, more: Iterable[QAction] = ()) -> QMenu:
    """A standard context menu in Chinese, without undo, which is the window's; `more` first."""
    for action in menu.actions():
        if action.objectName() in _OWN_UNDO:
            menu.removeAction(action)
        elif action.objectName() in _WORDS:
            shortcut = action.text().partition("\t")[2]
            words = _WORDS[action.objectName()]
            action.setText(f"{words}\t{shortcut}" if shortcut else words)
    actions = menu.actions()
    if actions and actions[0].isSeparator():
        menu.removeAction(actions[0])
    first = menu.actions()[0] if menu.actions() else None
    for action in more:
        if first is None:
            menu.addAction(action)
        else:
            menu.insertAction(first, action)
    return menu
