"""A row of a form: label, editor, last value, state, and what is wrong; made here and only here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QSizePolicy, QWidget

from model.jobs.leaders import leaders_today
from model.jobs.suggestions import departments_of
from model.library import shipped
from model.places.place import Place
from model.report.leaders import words_for
from model.values.field_kind import FieldKind
from model.values.state import State
from ui.forms.editors.dates import DateEditor
from ui.forms.editors.departments import DepartmentsEditor
from ui.forms.editors.editor import Editor
from ui.forms.editors.link_book import LinkBooks
from ui.forms.editors.make import make_editor
from ui.forms.editors.number import NumberEditor
from ui.forms.editors.periods import PeriodEditor
from ui.forms.editors.prose import ProseEditor
from ui.forms.former import Former
from ui.kit import theme
from ui.kit.access_keys import AccessKeys
from ui.kit.labels import label
from ui.kit.qt import in_sight
from ui.kit.state_chip import StateChip
from ui.workspace import Keeper, Workspace

_LABEL = 10  # characters
_WIDE = 40  # characters from which label, editor and last value stand side by side
_NUMBER = 11
_BELOW = 5  # the line of the grid under all others
_FIGURES = ".figures."
_RENEWED = (State.CARRIED, State.UPDATED, State.CONFIRMED)
_SIDE_BY_SIDE = frozenset(kind for kind in FieldKind if kind.is_number)


def row(
    fillable: Place,
    workspace: Workspace,
    on_focus: Callable[[str], None],
    *,
    keys: AccessKeys | None = None,
    books: LinkBooks | None = None,
    words: Mapping[str, str] | None = None,
    has_state: bool = True,
) -> Row:
    """The row of a place.

    `keys` gives the label its letter; `books` the values that links show (shared by a page);
    `words` says the project's values in words (`gbt9704`: …) where they are keys;
    `has_state` False shows the state chip only where it tells of last period's words.
    """
    made = Row(fillable, workspace, on_focus, words or {}, has_state=has_state)
    made.set_books(books or LinkBooks())
    made.label.setText(keys.label(made.name) if keys else made.name.replace("&", "&&"))
    made.refresh(fillable)
    return made


_OF_LEADERS = ("领导", "书记", "县长", "市长", "姓名", "职务", "汇报人", "讲话人")
"""What the label of a field that names a leader holds."""


class Row(QWidget):
    """One place of the project in a form. What is typed goes to the workspace at once."""

    confirm_keys = "Ctrl+Return"
    """The keys that say that last period's words hold still; '' where the page has its own."""

    def __init__(
        self,
        fillable: Place,
        workspace: Workspace,
        on_focus: Callable[[str], None],
        words: Mapping[str, str],
        *,
        has_state: bool,
    ) -> None:
        super().__init__()
        self.place = fillable.place
        self.kind = kind_of_row(fillable)
        self.name = fillable.label.removesuffix(f"（{fillable.unit}）")
        self.workspace = workspace
        self._fillable = fillable
        self._words = dict(words)
        self._books = LinkBooks()
        self._is_wide: bool | None = None
        self.label = label(self, wraps=True)
        self.editor = self._make_editor(fillable)
        self.editor.keeper = Keeper(workspace, lambda: self.place, self._value)
        self.former = Former(self)
        self.former.confirm_keys = "Ctrl+回车 或 F4" if self.confirm_keys else ""
        self.chip = StateChip(self)
        self._has_state = has_state
        self.error = label(self, role="error", wraps=True)
        self.error.hide()
        self._is_typed = False
        self.hint = label(self, role="secondary", wraps=True)
        self.label.setBuddy(self.editor.focusProxy())  # what has no focus policy gets no focus
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.editor.edited.connect(self._edited)
        self.editor.reverted.connect(self._reverted)
        self.editor.entered.connect(self._entered)
        self.editor.focused.connect(lambda: on_focus(self.place))
        self.former.taken.connect(self.use_last)
        self.former.confirmed.connect(self.confirm)
        self._use_last = self._action("用上期数(&U)", "Ctrl+D", self.use_last)
        self._confirm = self._action("核过，不改(&K)", self.confirm_keys, self.confirm)
        if self.kind is FieldKind.TEXT and _is_of_a_leader(fillable.label):
            self._action("从领导名单选(&L)…", "Alt+Down", self.offer_leaders)
        self._arrange()

    # What the pages use.

    def refresh(self, fillable: Place) -> None:
        """Show the place as the project has it now."""
        self._fillable = fillable
        value = fillable.value
        if isinstance(self.editor, ProseEditor):
            self.editor.set_book(self._books.of(self.workspace.project))
        if isinstance(self.editor, NumberEditor):
            self.editor.set_unit(fillable.unit)
        if isinstance(self.editor, DateEditor):
            self.editor.year = self.workspace.project.period.year
        self.editor.set_value(None if value is None else self._words.get(value, value))
        self._show_refused()
        self.former.show_values(
            self.kind,
            fillable.last_said(self.workspace.project.period),
            fillable.last_year,
            can_confirm=self._can_confirm(),
        )
        self._use_last.setEnabled(fillable.last is not None)
        self._confirm.setEnabled(self._can_confirm())
        self.chip.set_state(fillable.state)
        self.chip.setVisible(self._shows_state(fillable.state))
        told = self.hint.text()
        self.hint.setText(_hint(fillable))
        self.hint.setVisible(bool(self.hint.text()))
        if self._is_typed and self.hint.text() not in ("", told):
            self._show_in_sight(self.hint)
        self._is_typed = False
        self._describe()

    @property
    def fillable(self) -> Place:
        """The place as it is shown."""
        return self._fillable

    def focus(self) -> None:
        """Put the focus into the editor, which shows what was refused here, if anything was."""
        self._show_refused()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_books(self, books: LinkBooks) -> None:
        """Where the values of links come from."""
        self._books = books

    def use_last(self) -> None:
        """Take over last period's value."""
        if self._fillable.last is not None:
            self.editor.set_text(self._fillable.last)

    def confirm(self) -> None:
        """Say that what was carried over holds still."""
        if not self._can_confirm():
            return
        is_figure = _FIGURES in self.place  # it is looked at once it is typed, if only the same
        checked = (self.place, self._fillable.value or "")
        place, typed = checked if is_figure else (f"{self.place}.checked", "是")
        self.show_error(self.workspace.set(place, typed) or "")

    def offer_leaders(self) -> None:
        """Offer the leaders of the place, as this field wants them."""
        place = self.workspace.project.organization.name
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for word in words_for(self._fillable.label, leaders_today(place)):
            menu.addAction(word).triggered.connect(lambda *_, word=word: self.editor.set_text(word))
        if menu.isEmpty():
            menu.addAction("名单还是空的，请先在“编辑”菜单里建领导名单").setEnabled(False)
        menu.popup(self.editor.mapToGlobal(self.editor.rect().bottomLeft()))

    def _shows_state(self, state: State) -> bool:
        """Whether the chip has something to say of a state."""
        return self._has_state or state in _RENEWED

    def _can_confirm(self) -> bool:
        return "@" not in self.place and self._fillable.state is State.CARRIED

    # Editing.

    def _edited(self, typed: str) -> None:
        self._is_typed = True
        refused = self.workspace.enter(self.place, self._value(typed))
        self.show_error(self._without_place(refused) if refused else "")
        self.editor.set_wrong(bool(refused))
        if refused:
            self._show_in_sight(self.error)

    def _show_in_sight(self, message: QLabel) -> None:
        """At the foot of what is seen a message would stand below it."""

        def show() -> None:
            if message.isVisible():
                in_sight(message, theme.unit(self))

        QTimer.singleShot(0, self, show)

    def _value(self, typed: str) -> str:
        """What the project is told for what was typed."""
        keys = {word: value for value, word in self._words.items()}
        return keys.get(typed, typed)

    def _show_refused(self) -> None:
        """What was refused here, perhaps in another editor or before a crash, and why."""
        was_wrong, typed = self.editor.is_wrong, self.workspace.refused_at(self.place)
        self.editor.show_refused(None if typed is None else self._words.get(typed, typed))
        if was_wrong and not self.editor.is_wrong:
            self.show_error("")
        elif typed is not None and self.editor.is_wrong and not was_wrong:
            self.show_error(self._without_place(self.workspace.reason(self.place, typed)))

    def show_error(self, message: str) -> None:
        """Say below the editor what is wrong; '' is nothing."""
        self.error.setText(message)
        self.error.setVisible(bool(message))
        self._describe()

    def _reverted(self) -> None:
        self.show_error("")

    def _entered(self) -> None:
        if not self.editor.is_wrong:
            self.focusNextChild()

    def _without_place(self, message: str) -> str:
        """The clerk sees where it is; the message need not say so again."""
        for known in (f"{self.place}：", f"{self.name}：", f"{self._fillable.label}："):
            message = message.removeprefix(known)
        return message

    def _describe(self) -> None:
        """What a screen reader says of the editor."""
        said = [self.error.text(), self.former.words(), self.hint.text()]
        if not self.chip.isHidden():
            said.insert(1, self._fillable.state.label)
        unit = f"（{self._fillable.unit}）" if self._fillable.unit else ""
        self.editor.set_names(self.name + unit, "；".join(part for part in said if part))

    # Making and laying out.

    def _make_editor(self, fillable: Place) -> Editor:
        choices = tuple(self._words.values()) or fillable.choices
        editor = make_editor(self.kind, unit=fillable.unit, choices=choices, parent=self)
        project = self.workspace.project
        if isinstance(editor, DepartmentsEditor):
            editor.set_known(departments_of(project))
        if isinstance(editor, PeriodEditor):
            editor.set_year(project.period.year)
        return editor

    def _action(self, words: str, keys: str, do: Callable[[], None]) -> QAction:
        """A thing to do with the editor, by key and in its context menu."""
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        self.editor.offer_action(action)
        return action

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout() is not None:
            self._is_wide = None
            self._arrange()

    def _arrange(self) -> None:
        """Side by side where there is room, below each other where there is none."""
        character = self.fontMetrics().horizontalAdvance("国")
        is_wide = self.width() >= _WIDE * character
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        gap = theme.unit(self)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(gap // 2)
        is_number = self.kind in _SIDE_BY_SIDE
        self.editor.setMaximumWidth(_NUMBER * character if is_number else 16_777_215)
        self.label.setFixedWidth(_LABEL * character) if is_wide else _free(self.label)
        self._put_wide(is_number) if is_wide else self._put_narrow()

    def _put_wide(self, is_number: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        beside = (0, 2, 1, 1) if is_number else (2, 1, 1, 3)
        self.label.setContentsMargins(0, theme.unit(self) // 2, 0, 0)
        self._grid.addWidget(self.label, 0, 0, _BELOW + 1, 1, top)
        self._grid.addWidget(self.editor, 0, 1, 1, 1 if is_number else 2)
        self._grid.addWidget(self.former, *beside)
        self._grid.addWidget(self.chip, 0, 3, top)
        self._grid.addWidget(self.error, 1, 1, 1, 3)
        self._grid.addWidget(self.hint, 3, 1, 1, 3)
        self._stretch(2 if is_number else 1)

    def _put_narrow(self) -> None:
        self.label.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.label, 0, 0)
        self._grid.addWidget(self.chip, 0, 1, Qt.AlignmentFlag.AlignTop)
        for line, widget in enumerate((self.editor, self.error, self.former, self.hint), 1):
            self._grid.addWidget(widget, line, 0, 1, 2)
        self._stretch(0)

    def _stretch(self, column: int) -> None:
        for number in range(4):
            self._grid.setColumnStretch(number, int(number == column))
        self._grid.setRowStretch(_BELOW, 1)


def kind_of_row(fillable: Place) -> FieldKind:
    """The kind of editor of a place: a blank in prose is filled with words, whatever it stands for.

    `2026-H1` would be no word of a text.
    """
    return FieldKind.TEXT if ".blanks." in fillable.place else FieldKind(fillable.kind)


def _is_of_a_leader(label: str) -> bool:
    """Whether a field of this label holds the name, the post or the address of a leader."""
    return any(word in label for word in _OF_LEADERS)


def _hint(fillable: Place) -> str:
    """What helps to fill the place; of an indicator it is who supplies it, and what it covers."""
    if fillable.indicator is None:
        return fillable.hint
    supplier = f"报数单位：{fillable.hint}" if fillable.hint else ""
    return "。".join(part for part in (supplier, shipped.note_of(fillable.indicator)) if part)


def _free(label: QLabel) -> None:
    """Undo a fixed width."""
    label.setMinimumWidth(0)
    label.setMaximumWidth(16_777_215)
