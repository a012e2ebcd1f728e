"""基本情况: whose text, of which period, its own fields, its title, how it is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from model.report.carried import figures_in
from model.report.report import Report
from model.report.schema import attributes
from ui.forms import rows
from ui.forms.editors.link_book import LinkBooks
from ui.forms.editors.prose import ProseEditor
from ui.kit import theme
from ui.kit.access_keys import AccessKeys
from ui.kit.labels import label
from ui.kit.page import Page
from ui.kit.period_picker import OWN_KEYS
from ui.kit.qt import above, focused
from ui.pages.basics_head import BasicsHead
from ui.pages.basics_places import groups
from ui.pages.card_confirm import CardConfirm
from ui.pages.frame_places import Group
from ui.pages.long_groups import AT_ONCE, Turner, cut, first_shown, page_of
from ui.workspace import Workspace

_LABEL = 14
"""The characters that a label and the edges of a card take beside a line."""
_AT_FIRST = 24
"""Rows that fill a large screen; the cards below are made a moment later, one at a time."""


class BasicsPage(Page):
    """A card a group of rows. Rows are made anew only where another set of places is asked for."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._rows: dict[str, rows.Row] = {}
        self._places: list[str] = []
        self._unmade: list[Group] = []
        self._counts: Mapping[str, int] = {}
        self._keys = AccessKeys(OWN_KEYS)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._make_next)
        self._books = LinkBooks()
        self._turned: dict[str, int] = {}
        self.head = BasicsHead(workspace, self)
        self._cards: list[QFrame] = []
        self._confirms: list[CardConfirm] = []
        space = theme.unit(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * space, 2 * space, 2 * space, 2 * space)
        self._column.setSpacing(2 * space)
        self._column.addWidget(label(self, "基本情况", "heading"))
        self._column.addWidget(self._card("", [self.head]))
        self._column.addStretch(1)
        confirming = QShortcut(QKeySequence("F4"), self)
        confirming.setAutoRepeat(False)
        confirming.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        confirming.activated.connect(self._confirm)

    def refresh(self) -> None:
        whole = groups(self.workspace.project, self.workspace.report)
        asked = cut(whole, self._turned)
        places = {place.place: place for group in asked for place in group.places}
        self.head.refresh()
        self._counts = {group.title: len(group.places) for group in whole}
        if list(places) != self._places:
            self._begin(asked)
        else:
            self._unmade = list(asked[len(asked) - len(self._unmade) :])
            for key, row in self._rows.items():
                row.refresh(places[key])
            for confirm in self._confirms:
                confirm.refresh()
            self._mark_figures()

    @property
    def is_whole(self) -> bool:
        """Whether all rows are made."""
        return not self._unmade

    def complete(self) -> None:
        """Make all rows now."""
        while self._unmade:
            self._make_next()

    def row(self, place: str) -> rows.Row:
        """The row of a place; raises `KeyError` where this page has none."""
        self._make_to(place)
        return self._rows[place]

    def focus_place(self, place: str) -> bool:
        if place == "organization":
            place = "organization.name"
        if place == f"{self.workspace.report.id}.length":
            place = f"{self.workspace.report.id}.characters"
        row = self._row_of(place) or self._row_of(".".join(place.split(".")[:2]))
        if row is not None and isinstance(row.editor, ProseEditor):
            row.editor.go_to(place)
        elif row is not None:
            row.focus()
        if row is not None:
            self.scroll_to_focus()
        return row is not None

    def _row_of(self, place: str) -> rows.Row | None:
        """The row of a place; the hundred of a long group that has it is shown first."""
        self._make_to(place)
        if place not in self._rows:
            found = page_of(groups(self.workspace.project, self.workspace.report), place)
            if found is not None:
                self._turn(*found)
        return self._rows.get(place)

    def _make_to(self, place: str) -> None:
        """Make the cards up to that of a place now, if it has one; the others follow."""
        while place in self._places and place not in self._rows and self._unmade:
            self._make_next()

    def _turn(self, title: str, first: int) -> None:
        self.workspace.settle()
        self._turned[title] = first
        self.refresh()

    def _confirm(self) -> None:
        """F4: 核过 for the row that has the focus, and on to the next."""
        row = above(focused(), rows.Row)
        if row is not None:
            before = self._carried()
            row.confirm()
            if self._carried() < before:
                self.next_wanted.emit()

    def _carried(self) -> int:
        """How many places of this page are still last period's."""
        now = self.workspace
        return now.inventory.basics(now.project, now.report).left.carried

    def _mark_figures(self) -> None:
        """Mark in the front matter which figures are last period's."""
        report = self.workspace.report
        for path in attributes(Report):
            row = self._rows.get(f"{report.id}.{path}")
            if row is not None and isinstance(row.editor, ProseEditor):
                row.editor.set_figure_states(figures_in(report, path) if report.former else ())

    def _begin(self, asked: Sequence[Group]) -> None:
        """All cards anew: another text, or fields were added, or others of a long group."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards, self._rows, self._keys = [], {}, AccessKeys(OWN_KEYS)
        self._confirms = []
        self._places = [place.place for group in asked for place in group.places]
        self._unmade = list(asked)
        while self._unmade and len(self._rows) < _AT_FIRST:
            self._make_next()

    def _make_next(self) -> None:
        """The card of the next group; the others follow one by one."""
        if not self._unmade:
            return
        group = self._unmade.pop(0)
        made = [
            rows.row(
                place,
                self.workspace,
                self.place_focused.emit,
                keys=self._keys,
                books=self._books,
                words=group.words.get(place.place),
                has_state=group.has_state,
            )
            for place in group.places
        ]
        self._rows |= {row.place: row for row in made}
        confirm = CardConfirm(self.workspace, made, self) if group.has_state else None
        card = self._card(group.title, made, confirm)
        if self._counts[group.title] > AT_ONCE:
            self._add_turner(card, group, self._counts[group.title])
        self._cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        self._mark_figures()
        if self._unmade:
            self._soon.start()

    def _add_turner(self, card: QFrame, group: Group, count: int) -> None:
        turner = Turner(first_shown(self._turned, group.title, count), count, card)
        turner.turned.connect(lambda first: self._turn(group.title, first))
        layout = card.layout()
        assert layout is not None
        layout.addWidget(turner)

    def _card(
        self, title: str, inside: Sequence[QWidget], confirm: CardConfirm | None = None
    ) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setMaximumWidth(theme.line_width(self, theme.LINE + _LABEL))
        column = QVBoxLayout(card)
        space = theme.unit(self)
        column.setContentsMargins(2 * space, 2 * space, 2 * space, 2 * space)
        column.setSpacing(space + space // 2)
        if title:
            head = QHBoxLayout()
            head.addWidget(label(card, title, "subheading"), 1)
            if confirm is not None:
                head.addWidget(confirm)
                self._confirms.append(confirm)
            column.addLayout(head)
        for widget in inside:
            column.addWidget(widget)
        return card
