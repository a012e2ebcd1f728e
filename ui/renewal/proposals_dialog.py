"""A list of proposals to accept from: periods to renew, slips to correct, numbers to tie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.entry.apply import Assignment
from model.places.figure_list import sentence_at
from model.report.project import Project
from model.report.report import Report
from ui.kit import theme
from ui.kit.labels import label
from ui.workspace import Workspace

_KEY = Qt.ItemDataRole.UserRole
_AROUND = 16
_AFTER_TYPING_MS = 300


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
        self.items = _list(offer.title, self)
        self._wrong = label(self, role="error", wraps=True)
        self._wrong.hide()
        self._all = QPushButton("全选(&A)", self)
        self._none = QPushButton("全不选(&U)", self)
        self._buttons = QDialogButtonBox(self)
        self._do = self._buttons.addButton(
            f"{offer.verb}(&Y)", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._do.setProperty("role", "primary")
        theme.polish(self._do)
        self._buttons.addButton("关闭(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self._none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
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
        unticked = {
            self._name(one)
            for row, one in enumerate(self._found)
            if self._item(row).checkState() is Qt.CheckState.Unchecked
        }
        self._found = self._offer.find(self._workspace.project, self._workspace.report)
        self.items.clear()
        for one in self._found:
            item = QListWidgetItem(self._words(one), self.items)
            item.setData(_KEY, one.place)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = self._name(one) not in unticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        is_any = bool(self._found)
        self._about.setText(self._offer.about if is_any else self._offer.nothing)
        for widget in (self.items, self._all, self._none):
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
            made = self._offer.make(self._workspace.project, chosen)
            refused = self._workspace.set_all(made)
            self._wrong.setText(refused or "")
            self._wrong.setVisible(bool(refused))
            self.fill()

    def _words(self, one: Any) -> str:
        """What is proposed and why; below, the words around it."""
        title, remark = self._offer.told(one)
        project = self._workspace.project
        before, said, after = sentence_at(project, one.place, one.start, one.end)
        if not said:
            return f"{title}　{remark}"
        ahead = f"…{before[-_AROUND:]}" if len(before) > _AROUND else before
        behind = f"{after[:_AROUND]}…" if len(after) > _AROUND else after
        return f"{title}　{remark}\n{ahead}【{said}】{behind}"

    def _name(self, one: Any) -> tuple[Any, ...]:
        """A proposal wherever it moved to in its text."""
        return (one.place, *self._offer.told(one))

    def _item(self, row: int) -> QListWidgetItem:
        return self.items.item(row)

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self.items.count()):
            self._item(row).setCheckState(state)

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


def _list(name: str, parent: QWidget) -> QListWidget:
    """Entries of two lines with a box to tick; the space bar ticks."""
    made = QListWidget(parent)
    made.setAccessibleName(name)
    made.setProperty("role", "ticks")
    made.setWordWrap(True)
    made.setSpacing(theme.unit(parent) // 2)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
