"""The pages of the wizard: made when first shown, refreshed when they are seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from model.jobs.steps import Step
from model.report.project import Project
from ui.kit.page import Page
from ui.shell.page_factory import PageMaker
from ui.workspace import Workspace


class PageStack(QStackedWidget):
    """One scroll area a page, by the step's key, so that each keeps where it was scrolled to."""

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
        page = self._page(step.key)
        assert page is not None
        return page

    def refresh(self) -> None:
        """Let the page that is seen show the project, if it does not yet."""
        page = self.page
        if page is not None and self._shown.get(self._key) is not self._workspace.project:
            self._shown[self._key] = self._workspace.project
            page.refresh()

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
        return area
