"""Labels that never take a clerk's text for HTML."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(parent: QWidget, text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """A label of plain text; `role` is its place in the style sheet (`heading`, `secondary`)."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if role:
        made.setProperty("role", role)
    return made
