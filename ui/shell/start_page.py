"""The first page: carry on, begin anew, open, and the projects opened lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from model.desk import Recent
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.recent_projects import RecentProjects


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
        lately = label(self, "最近的材料", "subheading")
        column = QVBoxLayout()
        column.setSpacing(unit)
        column.addSpacing(unit * 3)
        for widget in (title, what):
            column.addWidget(widget)
        column.addSpacing(unit)
        column.addLayout(ways)
        column.addSpacing(unit * 2)
        for widget in (lately, self.none):
            column.addWidget(widget)
        column.addWidget(self.recents)
        column.addStretch(1)
        column.addSpacing(unit * 2)
        self._centre(column, unit * 100)

    def _centre(self, column: QVBoxLayout, width: int) -> None:
        inner = QWidget(self)
        inner.setMaximumWidth(width)
        inner.setLayout(column)
        ground = QWidget(self)
        row = QHBoxLayout(ground)
        row.addStretch(1)
        row.addWidget(inner, 8)
        row.addStretch(1)
        self.setWidget(ground)
