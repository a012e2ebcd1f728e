"""The editor of prose: figures and blanks marked, links shown as values, `{` offers links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from model.values.state import State
from ui.forms.editors.link_book import LinkBook, alone
from ui.forms.editors.marks import Marks
from ui.forms.editors.offers import Offers
from ui.forms.editors.prose_area import ProseArea
from ui.forms.editors.text import AreaEditor

_ASKED = re.compile(r"[{｛]([^{}｛｝\ufffc\n]{0,20})$")


class ProseEditor(AreaEditor):
    """Text with links. `single_line`: Enter does not break the text but is `entered`.

    Without a book (`set_book`) links are shown as they are written and none are offered.
    """

    def __init__(self, parent: QWidget | None = None, *, single_line: bool = False) -> None:
        super().__init__(ProseArea(single_line=single_line), parent)
        self._book: LinkBook | None = None
        self._marks = Marks(self.area)
        self._list: Offers | None = None
        self._declined = -1
        self.area.typed.connect(self._offer)
        self.area.left.connect(self._hide_offers)

    def set_book(self, book: LinkBook) -> None:
        """The values that links show, and the links that can be put in."""
        if book is not self._book:
            self._book = book
            self.area.set_book(book)

    def set_figure_states(self, states: Sequence[State]) -> None:
        """The states of the figures in order (待核 …); none are needed for text of this period."""
        self._marks.set_states(tuple(states))

    def select_figure(self, number: int) -> None:
        """Mark the `number`-th figure (place `….figures.N`), from 0, and go there."""
        self._select(self._marks.figure(number))

    def select_blank(self, number: int) -> None:
        """Mark the `number`-th blank that is no number (place `….blanks.N`), and go there."""
        self._select(self._marks.blank(number))

    def go_to(self, path: str) -> None:
        """Go to what a place ends with: a figure, a blank, or the text as a whole."""
        name, _, number = path.rpartition(".")
        if name.endswith("figures"):
            self.select_figure(int(number))
        elif name.endswith("blanks"):
            self.select_blank(int(number))
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, span: tuple[int, int] | None) -> None:
        self.area.setFocus()
        if span:
            cursor = self.area.textCursor()
            cursor.setPosition(span[0])
            cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
            self.area.setTextCursor(cursor)

    # Offering links.

    def _offers(self) -> Offers:
        """The list, made when it is needed first: few of the many texts of a page open one."""
        if self._list is None:
            self._list = Offers(self)
            self._list.chosen.connect(self._insert)
            self.area.installEventFilter(self)
        return self._list

    def _hide_offers(self) -> None:
        if self._list is not None:
            self._list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.area
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and self._offers().isVisible()
        ):
            is_press = event.type() == QEvent.Type.KeyPress
            return self._steer(event) if is_press else self._claims(event)
        return super().eventFilter(watched, event)

    def _claims(self, event: QKeyEvent) -> bool:
        """Keys that steer the list are no shortcuts of the window while it is open."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return False

    def _steer(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._offers().step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            raw = self._offers().current()
            if raw is not None:
                number = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._insert(alone(raw) if number else raw)
                return True
        if key == Qt.Key.Key_Escape:
            self._declined = self._asked()[0]
            self._hide_offers()
            return True
        return False

    def _offer(self) -> None:
        """Open, narrow or close the list, by what stands before the cursor."""
        at, query = self._asked()
        if self._book is None or at < 0 or at == self._declined or not self.area.hasFocus():
            self._declined = at if at == self._declined else -1
            self._hide_offers()
            return
        self._offers().offer(self._book.offers(query), self.area.cursor_box())

    def _asked(self) -> tuple[int, str]:
        """Where the brace before the cursor is (-1: none), and what was typed behind it."""
        cursor = self.area.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = _ASKED.search(before)
        return (cursor.block().position() + found.start(), found[1]) if found else (-1, "")

    def _insert(self, raw: str) -> None:
        """Put a link in the place of the brace and the words typed behind it."""
        at, query = self._asked()
        self._hide_offers()
        self.area.insert_raw(raw, instead_of=len(query) + 1 if at >= 0 else 0)
        self.tell()
