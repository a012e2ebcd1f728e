"""Two ways of which one holds: 分段 or 段内, 连文字 or 只留提纲."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Way(NamedTuple):
    """What the button of a way says, and what it means."""

    words: str
    meaning: str


APART = (
    Way("分段", "分段：每个要点各写一段"),
    Way("段内", "段内：要点一个接一个，连成一段"),
)
TEXTS = (
    Way("连文字", "连文字：上期的文字带过来，逐段核"),
    Way("只留提纲", "只留提纲：文字重写，上期的文字摆在旁边。写过、核过的不动"),
)


class TwoWays(QWidget):
    """Two buttons of which one is pressed; `chosen` gets true for the first."""

    def __init__(
        self, parent: QWidget, ways: tuple[Way, Way], chosen: Callable[[bool], None]
    ) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._group = QButtonGroup(self)
        self.first, self.second = QPushButton(self), QPushButton(self)
        for button, way in zip((self.first, self.second), ways, strict=True):
            button.setText(way.words)
            button.setCheckable(True)
            button.setProperty("small", True)
            button.setAutoDefault(False)
            button.setToolTip(way.meaning)
            button.setAccessibleName(way.meaning)
            self._group.addButton(button)
            line.addWidget(button)
        self.first.clicked.connect(lambda: chosen(True))
        self.second.clicked.connect(lambda: chosen(False))

    def show_way(self, is_first: bool) -> None:
        """Press the button of what is."""
        (self.first if is_first else self.second).setChecked(True)
