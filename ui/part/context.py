"""What all blocks of one part's page share: the project, links, and how an edit is made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from model.arrange.records import added
from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.numbers.ask import Numbers
from model.places.place import Place
from model.places.values import stated_places
from model.renewal.as_it_was import as_it_was
from model.report.project import Project
from model.report.section import IndicatorUse
from ui.forms.editors.editor import Editor
from ui.forms.editors.link_book import LinkBook, LinkBooks
from ui.part.waking import Waker
from ui.workspace import Workspace

Change = Callable[[Project], Project]


class Context(QObject):
    """One for each page.

    `place_focused` tells the place whose editor has the focus, `wanted` a place to go to,
    `arranged` that the page must show a new root at once, `said` a sentence for the clerk
    (true: something was refused), `paragraphs_put` that text of several paragraphs came in.
    """

    place_focused = Signal(str)
    wanted = Signal(str)
    arranged = Signal()
    said = Signal(str, bool)
    paragraphs_put = Signal()

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self.workspace = workspace
        self.books = LinkBooks()
        self.waker = Waker(self)
        self._page = page
        self._numbers: tuple[Project, Numbers] | None = None
        self._last: tuple[Project, ProjectReader] | None = None
        self._opened: dict[str, bool] = {}
        self.reviewed: set[str] = set()
        """Where the clerk was led to look at last period's words."""
        self._now: tuple[Project, ProjectReader] | None = None

    @property
    def project(self) -> Project:
        return self.workspace.project

    def values_of(self, use: IndicatorUse) -> dict[str, Place]:
        """The values that a use states, as places to fill, by their places."""
        if use.dropped:
            return {}
        if self._numbers is None or self._numbers[0] is not self.project:
            self._numbers = (self.project, Numbers(self.project))
        stated = stated_places(self._numbers[1], use)
        return {place.place: place for place in stated}

    def said_last(self, text: str) -> str:
        """A text as it was read last period: its links with the values of that time."""
        if "{" not in text:
            return text
        if self._last is None or self._last[0] is not self.project:
            self._last = (self.project, ProjectReader(as_it_was(self.project)))
        return plain(text, self._last[1])

    def said_now(self, text: str) -> str:
        """A text as it is read this period."""
        if "{" not in text:
            return text
        if self._now is None or self._now[0] is not self.project:
            self._now = (self.project, ProjectReader(self.project))
        return plain(text, self._now[1])

    @property
    def book(self) -> LinkBook:
        """The links of the project as it is now."""
        return self.books.of(self.project)

    def set(self, place: str, typed: str) -> str | None:
        """Set a place; what was refused, without the place, which the clerk sees."""
        return _without(place, self.workspace.set(place, typed))

    def enter(self, place: str, typed: str) -> str | None:
        """Set what was typed in an editor, as `Workspace.enter` does."""
        return _without(place, self.workspace.enter(place, typed))

    def show_refused(self, editor: Editor, place: str, say: Callable[[str], None]) -> None:
        """Show what was typed in a place and refused, and why; nothing where nothing was."""
        was_wrong, typed = editor.is_wrong, self.workspace.refused_at(place)
        editor.show_refused(typed)
        if was_wrong and not editor.is_wrong:
            say("")
        elif typed is not None and editor.is_wrong and not was_wrong:
            say(self.workspace.reason(place, typed))

    def do(self, did: str, change: Change, *, removed: str = "") -> tuple[str, ...] | None:
        """Another edit, told in words; the ids it added, None where it was refused.

        What is typed and not told yet goes into the project first. A refusal is said on the page;
        `removed` says what was taken away, which is told with 撤销 beside it.
        """
        former = self.project
        self.workspace.settle()
        if self.project is not former:
            self.arranged.emit()
        before = self.project
        message = self.workspace.do(did, change)
        if message:
            self.said.emit(message, True)
            return None
        self.arranged.emit()
        self.said.emit("", False)
        if removed and self.project is not before:
            self.workspace.removed.emit(removed)
        return added(before, self.project)

    def is_open(self, key: str, usual: bool) -> bool:
        """Whether something that folds is open; `usual` until the clerk folds it herself."""
        return self._opened.get(key, usual)

    def set_open(self, key: str, is_open: bool) -> None:
        """Remember that the clerk folded something, or unfolded it."""
        self._opened[key] = is_open


def _without(place: str, message: str | None) -> str | None:
    return message.removeprefix(f"{place}：") if message else None
