"""What every editor of a typed value is, and how typing becomes an edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.kit.composing import commit_composed
from ui.kit.qt import above
from ui.kit.theme import polish
from ui.kit.waits import Waits


class Keeper(Protocol):
    """Keeps what an editor shows and the project does not hold (see `ui.workspace`)."""

    @property
    def project(self) -> object:
        """The project as it is now: another object after every edit that changed it."""

    def hold(self, typed: str) -> None:
        """Keep what is half typed."""

    def let_go(self) -> None:
        """It is half typed no more."""

    def give_up(self) -> None:
        """What was refused is not wanted any more."""

    def keeps(self, shown: str) -> bool:
        """Whether what the editor shows is kept."""

    def set_aside(self, shown: str) -> None:
        """Keep what the editor shows as if it had been refused."""

    def say(self, words: str) -> None:
        """Remark on what was typed."""


class Editor(QWidget):
    """A widget for one value as text.

    `edited` tells what the clerk typed: after a pause of typing, or `LATEST` after its first key
    for who types on, where the text makes sense already; on Enter, on leaving. What makes no sense
    yet is held by the `keeper` meanwhile. Only the clerk's own typing is ever told, not what was
    shown to her. An editor has no undo of its own, and what was refused stays in it until it is
    corrected, or Escape puts the project's value back (`reverted`). `entered` is Enter, after
    `edited`.

    Whoever listens to `edited` answers with `set_wrong`: true where the text was refused.
    """

    edited = Signal(str)
    focused = Signal()
    entered = Signal()
    reverted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keeper: Keeper | None = None
        self._kept = ""
        self._told = ""
        self._is_touched = False
        self._is_held = False
        self._is_wrong = False
        self._is_leaving = False
        self._awaits = False
        self._answer: str | None = None
        self._waits = Waits(self, self._tell_after_pause, self._tell_or_hold)

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
        return self._is_touched and self.value() != self._told

    @property
    def is_touched(self) -> bool:
        """Whether the clerk typed since the last time it was told, if only the same again."""
        return self._is_touched

    @property
    def is_held_open(self) -> bool:
        """Whether it goes on showing what was typed, and the project's value when it is left."""
        return self._answer is not None and self.is_focused

    @property
    def is_kept(self) -> bool:
        """Whether what stands here is the project's, or kept beside it."""
        shown = self._shown(self._kept)
        is_kept_value = shown in (self._stands(), self.value())
        return is_kept_value or (self.keeper is not None and self.keeper.keeps(self.value()))

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
        self._touch()
        self.tell()

    def show_refused(self, typed: str | None) -> None:
        """Show what was typed here and refused, before this editor was made; None: nothing was."""
        if self.is_pending:
            return
        if typed is None:
            self.set_wrong(False)
        elif not self._is_wrong:
            self._show(typed)
            self._told = self.value()
            self.set_wrong(True)

    def tell(self) -> None:
        """Tell what was typed now, without waiting for a pause; of a text that is composed what is
        committed.
        """
        self._waits.stop()
        if not self.is_pending:
            self._let_go()
            return
        self._told = self.value()
        self._is_touched = self._is_held = False
        self._awaits = True
        before = self.keeper.project if self.keeper is not None else None
        self.edited.emit(self._told)
        if self.keeper is not None and self.keeper.project is before and self._awaits:
            self._awaits, self._answer = False, self._kept  # nothing came of it, no value will

    def forget(self) -> None:
        """What was typed and not told is not wanted any more; the text stays where it stands."""
        self._waits.stop()
        self._let_go()
        self._is_touched, self._told = False, self.value()

    def hold(self) -> None:
        """Have what stands here kept beside the project."""
        if self.keeper is not None:
            self._is_held = True
            self.keeper.hold(self.value())

    def settle(self) -> None:
        """Tell all that was typed, what an input method still composes with it."""
        if self._composes() and self.is_focused:
            commit_composed()
        self.tell()
        if self._answer is not None and not self.is_focused:
            self._renew()  # a menu may have taken the focus, and another widget had it after that

    def revert(self) -> None:
        """Give up what was typed or refused, and show the project's value."""
        self._waits.stop()
        text = self._shown(self._kept)
        self._show(text)
        self._told = self.value()
        self._awaits = self._is_touched = self._is_held = False
        if self.keeper is not None:
            self.keeper.give_up()
        self.set_wrong(False)
        self.reverted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.is_wrong or self.is_pending):
            self.revert()
            return
        super().keyPressEvent(event)

    @property
    def is_settled(self) -> bool:
        """Whether nothing typed here waits for anything, neither to be told nor to be shown."""
        waits = self._is_touched or self._is_held or self._awaits
        return not waits and self._answer is None

    # What the kinds of editors call.

    def _typed(self) -> None:
        """The clerk typed something."""
        self._is_leaving = False
        self._touch()
        self._waits.start()

    def _touch(self) -> None:
        self._is_touched = True
        _touched[self] = None

    def _finished(self) -> None:
        """Enter, or the focus is gone: tell, and show the value as the project has it."""
        self._is_leaving = True
        self.tell()
        if not self.value().strip() and not self._kept:
            self._awaits = False  # blank before and after: no value will come back
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

    def _remark(self, words: str) -> None:
        """Something that was pasted did not go in as it was."""
        if self.keeper is not None:
            self.keeper.say(words)

    def _tell_after_pause(self) -> None:
        if self._makes_sense(self.value()):
            self.tell()

    def _tell_or_hold(self) -> None:
        if self._makes_sense(self.value()) or not self.is_pending:
            self.tell()
        else:
            self.hold()

    def _let_go(self) -> None:
        """What was half typed was taken back by the clerk herself."""
        if self._is_held and self.keeper is not None:
            self.keeper.let_go()
        self._is_held = False

    def _renew(self) -> None:
        text = self._shown(self._kept)
        if self._composes() or self._is_wrong or self.is_pending or text == self._stands():
            return
        if self.is_focused and not self._is_leaving and self._kept == self._answer:
            return
        self._answer = None
        self._show(text)
        self._told = self.value()


def editors_in(window: QWidget) -> list[Editor]:
    """The editors in a window."""
    found: Iterable[Editor] = window.findChildren(Editor)
    return list(found)


def tell_all(window: QWidget) -> None:
    """Tell what was typed anywhere in a window: before saving, undoing, exporting or closing.

    In the order of typing; only editors that were typed in are asked, and the one that has the
    focus, where an input method may compose: a long report has thousands.
    """
    focus: QWidget | None = QApplication.focusWidget()
    editor = above(focus, Editor)
    if editor is not None:
        _touched.setdefault(editor)
    for editor in list(_touched):
        if not isValid(editor):
            del _touched[editor]
        elif window.isAncestorOf(editor):
            editor.settle()
            if editor.is_settled:
                _touched.pop(editor, None)


_touched: WeakKeyDictionary[Editor, None] = WeakKeyDictionary()
"""The editors that were typed in and are not settled, the one that was typed in last behind."""
