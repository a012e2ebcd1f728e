"""What every page of the wizard is: a widget that shows a part of the project and finds places."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.workspace import Workspace


class Page(QWidget):
    """A step of the wizard. The shell alone shows pages and moves between them.

    Edits go to the workspace at once; there is nothing to apply. `place_focused` tells the place
    whose editor got the focus, so that the preview shows it; `moved` asks the shell for a place
    on another page.
    """

    place_focused = Signal(str)
    moved = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace

    def refresh(self) -> None:
        """Show the project as it is now; called when the page is shown and after every new root.

        Editors that hold the same value are left alone: cursor, selection and a composing input
        method must not be disturbed.
        """
        raise NotImplementedError

    def focus_place(self, place: str) -> bool:
        """Put the focus on the editor of a place; False where this page has none."""
        raise NotImplementedError
