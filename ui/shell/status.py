"""The status bar: what is left to do at the left, length and fonts at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from ui.kit import theme
from ui.kit.labels import label
from ui.shell.wizard import Totals


class Status(QStatusBar):
    """Shows totals of the text; short messages pass over them for a few seconds.

    `fonts_wanted`: the clerk wants to know more about the missing fonts.
    """

    fonts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._left = self._label()
        self._right = self._label()
        self._warning = label(self, role="error")
        self._warning.hide()
        self._fonts = QPushButton(self)
        self._fonts.setProperty("role", "inline")
        self._fonts.clicked.connect(self.fonts_wanted)
        self._fonts.hide()
        self.setContentsMargins(0, 0, theme.unit(self), 0)
        self.messageChanged.connect(lambda shown: self._left.setVisible(not shown))
        self.addWidget(self._left, 1)
        self.addPermanentWidget(self._warning)
        self.addPermanentWidget(self._right)
        self.addPermanentWidget(self._fonts)

    def show_totals(self, totals: Totals, missing_fonts: tuple[str, ...]) -> None:
        """Show what is left, how long the text is, and which fonts this PC lacks."""
        left = [
            f"待填 {totals.blanks}" if totals.blanks else "已填完",
            f"待核 {totals.carried}" if totals.carried else "",
        ]
        self._left.setText("　".join(filter(None, left)))
        right = [f"约 {totals.pages} 页" if totals.pages else "", f"{totals.words:,} 字"]
        self._fonts.setText(f"缺 {len(missing_fonts)} 种字体")
        self._fonts.setToolTip("这台电脑没有：" + "、".join(missing_fonts))
        self._fonts.setVisible(bool(missing_fonts))
        self._right.setText(" · ".join(filter(None, right)))

    def clear_totals(self) -> None:
        """Nothing is open."""
        self._left.clear()
        self._right.clear()
        self._fonts.hide()
        self.warn("")

    def tell(self, text: str, *, seconds: int = 6) -> None:
        """A message for a few seconds; what there is no room for is in the tool tip."""
        at_right = (self._warning, self._right, self._fonts)
        taken = sum(one.sizeHint().width() for one in at_right if not one.isHidden())
        room = max(self.width() - taken - 6 * theme.unit(self), 0)
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.setToolTip("" if shown == text else text)
        self.showMessage(shown, seconds * 1000)

    def warn(self, text: str) -> None:
        """Something that stays to be seen until it is over ('')."""
        first, _, rest = text.partition("：")
        self._warning.setText(first)
        self._warning.setToolTip(rest)
        self._warning.setVisible(bool(text))
        if text:
            self.tell(text, seconds=20)

    def _label(self) -> QLabel:
        made = label(self, role="secondary")
        made.setContentsMargins(theme.unit(self), 0, theme.unit(self), 0)
        return made
