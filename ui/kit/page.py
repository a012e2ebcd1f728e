"""What every page of the wizard is: a widget that shows a part of the project and finds places."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kit import theme
from ui.kit.qt import focused, in_sight
from ui.workspace import Workspace

_HOLD_MS = 500


class Page(QWidget):
    """A step of the wizard. The shell alone shows pages and moves between them.

    Edits go to the workspace at once; there is nothing to apply. `place_focused` tells the place
    whose editor got the focus, so that the preview shows it; `moved` asks the shell for a place
    on another page, `next_wanted` for the next one to fill or to look at, `proposals_wanted` for a
    list of proposals beside the wizard.
    """

    place_focused = Signal(str)
    moved = Signal(str)
    next_wanted = Signal()
    proposals_wanted = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_HOLD_MS)

    def refresh(self) -> None:
        """Show the project as it is now; called when the page is shown and after every new root.

        Editors that hold the same value are left alone: cursor, selection and a composing input
        method must not be disturbed.
        """
        raise NotImplementedError

    @property
    def least_room(self) -> int:
        """The width below which the preview makes way for this page; 0 where it never does."""
        return 0

    def focus_place(self, place: str) -> bool:
        """Put the focus on the editor of a place; False where this page has none."""
        raise NotImplementedError

    def scroll_to_focus(self) -> None:
        """Bring what has the focus into sight, and keep it there while the page around it grows."""
        self._hold.start()
        QTimer.singleShot(0, self, self._bring_in_sight)

    def _bring_in_sight(self) -> None:
        now = focused()
        if now is not None and self.isAncestorOf(now):
            in_sight(now, 4 * theme.unit(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._hold.isActive():
            self._hold.start()  # a slow machine grows the page for longer
            QTimer.singleShot(0, self, self._bring_in_sight)
