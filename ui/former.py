"""Last period's and last year's value beside an editor; a click takes the former over."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from model.report.fields import FieldKind
from ui.editors.manners import plain_tip

_LONGEST, _LEAST = 24, 7  # characters


class Former(QWidget):
    """`上期数 3.05` as a quiet button (Ctrl+D in the editor does the same), `上年同期 2.90`.

    `confirmed`: what was carried over was looked at and holds still.
    """

    taken = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = _Inline(self)
        self.button.clicked.connect(self.taken)
        self.confirm = _Inline(self)
        self.confirm.say("核过，不改")
        self.confirm.setToolTip("上期内容这一期仍然对（Ctrl+回车）")
        self.confirm.clicked.connect(self.confirmed)
        self.confirm.hide()
        self.last_year = QLabel(self)
        self.last_year.setTextFormat(Qt.TextFormat.PlainText)
        self.last_year.setProperty("role", "secondary")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addWidget(self.last_year)
        line.addWidget(self.confirm)
        line.addStretch(1)
        self.hide()

    def show_values(self, kind: FieldKind, last: str | None, last_year: str | None) -> None:
        """Show what there is; nothing where nothing is known."""
        is_number = kind.is_number or kind is FieldKind.RANK
        self.button.say(f"{'上期数' if is_number else '上期'} {' '.join((last or '').split())}")
        self.button.setToolTip(plain_tip(f"用上期的：{last}（Ctrl+D）"))
        self.button.setAccessibleName(f"用上期的：{last}")
        self.button.setVisible(last is not None)
        self.last_year.setText(f"上年同期 {last_year}" if last_year is not None else "")
        self.last_year.setVisible(last_year is not None)
        self.setVisible(last is not None or last_year is not None)

    def words(self) -> str:
        """The same for a screen reader."""
        shown = [widget.text() for widget in (self.button, self.last_year) if not widget.isHidden()]
        return "，".join(shown)


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
