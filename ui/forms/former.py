"""Last period's and last year's value beside an editor; a click takes the former over."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from model.values.field_kind import FieldKind
from ui.kit.labels import label, plain_tip

_LONGEST, _LEAST = 24, 7  # characters


class Former(QWidget):
    """`上期数 3.05` as a quiet button (Ctrl+D in the editor does the same), `上年同期 2.90`.

    `confirmed`: what was carried over was looked at and holds still.
    """

    taken = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: _Parts | None = None
        self.confirm_keys = ""
        """The keys that do the same as 核过, in words."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def button(self) -> QPushButton:
        """Takes last period's value over."""
        return self._made().button

    @property
    def confirm(self) -> QPushButton:
        """Says that it holds still."""
        return self._made().confirm

    def show_values(
        self, kind: FieldKind, last: str | None, last_year: str | None, *, can_confirm: bool
    ) -> None:
        """Show what there is; nothing where nothing is known, as in most rows of a first period."""
        is_known = last is not None or last_year is not None or can_confirm
        self.setVisible(is_known)
        if not is_known and self._parts is None:
            return
        parts = self._made()
        is_number = kind.is_number or kind is FieldKind.RANK
        parts.button.say(f"{'上期数' if is_number else '上期'} {' '.join((last or '').split())}")
        parts.button.setToolTip(plain_tip(f"用上期的：{last}（Ctrl+D）"))
        parts.button.setAccessibleName(f"用上期的：{last}")
        parts.button.setVisible(last is not None)
        parts.last_year.setText(f"上年同期 {last_year}" if last_year is not None else "")
        parts.last_year.setVisible(last_year is not None)
        parts.confirm.setVisible(can_confirm)

    def words(self) -> str:
        """The same for a screen reader."""
        if self._parts is None:
            return ""
        shown = (
            "" if self._parts.button.isHidden() else self._parts.button.words,
            "" if self._parts.last_year.isHidden() else self._parts.last_year.text(),
        )
        return "，".join(filter(None, shown))

    def _made(self) -> _Parts:
        if self._parts is None:
            self._parts = _Parts(_Inline(self), label(self, role="secondary"), _Inline(self))
            self._parts.button.clicked.connect(self.taken)
            self._parts.confirm.say("核过，不改")
            keys = f"（{self.confirm_keys}）" if self.confirm_keys else ""
            self._parts.confirm.setToolTip(f"上期内容这一期仍然对{keys}")
            self._parts.confirm.clicked.connect(self.confirmed)
            line = QHBoxLayout(self)
            line.setContentsMargins(0, 0, 0, 0)
            for widget in self._parts:
                line.addWidget(widget)
            line.addStretch(1)
        return self._parts


class _Inline(QPushButton):
    """A button that reads like a word of the line, cut where there is no room for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self.setProperty("role", "inline")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Another text."""
        if words != self.words:
            self.words = words
            self.updateGeometry()
            self._cut()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.words)
        longest = self.fontMetrics().horizontalAdvance("国") * _LONGEST
        return QSize(min(wide, longest) + self._around(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().horizontalAdvance("国") * _LEAST + self._around()
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def _around(self) -> int:
        shown = self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return max(super().sizeHint().width() - shown, 0) + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - self._around() + 2
        cut = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))


class _Parts(NamedTuple):
    """What stands in the line."""

    button: _Inline
    last_year: QLabel
    confirm: _Inline
