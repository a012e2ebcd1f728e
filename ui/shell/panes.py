"""The three columns of the wizard: steps, page and preview, with the widths a clerk gave them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.kit import theme

_WIDTHS = (28, 84, 54)
_LEAST = (20, 38, 20)
"""In units of the theme; together the least fit 1280 pixels at 200 %."""


class Panes(QSplitter):
    """Steps at the left, the page in the middle, the preview at the right; only it folds away."""

    def __init__(
        self, steps: QWidget, page: QWidget, preview: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._preview = preview
        self._folded = 0
        unit = theme.unit(self)
        for widget in (steps, page, preview):
            self.addWidget(widget)
        self._fit_least()
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes([unit * width for width in _WIDTHS])

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs wider columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_least()

    def _fit_least(self) -> None:
        for at, least in enumerate(_LEAST[: self.count()]):
            self.widget(at).setMinimumWidth(theme.unit(self) * least)

    @property
    def folded(self) -> int:
        """The width that the preview took and would take again; 0 while it is seen."""
        return self._folded if self._preview.isHidden() else 0

    def show_preview(self, is_shown: bool) -> None:
        """Fold the preview away, or show it as wide as it was."""
        if not is_shown and self._preview.isVisible():
            self._folded = self._preview.width() + self.handleWidth()
        self._preview.setVisible(is_shown)

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of the three columns; none while they are not all to be seen."""
        is_whole = self.isVisible() and self._preview.isVisible()
        return tuple(self.sizes()) if is_whole else ()

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Give the columns kept widths; others than three are left alone."""
        if len(widths) == self.count():
            self.setSizes(list(widths))
