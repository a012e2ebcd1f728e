"""The chip that says how far a place is filled in: in words, all chips equally wide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from model.values.state import State
from ui.kit import theme


class StateChip(QLabel):
    """A label with `role` chip and the `state` for the style sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("role", "chip")

    def set_state(self, state: State) -> None:
        """Say a state."""
        if self.property("state") != state.value:
            self.setText(state.label)
            self.setProperty("state", state.value)
            theme.polish(self)
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """As wide as the longest word of all chips, and as high as a field."""
        font = self.font().key()
        if font == self._fitted or self.property("state") is None:
            return
        self._fitted = font
        metrics = QFontMetrics(self.font())
        self.setMinimumSize(0, 4 * theme.unit(self))
        around = max(self.sizeHint().width() - metrics.horizontalAdvance(self.text()), 0)
        longest = max(metrics.horizontalAdvance(state.label) for state in State)
        self.setMinimumWidth(longest + around)
