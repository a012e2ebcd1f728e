"""The texts of the open project as a row of tabs: Ctrl+1 to Ctrl+9, dragged into another order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

from model.report.report import Report

_MOST_KEYS = 9


class TextTabs(QTabBar):
    """One tab a text, seen where there are several.

    `wanted` tells the id of the text that was chosen, `moved` that of one which was dragged and how
    many places; `menu_wanted` asks for its menu at a point of the screen. `rename_wanted` is F2 or
    a double click, `remove_wanted` Delete.
    """

    wanted = Signal(str)
    moved = Signal(str, int)
    menu_wanted = Signal(str, QPoint)
    rename_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName("文稿")
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()
        self.currentChanged.connect(self._chosen)
        self.tabBarDoubleClicked.connect(lambda at: self._ask(self.rename_wanted, at))
        for number in range(_MOST_KEYS):
            keys = QShortcut(QKeySequence(f"Ctrl+{number + 1}"), parent)
            keys.activated.connect(partial(self._choose_at, number))

    def show_texts(self, reports: Sequence[Report], current: str) -> None:
        """Show the texts as the project has them now, with the one that is open marked."""
        was_blocked = self.blockSignals(True)
        texts = tuple((one.id, one.name) for one in reports)
        if texts != self._shown:
            self._shown = texts
            while self.count():
                self.removeTab(0)
            for at, (id_, name) in enumerate(texts):
                self.addTab(name.replace("&", "&&"))
                self.setTabData(at, id_)
                keys = f"（Ctrl+{at + 1}）" if at < _MOST_KEYS else ""
                self.setTabToolTip(at, f"{name}{keys}　拖动可以换次序，右键有其他操作")
        self.setCurrentIndex(next((at for at, one in enumerate(texts) if one[0] == current), 0))
        self.setVisible(len(texts) > 1)
        self.blockSignals(was_blocked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The order is told once, when the tab is let go."""
        super().mouseReleaseEvent(event)
        now = [self.tabData(at) for at in range(self.count())]
        before = [id_ for id_, _ in self._shown]
        dragged = self.tabData(self.currentIndex())
        if now != before and dragged in before:
            self._shown = ()  # what is seen is no more what was shown
            self.moved.emit(dragged, now.index(dragged) - before.index(dragged))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {Qt.Key.Key_F2: self.rename_wanted, Qt.Key.Key_Delete: self.remove_wanted}
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in asked and not event.modifiers():
            self._ask(asked[Qt.Key(event.key())], self.currentIndex())
        elif alt and event.key() in ways:
            self.moved.emit(self.tabData(self.currentIndex()), ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at = self.tabAt(event.pos()) if by_mouse else self.currentIndex()
        if at >= 0:
            below = self.mapToGlobal(self.tabRect(at).bottomLeft())
            self.menu_wanted.emit(self.tabData(at), event.globalPos() if by_mouse else below)

    def _chosen(self, at: int) -> None:
        if at >= 0:
            self.wanted.emit(self.tabData(at))

    def _choose_at(self, number: int) -> None:
        if number < self.count():
            self.setCurrentIndex(number)

    def _ask(self, signal: object, at: int) -> None:
        if at >= 0:
            signal.emit(self.tabData(at))  # type: ignore[attr-defined]  # one of the signals above
