"""A list of proposals with a box to tick each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from ui.kit import theme


def tick_list(name: str, parent: QWidget) -> QListWidget:
    """Entries of two lines with a box to tick; the space bar ticks."""
    made = QListWidget(parent)
    made.setAccessibleName(name)
    made.setProperty("role", "ticks")
    made.setWordWrap(True)
    made.setSpacing(theme.unit(parent) // 2)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
