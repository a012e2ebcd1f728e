"""The pages of the wizard: made when first shown, refreshed when they are seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QStackedWidget, QWidget

from model.jobs.steps import Step, StepKind
from model.report.project import Project
from ui.kit.page import Page
from ui.shell.page_factory import PageMaker
from ui.workspace import Workspace

PARTS_KEPT = 4
"""So many pages of parts are kept as they were left. Each has a thousand widgets and more, and what
Qt does for all of them at once (another size of the text, closing) grows with their square.
"""


class PageStack(QStackedWidget):
    """One scroll area a page, by the step's key, so that each keeps where it was scrolled to.

    Pages of parts that were not seen for long are freed, and made again when they are shown.
    """

    place_focused = Signal(str)
    moved = Signal(str)
    next_wanted = Signal()
    proposals_wanted = Signal(object)

    def __init__(
        self, workspace: Workspace, make: PageMaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._make = make
        self._areas: dict[str, QScrollArea] = {}
        self._shown: dict[str, Project] = {}
        self._parts_seen: list[str] = []
        self._scrolled: dict[str, int] = {}
        self._key = ""

    @property
    def page(self) -> Page | None:
        """The page that is seen."""
        return self._page(self._key)

    def show_step(self, step: Step) -> Page:
        """Show the page of a step, as the project is now."""
        if step.key not in self._areas:
            self._areas[step.key] = self._area(self._make(step, self._workspace), step)
            self._shown[step.key] = self._workspace.project
        self._key = step.key
        self._exchange(self._areas[step.key])
        self.refresh()
        if step.kind is StepKind.PART:
            self._free_parts_but_last(step.key)
        page = self._page(step.key)
        assert page is not None
        return page

    def refresh(self) -> None:
        """Let the page that is seen show the project, if it does not yet."""
        page = self.page
        if page is not None and self._shown.get(self._key) is not self._workspace.project:
            self._shown[self._key] = self._workspace.project
            page.refresh()

    def _free_parts_but_last(self, key: str) -> None:
        """Free the pages of parts that were not seen for longest."""
        seen = [one for one in self._parts_seen if one in self._areas and one != key]
        self._parts_seen = [*seen, key][-PARTS_KEPT:]
        self._free(set(seen) - set(self._parts_seen))

    def keep_only(self, steps: Sequence[Step]) -> None:
        """Free the pages of steps that are gone."""
        self._free(set(self._areas) - {step.key for step in steps})

    def free_unseen(self) -> None:
        """Free all pages but the one that is seen, at once; each is made again when it is shown."""
        for area in self._free(set(self._areas) - {self._key}):
            QApplication.sendPostedEvents(area, QEvent.Type.DeferredDelete.value)

    def _free(self, keys: set[str]) -> list[QScrollArea]:
        freed = [self._areas.pop(key) for key in keys]
        for key, area in zip(keys, freed, strict=True):
            self._shown.pop(key, None)
            self._scrolled[key] = area.verticalScrollBar().value()
            self.removeWidget(area)
            area.deleteLater()
        return freed

    def _exchange(self, area: QScrollArea) -> None:
        """Show another page, the focus taken out of the one that is left before it is hidden.

        Its editors tell what was typed when they lose the focus. Left to itself, Qt takes it while
        it goes from widget to widget for the next one, among which such an edit puts others.
        """
        focus: QWidget | None = QApplication.focusWidget()
        left: QWidget | None = self.currentWidget()
        was_inside = focus is not None and left is not None and left.isAncestorOf(focus)
        if focus is not None and was_inside and left is not area:
            focus.clearFocus()
        self.setCurrentWidget(area)
        now: QWidget | None = QApplication.focusWidget()
        if was_inside and now is None:
            former: QWidget | None = area.focusWidget()
            (former or area).setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, key: str) -> Page | None:
        area = self._areas.get(key)
        widget = area.widget() if area is not None else None
        return widget if isinstance(widget, Page) else None

    def _area(self, page: Page, step: Step) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(step.title)
        area.setWidget(page)
        page.place_focused.connect(self.place_focused)
        page.moved.connect(self.moved)
        page.next_wanted.connect(self.next_wanted)
        page.proposals_wanted.connect(self.proposals_wanted)
        try:
            page.refresh()
        except BaseException:
            area.deleteLater()  # a page that cannot show the project is none
            raise
        self.addWidget(area)
        scrolled = self._scrolled.pop(step.key, 0)
        if scrolled:
            _scroll_back(area.verticalScrollBar(), scrolled)
        return area


def _scroll_back(bar: QScrollBar, scrolled: int) -> None:
    """Scroll to where a page was left, as soon as it has a length."""

    def reached(_least: int, most: int) -> None:
        if most:
            bar.rangeChanged.disconnect(reached)
            bar.setValue(scrolled)

    bar.rangeChanged.connect(reached)
