"""The places in which two states of a project differ, old and new, as a list."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from model.places.differences import Difference
from ui.kit import theme
from ui.kit.two_lines import TwoLineList

SHOWN = 12
_NOTHING = "（空）"


class DifferenceList(TwoLineList):
    """Shows the first twelve and says how many more there are. Nothing in it can be chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(theme.unit(self) * 10)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def show_differences(self, found: tuple[Difference, ...]) -> None:
        """Fill the list; it says so where no words differ."""
        self.clear()
        for one in found[:SHOWN]:
            shown = f"{_flat(one.before)} → {_flat(one.after)}"
            self.add(_flat(one.label), shown, one.place)
        if len(found) > SHOWN:
            self.add(f"还有{len(found) - SHOWN}处", "", "")
        if not found:
            self.add("文字和数字都一样", "不同的只是次序、序号或设置。", "")

    def sizeHint(self) -> QSize:
        """Room for a few entries; more scroll."""
        unit = theme.unit(self)
        return QSize(unit * 60, unit * 7 * min(max(self.count(), 2), 4))


def _flat(text: str) -> str:
    """A text in one paragraph, so that old and new stand beside each other."""
    return " ".join(text.split()) or _NOTHING
