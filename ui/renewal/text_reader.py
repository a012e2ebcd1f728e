"""Text to read, not to write, in as little room as there is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.labels import label


class _Reader(QPlainTextEdit):
    """Text to read, content with two lines where there is no room for more."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())


def text_reader(parent: QWidget, name: str) -> QPlainTextEdit:
    """A reader with this name for those who do not see it."""
    made = _Reader(parent)
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    made.setMinimumHeight(8 * theme.unit(parent))
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return made


def side_by_side(owner: QWidget, *titled: tuple[str, QPlainTextEdit]) -> QHBoxLayout:
    """Readers beside one another, each with its title above it."""
    row = QHBoxLayout()
    for title, reader in titled:
        name = label(owner, title)
        name.setBuddy(reader)
        half = QVBoxLayout()
        half.addWidget(name)
        half.addWidget(reader, 1)
        row.addLayout(half, 1)
    return row
