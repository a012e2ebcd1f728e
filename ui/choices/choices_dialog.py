"""收不收: a list of what came from outside, taken or left one by one or all, then taken in.

The one dialog of choices: 改稿, 合并 and 收部门报来的 are kinds of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from model.choices.choice import Choice
from model.choices.decisions import ChoiceState, Decisions
from ui.choices.decided_model import DecidedModel
from ui.kit import theme
from ui.kit.background_job import Job
from ui.kit.labels import label
from ui.kit.padded import as_list
from ui.renewal.text_reader import text_reader
from ui.workspace import Workspace

R = TypeVar("R")
_AFTER_TYPING_MS = 300


class ChoicesDialog(QDialog, Generic[R]):
    """Stays open beside the wizard; follows the project as it changes.

    `place_shown` tells the place of the row that is chosen, `place_wanted` asks for its page.
    A kind says which rows are `wanted`, how they are `compare`d anew, what is told of them.
    """

    place_wanted = Signal(str)
    place_shown = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        model: Callable[[QObject], DecidedModel[R]],
        filters: Sequence[str],
        sides: Sequence[str],
        words: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.decisions = Decisions(())
        self.model = model(self)
        self.told = label(self, "", wraps=True)
        self.wrong = label(self, role="error", wraps=True)
        self.wrong.hide()
        self.which = QComboBox(self)
        self.which.setAccessibleName("看哪些")
        self.which.addItems([*filters])
        self.view = QTableView(self)
        self.view.setModel(self.model)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.sides = tuple(sides)
        self.readers = [text_reader(self, name) for name in sides]
        self.buttons = self._made_buttons(words)
        self._job = Job(self)
        self._job.done.connect(self.came)
        self._job.failed.connect(self.failed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_TYPING_MS)
        self._soon.timeout.connect(self.compare)
        self._connect()

    @property
    def is_reading(self) -> bool:
        """Whether files are still being read."""
        return self._job.is_busy

    # What a kind of this dialog says.

    def came(self, read: object) -> None:
        """Take over what was read."""
        raise NotImplementedError

    def failed(self, message: str) -> None:
        """Nothing could be read."""
        self.say(message)

    def compare(self) -> None:
        """Compare with the project as it is now; decisions on what still stands so stay."""
        raise NotImplementedError

    def apply(self) -> None:
        """完成: what was taken goes into the project, as one step of undo."""
        raise NotImplementedError

    def wanted(self) -> list[R]:
        """The rows that are asked for, in their order."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say how many rows there are and what is left to decide."""
        raise NotImplementedError

    def show_row(self, row: R | None) -> None:
        """Show all of the row that is chosen."""
        raise NotImplementedError

    def decided(self, row: R) -> Decisions:
        """The decisions once this row is taken."""
        return self.decisions.take(self.model.choice_of(row).key)

    def place_of(self, choice: Choice) -> str:
        """Where in the project a choice leads; '' for nowhere."""
        return choice.place

    # What all of them do.

    def current(self) -> R | None:
        """The row that is chosen."""
        row = self.view.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def chosen(self) -> Choice | None:
        """The choice of the row that is chosen."""
        row = self.current()
        return None if row is None else self.model.choice_of(row)

    def take(self) -> None:
        """Take the chosen row."""
        row = self.current()
        if row is not None and self.model.choice_of(row).ways:
            self.decide(self.decided(row))

    def leave(self) -> None:
        """Leave the chosen row: the project stays as it is there."""
        choice = self.chosen()
        if choice is not None and choice.ways:
            self.decide(self.decisions.leave(choice.key))

    def toggle(self) -> None:
        """The space bar: take what is not taken; of what is, take the decision back."""
        choice = self.chosen()
        if choice is None:
            return
        if self.decisions.state(choice) is ChoiceState.TAKEN:
            self.decide(self.decisions.reopen(choice.key))
        else:
            self.take()

    def decide(self, decisions: Decisions) -> None:
        """These are the decisions now."""
        self.say("")
        self.decisions = decisions
        self.show_rows()

    def show_rows(self) -> None:
        """The rows that are asked for, and how many there are."""
        at = self.view.currentIndex().row()
        self.model.show_decisions(self.decisions, self.wanted())
        if self.model.rows:
            self.view.selectRow(max(0, min(at, len(self.model.rows) - 1)))
        self.show_row(self.current())
        self.tell()

    def open_chosen(self) -> None:
        """Double click and Enter: all of the chosen row, or its page."""
        choice = self.chosen()
        place = self.place_of(choice) if choice is not None else ""
        if place:
            self.place_wanted.emit(place)

    def say(self, text: str) -> None:
        """Say what is wrong; '' for nothing."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def done(self, result: int) -> None:
        self._job.forget()
        self._soon.stop()
        super().done(result)

    def set_columns(self, name: str, widest: int, also: Sequence[int]) -> None:
        """Name the table and share its width: `widest` and `also` take what is left."""
        self.view.setAccessibleName(name)
        as_list(self.view, widest=widest)
        for column in also:
            stretch = QHeaderView.ResizeMode.Stretch
            self.view.horizontalHeader().setSectionResizeMode(column, stretch)

    def connect_buttons(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Let buttons do what they say."""
        for key, slot in slots.items():
            self.buttons[key].clicked.connect(lambda *_, slot=slot: slot())

    def row_of(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
        """Widgets at both ends of a line."""
        row = QHBoxLayout()
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        return row

    def set_tabs(self, order: Sequence[QWidget]) -> None:
        """Tab goes through these one after the other; the list has the keys at first."""
        for former, later in itertools.pairwise(order):
            QWidget.setTabOrder(former, later)
        self.view.setFocus()

    def _show_current(self) -> None:
        self.show_row(self.current())
        choice = self.chosen()
        place = self.place_of(choice) if choice is not None else ""
        if place:
            self.place_shown.emit(place)

    def _made_buttons(self, words: Mapping[str, str]) -> dict[str, QPushButton]:
        made = {key: QPushButton(text, self) for key, text in words.items()}
        for button in made.values():
            button.setAutoDefault(False)
        made["done"].setProperty("role", "primary")
        theme.polish(made["done"])
        return made

    def _connect(self) -> None:
        self.connect_buttons(
            {"take": self.take, "leave": self.leave, "done": self.apply, "close": self.reject}
        )
        self.which.currentIndexChanged.connect(lambda *_: self.show_rows())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.view.doubleClicked.connect(lambda *_: self.open_chosen())
        keys = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_Return: self.open_chosen,
            Qt.Key.Key_Enter: self.open_chosen,
        }
        for key, slot in keys.items():
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self._workspace.changed.connect(self._soon.start)
