"""A list of proposals to accept from: periods to renew, slips to correct, numbers to tie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.jobs.proposals import Proposal, ProposalKind
from model.places.figure_list import sentence_at
from model.renewal.undecided import Undecided
from ui.kit import theme
from ui.kit.labels import label
from ui.kit.tick_list import add_tick, tick_all, tick_list
from ui.workspace import Workspace

_KEY = Qt.ItemDataRole.UserRole
_AROUND = 16
_AFTER_TYPING_MS = 300


class ProposalsDialog(QDialog):
    """What is sure is ticked at first; what is left ticked is done in one step.

    `place_wanted` asks the window to show the place of one.
    """

    place_wanted = Signal(str)

    def __init__(
        self, workspace: Workspace, kind: ProposalKind[Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(kind.title)
        self._workspace = workspace
        self._kind = kind
        self._found: Sequence[Proposal] = ()
        self._about = label(self, wraps=True)
        self.items = tick_list(kind.title, self)
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self._all = QPushButton("全选(&A)", self)
        self._none = QPushButton("全不选(&U)", self)
        self._buttons = QDialogButtonBox(self)
        self._do = QPushButton(
            f"{kind.button}(&Y)", self
        )  # made here: one that Qt lends is not kept
        self._buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        self._do.setProperty("role", "primary")
        theme.polish(self._do)
        self._buttons.addButton("关闭(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._all.clicked.connect(lambda: tick_all(self.items, Qt.CheckState.Checked))
        self._none.clicked.connect(lambda: tick_all(self.items, Qt.CheckState.Unchecked))
        self.items.itemDoubleClicked.connect(lambda item: self.place_wanted.emit(item.data(_KEY)))
        self._buttons.accepted.connect(self.apply)
        self._buttons.rejected.connect(self.reject)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self.fill)
        workspace.changed.connect(self._soon.start)
        workspace.report_changed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Find the proposals in the project as it is now; what was not ticked stays so."""
        self._soon.stop()
        former = {
            self._name(one): self._item(row).checkState() for row, one in enumerate(self._found)
        }
        self._found = self._kind.find(self._workspace.project, self._workspace.report)
        open_times = self._kind.undecided(self._workspace.project, self._workspace.report)
        self.items.clear()
        for one in self._found:
            first = Qt.CheckState.Checked if self._kind.is_sure(one) else Qt.CheckState.Unchecked
            state = former.get(self._name(one), first)
            add_tick(self.items, self._words(one), state).setData(_KEY, one.place)
        for time in open_times:
            item = QListWidgetItem(self._told(time, f"{time.before}　{time.reason}"), self.items)
            item.setData(_KEY, time.place)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        is_any = bool(self._found)
        is_listed = is_any or bool(open_times)
        self._about.setText(self._kind.about if is_listed else self._kind.nothing)
        self.items.setVisible(is_listed)
        for widget in (self._all, self._none):
            widget.setVisible(is_any)
        self._do.setVisible(is_any)

    def apply(self) -> None:
        """Make the ticked proposals true, in one step of undo."""
        if self._soon.isActive():
            self.fill()  # places have moved since these were found
        chosen = [
            one
            for row, one in enumerate(self._found)
            if self._item(row).checkState() is Qt.CheckState.Checked
        ]
        if chosen:
            refused = self._make_true(chosen)
            self._wrong.setText(refused or "")
            self._wrong.setVisible(bool(refused))
            self.fill()
            if not refused and not self.items.count():
                self.accept()

    def _make_true(self, chosen: Sequence[Any]) -> str | None:
        """Do what was ticked in one step of undo; the message of what was refused."""
        make = self._kind.make
        if make is None:
            return self._workspace.set_all(self._kind.accept(self._workspace.project, chosen))
        did = f"{self._kind.verb}数{len(chosen)}处"
        return self._workspace.do(did, lambda project: make(project, chosen))

    def _words(self, proposal: Proposal) -> str:
        """What is proposed and why; below, the words around it."""
        words = self._kind.words(proposal)
        return self._told(proposal, f"{words.change}　{words.reason}")

    def _told(self, proposal: Proposal | Undecided, title: str) -> str:
        project = self._workspace.project
        before, said, after = sentence_at(project, proposal.place, proposal.start, proposal.end)
        if not said:
            return title
        ahead = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
        behind = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
        return f"{title}\n{ahead}【{said}】{behind}"

    def _name(self, proposal: Proposal) -> tuple[str, ...]:
        """A proposal wherever it moved to in its text."""
        return (proposal.place, *self._kind.words(proposal))

    def _item(self, row: int) -> QListWidgetItem:
        return self.items.item(row)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        column = QVBoxLayout(self)
        column.setSpacing(unit)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._about)
        column.addWidget(self.items, 1)
        row = QHBoxLayout()
        row.addWidget(self._all)
        row.addWidget(self._none)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._wrong)
        column.addWidget(self._buttons)
        room = self.screen().availableSize()
        self.resize(min(unit * 80, room.width() - 40), min(unit * 60, room.height() - 80))
