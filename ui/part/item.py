"""One point: sign, lead, text that grows, its numbers, what it said last period."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from model.report.carried import figures_in, record_state
from model.report.item import Item
from model.values.state import State
from ui.forms.editors.link_book import Value
from ui.forms.editors.offers import Offers
from ui.forms.editors.prose import ProseEditor
from ui.forms.editors.tokens import tokens
from ui.kit import theme
from ui.kit.flow import Flow
from ui.kit.labels import label
from ui.kit.qt import laid_out_once
from ui.part import item_edits
from ui.part.context import Context
from ui.part.cursors import put_cursor
from ui.part.dragging import Handle
from ui.part.figures import FigureLines
from ui.part.last_words import LastWords, can_check, is_checked, states_of
from ui.part.row_card import RowCard
from ui.part.signs import NONE, choose_sign
from ui.part.widgets import Entry, Fold, button
from ui.workspace import Keeper


class ItemCard(RowCard):
    """A point of a text, or (`is_remark`) the words behind the statement of an indicator."""

    def __init__(
        self,
        context: Context,
        item: Item,
        parent: QWidget | None = None,
        *,
        is_remark: bool = False,
    ) -> None:
        super().__init__(context, item.id, parent)
        self.item = item
        self.sign = ""
        self.is_remark = is_remark
        self._shown: Item | None = None
        self._values: tuple[Value, ...] = ()

    def show_item(self, item: Item, sign: str) -> None:
        """Show the item as the project has it now, and the sign it has in its row."""
        is_same = item is self._shown
        if is_same and sign == self.sign:
            return
        self.item, self.sign, self._shown = item, sign, item
        if self.is_awake and is_same:
            self._show_sign()
        elif self.is_awake:
            with laid_out_once(self):
                self._show()
        else:
            self.sleeping_changed()

    def renew_links(self) -> None:
        """Values that the links of the text show may have changed."""
        if self.is_awake and self._link_values() != self._values:
            self._set_books()
        elif not self.is_awake and "{" in self.item.text:
            self.sleeping_changed()

    def focus_path(self, path: str) -> bool:
        """Put the focus on the lead, the text, a figure or the sign."""
        self.wake()
        self._last.open_to_review()
        if path == "marker":
            self._sign.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.numbers.focus_blank(f"{self.key}.{path}"):
            return True
        elif path.startswith("lead"):
            self._lead.setVisible(True)
            self._lead.go_to(path)
        else:
            self._text.go_to(path)
        return True

    def focus_first(self) -> None:
        first = self._lead if self.item.lead else self._text
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_cursor(self, at: int) -> None:
        """Put the cursor into the text, behind so many of its characters."""
        self.wake()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        put_cursor(self._text, at)

    # Painted while asleep.

    def head(self) -> str:
        lead = self.item.lead or ""
        return "  ".join(part for part in (self.sign, self._plain(lead)) if part)

    def words(self) -> str:
        return self._plain(self.item.text) or self.item.hint or " "

    def _plain(self, text: str) -> str:
        return self.context.said_now(text)

    # Made of widgets.

    def build(self, column: QVBoxLayout) -> None:
        unit = theme.unit(self)
        head = QHBoxLayout()
        head.setSpacing(unit // 2)
        self._handle = Handle("item", self)
        self._sign = button("", "序号", self, self._choose_sign)
        self._lead = self._lead_editor()
        more = button("⋯", "这一条的其他操作", self, self._open_menu)
        for widget in (self._handle, self._sign):
            head.addWidget(widget)
            widget.setVisible(not self.is_remark)
        head.addWidget(self._lead, 1)
        head.addStretch(0)
        head.addWidget(more)
        self._head = head
        self._text = ProseEditor(self)
        self._text.area.installEventFilter(self)
        self._error = label(self, role="error", wraps=True)
        self._error.hide()
        self._bind(self._text, "text")
        column.addLayout(head)
        below = QVBoxLayout()
        below.setContentsMargins(0 if self.is_remark else 2 * unit + unit // 2, 0, 0, 0)
        below.setSpacing(unit // 2)
        below.addWidget(self._text)
        below.addWidget(self._error)
        self._build_tools(below)
        column.addLayout(below)
        self._show()

    def _build_tools(self, column: QVBoxLayout) -> None:
        tools = Flow(gap=theme.unit(self) // 2)
        self._last = last = LastWords(self.context, self.key, "这一条", self, self.confirm)
        self._fold_numbers = Fold(self, self._open_numbers)
        self._drop = button("", "本期不写这一条，内容留着", self, self.drop)
        for widget in (last.chip, self._fold_numbers, last.fold, last.check, self._drop):
            tools.addWidget(widget)
        self.numbers = FigureLines(self.context, self)
        self._hint = label(self, role="secondary", wraps=True)
        column.addWidget(self._hint)
        column.addLayout(tools)
        last.words.taken.connect(lambda at: item_edits.take_sentence(self.context, self.item, at))
        column.addWidget(last.words)
        column.addWidget(self.numbers)

    def _lead_editor(self) -> ProseEditor:
        """Leads are one line."""
        editor = ProseEditor(self, single_line=True)
        editor.set_placeholder("小标题（可不填）")
        editor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # signs go first
        self._bind(editor, "lead")
        return editor

    def _bind(self, editor: ProseEditor, name: str) -> None:
        place = f"{self.key}.{name}"
        editor.keeper = Keeper(self.context.workspace, lambda: place, _plain_text)
        editor.edited.connect(lambda typed: self._edited(editor, name, typed))
        editor.focused.connect(self._set_books)
        editor.focused.connect(lambda: self.context.place_focused.emit(place))
        editor.reverted.connect(lambda: self._say(""))
        if name == "lead":
            editor.entered.connect(lambda: self.put_cursor(0))

    def _show(self) -> None:
        item = self.item
        state = record_state(item)
        is_plain = not item.marker and not item.lead
        self._lead.setVisible(not self.is_remark and (not is_plain or self._lead.is_focused))
        self._set_books()
        self._lead.set_value(item.lead)
        self._text.set_value(item.text)
        for name, editor in (("lead", self._lead), ("text", self._text)):
            self.context.show_refused(editor, f"{self.key}.{name}", self._say)
        for path, editor in (("lead", self._lead), ("text", self._text)):
            editor.set_figure_states(figures_in(item, path) if item.former else ())
        self._text.set_placeholder("在这里写。按回车另起一条，输入 { 插入指标或字段。")
        self._show_sign()
        self._show_tools(state)

    def _show_sign(self) -> None:
        state = record_state(self.item)
        self._sign.setText(f"{self.sign or NONE} ▾")
        name = "说明" if self.is_remark else f"要点 {self.sign}".strip()
        self._text.set_names(f"{name} 正文", "，".join((state.label, self.item.hint)))
        self._lead.set_names(f"{name} 小标题", state.label)
        self._sign.setAccessibleName(f"{name}的序号：{self.sign or NONE}")

    def _show_tools(self, state: State) -> None:
        item = self.item
        self._hint.setText(item.hint)
        self._hint.setVisible(bool(item.hint) and (not item.text or state is State.EMPTY))
        self._drop.setText("本期仍写 F5" if item.dropped else "本期不写 F5")
        self._drop.setVisible(bool(item.former) or item.dropped)
        self._last.show_last(
            state,
            item_edits.last_sentences(item) if item.former else None,
            states_of(item),
            self._plain(f"{item.lead or ''}{item.text}"),
            takes_from=item_edits.first_to_take(item),
        )
        count, blanks = self.numbers.show_item(item)
        is_in_use = blanks > 0 or self.numbers.isVisibleTo(self)  # filled, it stays under the hands
        is_open = bool(count) and self.context.is_open(f"{self.key}.numbers", is_in_use)
        self._fold_numbers.setVisible(count > 0)
        left = f"，待填 {blanks}" if blanks else ""
        self._fold_numbers.show_words(f"文中数字 {count}{left}", is_open)
        self.numbers.set_open(is_open)

    def _set_books(self) -> None:
        self._values = self._link_values()
        for editor in (self._lead, self._text):
            editor.set_book(self.context.book)

    def _link_values(self) -> tuple[Value, ...]:
        """What the links of lead and text show now."""
        text = f"{self.item.lead or ''}{self.item.text}"
        if "{" not in text:
            return ()
        return tuple(self.context.book.value(one) for one in tokens(text) if len(one) > 1)

    def _open_numbers(self, is_open: bool) -> None:
        self.context.set_open(f"{self.key}.numbers", is_open)
        with laid_out_once(self):
            self._show_tools(record_state(self.item))

    # Editing.

    def _edited(self, editor: ProseEditor, name: str, typed: str) -> None:
        if name == "text" and "\n" in typed.strip("\n"):
            is_wrong = item_edits.put_paragraphs(self.context, self.item, typed) is None
            if is_wrong:
                self.context.workspace.set_aside(f"{self.key}.text", typed)
            editor.set_wrong(is_wrong)
            return
        before, text = self.item.text, _plain_text(typed)
        message = self.context.enter(f"{self.key}.{name}", text)
        self._say(message or "")
        editor.set_wrong(bool(message))
        if name == "text" and not message and not self.is_remark:
            item_edits.take_typed_sign(self.context, self.item, before, text)

    def _say(self, message: str) -> None:
        self._error.setText(message)
        self._error.setVisible(bool(message))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            lists: Iterable[Offers] = self._text.findChildren(Offers)
            is_offering = any(one.isVisible() for one in lists)
            if not is_offering and not self.is_remark and self._takes(event):
                return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Enter breaks the point in two, Backspace at its start joins it to the one before."""
        cursor = self._text.area.textCursor()
        plain_key = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain_key:
            item_edits.split(self.context, self.item, self._text)
            return True
        at_start = cursor.position() == 0 and not cursor.hasSelection()
        if event.key() == Qt.Key.Key_Backspace and plain_key and at_start:
            return item_edits.join(self.context, self.item)
        return False

    def called(self) -> str:
        return item_edits.called(self.context, self.item)

    def add_below(self) -> None:
        if not self.is_remark:
            item_edits.add_below(self.context, self.item)

    def remove(self) -> None:
        neighbour = item_edits.neighbour(self.context.project, self.item)
        if self.take_away() and neighbour:
            self.context.wanted.emit(f"{neighbour}.text")

    def confirm(self) -> None:
        states = states_of(self.item)
        if can_check(states):
            self.set_flag("checked", not is_checked(states))

    def drop(self) -> None:
        self.set_flag("dropped", not self.item.dropped)

    def _choose_sign(self) -> None:
        choose_sign(self._sign, self.context, self.key, self.item.marker)

    def _open_menu(self) -> None:
        own, states = not self.is_remark, states_of(self.item)
        check = Entry(
            "不算核过" if is_checked(states) else "核过",
            self.confirm,
            "F4",
            is_enabled=can_check(states),
        )
        more = (
            Entry("并入上一条", lambda: item_edits.join(self.context, self.item), is_enabled=own),
            Entry("写小标题", lambda: self.focus_path("lead"), is_enabled=own),
        )
        self.show_menu(more, check, self.item.dropped, is_in_row=own)


def _plain_text(typed: str) -> str:
    """The text without the line ends around it."""
    return typed.strip("\n")
