"""The page of one part of the text: its heading, and its content as cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.check.length import characters
from model.jobs.brief import lengths_said
from model.jobs.known_numbers import KnownNumber
from model.jobs.part_text import plain_text
from model.jobs.proposals import ProposalKind, numbers_of
from model.renewal.outlines import has_last_text, is_outline, with_outline, with_text
from model.report.project import Project
from model.report.section import Block, Section
from model.values.state import State
from ui.kit import theme
from ui.kit.flow import FlowArea
from ui.kit.labels import label
from ui.kit.notice import Notice
from ui.kit.page import Page
from ui.kit.qt import above, focused
from ui.part.contents import AddButton, Contents
from ui.part.context import Context
from ui.part.heading import HeadingRow
from ui.part.piece import Piece
from ui.part.prose_field import ProseField
from ui.part.signs import signs_of
from ui.part.tabbing import step
from ui.part.two_ways import TEXTS, TwoWays
from ui.part.unsaid_list import UnsaidList
from ui.part.widgets import button
from ui.workspace import Workspace

_COUNT_MS = 200
_NUMBERS = "认数：文中的数与指标表比一比，相同的连上，不同的看哪个对，没有的加进去"
_KEYS: dict[str, Callable[[Piece], None]] = {
    "Alt+Up": lambda piece: piece.move_by(-1),
    "Alt+Down": lambda piece: piece.move_by(1),
    "Ctrl+Return": lambda piece: piece.add_below(),
    "Ctrl+Enter": lambda piece: piece.add_below(),
    "Ctrl+Shift+Delete": lambda piece: piece.remove(),
    "F5": lambda piece: piece.drop(),
}


class SectionPage(Page):
    """A part (or a block that stands in no part), built from its content."""

    def __init__(
        self, workspace: Workspace, section_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, parent)
        self.section_id = section_id
        self.context = Context(workspace, self)
        self._shown: Project | None = None
        self._part: Section | Block | None = None
        self.heading = HeadingRow(self.context, section_id, self)
        self.hint = label(self, role="secondary", wraps=True)
        self.contents = Contents(self.context, self)
        self.add_button = AddButton(self.context, section_id, self, "＋ 加内容(&A)")
        self.unsaid = UnsaidList(self.context, section_id, self)
        self.texts = TwoWays(self, TEXTS, self._choose_texts)
        self.numbers = button("认数(&N)", _NUMBERS, self, self._read_numbers)
        self.length = label(self, role="secondary")
        self._tools = FlowArea(theme.unit(self), self)
        self.notice = Notice(self)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_COUNT_MS)
        self._count.timeout.connect(self._show_length)
        self._lay_out()
        self.context.place_focused.connect(self.place_focused)
        self.context.wanted.connect(self._go)
        self.context.arranged.connect(self.refresh)
        self.context.said.connect(self.notice.say)
        self.context.paragraphs_put.connect(self._read_pasted)
        for keys, act in _KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._actor(act))
        self._asked = ""
        confirming = QShortcut(QKeySequence("F4"), self)
        confirming.setAutoRepeat(False)
        confirming.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        confirming.activated.connect(self._confirm)

    # What the shell calls.

    def refresh(self) -> None:
        former, now = self._shown, self.workspace.project
        if former is now:
            return
        part = self._find()
        if part is None:
            return
        self._shown = now
        values_changed = former is None or not _same_values(former, now)
        is_same = part is self._part
        self._part = part
        if isinstance(part, Section):
            self.heading.show_section(part, self._sign(part))
            if not is_same or values_changed:
                self.hint.setText(part.hint)
                self.hint.setVisible(bool(part.hint))
                self.contents.show_content(part.content, values_changed=values_changed)
        elif not is_same or values_changed:
            self.contents.show_content((part,), values_changed=values_changed)
        self.heading.setVisible(isinstance(part, Section))
        self.add_button.setVisible(isinstance(part, Section))
        self._show_texts(part)
        self._count.start()

    def focus_place(self, place: str) -> bool:
        id_, _, path = place.partition(".")
        if "@" in place:
            found = self.contents.focus_place("", place)
        elif id_ == self.section_id and isinstance(self._part, Section):
            self.heading.go_to(path)
            found = True
        else:
            found = self.contents.focus_place(id_, path)
        if found:
            self.scroll_to_focus()
        return found

    # What the clerk can do with the whole part.

    def plain_text(self) -> str:
        """The part as it is read, paragraphs with two full-width spaces."""
        return plain_text(self.workspace.document(), self._part) if self._part else ""

    def copy_text(self) -> None:
        """复制为纯文字."""
        text = self.plain_text()
        QGuiApplication.clipboard().setText(text)
        self.notice.say(f"已复制这一部分的文字（{characters(text)}字），可以粘贴到别处。", False)

    # Inside.

    def _show_texts(self, part: Section | Block) -> None:
        """Whether last period's text stands in the points, where it said something."""
        is_asked = isinstance(part, Section) and has_last_text(part)
        self.texts.setVisible(is_asked)
        self._tools.fit()
        if isinstance(part, Section) and is_asked:
            self.texts.show_way(not is_outline(part))

    def _choose_texts(self, with_words: bool) -> None:
        """Bring last period's text in, or take it out to stand beside; one step of undo."""
        change, did = (with_text, "连文字带过来") if with_words else (with_outline, "只留提纲")
        self.context.do(did, lambda project: change(project, [self.section_id]))
        part = self._find()
        if part is not None:
            self._show_texts(part)

    def _read_numbers(self) -> None:
        """认数: the list opens beside the window, or the page says that there is nothing in it."""
        kind = self._numbers_kind()
        if kind.find(self.workspace.project, self.workspace.report):
            self.proposals_wanted.emit(kind)
        else:
            self.notice.say(kind.nothing, False)

    def _read_pasted(self) -> None:
        """Text of several paragraphs was put in: its numbers are listed, where there are any."""
        kind = self._numbers_kind()
        if kind.find(self.workspace.project, self.workspace.report):
            self.proposals_wanted.emit(kind)

    def _numbers_kind(self) -> ProposalKind[KnownNumber]:
        self.workspace.settle()
        heading = self._part.heading if isinstance(self._part, Section) else None
        named = self.context.said_now(heading.text) if heading else ""
        return numbers_of(self.section_id, named, self.workspace.session.today)

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        copy = button("复制为纯文字(&C)", "把这一部分复制为纯文字", self, self.copy_text)
        for widget in (self.length, self.texts, self.numbers, copy):
            self._tools.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(unit // 2, unit, unit, 2 * unit)
        column.setSpacing(unit)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addWidget(self._tools)
        column.addWidget(self.contents)
        column.addWidget(self.add_button)
        column.addWidget(self.unsaid)
        column.addStretch(1)

    def _find(self) -> Section | Block | None:
        content = self.workspace.report.content
        return next((one for one in content if one.id == self.section_id), None)

    def _sign(self, part: Section) -> str:
        beside = [one for one in self.workspace.report.content if isinstance(one, Section)]
        rows = signs_of([[one.heading.marker if one.heading else None] for one in beside])
        return next(row[0] for one, row in zip(beside, rows, strict=True) if one is part)

    def _go(self, place: str) -> None:
        """Go to a place of this page, `….text@7` behind so many characters; else tell the shell."""
        text, _, at = place.rpartition("@")
        if text.endswith(".text") and at.isdecimal():
            self.contents.put_cursor(text.removesuffix(".text"), int(at))
            self.scroll_to_focus()
        elif not self.focus_place(place):
            self.moved.emit(place)

    def _actor(self, act: Callable[[Piece], None]) -> Callable[[], None]:
        """What a key does: to the innermost card that has the focus."""

        def done() -> None:
            piece = above(focused(), Piece)
            if piece is not None and self.isAncestorOf(piece):
                act(piece)

        return done

    def _confirm(self) -> None:
        """核过 and on to the next: the text that has the focus, where it is one to look at, else
        the card around. Numbers that are still last period's are asked about first.
        """
        field, piece = above(focused(), ProseField), above(focused(), Piece)
        looked_at: ProseField | Piece | None = piece
        if field is not None and field.is_carried:
            looked_at = field
        if looked_at is None or not self.isAncestorOf(looked_at):
            return
        place = looked_at.place if isinstance(looked_at, ProseField) else looked_at.key
        before = self._left()
        count = numbers_left(before, place)
        if count and self._asked != place:
            self._asked = place
            self.notice.say(f"本段还有{count}个上期数，没有变？没有变就再按一次 F4。", False)
            return
        if self._asked:
            self._asked = ""
            self.notice.say("", False)
        looked_at.confirm()
        if len(self._left()) < len(before):
            self.next_wanted.emit()

    def _left(self) -> frozenset[str]:
        """The places of this page that are still last period's."""
        part = self._find()
        places = self.workspace.inventory.part(part).places if part is not None else ()
        return frozenset(place.place for place in places if place.state is State.CARRIED)

    def _show_length(self) -> None:
        if self._part is None:
            return
        self.unsaid.show_part(self._part)
        document = self.workspace.document()
        self.length.setText(lengths_said(self.workspace.report, document, self._part))
        self._tools.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focusNextChild()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        target = step(self, next)
        if target is None:
            return super().focusNextPrevChild(next)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        self.scroll_to_focus()
        return True


def numbers_left(left: Iterable[str], place: str) -> int:
    """How many of the places that are left are figures in the text of a place, or in a card's."""
    id_, _, path = place.partition(".")
    base = f"{id_}." if path in ("", "text") else f"{place}."
    own = base if not path else f"{base}figures."
    return sum(one.startswith(own) and ".figures." in one for one in left)


def _same_values(former: Project, now: Project) -> bool:
    """Whether all that a block reads beside itself is the very same."""
    return (
        former.observations is now.observations
        and former.tasks is now.tasks
        and former.fields is now.fields
        and former.indicators is now.indicators
        and former.organization is now.organization
        and former.period == now.period
        and former.last_period == now.last_period
    )
