"""The wizard: the steps at the left, the page in the middle, the preview at the right.

`model.jobs.steps` decides which steps there are and where a place belongs; here they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.check.length import characters
from model.jobs.steps import Step, StepKind, next_blank, step_of, steps
from model.library import shipped
from model.places.changed import changed_place
from model.report.project import Project
from ui.forms.editors.editor import tell_all
from ui.kit import theme
from ui.preview.fonts import missing
from ui.preview.view import Preview
from ui.shell.next_button import NextButton
from ui.shell.page_factory import PageMaker, make_page
from ui.shell.page_stack import PageStack
from ui.shell.panes import Panes
from ui.shell.step_list import StepList
from ui.workspace import Workspace

_AFTER_TYPING_MS = 120
_NOTHING_LEFT = {
    (True, True): "没有待填、待核的了。",
    (True, False): "没有待填的了。",
    (False, True): "上期内容都核过了。",
}
"""What is said at the end of the walk: through blanks, through what is carried."""


class Totals(NamedTuple):
    """What the status bar says of the text that is shown."""

    blanks: int
    carried: int
    pages: int
    words: int


class Wizard(QWidget):
    """One open project. `step_shown` tells the key of a step, `totals_changed` new totals."""

    step_shown = Signal(str)
    totals_changed = Signal()
    preview_shown = Signal(bool)

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, make: PageMaker = make_page
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.totals = Totals(0, 0, 0, 0)
        self.step_list = StepList(self)
        self.pages = PageStack(workspace, make, self)
        self.preview = Preview(self)
        self.add_part = QPushButton("＋ 加一个部分(&J)", self)
        self.add_part.setProperty("role", "quiet")
        self._back = QPushButton("上一步(&B)", self)
        self._forward = NextButton(self)
        self._wants_preview = self._holds_preview = True
        self._current = ""
        self._place: str | None = None
        self._now = _timer(self, 0)
        self._soon = _timer(self, _AFTER_TYPING_MS)
        self._fitting = _timer(self, 0)
        self._lay_out()
        self._connect()
        self._show_steps()
        self.go_to_step(self.step_list.steps[0].key)

    # Where the clerk is

    @property
    def step(self) -> Step:
        """The step that is shown."""
        all_ = self.step_list.steps
        return next((one for one in all_ if one.key == self._current), all_[0])

    def go_to_step(self, key: str) -> None:
        """Show the page of a step; unknown keys are left alone."""
        self.workspace.settle()
        if all(one.key != key for one in self.step_list.steps):
            self._show_steps()  # it may be a part that was added just now
        step = next((one for one in self.step_list.steps if one.key == key), None)
        if step is None:
            return
        self.pages.show_step(step)
        self._holds_preview = self._holds_preview and key == self._current
        self._current = key
        self._fitting.start()
        self.step_list.show_steps(self.step_list.steps, key)
        self._name_neighbours()
        if step.section is not None:
            self.preview.scroll_to(f"{step.section}.heading")
        self.step_shown.emit(key)

    @contextmanager
    def set_aside(self) -> Iterator[None]:
        """Have the page hidden and the others freed while all widgets are dressed anew.

        Qt lays out what is seen again for every widget that changes; hidden it waits for the last.
        """
        self.workspace.settle()
        self.pages.free_unseen()
        focus: QWidget | None = QApplication.focusWidget()
        self.pages.hide()
        try:
            yield
        finally:
            self.pages.show()
            if focus is not None and self.pages.isAncestorOf(focus):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, place: str) -> None:
        """Show the page of a place and put the focus there."""
        key = step_of(self.workspace.report, place)
        if key is None:
            key = self._in_another_text(place)
        if key is not None:
            self.go_to_step(key)
            page = self.pages.page
            if page is not None:
                page.focus_place(place)

    def show_change(self, before: Project) -> None:
        """Go where the project differs from a former root, unless the clerk is there."""
        place = changed_place(before, self.workspace.project)
        here = (self._place or "").partition(".")[0]
        if place is not None and place.partition(".")[0] != here:
            self.go_to(place)

    def _in_another_text(self, place: str) -> str | None:
        """The step of a place in another of the project's texts, which is shown then."""
        for report in self.workspace.project.reports:
            key = step_of(report, place)
            if key is not None:
                self.workspace.choose_report(report.id)
                return key
        return None

    def go_to_kind(self, kind: StepKind) -> None:
        """Show the first step of a kind."""
        for step in self.step_list.steps:
            if step.kind is kind:
                self.go_to_step(step.key)
                self._focus_page()
                return

    def go_to_next_blank(self, *, carried: bool, blanks: bool = True) -> None:
        """Go on to the next place to fill (`blanks`), or (`carried`) to check too; tell the end."""
        self.workspace.settle()
        now = self.workspace
        place = next_blank(
            now.project,
            now.report,
            self._place,
            carried=carried,
            blanks=blanks,
            inventory=now.inventory,
            refused=now.session.typed.refused if blanks else (),
        )
        if place is not None:
            self.go_to(place)
            self._place = place
        else:
            self.workspace.said.emit(_NOTHING_LEFT[blanks, carried])

    def go_by(self, distance: int) -> None:
        """So many steps on, or back."""
        keys = [one.key for one in self.step_list.steps]
        at = keys.index(self.step.key) + distance
        if 0 <= at < len(keys):
            self.go_to_step(keys[at])
            self._focus_page()

    def focus_next_pane(self) -> None:
        """From the steps to the page, to the preview, and back to the steps."""
        if self.step_list.hasFocus():
            self._focus_page()
        elif self.pages.isAncestorOf(self.focusWidget()) and self.preview.isVisible():
            self.preview.setFocus()
        else:
            self.step_list.setFocus()

    # How it looks

    @property
    def missing_fonts(self) -> tuple[str, ...]:
        """The fonts of the text's house style that this PC lacks."""
        found = missing(shipped.usable_house_style(self.workspace.report.house_style))
        return tuple(one.font for one in found)

    def show_preview(self, is_shown: bool) -> None:
        """Fold the preview away, or show it; on the page it is asked for it stays, room or not."""
        self._wants_preview = self._holds_preview = is_shown
        if not self._fit_preview():
            self._show_document()

    def _fit_preview(self) -> bool:
        """Show the preview where it is wanted and leaves the page the room that it needs; whether
        that changed anything."""
        page = self.pages.page
        needed = 0 if page is None or self._holds_preview else page.least_room
        room = self.pages.width() - self.panes.folded
        is_shown = self._wants_preview and (needed == 0 or needed <= room)
        if is_shown == self.preview.isVisibleTo(self):
            return False
        self.panes.show_preview(is_shown)
        self._show_document()
        self.preview_shown.emit(is_shown)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    # Inside

    def _lay_out(self) -> None:
        unit = theme.unit(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(unit, unit * 2, unit, unit)
        column.addWidget(self.step_list, 1)
        column.addWidget(self.add_part)
        middle = QWidget(self)
        pages = QVBoxLayout(middle)
        pages.setContentsMargins(unit * 2, unit, unit * 2, unit)
        pages.addWidget(self.pages, 1)
        line = QHBoxLayout()
        line.addWidget(self._back)
        line.addStretch(1)
        line.addWidget(self._forward)
        pages.addLayout(line)
        self.panes = Panes(left, middle, self.preview, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)

    def _connect(self) -> None:
        self._now.timeout.connect(self._refresh_now)
        self._soon.timeout.connect(self._show_steps)
        self._fitting.timeout.connect(self._fit_preview)
        self.workspace.changed.connect(self._changed)
        self.workspace.settling.connect(self._settle)
        self.workspace.report_changed.connect(self._report_changed)
        self.step_list.chosen.connect(self.go_to_step)
        self.pages.place_focused.connect(self._place_focused)
        self.pages.moved.connect(self.go_to)
        self.pages.next_wanted.connect(lambda: self.go_to_next_blank(carried=True, blanks=False))
        self.preview.place_clicked.connect(self.go_to)
        self.preview.pages_changed.connect(self._pages_changed)
        self._back.clicked.connect(lambda: self.go_by(-1))
        self._forward.clicked.connect(lambda: self.go_by(1))

    def _changed(self) -> None:
        """Page and preview follow at once, what goes through the whole project a moment later."""
        self._now.start()
        self._soon.start()

    def _settle(self) -> None:
        """What was typed goes into the project, and the page knows it there.

        A page leaves alone what it has shown already: an edit that is undone, or left behind,
        before the page has seen it would stay in its editor.
        """
        tell_all(self)
        self.pages.refresh()

    def _report_changed(self) -> None:
        kind = self.step.kind
        self._show_steps()
        self._show_document()
        alike = [one.key for one in self.step_list.steps if one.kind is kind]
        if self._current not in [one.key for one in self.step_list.steps]:
            self.go_to_step((alike or [self.step_list.steps[0].key])[0])

    def _refresh_now(self) -> None:
        self.pages.refresh()
        self._show_document()

    def _show_document(self) -> None:
        if self.preview.isVisibleTo(self):
            report = self.workspace.report
            self.preview.show_document(
                self.workspace.document(), shipped.usable_house_style(report.house_style)
            )

    def _show_steps(self) -> None:
        now = self.workspace
        found = steps(now.project, now.report, now.inventory)
        self.pages.keep_only(found)
        keys = [one.key for one in found]
        lost = bool(self._current) and self._current not in keys
        self.step_list.show_steps(found, self._current)
        if lost:
            self.go_to_step(keys[0])
        self._name_neighbours()
        self._count(found)

    def _count(self, found: tuple[Step, ...]) -> None:
        whole = next(one for one in found if one.kind is StepKind.CHECK)
        self.totals = Totals(
            blanks=whole.blanks,
            carried=whole.carried,
            pages=self.preview.page_count,
            words=characters(self.workspace.document().text),
        )
        self.totals_changed.emit()

    def _place_focused(self, place: str) -> None:
        self._place = place
        self.preview.scroll_to(place)

    def _pages_changed(self, pages: int) -> None:
        self.totals = self.totals._replace(pages=pages)
        self.totals_changed.emit()

    def _name_neighbours(self) -> None:
        all_ = self.step_list.steps
        at = all_.index(self.step)
        self._back.setEnabled(at > 0)
        self._forward.setVisible(at + 1 < len(all_))
        if at + 1 < len(all_):
            self._forward.name(all_[at + 1].title)

    def _focus_page(self) -> None:
        """Put the focus on the first thing in the page that takes it."""
        page = self.pages.page
        if page is None:
            return
        one = page.nextInFocusChain()
        while one is not page:
            takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
            if takes and page.isAncestorOf(one) and one.isVisible() and one.isEnabled():
                one.setFocus(Qt.FocusReason.TabFocusReason)
                return
            one = one.nextInFocusChain()


def _timer(owner: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
