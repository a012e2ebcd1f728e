"""The status bar: what is left to do at the left, length and fonts at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from ui import theme
from ui.labels import label
from ui.wizard import Totals


class Status(QStatusBar):
    """Shows totals of the text; short messages pass over them for a few seconds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._left = self._label()
        self._right = self._label()
        self.addWidget(self._left, 1)
        self.addPermanentWidget(self._right)

    def show_totals(self, totals: Totals, missing_fonts: tuple[str, ...]) -> None:
        """Show what is left, how long the text is, and which fonts this PC lacks."""
        left = [
            f"待填 {totals.blanks}" if totals.blanks else "已填完",
            f"待核 {totals.carried}" if totals.carried else "",
        ]
        self._left.setText("　".join(filter(None, left)))
        right = [f"约 {totals.pages} 页" if totals.pages else "", f"{totals.words:,} 字"]
        if missing_fonts:
            right.append(f"缺 {len(missing_fonts)} 种字体")
            self._right.setToolTip("本机没有：" + "、".join(missing_fonts))
        else:
            self._right.setToolTip("")
        self._right.setText(" · ".join(filter(None, right)))

    def clear_totals(self) -> None:
        """Nothing is open."""
        self._left.clear()
        self._right.clear()

    def tell(self, text: str) -> None:
        """A message for a few seconds."""
        self.showMessage(text, 6000)

    def _label(self) -> QLabel:
        made = label(self, role="secondary")
        made.setContentsMargins(theme.unit(self), 0, theme.unit(self), 0)
        return made
