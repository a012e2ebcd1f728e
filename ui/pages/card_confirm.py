"""这一组都核过: names and dates of a card at once; text with numbers is looked at one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from model.places.place import Place
from model.values.state import State
from ui.forms.rows import Row
from ui.workspace import Workspace

_LEAST = 2
"""For one alone there is 核过 beside it."""


class CardConfirm(QPushButton):
    """Shown while several rows of a card hold names or dates of last period's; one step of undo."""

    def __init__(self, workspace: Workspace, rows: Sequence[Row], parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows = tuple(rows)
        self.setProperty("role", "quiet")
        self.setProperty("small", True)
        self.setAutoDefault(False)
        self.setToolTip("这一组的名称和日期都看过了，仍然对。有数字的文字不算在里面。")
        self.clicked.connect(self.confirm)
        self.refresh()

    def refresh(self) -> None:
        """Say how many there are, as the rows show them now."""
        count = len(self._carried())
        self.setText(f"这一组都核过（{count}）")
        self.setVisible(count >= _LEAST)

    def confirm(self) -> None:
        """Say of all of them that they hold still."""
        refused = self._workspace.confirm([place.place for place in self._carried()])
        if refused:
            self._workspace.said.emit(refused)

    def _carried(self) -> list[Place]:
        shown = [row.fillable for row in self._rows]
        return [one for one in shown if one.state is State.CARRIED and one.is_name_or_time]
