"""A question with its answers as buttons: words, perhaps something to look at, and the choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme
from ui.kit.flow import Flow
from ui.kit.labels import label

_WIDTH = 72


class Offer(NamedTuple):
    """One answer: its key, the words of its button (with access key), whether Enter gives it."""

    key: str
    text: str
    is_default: bool = False


class Choice(QDialog):
    """Ends with `chosen` set to the key of an offer, or '' where it was closed or Esc pressed.

    `body` stands between the words and the buttons; it takes the room that is left.
    """

    def __init__(
        self,
        title: str,
        text: str,
        offers: Sequence[Offer],
        parent: QWidget | None = None,
        *,
        detail: str = "",
        body: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self._text = label(self, breakable(text), wraps=True)
        self._detail = label(self, breakable(detail), "secondary", wraps=True)
        self._detail.setVisible(bool(detail))
        self.buttons = {offer.key: self._button(offer) for offer in offers}
        self._inner = QWidget(self)
        self._body = body
        self._lay_out(body)

    def ask(self) -> str:
        """Show the dialog until it is answered; the key of the answer, '' for none."""
        self.exec()
        self.deleteLater()
        return self.chosen

    def choose(self, key: str) -> None:
        """Answer, as pressing the button does."""
        self.chosen = key
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the style sheet has given every widget its font."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """As high as its content needs at its width; what the screen has no room for scrolls."""
        children: Iterable[QWidget] = self.findChildren(QWidget)
        for child in children:
            child.ensurePolished()
        room = self.screen().availableSize()
        unit = theme.unit(self)
        width = min(unit * _WIDTH, room.width() - 5 * unit)
        inside = width - 4 * unit
        height = (
            self._inner.heightForWidth(inside)
            + self._spare()
            + self._row.heightForWidth(inside)
            + 5 * unit
        )
        self.resize(width, min(height, room.height() - 8 * unit))

    def _spare(self) -> int:
        """The height of a body that the layout does not count: that of a list that scrolls."""
        body = self._body
        if body is None or body.isHidden():
            return 0
        is_ignored = body.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Ignored
        return max(body.sizeHint().height(), body.minimumHeight()) if is_ignored else 0

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.text, self)
        button.setAutoDefault(False)
        button.setDefault(offer.is_default)
        if offer.is_default:
            button.setProperty("role", "primary")
            button.setFocus()
        button.clicked.connect(lambda: self.choose(offer.key))
        return button

    def _lay_out(self, body: QWidget | None) -> None:
        unit = theme.unit(self)
        words = QVBoxLayout(self._inner)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(unit)
        words.addWidget(self._text)
        if body is not None:
            words.addWidget(body, 1)
        words.addWidget(self._detail)
        if body is None:
            words.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inner)
        self._row = row_of(list(self.buttons.values()), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.setSpacing(unit)
        column.addWidget(area, 1)
        column.addLayout(self._row)


def row_of(buttons: Sequence[QPushButton], owner: QWidget) -> Flow:
    """Buttons in a line that wraps where there is no more room."""
    row = Flow(gap=theme.unit(owner))
    for button in buttons:
        row.addWidget(button)
    return row


def breakable(text: str) -> str:
    """Text whose long paths may be broken at their slashes; it looks the same."""
    return text.replace("/", "/\u200b").replace("\\", "\\\u200b")
