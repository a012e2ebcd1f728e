"""A list of proposals to accept from: periods to renew, slips to correct, numbers to tie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.entry.apply import Assignment
from model.report.project import Project
from model.report.report import Report
from ui import theme
from ui.labels import label
from ui.two_lines import KEY, TwoLineList
from ui.workspace import Workspace


class Offer(NamedTuple):
    """Proposals of one kind: their title, what they are for, how they are found, told and made.

    A proposal has a `place`; `told` gives its two lines. `verb` is what the button does.
    """

    title: str
    about: str
    verb: str
    nothing: str
    find: Callable[[Project, Report], Sequence[Any]]
    told: Callable[[Any], tuple[str, str]]
    make: Callable[[Project, Sequence[Any]], list[Assignment]]


class ProposalsDialog(QDialog):
    """All are ticked at first; what is left ticked is done in one step. `place_wanted` asks the
    window to show the place of one.
    """

    place_wanted = Signal(str)

    def __init__(self, workspace: Workspace, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(offer.title)
        self._workspace = workspace
        self._offer = offer
        self._found: Sequence[Any] = ()
        self._about = label(self, wraps=True)
        self._list = TwoLineList(self)
        self._list.setAccessibleName(offer.title)
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self._all = QPushButton("全选(&A)", self)
        self._none = QPushButton("全不选(&U)", self)
        self._buttons = QDialogButtonBox(self)
        self._do = self._buttons.addButton(
            f"{offer.verb}(&Y)", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._do.setProperty("role", "primary")
        self._buttons.addButton("关闭(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self._none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self._list.itemDoubleClicked.connect(lambda item: self.place_wanted.emit(item.data(KEY)))
        self._buttons.accepted.connect(self.apply)
        self._buttons.rejected.connect(self.reject)
        self.fill()

    def fill(self) -> None:
        """Find the proposals in the project as it is now."""
        self._found = self._offer.find(self._workspace.project, self._workspace.report)
        self._list.clear()
        for one in self._found:
            title, remark = self._offer.told(one)
            item = self._list.add(title, remark, one.place)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        is_any = bool(self._found)
        self._about.setText(self._offer.about if is_any else self._offer.nothing)
        for widget in (self._list, self._all, self._none):
            widget.setVisible(is_any)
        self._do.setEnabled(is_any)

    def apply(self) -> None:
        """Make the ticked proposals true, in one step of undo."""
        chosen = [
            one
            for row, one in enumerate(self._found)
            if self._item(row).checkState() is Qt.CheckState.Checked
        ]
        if chosen:
            made = self._offer.make(self._workspace.project, chosen)
            refused = self._workspace.set_all(made)
            self._wrong.setText(refused or "")
            self._wrong.setVisible(bool(refused))
        self.fill()

    def _item(self, row: int) -> QListWidgetItem:
        return self._list.item(row)

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self._list.count()):
            self._item(row).setCheckState(state)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        column.addWidget(self._about)
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.addWidget(self._all)
        row.addWidget(self._none)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._wrong)
        column.addWidget(self._buttons)
        self.resize(unit * 80, unit * 60)
