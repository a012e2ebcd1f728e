"""A group of very many fields, shown a hundred at a time: each row costs ten milliseconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.kit.labels import label
from ui.pages.frame_places import Group

AT_ONCE = 100


def cut(groups: Sequence[Group], turned: Mapping[str, int]) -> tuple[Group, ...]:
    """The groups with the rows that are shown; `turned` is the first one of each long group."""
    shown = []
    for group in groups:
        first = first_shown(turned, group.title, len(group.places))
        shown.append(group._replace(places=group.places[first : first + AT_ONCE]))
    return tuple(shown)


def first_shown(turned: Mapping[str, int], title: str, count: int) -> int:
    """The first row of a group that is shown; the beginning where the group has become shorter."""
    first = turned.get(title, 0)
    return first if first < count else 0


def page_of(groups: Sequence[Group], place: str) -> tuple[str, int] | None:
    """The group of a place and the first row of its hundred; None where no group has it."""
    for group in groups:
        for number, found in enumerate(group.places):
            if found.place == place:
                return group.title, number // AT_ONCE * AT_ONCE
    return None


class Turner(QWidget):
    """The line below a long group: which rows are shown, and buttons for the others."""

    turned = Signal(int)
    """The first row that is wanted."""

    def __init__(self, first: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        last = min(first + AT_ONCE, count)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(self, f"第{first + 1}—{last}个，共{count}个", "secondary"))
        row.addStretch(1)
        self.before = QPushButton(f"前{AT_ONCE}个", self)
        self.before.setEnabled(first > 0)
        self.before.clicked.connect(lambda: self.turned.emit(max(first - AT_ONCE, 0)))
        self.behind = QPushButton(f"后{AT_ONCE}个", self)
        self.behind.setEnabled(last < count)
        self.behind.clicked.connect(lambda: self.turned.emit(first + AT_ONCE))
        row.addWidget(self.before)
        row.addWidget(self.behind)
