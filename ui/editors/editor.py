"""What every editor of a typed value is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Editor(QWidget):
    """A widget for one value as text.

    `edited` tells what the clerk typed, when she has finished a thought (after a pause of
    typing, on Enter, on leaving). An editor has no undo of its own, and what it refuses it keeps.
    """

    edited = Signal(str)
    focused = Signal()

    def value(self) -> str:
        """What stands in the editor now, right or wrong."""
        raise NotImplementedError

    def set_value(self, value: str | None) -> None:
        """Show a value from the project without telling `edited`; None is blank.

        Nothing happens while an input method composes, or where the very text stands there.
        """
        raise NotImplementedError

    def set_wrong(self, is_wrong: bool) -> None:
        """Frame the editor red, or no longer."""
        raise NotImplementedError
