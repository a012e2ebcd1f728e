"""The chip that says how far a place is filled in: in words, all chips equally wide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from model.values.state import State
from ui import theme


class StateChip(QLabel):
    """A label with `role` chip and the `state` for the style sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        """As wide as the longest word of all chips."""
        metrics = QFontMetrics(self.font())
        own = metrics.horizontalAdvance(self.text())
        longest = max(metrics.horizontalAdvance(state.label) for state in State)
        self.setMinimumHeight(4 * theme.unit(self))
        self.setMinimumWidth(0)
        around = max(self.sizeHint().width() - own, 0)
        if self.minimumWidth() != longest + around:
            self.setMinimumWidth(longest + around)
