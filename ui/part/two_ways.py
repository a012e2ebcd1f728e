"""分段 or 段内: whether the points of a block stand in paragraphs of their own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class ApartChoice(QWidget):
    """Two buttons of which one is pressed; `chosen` gets true for 分段."""

    def __init__(self, parent: QWidget, chosen: Callable[[bool], None]) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._group = QButtonGroup(self)
        self.own = QPushButton("分段", self)
        self.together = QPushButton("段内", self)
        for one, tip in (
            (self.own, "分段：每个要点各写一段"),
            (self.together, "段内：要点一个接一个，连成一段"),
        ):
            one.setCheckable(True)
            one.setProperty("small", True)
            one.setAutoDefault(False)
            one.setToolTip(tip)
            one.setAccessibleName(tip)
            self._group.addButton(one)
            line.addWidget(one)
        self.own.clicked.connect(lambda: chosen(True))
        self.together.clicked.connect(lambda: chosen(False))

    def show_apart(self, is_apart: bool) -> None:
        """Press the button of what is."""
        (self.own if is_apart else self.together).setChecked(True)
