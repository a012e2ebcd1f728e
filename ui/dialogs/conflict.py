"""冲突: the file was changed elsewhere while it was open here; nothing is overwritten."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from model.jobs.conflict import Conflict
from ui.dialogs.choice import Choice, Offer
from ui.dialogs.difference_list import DifferenceList

_COMPARE = "compare"


class Resolution(StrEnum):
    """What becomes of the two versions."""

    COPY = "copy"
    MERGE = "merge"
    THEIRS = "theirs"
    CANCEL = "cancel"


class ConflictDialog(Choice):
    """The question; 比较 unfolds what differs and leaves the dialog open."""

    def __init__(self, conflict: Conflict, parent: QWidget | None) -> None:
        can_read = conflict.changes is not None
        self.list = DifferenceList("两边不同的地方")
        self.list.show_differences(conflict.changes or ())
        self.list.hide()
        theirs = (
            Offer(Resolution.MERGE, "合并两边的(&M)…"),
            Offer(_COMPARE, "比较(&B)"),
            Offer(Resolution.THEIRS, "放弃我的改动，打开那边的(&O)"),
        )
        super().__init__(
            "没有保存",
            conflict.message,
            (
                Offer(Resolution.COPY, "另存一份(&S)…", is_default=True),
                *(theirs if can_read else ()),
                Offer(Resolution.CANCEL, "取消(&C)"),
            ),
            parent,
            detail="您写的都还在这里。放弃的改动会留在“找回以前保存的”里。" if can_read else "",
            body=self.list,
        )

    def choose(self, key: str) -> None:
        """As pressing a button does; 比较 only unfolds the list."""
        if key != _COMPARE:
            super().choose(key)
            return
        self.list.show()
        self.buttons[_COMPARE].setEnabled(False)
        self.list.setFocus()
        self.fit()


def ask_conflict(conflict: Conflict, parent: QWidget | None) -> Resolution:
    """Ask; closing the dialog changes nothing."""
    answer = ConflictDialog(conflict, parent).ask()
    return Resolution(answer) if answer else Resolution.CANCEL
