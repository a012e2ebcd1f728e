"""A question with its answers as buttons: words, perhaps something to look at, and the choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.labels import label

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
        self._lay_out(body)
        self.fit()

    def ask(self) -> str:
        """Show the dialog until it is answered; the key of the answer, '' for none."""
        self.exec()
        self.deleteLater()
        return self.chosen

    def choose(self, key: str) -> None:
        """Answer, as pressing the button does."""
        self.chosen = key
        self.accept()

    def fit(self) -> None:
        """As high as its content needs at its width, within the screen."""
        room = self.screen().availableSize()
        unit = theme.unit(self)
        width = max(unit * _WIDTH, self.minimumSizeHint().width())
        layout = self.layout()
        assert layout is not None
        height = max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())
        self.resize(QSize(width, height).boundedTo(QSize(room.width() - 40, room.height() - 60)))

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
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * unit, 2 * unit, 2 * unit, 2 * unit)
        column.setSpacing(unit)
        column.addWidget(self._text)
        column.addWidget(self._detail)
        if body is not None:
            body.setParent(self)
            column.addWidget(body, 1)
        else:
            column.addStretch(1)
        column.addLayout(row_of(list(self.buttons.values()), self))


def row_of(buttons: Sequence[QPushButton], owner: QWidget) -> QBoxLayout:
    """Buttons at the right end of a line, below each other where they would not fit the screen."""
    unit = theme.unit(owner)
    needed = sum(button.sizeHint().width() + unit for button in buttons) + 4 * unit
    row: QBoxLayout = QHBoxLayout()
    if needed > owner.screen().availableSize().width() - 40:
        row = QVBoxLayout()
    else:
        row.addStretch(1)
    row.setSpacing(unit)
    for button in buttons:
        row.addWidget(button)
    return row


def breakable(text: str) -> str:
    """Text whose long paths may be broken at their slashes; it looks the same."""
    return text.replace("/", "/\u200b").replace("\\", "\\\u200b")
