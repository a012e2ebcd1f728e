"""The projects opened lately: what they are, where they lie, and whether they are still there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QMenu, QSizePolicy, QWidget

from model.clock import day_and_time
from model.desk import Recent, Standing
from model.file_names import path_of, readable, shortened
from model.library import shipped
from model.values.period import Period, is_period
from ui.kit.two_lines import KEY, TwoLineList

_NO_TEMPLATE = "own-structure"


class RecentProjects(TwoLineList):
    """The projects opened lately. Enter or a double click opens, Delete takes off the list."""

    open_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("最近的材料")
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.itemActivated.connect(lambda item: self.open_wanted.emit(item.data(KEY)))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._look = _Look(self)
        self._look.gone.connect(self._mark_gone)

    def show_entries(self, entries: Sequence[Recent]) -> None:
        """Show these instead of what is there."""
        self.clear()
        for entry in entries:
            self.add(title_of(entry), remark_of(entry), entry.path)
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
                self.set_remark(item, f"文件不在原处了：{readable(path_of(path))}", wrong=True)
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


def title_of(entry: Recent) -> str:
    """Place, period and kinds of a recent project."""
    period = Period.parse(entry.period).label_with_year if is_period(entry.period) else entry.period
    own = entry.standing.texts if entry.standing is not None else ()
    kinds = "、".join(own) or "、".join(filter(None, map(_kind, entry.kinds)))
    return " · ".join(filter(None, (entry.place, period, kinds)))


def _kind(kind: str) -> str:
    if kind in shipped.template_keys():
        return shipped.template(kind).name
    return "" if kind == _NO_TEMPLATE else kind


def remark_of(entry: Recent) -> str:
    """How far it is, when it was saved, and where it lies."""
    when = f"上次保存 {day_and_time(entry.opened, with_year=True)}"
    where = f"{when}　{shortened(path_of(entry.path))}"
    return "\n".join(filter(None, (standing_said(entry.standing), where)))


def standing_said(standing: Standing | None) -> str:
    """`待填12 · 待核3 · 第2稿　接着填“指标”`; '' for what was saved by a former program."""
    if standing is None:
        return ""
    state = [
        f"待填{standing.blanks}" if standing.blanks else "",
        f"待核{standing.carried}" if standing.carried else "",
        f"第{standing.draft}稿" if standing.draft else "",
    ]
    said = " · ".join(filter(None, state))
    return "　".join(filter(None, (said, standing.next_step)))
