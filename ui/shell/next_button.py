"""The button that leads to the next step, and names it as far as there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

_KEY = "(&X)"


class NextButton(QPushButton):
    """下一步, with the name of the step it leads to, in whole words and in its tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "primary")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = ""
        self._show("")

    def name(self, title: str) -> None:
        """Say which step comes next."""
        self._title = title
        self.setToolTip(title)
        self.setAccessibleName(f"下一步：{title}")
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().horizontalAdvance(f"下一步：{self._title}(X)")
        return QSize(wanted + self._around(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().horizontalAdvance("下一步(X)")
        return QSize(least + self._around(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - self._around() - metrics.horizontalAdvance("下一步：(X)")
        least = min(metrics.horizontalAdvance(self._title), metrics.horizontalAdvance("国" * 4))
        if room < least:
            self._show("")
        else:
            self._show(metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room))

    def _show(self, title: str) -> None:
        text = f"下一步：{title.replace('&', '&&')}{_KEY}" if title else f"下一步{_KEY}"
        if text != self.text():
            self.setText(text)

    def _around(self) -> int:
        """What the button adds to the width of its text."""
        shown = self.fontMetrics().horizontalAdvance(
            self.text().replace("&&", "+").replace("&", "")
        )
        return max(super().sizeHint().width() - shown, 0) + 2
