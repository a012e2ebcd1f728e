"""The first page: carry on, begin anew, open, and the projects opened lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from model.desk import Recent
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.recent_projects import RecentProjects

_LEAST_FOR_TWO = 110


class Beginning(NamedTuple):
    """One way to begin: what the button says, what it is good for, what it does."""

    text: str
    remark: str
    begin: Callable[[], object]


class StartPage(QScrollArea):
    """Buttons for the ways to begin, the first of them the big one, and the recent projects.

    `open_wanted` and `forget_wanted` name the file of a recent project.
    """

    open_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, beginnings: Sequence[Beginning], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons = [self._button(one, at == 0) for at, one in enumerate(beginnings)]
        self.recents = RecentProjects(self)
        self.recents.open_wanted.connect(self.open_wanted)
        self.recents.forget_wanted.connect(self.forget_wanted)
        self.none = label(self, "还没有打开过材料。", "secondary")
        self._lay_out([one.remark for one in beginnings])

    def show_recents(self, entries: Sequence[Recent]) -> None:
        """Show these, the latest first; files that are gone are found out in the background."""
        self.recents.show_entries(entries)
        self.recents.setVisible(bool(entries))
        self.none.setVisible(not entries)

    def focus_first(self) -> None:
        """Put the focus where the next move probably is."""
        if self.recents.count():
            self.recents.setFocus()
        else:
            self.buttons[0].setFocus()

    def _button(self, beginning: Beginning, is_first: bool) -> QPushButton:
        button = QPushButton(beginning.text, self)
        button.setAccessibleDescription(beginning.remark)
        button.clicked.connect(beginning.begin)
        if is_first:
            button.setProperty("role", "big")
        return button

    def _lay_out(self, remarks: Sequence[str]) -> None:
        unit = theme.unit(self)
        title = label(self, "续稿", "heading")
        what = label(
            self,
            "编写每月、每季、每半年的工作材料。上期的 Word 文件可以直接拖到这里。",
            "secondary",
        )
        ways = QGridLayout()
        ways.setSpacing(unit)
        ways.setColumnStretch(1, 1)
        for row, (button, remark) in enumerate(zip(self.buttons, remarks, strict=True)):
            ways.addWidget(button, row, 0)
            ways.addWidget(label(self, remark, "secondary", wraps=True), row, 1)
        begin, lately = QVBoxLayout(), QVBoxLayout()
        for column in (begin, lately):
            column.setSpacing(unit)
        for widget in (title, what):
            begin.addWidget(widget)
        begin.addSpacing(unit)
        begin.addLayout(ways)
        begin.addStretch(1)
        lately.addWidget(label(self, "最近的材料", "subheading"))
        lately.addWidget(self.none)
        lately.addWidget(self.recents)
        lately.addStretch(1)
        ground = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, ground)
        self._columns.setContentsMargins(unit * 5, unit * 4, unit * 5, unit * 3)
        self._columns.setSpacing(unit * 5)
        self._columns.addLayout(begin, 4)
        self._columns.addLayout(lately, 5)
        self.setWidget(ground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for both."""
        super().resizeEvent(event)
        is_wide = self.width() >= _LEAST_FOR_TWO * theme.unit(self)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
