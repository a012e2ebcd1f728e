"""The text widget of prose: grows with its text, holds links as single signs, has no undo."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QToolTip,
    QWidget,
)

from ui.forms.editors.by_line import ByLine
from ui.forms.editors.chips import OBJECT_TYPE, Chips, link_format, raw_link
from ui.forms.editors.link_book import LinkBook, Value
from ui.forms.editors.manners import is_undo
from ui.forms.editors.pasted import can_paste, pasted
from ui.forms.editors.tokens import OBJECT, difference, raw_of, tokens
from ui.forms.editors.typing import Typing
from ui.kit.by_run import ByRun
from ui.kit.labels import plain_tip
from ui.kit.qt_text import units

_MIME = "application/x-xugao-text"
_ROOM = 1000
_MARGIN = 2  # as in a line
_LINE_ENDS = ("\u2028", "\u2029")
_NO_PLAIN_SIGNS = (*_LINE_ENDS, OBJECT)


class ProseArea(Typing, ByRun, ByLine, QPlainTextEdit):
    """A plain text editor for tokens (see `tokens`); without links a brace is a brace.

    `typed` is any edit of the clerk's; `entered` is Enter where only one line may stand;
    `restyled` that the colours may be others.
    """

    typed = Signal()
    entered = Signal()
    restyled = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        single_line: bool = False,
        has_links: bool = True,
    ) -> None:
        super().__init__(parent)
        self.lines = 1
        """How many lines it is high at least."""
        self._single_line = single_line
        self._has_links = has_links
        self._book: LinkBook | None = None
        self.is_showing = False
        self._chips = Chips(self._value_of, self)
        self.document().documentLayout().registerHandler(OBJECT_TYPE, self._chips)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._keep_in_sight)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    # Text with links.

    def raw(self) -> str:
        """The text as the project keeps it."""
        return self._raw_of(self._tokens())

    def show_raw(self, raw: str) -> None:
        """Put a text in the place of what stands here; the cursor stays where it is in the text."""
        old, new = self._tokens(), tokens(raw) if self._has_links else list(raw)
        start, end, new_end = difference(old, new)
        if start == end == new_end:
            return
        self.is_showing = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(units("".join(map(_sign, old[:start]))))
        length = units("".join(map(_sign, old[start:end])))
        cursor.setPosition(cursor.position() + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        _insert(cursor, new[start:new_end])
        cursor.endEditBlock()
        self.is_showing = False

    def insert_raw(self, raw: str, instead_of: int = 0) -> None:
        """Insert text with links at the cursor, in the place of so many signs before it."""
        cursor = self.textCursor()
        left = QTextCursor.MoveOperation.Left
        cursor.movePosition(left, QTextCursor.MoveMode.KeepAnchor, instead_of)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        _insert(cursor, tokens(raw) if self._has_links else list(raw))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _raw_of(self, found: list[str]) -> str:
        return raw_of(found) if self._has_links else "".join(found)

    def set_book(self, book: LinkBook) -> None:
        """Which values the links show; they are drawn again where one differs."""
        former, self._book = self._book, book
        links = {token for token in self._tokens() if len(token) > 1}
        if former is None or any(former.value(one) != book.value(one) for one in links):
            self.document().markContentsDirty(0, self.document().characterCount())
            self.viewport().update()

    def _value_of(self, raw: str) -> Value:
        return self._book.value(raw) if self._book else Value(raw, is_blank=False)

    def _tokens(self, start: int = 0, end: int | None = None) -> list[str]:
        """The signs and links between two places of the document."""
        text = self.document().toRawText()
        if OBJECT not in text and start == 0 and end is None:
            return ["\n" if sign in _LINE_ENDS else sign for sign in text]
        found, at = [], 0
        for sign in text:
            if at >= start and (end is None or at < end):
                found.append(self._token(sign, at) if sign in _NO_PLAIN_SIGNS else sign)
            at += 2 if sign > "\uffff" else 1
        return found

    def _token(self, sign: str, at: int) -> str:
        if sign in _LINE_ENDS:
            return "\n"
        cursor = QTextCursor(self.document())
        cursor.setPosition(at + 1)
        return raw_link(cursor.charFormat()) or sign

    # Growing with the text.

    def _fit(self) -> None:
        layout, block, high = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid():
            high += layout.blockBoundingRect(block).height()
            block = block.next()
        least = self.lines * self.fontMetrics().lineSpacing()
        inside = max(high, least) + 2 * self.document().documentMargin()
        wanted = math.ceil(inside) + self._around()
        if wanted != self.height():
            self.setFixedHeight(wanted)
            QTimer.singleShot(0, self, self._keep_in_sight)
        self.verticalScrollBar().setValue(0)

    def _around(self) -> int:
        """The height of frame and padding, as the style sheet has them."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, _ROOM, _ROOM)  # type: ignore[attr-defined]
        frame = QStyle.SubElement.SE_ShapedFrameContents
        return _ROOM - self.style().subElementRect(frame, option, self).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.restyled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _keep_in_sight(self) -> None:
        """Scroll the page so that the line that is written stays visible."""
        if not self.hasFocus():
            return
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            at = self.viewport().mapTo(above.widget(), self.cursorRect().center())
            above.ensureVisible(at.x(), at.y(), 0, 2 * self.fontMetrics().lineSpacing())

    # Keys and input methods.

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            raw = self.link_at(self.cursorForPosition(event.pos()))
            if raw and self._book:
                tip = f"{self._book.name(raw)}：{self._book.value(raw).text}"
                QToolTip.showText(event.globalPos(), plain_tip(tip), self)
                return True
        return super().viewportEvent(event)

    def link_at(self, cursor: QTextCursor) -> str | None:
        """The link before or behind a cursor."""
        for at in (cursor.position(), cursor.position() + 1):
            probe = QTextCursor(self.document())
            probe.setPosition(min(at, self.document().characterCount() - 1))
            raw = raw_link(probe.charFormat())
            if raw:
                return raw
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_undo(event):
            event.ignore()
        elif is_enter and self._single_line:
            self.entered.emit()
        elif is_enter:
            self.insertPlainText("\n")  # never the line separator of Shift+Enter
        else:
            super().keyPressEvent(event)

    def _plain(self) -> str:
        return self.document().toRawText()

    def _chosen(self) -> tuple[int, int]:
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position()

    def _choose(self, anchor: int, at: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _remove_chosen(self) -> None:
        self.textCursor().removeSelectedText()

    def _place_under(self, event: QMouseEvent) -> int:
        found = self.cursorForPosition(event.position().toPoint())
        is_left = event.position().x() < self.cursorRect(found).center().x()
        return found.position() - 1 if is_left and not found.atBlockStart() else found.position()

    def _choose_line(self) -> None:
        cursor = self.textCursor()
        start = cursor.block().position()
        self._choose(start, start + cursor.block().length() - 1)

    def _changed(self) -> None:
        if not self.is_showing and not self.is_composing:
            self.typed.emit()

    # Clipboard: readable text for others, links kept among ourselves.

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        chosen = self._tokens(cursor.selectionStart(), cursor.selectionEnd())
        readable = "".join(
            self._value_of(token).text if len(token) > 1 else token for token in chosen
        )
        data = QMimeData()
        data.setText(readable)
        data.setData(_MIME, raw_of(chosen).encode("utf-8"))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(_MIME) and self._has_links:
            raw = bytes(source.data(_MIME).data()).decode("utf-8", "replace")
        else:
            text, remark = pasted(source, single_line=self._single_line)
            raw = self._raw_of(list(text))
            if remark:
                self.remarked.emit(remark)
        if self._single_line:
            raw = "".join(raw.split("\n"))
        self.insert_raw(raw)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(_MIME) or can_paste(source)

    def cursor_box(self) -> QRect:
        """Where the cursor is on the screen."""
        box = self.cursorRect()
        return QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())


def _sign(token: str) -> str:
    return OBJECT if len(token) > 1 else token


def _insert(cursor: QTextCursor, found: list[str]) -> None:
    """Insert tokens; signs in plain format, links as objects."""
    plain, run = QTextCharFormat(), ""
    for token in found:
        if len(token) > 1:
            cursor.insertText(run, plain)
            cursor.insertText(OBJECT, link_format(token))
            run = ""
        else:
            run += token
    cursor.insertText(run, plain)
