"""A text of a record that is edited in place: a heading, an opening, a caption, words of a task."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.places.own import own_places
from model.places.place import Place
from model.report.carried import figures_in, formers
from model.report.former import worst
from model.report.record import Record
from model.report.schema import attributes
from model.values.state import State
from ui.forms.editors.link_book import LinkBook
from ui.forms.editors.prose import ProseEditor
from ui.kit import theme
from ui.kit.flow import Flow
from ui.kit.labels import label
from ui.part.context import Context
from ui.part.last_words import LastWords, can_check, is_checked
from ui.workspace import Keeper


class ProseField(QWidget):
    """A prose editor with what is wrong and last period's words below it.

    `name` is what it is called. `has_state` False leaves 待核 and 核过 to the card around it.
    """

    def __init__(
        self,
        context: Context,
        place: str,
        name: str,
        placeholder: str,
        parent: QWidget,
        *,
        has_state: bool = True,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.place = place
        self.book = context.book
        self._name, self._hint, self._has_state = name, "", has_state
        self._states: tuple[State, ...] = ()
        self._last: LastWords | None = None
        self._said_last = ""
        self.editor = ProseEditor(self, single_line=True)
        self.editor.keeper = Keeper(context.workspace, lambda: self.place)
        self.editor.set_placeholder(placeholder)
        self.error = label(self, role="error", wraps=True)
        self.error.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.unit(self) // 2)
        self._column.addWidget(self.editor)
        self._column.addWidget(self.error)
        self._confirm = QAction("核过\tF4", self)
        self._confirm.setVisible(False)
        self._confirm.triggered.connect(self.confirm)
        self.editor.offer_action(self._confirm)
        self.editor.edited.connect(self._edited)
        self.editor.reverted.connect(lambda: self._say(""))
        self.editor.focused.connect(lambda: context.place_focused.emit(self.place))
        self.editor.entered.connect(self.focusNextChild)
        self._describe()

    def set_name(self, name: str, hint: str = "") -> None:
        """Call it otherwise; `hint` is what helps to fill it."""
        if (name, hint) != (self._name, self._hint):
            self._name, self._hint = name, hint
            self._describe()

    def show_record(self, record: Record, book: LinkBook | None = None) -> None:
        """Show the text of the record as the project has it now."""
        path = self.place.partition(".")[2]
        self.book = book or self.context.book
        self.editor.set_book(self.book)
        self.editor.set_value(attributes(type(record))[path].text(record))
        self.context.show_refused(self.editor, self.place, self._say)
        self.editor.set_figure_states(figures_in(record, path) if formers(record) else ())
        if self._has_state:
            self._show_state(record, path)

    @property
    def is_carried(self) -> bool:
        """Whether last period's words are to be looked at here, or were."""
        return can_check(self._states)

    def confirm(self) -> None:
        """核过, or no longer."""
        if not self.is_carried:
            return
        typed = "否" if is_checked(self._states) else "是"
        message = self.context.set(f"{self.place}.checked", typed)
        if message:
            self._say(message)
        else:
            self.context.arranged.emit()

    def go_to(self, path: str) -> None:
        """Put the focus there: on a figure or blank of the text, or on the text."""
        if self._last is not None:
            self._last.open_to_review()
        self.editor.go_to(path)

    # Inside.

    def _show_state(self, record: Record, path: str) -> None:
        """As the inventory has the text as a whole and the figures in it."""
        id_ = self.place.partition(".")[0]
        base = f"{id_ if path == 'text' else self.place}."
        inside = (f"{base}figures.", f"{base}blanks.")
        found = [
            place
            for place in own_places(record)
            if place.place == self.place or place.place.startswith(inside)
        ]
        whole = next((place for place in found if place.place == self.place), None)
        is_shown = whole is not None and whole.state is not State.FILLED
        self._states = tuple(place.state for place in found) if is_shown else ()
        if is_shown or self._last is not None:
            self._show_last(whole, attributes(type(record))[path].text(record))
        self._confirm.setVisible(self.is_carried)
        self._confirm.setText(("不算核过" if is_checked(self._states) else "核过") + "\tF4")
        self._describe()

    def _show_last(self, whole: Place | None, text: str) -> None:
        """Chip, last words and 核过 are made where there is something of last period's."""
        if self._last is None:
            self._last = LastWords(self.context, self.place, self._name, self, self.confirm)
            tools = Flow(gap=theme.unit(self) // 2)
            for widget in (self._last.chip, self._last.fold, self._last.check):
                tools.addWidget(widget)
            self._column.addLayout(tools)
            self._column.addWidget(self._last.words)
        last = whole.last if whole is not None and self._states else None
        self._said_last = self.context.said_last(last or "")
        said = None if last is None else (last,)
        now = self.context.said_now(text)
        self._last.show_last(worst(self._states), said, self._states, now)

    def _describe(self) -> None:
        """What a screen reader says of the editor."""
        state = worst(self._states)
        said = [
            self.error.text(),
            "" if state is State.FILLED else state.label,
            f"上期：{self._said_last}" if self._states and self._said_last else "",
            self._hint,
        ]
        self.editor.set_names(self._name, "；".join(filter(None, said)))

    def _edited(self, typed: str) -> None:
        message = self.context.enter(self.place, typed)
        self._say(message or "")
        self.editor.set_wrong(bool(message))

    def _say(self, message: str) -> None:
        self.error.setText(message)
        self.error.setVisible(bool(message))
        self._describe()
