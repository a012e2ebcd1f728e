"""A sentence over the lower edge of the page: what was done, or why it was not."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from ui.kit import theme

_SECONDS = 8


class Notice(QLabel):
    """Shown for some seconds, or until the next edit; it takes no focus and no click."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
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
        seen = self._page.visibleRegion().boundingRect()
        unit = theme.unit(self)
        width = min(seen.width() - 4 * unit, self.fontMetrics().horizontalAdvance(text) + 8 * unit)
        height = self.heightForWidth(width)
        self.setGeometry(
            seen.center().x() - width // 2, seen.bottom() - height - 2 * unit, width, height
        )
        self.raise_()
        self.show()
        self._timer.start()
