"""A sentence over the lower edge of the page: what was done, or why it was not."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.kit import theme

_SECONDS = 8


class Notice(QLabel):
    """Shown for some seconds, or until the next edit; it takes no focus.

    Where it offers something, `taken` tells that the clerk wants it; else it takes no click either.
    """

    taken = Signal()

    def __init__(self, page: QWidget, offer: str = "") -> None:
        super().__init__(page)
        self._page = page
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not offer)
        self.button: QPushButton | None = self._made(offer) if offer else None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, is_refusal: bool) -> None:
        """Say something, or with '' nothing any more."""
        if not text:
            self.hide()
            return
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("wrong", is_refusal)
        theme.polish(self)
        unit = theme.unit(self)
        beside = self.button.sizeHint().width() + 2 * unit if self.button is not None else 0
        self.setContentsMargins(0, 0, beside, 0)
        seen = self._page.visibleRegion().boundingRect()
        wanted = self.fontMetrics().horizontalAdvance(text) + 8 * unit + beside
        width = min(seen.width() - 4 * unit, wanted)
        least = self.button.sizeHint().height() + unit if self.button is not None else 0
        height = max(self.heightForWidth(width), least)
        self.setGeometry(
            seen.center().x() - width // 2, seen.bottom() - height - 2 * unit, width, height
        )
        if self.button is not None:
            high = self.button.sizeHint().height()
            self.button.setGeometry(width - beside, (height - high) // 2, beside - unit, high)
        self.raise_()
        self.show()
        self._timer.start()

    def _made(self, offer: str) -> QPushButton:
        button = QPushButton(offer, self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self.taken)
        return button
