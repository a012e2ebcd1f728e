"""The places in which two states of a project differ, old and new, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from model.places.differences import Difference
from model.places.refused import Refused
from ui.kit import theme
from ui.kit.two_lines import TwoLineList

SHOWN = 12
_LONGEST = 60
_NOTHING = "（空）"


class _Told(TwoLineList):
    """Shows the first twelve and says how many more there are. Nothing in it can be chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(theme.unit(self) * 10)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    def sizeHint(self) -> QSize:
        """Room for a few entries; more scroll."""
        unit = theme.unit(self)
        return QSize(unit * 60, unit * 7 * min(max(self.count(), 2), 4))

    def _tell_more(self, count: int) -> None:
        if count > SHOWN:
            self.add(f"还有{count - SHOWN}处", "", "")


class DifferenceList(_Told):
    """What stood in each place, and what stands there now."""

    def show_differences(
        self, found: tuple[Difference, ...], refused: tuple[Refused, ...] = ()
    ) -> None:
        """Fill the list, what was `refused` first; it says so where no words differ."""
        self.clear()
        for piece in refused[:SHOWN]:
            self.add(_flat(piece.name), f"没有收下的：{shortened(piece.typed)}", piece.place)
        for one in found[:SHOWN]:
            shown = f"{_flat(one.before)} → {_flat(one.after)}"
            self.add(_flat(one.label), shown, one.place)
        self._tell_more(len(found))
        if not found and not refused:
            self.add("文字和数字都一样", "不同的只是次序、序号或设置。", "")


class RefusedList(_Told):
    """What was typed and refused: where, what, why."""

    def show_refused(self, found: Sequence[Refused]) -> None:
        """Fill the list."""
        self.clear()
        for one in found[:SHOWN]:
            self.add(f"{_flat(one.name)}：{shortened(one.typed)}", one.reason, one.place)
        self._tell_more(len(found))


def shortened(typed: str) -> str:
    """What was typed, as far as it fits on a line."""
    flat = _flat(typed)
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def _flat(text: str) -> str:
    """A text in one paragraph, so that old and new stand beside each other."""
    return " ".join(text.split()) or _NOTHING
