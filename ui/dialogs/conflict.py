"""冲突: the file was changed elsewhere while it was open here; nothing is overwritten."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from model.errors import ConflictError, ProjectFileError
from model.places.differences import Difference, differences
from model.session import Session
from model.storage import project_file
from ui.dialogs.choice import Choice, Offer
from ui.dialogs.difference_list import DifferenceList

_COMPARE = "compare"


class Resolution(StrEnum):
    """What becomes of the two versions."""

    COPY = "copy"
    THEIRS = "theirs"
    CANCEL = "cancel"


class Clash(NamedTuple):
    """What the writer said, and where the file differs from what stands here; None where the file
    cannot be read or is gone.
    """

    message: str
    changes: tuple[Difference, ...] | None


class ConflictDialog(Choice):
    """The question; 比较 unfolds what differs and leaves the dialog open."""

    def __init__(self, clash: Clash, parent: QWidget | None) -> None:
        can_read = clash.changes is not None
        self.list = DifferenceList("两边不同的地方")
        self.list.show_differences(clash.changes or ())
        self.list.hide()
        theirs = (
            Offer(_COMPARE, "比较(&B)"),
            Offer(Resolution.THEIRS, "放弃我的改动，打开那边的(&O)"),
        )
        super().__init__(
            "没有保存",
            clash.message,
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


def clash(session: Session, error: ConflictError) -> Clash:
    """What the clerk must know of a conflict: the file's words beside those of the session."""
    assert session.path is not None
    try:
        theirs = project_file.load(session.path).project
    except ProjectFileError:
        return Clash(str(error), None)
    return Clash(str(error), differences(theirs, session.project))


def ask_conflict(clash: Clash, parent: QWidget | None) -> Resolution:
    """Ask; closing the dialog changes nothing."""
    answer = ConflictDialog(clash, parent).ask()
    return Resolution(answer) if answer else Resolution.CANCEL
