"""Small widgets of the blocks: quiet buttons, what folds, menus."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


def button(text: str, name: str, parent: QWidget, clicked: Callable[[], object]) -> QPushButton:
    """A quiet button; `name` is what a screen reader says and the tip."""
    made = QPushButton(text, parent)
    made.setProperty("role", "quiet")
    made.setProperty("small", True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: (clicked(), None)[1])
    return made


class Fold(QPushButton):
    """A quiet button that opens and folds something: 上期内容 ▸."""

    def __init__(self, parent: QWidget, toggled: Callable[[bool], None]) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setProperty("small", True)
        self.setAutoDefault(False)
        self._words = ""
        self._is_open = False
        self._toggled = toggled
        self.clicked.connect(self._clicked)

    def show_words(self, words: str, is_open: bool) -> None:
        """What it opens, and whether that is open."""
        self._words, self._is_open = words, is_open
        self.setText(f"{words} {'▾' if is_open else '▸'}")
        self.setAccessibleName(f"{words}，{'已展开' if is_open else '已收起'}")

    def _clicked(self) -> None:
        self.show_words(self._words, not self._is_open)
        self._toggled(self._is_open)


class Entry(NamedTuple):
    """One entry of a menu; an empty text is a line."""

    text: str = ""
    do: Callable[[], object] | None = None
    keys: str = ""
    is_chosen: bool | None = None
    is_enabled: bool = True


def open_menu(owner: QWidget, entries: Iterable[Entry], at: QPoint | None = None) -> QMenu:
    """Open a menu below a button, or at a point of the screen; it is freed when it closes."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        if not entry.text:
            menu.addSeparator()
            continue
        action = menu.addAction(entry.text)
        if entry.keys:
            action.setText(f"{entry.text}\t{QKeySequence(entry.keys).toString(_NATIVE)}")
        if entry.is_chosen is not None:
            action.setCheckable(True)
            action.setChecked(entry.is_chosen)
        action.setEnabled(entry.is_enabled)
        if entry.do is not None:
            action.triggered.connect(_caller(entry.do))
    menu.popup(at if at is not None else owner.mapToGlobal(QPoint(0, owner.height())))
    return menu


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _caller(do: Callable[[], object]) -> Callable[[bool], None]:
    return lambda _checked: (do(), None)[1]
