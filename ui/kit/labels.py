"""Labels and tips that never take a clerk's text for HTML; all of the window are made here."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(parent: QWidget, text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """A label of plain text; `role` is its place in the style sheet (`heading`, `secondary`).

    One that `wraps` is as high as its text needs and never pressed together.
    """
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wraps:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if role:
        made.setProperty("role", role)
    return made


def name_label(parent: QWidget, text: str = "") -> QLabel:
    """The name of what stands below it, in bold."""
    made = label(parent, text, wraps=True)
    font = made.font()
    font.setBold(True)
    made.setFont(font)
    return made


def plain_tip(text: str) -> str:
    """A tooltip that shows `text` as it is, in lines; Qt would read markup in it."""
    return f"<p>{html.escape(text)}</p>" if text else ""
