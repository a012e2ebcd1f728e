"""A list of proposals with a box to tick each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

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


def add_tick(items: QListWidget, words: str, state: Qt.CheckState) -> QListWidgetItem:
    """One more entry with a box, at the end."""
    item = QListWidgetItem(words, items)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(state)
    return item


def tick_all(items: QListWidget, state: Qt.CheckState) -> None:
    """Tick every entry that has a box, or none."""
    for row in range(items.count()):
        item = items.item(row)
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            item.setCheckState(state)
