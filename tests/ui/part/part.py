"""A part's page in a scroll area as the shell shows it, and the clerk who works in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from model.report.project import Project
from model.report.tree import find
from model.session import Session
from tests.small_project import small
from ui.forms.editors.editor import Editor
from ui.forms.editors.prose import ProseEditor
from ui.kit.qt import above
from ui.part.cursors import put_cursor
from ui.part.item import ItemCard
from ui.part.last_text import LastText
from ui.part.page import SectionPage
from ui.workspace import Workspace

W = TypeVar("W", bound=QWidget)
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def items(*texts: str, style: str | None = "一是", apart: bool = True) -> list[dict[str, Any]]:
    """One part with one text: an item a text, i1, i2, …"""
    made = [
        {"id": f"i{number}", "marker": {"style": style} if style else None, "text": text}
        for number, text in enumerate(texts, 1)
    ]
    rows = [[one] for one in made] if apart else [made]
    return part({"kind": "text", "id": "b1", "paragraphs": rows})


def part(*blocks: dict[str, Any]) -> list[dict[str, Any]]:
    """One part, s1, with these blocks."""
    heading = {"marker": {"style": "一、"}, "text": "经济运行"}
    return [{"kind": "section", "id": "s1", "heading": heading, "content": list(blocks)}]


class Clerk:
    """The page of a part, refreshed after every new root, and hands on the keyboard."""

    def __init__(
        self,
        qtbot: QtBot,
        project: Project,
        part_id: str = "s1",
        size: tuple[int, int] = (560, 620),
    ) -> None:
        self.qtbot = qtbot
        self.workspace = Workspace(Session.new(project))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.page = SectionPage(self.workspace, part_id)
        self.workspace.setParent(self.page)
        self.workspace.changed.connect(self.page.refresh)
        self.focused: list[str] = []
        self.page.place_focused.connect(self.focused.append)
        self.page.refresh()
        self.area.setWidget(self.page)
        self.area.resize(*size)
        qtbot.addWidget(self.area)
        self.area.show()
        qtbot.waitExposed(self.area)
        self.area.activateWindow()
        qtbot.waitUntil(self.area.isActiveWindow)
        self.settle()

    @classmethod
    def at(cls, qtbot: QtBot, content: list[dict[str, Any]] | None = None, **more: Any) -> Clerk:
        """The page of part `s1` of the small project with this content."""
        return cls(qtbot, small(content, **more))

    # Looking.

    @property
    def keyboard(self) -> QWidget:
        """Where keys go."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    @property
    def editor(self) -> Editor:
        """The editor that has the focus."""
        found = above(self.keyboard, Editor)
        assert found is not None
        return found

    def record(self, id_: str) -> Any:
        """A record as the project has it now."""
        found = find(self.workspace.project, id_)
        assert found is not None, id_
        return found

    def texts(self, block: str = "b1") -> list[list[str]]:
        """The texts of a text block, row by row."""
        return [[item.text for item in row] for row in self.record(block).paragraphs]

    def card(self, id_: str) -> ItemCard:
        """The card of an item, awake."""
        found = next(one for one in self.all(ItemCard) if one.key == id_)
        found.wake()
        return found

    def all(self, kind: type[W]) -> list[W]:
        """All widgets of a kind in the page."""
        found: Iterable[W] = self.page.findChildren(kind)
        return list(found)

    def words(self) -> list[str]:
        """What the labels of the page say, and last period's words where they are open."""
        shown: list[QLabel | LastText] = [*self.all(QLabel), *self.all(LastText)]
        return [one.text() for one in shown if one.isVisible()]

    # Working.

    def settle(self) -> None:
        """Let what is seen come alive and the layout come to rest."""
        for _ in range(30):
            QApplication.processEvents()

    def go(self, place: str) -> None:
        """Go to a place, as a click in the preview does."""
        assert self.page.focus_place(place), place
        self.settle()

    def cursor(self, at: int) -> None:
        """Put the cursor behind so many characters of the text that has the focus."""
        editor = self.editor
        assert isinstance(editor, ProseEditor)
        put_cursor(editor, at)

    def type(self, text: str) -> None:
        """Type text as an input method gives it, and finish the thought."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.keyboard, event)
        self.editor.tell()

    def keys(self, text: str) -> None:
        """Press the keys of a keyboard, each where the focus is then."""
        for sign in text:
            QTest.keyClicks(self.keyboard, sign)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.keyboard, key, modifiers)
        self.settle()

    def choose(self, button: QWidget, words: str) -> None:
        """Open a menu with a button and take an entry."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found = [one for one in menu.actions() if one.text().split("\t")[0] == words]
        assert found, [one.text() for one in menu.actions()]
        menu.close()
        found[0].trigger()
        self.area.activateWindow()
        self.settle()

    def button(self, start: str) -> Any:
        """The first button that is seen whose words begin so."""
        return next(
            one for one in self.all(QPushButton) if one.text().startswith(start) and one.isVisible()
        )
