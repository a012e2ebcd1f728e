"""One value on one line: label, editor with unit, last value, state; what is wrong below."""

from __future__ import annotations

from PySide6.QtCore import Qt

from model.entry.fillable import Fillable
from model.values.state import State
from ui import theme
from ui.blocks.context import Context
from ui.editors.departments import DepartmentsEditor
from ui.editors.known import departments_of
from ui.rows import Row

_NARROW = 26  # characters below which last value and state go under the editor
_NUMBER = 9


class Line(Row):
    """A row that stays on one line in a narrow page: for the many values of a part."""

    label_characters = 7
    has_chip = True

    def _arrange(self) -> None:
        character = self.fontMetrics().horizontalAdvance("国")
        is_wide = self.width() >= _NARROW * character
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        gap = theme.unit(self)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(gap // 2)
        self.label.setFixedWidth(self.label_characters * character)
        is_short = self.kind.is_number
        if is_short:
            self.editor.setMaximumWidth(_NUMBER * character + 5 * gap)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self.label, 0, 0, middle)
        self._grid.addWidget(self.editor, 0, 1)
        beside = is_wide and is_short
        self._grid.addWidget(self.former, 0 if beside else 1, 2 if beside else 1, middle)
        if is_wide:
            self._grid.addWidget(self.chip, 0, 3, middle)
        else:
            self._grid.addWidget(self.chip, 2, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self.error, 3, 0, 1, 4)
        self._grid.addWidget(self.hint, 4, 0, 1, 4)
        self._stretch(2 if beside else 1)

    def refresh(self, fillable: Fillable) -> None:
        """Show the place as it is now; that it is simply filled in shows by the value."""
        super().refresh(fillable)
        self.chip.setVisible(self.has_chip and fillable.state is not State.FILLED)

    def show_label(self, words: str) -> None:
        """Another label, told in full to a screen reader by the row's own name."""
        self.label.setText(words.replace("&", "&&"))


class FigureLine(Line):
    """A number in a text, told by the words around it."""

    label_characters = 12


class ShortLine(Line):
    """A line with a short label: 牵头单位."""

    label_characters = 5
    has_chip = False


def line(kind: type[Line], fillable: Fillable, context: Context, label: str) -> Line:
    """The line of a place under a label."""
    made = kind(
        fillable, context.workspace, context.place_focused.emit, {}, has_state=kind.has_chip
    )
    made.set_books(context.books)
    if isinstance(made.editor, DepartmentsEditor):
        made.editor.set_known(departments_of(context.project))
    made.show_label(label)
    made.refresh(fillable)
    return made
