"""TYPING: what the two text widgets tell of focus, input methods and keys, said once for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QMenu

from ui.forms.editors.manners import dressed, is_command

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _TextWidget
else:
    _TextWidget = object

_KEEPS_FOCUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Typing(_TextWidget):
    """Stands before the Qt class of a text widget, which has no undo of its own.

    `left` is the focus gone for good (not to its own menu), `committed` a text that an input method
    gives, though it may compose the next already, `composed` an input method that is done,
    `commanded` a key for the window, which must find all that was typed in the project, `remarked`
    what became of a text that was pasted.
    """

    focused = Signal()
    left = Signal()
    committed = Signal()
    composed = Signal()
    commanded = Signal()
    remarked = Signal(str)

    is_composing = False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_command(event):
            self.commanded.emit()
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        was = self.is_composing
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if event.commitString():
            self.committed.emit()
        if was and not self.is_composing:
            self.composed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _KEEPS_FOCUS:
            self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _KEEPS_FOCUS:
            self.is_composing = False
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        standard = self.createStandardContextMenu()  # type: ignore[attr-defined]  # Qt's own has it
        menu = dressed(standard, self.actions())
        self._offer_paste(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _offer_paste(self, menu: QMenu) -> None:
        """A widget whose own way of pasting is another takes it into the menu."""
