"""文字怎么带过来: for each part, whether its text comes along or is written anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.renewal.outlines import Choice
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.tick_list import add_tick, tick_list

_ABOUT = (
    "打勾的部分连文字带过来，逐段核；去掉勾的只留提纲，文字重写，上期的文字摆在旁边。"
    "以后在那一页里随时能换。数都空着，上期数摆在旁边。"
)
_SHOWN = 5
_KEY = Qt.ItemDataRole.UserRole


class TextChoice(QWidget):
    """A box to tick for each part that may come with its text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items = tick_list("连文字带过来的部分", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.unit(self))
        column.addWidget(label(self, _ABOUT, "secondary", wraps=True))
        column.addWidget(self.items)
        self.setFocusProxy(self.items)

    def show_choices(self, found: Sequence[Choice]) -> None:
        """Offer these parts, ticked as is usual for each; nothing is shown where there is none."""
        self.items.clear()
        for choice in found:
            heading = choice.part.heading
            state = Qt.CheckState.Unchecked if choice.is_outline else Qt.CheckState.Checked
            item = add_tick(self.items, heading.text if heading else "", state)
            item.setData(_KEY, choice.part.id)
        line = self.fontMetrics().height() + 2 * theme.unit(self)
        self.items.setFixedHeight(min(max(len(found), 1), _SHOWN) * line)
        self.setVisible(bool(found))

    def outlines(self) -> tuple[str, ...]:
        """The ids of the parts that are to be written anew."""
        rows = [self.items.item(row) for row in range(self.items.count())]
        return tuple(row.data(_KEY) for row in rows if row.checkState() is Qt.CheckState.Unchecked)
