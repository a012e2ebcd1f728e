"""What every editor of a typed value is, and how typing becomes an edit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kit.theme import polish

PAUSE = 300
"""Milliseconds without a key after which what was typed is told."""


class Editor(QWidget):
    """A widget for one value as text.

    `edited` tells what the clerk typed, when she has finished a thought: after a pause of typing
    where the text makes sense already, on Enter, on leaving. An editor has no undo of its own, and
    what was refused stays in it until it is corrected, or Escape puts the project's value back
    (`reverted`). `entered` is Enter, after `edited`.

    Whoever listens to `edited` answers with `set_wrong`: true where the text was refused.
    """

    edited = Signal(str)
    focused = Signal()
    entered = Signal()
    reverted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._told = ""
        self._is_wrong = False
        self._is_leaving = False
        self._awaits = False
        self._answer: str | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._tell_after_pause)

    # What a kind of editor says of itself.

    def value(self) -> str:
        """What stands in the editor now, right or wrong."""
        raise NotImplementedError

    def _show(self, text: str) -> None:
        """Put a text in the place of what stands there, without telling."""
        raise NotImplementedError

    def _frames(self) -> tuple[QWidget, ...]:
        """The widgets that are typed in: they are framed, named and have the focus."""
        raise NotImplementedError

    def _typed_in(self) -> tuple[QWidget, ...]:
        """The widgets that keys go to and whose context menu opens."""
        return self._frames()

    def _composes(self) -> bool:
        """Whether an input method is composing."""
        return False

    def _shown(self, value: str) -> str:
        """The project's value as the clerk reads it."""
        return value

    def _makes_sense(self, text: str) -> bool:  # noqa: ARG002 - the kinds that can be half typed ask
        """Whether a text may be told in a pause of typing; a number half typed waits."""
        return True

    def _stands(self) -> str:
        """The very text that stands here; `value` may complete it."""
        return self.value()

    # What the pages use.

    @property
    def is_wrong(self) -> bool:
        """Whether what stands here was refused."""
        return self._is_wrong

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that is not told yet."""
        return self.value() != self._told

    @property
    def is_focused(self) -> bool:
        return any(frame.hasFocus() for frame in self._frames())

    def set_value(self, value: str | None) -> None:
        """Show a value from the project without telling `edited`; None is blank.

        Nothing happens while an input method composes, while something typed is not told or was
        refused, or where the very text stands there. The first value after `edited` is what the
        project made of it (2026-7-5 is 2026-07-05): it is shown when the clerk leaves.
        """
        self._kept = value or ""
        if self._awaits:
            self._awaits, self._answer = False, self._kept
        self._renew()

    def set_wrong(self, is_wrong: bool) -> None:
        """Frame the editor red, or no longer."""
        self._awaits = self._awaits and not is_wrong
        if is_wrong == self._is_wrong:
            return
        self._is_wrong = is_wrong
        for widget in (self, *self._frames()):
            widget.setProperty("wrong", is_wrong)
            polish(widget)
        if not is_wrong:
            self._renew()

    def set_names(self, name: str, description: str = "") -> None:
        """What a screen reader says of the editor."""
        for frame in self._typed_in():
            frame.setAccessibleName(name)
            frame.setAccessibleDescription(description)

    def offer_action(self, action: QAction) -> None:
        """Something else to do with the value: by its keys here, and in the context menu."""
        for widget in self._typed_in():
            widget.addAction(action)

    def set_text(self, text: str) -> None:
        """Put in a text as if it had been typed, and tell it (the last value, a choice)."""
        self._show(text)
        self.tell()

    def tell(self) -> None:
        """Tell what was typed now, without waiting for a pause."""
        self._pause.stop()
        if self._composes() or not self.is_pending:
            return
        self._told = self.value()
        self._awaits = True
        self.edited.emit(self._told)

    def revert(self) -> None:
        """Give up what was typed or refused, and show the project's value."""
        self._pause.stop()
        text = self._shown(self._kept)
        self._show(text)
        self._told = self.value()
        self._awaits = False
        self.set_wrong(False)
        self.reverted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.is_wrong or self.is_pending):
            self.revert()
            return
        super().keyPressEvent(event)

    # What the kinds of editors call.

    def _typed(self) -> None:
        """The clerk typed something."""
        self._is_leaving = False
        self._pause.start()

    def _finished(self) -> None:
        """Enter, or the focus is gone: tell, and show the value as the project has it."""
        self._is_leaving = True
        self.tell()
        if not self._awaits:
            self._renew()

    def _entered(self) -> None:
        self._finished()
        self.entered.emit()

    def _composed(self) -> None:
        """The input method is done."""
        if self.is_pending:
            self._typed()
        else:
            self._renew()

    def _tell_after_pause(self) -> None:
        if self._makes_sense(self.value()):
            self.tell()

    def _renew(self) -> None:
        text = self._shown(self._kept)
        if self._composes() or self._is_wrong or self.is_pending or text == self._stands():
            return
        if self.is_focused and not self._is_leaving and self._kept == self._answer:
            return
        self._answer = None
        self._show(text)
        self._told = self.value()


def tell_all(window: QWidget) -> None:
    """Tell what was typed anywhere in a window: before saving, undoing, exporting or closing."""
    editors: Iterable[Editor] = window.findChildren(Editor)
    for editor in editors:
        editor.tell()
