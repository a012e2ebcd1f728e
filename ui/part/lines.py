"""One value on one line: label, editor with unit, last value, state; what is wrong below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QWidget

from model.jobs.suggestions import departments_of
from model.places.place import Place
from model.values.state import State
from ui.forms.editors.departments import DepartmentsEditor
from ui.forms.rows import Row
from ui.kit import theme
from ui.kit.page import Page
from ui.kit.qt import above, in_sight
from ui.part.context import Context
from ui.part.tabbing import stops

_WIDE, _SIDE = 19, 10  # characters beside the label from which all, or the editor, fit on its line
_LEAST = 9
_NUMBER = 9


class Line(Row):
    """A row that stays on one line in a narrow page: for the many values of a part."""

    label_characters = 7
    has_chip = True
    confirm_keys = ""  # F4 is the page's
    _mode: int | None = None

    def _entered(self) -> None:
        """Enter goes to the next number of the page, over buttons and texts between."""
        if self.editor.is_wrong:
            return
        following = self._following()
        if following is None:
            self.focusNextChild()
            return
        following.focus()
        in_sight(following, 4 * theme.unit(self))

    def _following(self) -> Line | None:
        page = above(self, Page)
        found = map(_line_of, stops(page)) if page is not None else iter(())
        lines = list(dict.fromkeys(one for one in found if one is not None))
        at = lines.index(self) + 1 if self in lines else len(lines)
        return lines[at] if at < len(lines) else None

    def minimumSizeHint(self) -> QSize:
        """It can be as narrow as its editor: the label goes above it then."""
        character = self.fontMetrics().horizontalAdvance("国")
        return QSize(_LEAST * character, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        character = self.fontMetrics().horizontalAdvance("国")
        room = self.width() // character
        mode = 2 if room >= self.label_characters + _WIDE else 1
        mode = 0 if room < self.label_characters + _SIDE else mode
        if mode == self._mode:
            return
        self._mode = mode
        gap = theme.unit(self)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(gap // 2)
        if self.kind.is_number:
            self.editor.setMaximumWidth(_NUMBER * character + 5 * gap)
        if mode == 0:
            self._put_stacked()
        else:
            self._put_beside(is_wide=mode == 2)

    def _put_beside(self, *, is_wide: bool) -> None:
        """Label and editor on one line; last value and state too where there is room."""
        self.label.setFixedWidth(self.label_characters * self.fontMetrics().horizontalAdvance("国"))
        middle = Qt.AlignmentFlag.AlignVCenter
        is_short = self.kind.is_number
        beside = is_wide and is_short
        self._grid.addWidget(self.label, 0, 0, middle)
        span = 1 if is_short or self.has_chip else 3
        self._grid.addWidget(self.editor, 0, 1, 1, span)
        self._grid.addWidget(self.former, 0 if beside else 1, 2 if beside else 1, middle)
        if is_wide and self.has_chip:
            self._grid.addWidget(self.chip, 0, 3, middle)
        else:
            self._grid.addWidget(self.chip, 2, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        self._put_words(2 if beside else 1)

    def _put_stacked(self) -> None:
        """One below the other."""
        self.label.setMinimumWidth(0)
        self.label.setMaximumWidth(16_777_215)
        for number, widget in enumerate((self.label, self.editor, self.former)):
            self._grid.addWidget(widget, number, 0, 1, 4)
        self._grid.addWidget(self.chip, 3, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
        self._put_words(3)

    def _put_words(self, stretched: int) -> None:
        self._grid.addWidget(self.error, 4, 0, 1, 4)
        self._grid.addWidget(self.hint, 5, 0, 1, 4)
        self._stretch(stretched)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._mode = None
        super().changeEvent(event)

    def _shows_state(self, state: State) -> bool:
        """That a value is simply filled in shows by the value."""
        return super()._shows_state(state) and state is not State.FILLED

    def show_label(self, words: str) -> None:
        """Another label, told in full to a screen reader by the row's own name."""
        self.label.setText(words.replace("&", "&&"))


def _line_of(widget: QWidget) -> Line | None:
    return above(widget, Line)


class FigureLine(Line):
    """A number in a text, told by the words around it."""

    label_characters = 12


class ShortLine(Line):
    """A line with a short label: 牵头单位."""

    label_characters = 5
    has_chip = False


def line(kind: type[Line], fillable: Place, context: Context, label: str) -> Line:
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
