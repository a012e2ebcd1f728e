"""The first page: carry on, begin anew, open, and the projects opened lately."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from model import data
from model.storage.recent import Recent
from model.values.period import Period, is_period
from ui import theme
from ui.labels import label
from ui.two_lines import KEY, TwoLineList


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
        self._buttons = [self._button(one, at == 0) for at, one in enumerate(beginnings)]
        self.recents = RecentProjects(self)
        self.recents.open_wanted.connect(self.open_wanted)
        self.recents.forget_wanted.connect(self.forget_wanted)
        self._none = label(self, "还没有打开过材料。", "secondary")
        self._lay_out([one.remark for one in beginnings])

    def show_recents(self, entries: Sequence[Recent]) -> None:
        """Show these, the latest first; files that are gone are found out in the background."""
        self.recents.show_entries(entries)
        self.recents.setVisible(bool(entries))
        self._none.setVisible(not entries)

    def focus_first(self) -> None:
        """Put the focus where the next move probably is."""
        if self.recents.count():
            self.recents.setFocus()
        else:
            self._buttons[0].setFocus()

    def _button(self, beginning: Beginning, is_first: bool) -> QPushButton:
        button = QPushButton(beginning.text, self)
        button.setAccessibleDescription(beginning.remark)
        button.clicked.connect(beginning.begin)
        if is_first:
            button.setProperty("role", "primary")
        return button

    def _lay_out(self, remarks: Sequence[str]) -> None:
        unit = theme.unit(self)
        title = label(self, "续稿", "heading")
        what = label(self, "编写每月、每季、每半年的工作材料", "secondary")
        ways = QVBoxLayout()
        ways.setSpacing(unit)
        for button, remark in zip(self._buttons, remarks, strict=True):
            line = QHBoxLayout()
            button.setMinimumWidth(unit * 22)
            line.addWidget(button)
            line.addWidget(label(self, remark, "secondary", wraps=True), 1)
            ways.addLayout(line)
        lately = label(self, "最近的材料", "subheading")
        column = QVBoxLayout()
        column.setSpacing(unit)
        column.addSpacing(unit * 3)
        for widget in (title, what):
            column.addWidget(widget)
        column.addSpacing(unit)
        column.addLayout(ways)
        column.addSpacing(unit * 2)
        for widget in (lately, self._none):
            column.addWidget(widget)
        column.addWidget(self.recents, 1)
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


class RecentProjects(TwoLineList):
    """The projects opened lately. Enter or a double click opens, Delete takes off the list."""

    open_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("最近的材料")
        self.itemActivated.connect(lambda item: self.open_wanted.emit(item.data(KEY)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._look = _Look(self)
        self._look.gone.connect(self._mark_gone)

    def show_entries(self, entries: Sequence[Recent]) -> None:
        """Show these instead of what is there."""
        self.clear()
        for entry in entries:
            self.add(_title(entry), _remark(entry), entry.path)
        self.setCurrentRow(0)
        self._look.at(entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            self.forget_wanted.emit(item.data(KEY))
        else:
            super().keyPressEvent(event)

    def _mark_gone(self, path: str) -> None:
        for row in range(self.count()):
            item = self.item(row)
            if item.data(KEY) == path:
                self.set_remark(item, f"文件不在原处了：{path}", wrong=True)
        self.scheduleDelayedItemsLayout()

    def _show_menu(self, at: QPoint) -> None:
        item: QListWidgetItem | None = self.itemAt(at) or self.currentItem()
        if item is None:
            return
        path = item.data(KEY)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("打开(&O)", lambda: self.open_wanted.emit(path))
        menu.addAction("从列表中去掉(&D)", lambda: self.forget_wanted.emit(path))
        menu.popup(self.viewport().mapToGlobal(at))


class _Look(QObject):
    """Looks for the files in a thread of its own: a network drive that is away takes seconds."""

    gone = Signal(str)

    def at(self, entries: Sequence[Recent]) -> None:
        QThreadPool.globalInstance().start(_Search(self, tuple(entries)))


class _Search(QRunnable):
    def __init__(self, look: _Look, entries: tuple[Recent, ...]) -> None:
        super().__init__()
        self._look = look
        self._entries = entries

    def run(self) -> None:
        for entry in self._entries:
            if entry.missing:
                try:
                    self._look.gone.emit(entry.path)
                except RuntimeError:  # the page was closed meanwhile
                    return


def _title(entry: Recent) -> str:
    period = Period.parse(entry.period).label_with_year if is_period(entry.period) else entry.period
    kinds = "、".join(_kind(kind) for kind in entry.kinds)
    return " · ".join(filter(None, (entry.place, period, kinds)))


def _kind(kind: str) -> str:
    return data.template(kind).name if kind in data.template_keys() else kind


def _remark(entry: Recent) -> str:
    opened = entry.opened.astimezone()
    when = f"{opened.year}年{opened.month}月{opened.day}日 {opened:%H:%M}"
    return f"上次保存 {when}　{Path(entry.path)}"
