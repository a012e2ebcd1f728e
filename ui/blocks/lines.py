"""One value on one line: label, editor with unit, last value, state; what is wrong below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from model.entry.fillable import Fillable
from ui import theme
from ui.editors.link_book import LinkBooks
from ui.rows import Row
from ui.workspace import Workspace

_NARROW = 24  # characters below which last value and state go under the editor
_NUMBER = 9


class Line(Row):
    """A row that stays on one line in a narrow page: for the many numbers of a part."""

    label_characters = 6

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
        self.editor.setMaximumWidth(_NUMBER * character + 5 * gap)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self.label, 0, 0, middle)
        self._grid.addWidget(self.editor, 0, 1)
        if is_wide:
            self._grid.addWidget(self.former, 0, 2, middle)
            self._grid.addWidget(self.chip, 0, 3, middle)
        else:
            self._grid.addWidget(self.former, 1, 1, middle)
            self._grid.addWidget(self.chip, 1, 0, middle)
        self._grid.addWidget(self.error, 2, 0, 1, 4)
        self._grid.addWidget(self.hint, 3, 0, 1, 4)
        self._stretch(2 if is_wide else 1)


class FigureLine(Line):
    """A number in a text, told by the words around it."""

    label_characters = 12


def line(
    kind: type[Line],
    fillable: Fillable,
    workspace: Workspace,
    on_focus: Callable[[str], None],
    books: LinkBooks,
) -> Line:
    """The line of a place."""
    made = kind(fillable, workspace, on_focus, {}, has_state=True)
    made.set_books(books)
    made.label.setText(made.name.replace("&", "&&"))
    made.refresh(fillable)
    return made
