"""Every entry of every menu of every page is chosen once: nothing raises, and Qt says nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from model.report.project import Project
from model.session import Session
from tests.small_project import full
from tests.soak.hands import (
    Dismissal,
    actions_of,
    ask_for_menu,
    close_popups,
    inside,
    menu_of,
    name_of,
    open_menu,
    settle,
)
from tests.ui.shell_window import Answers
from ui.shell.main_window import MainWindow

KEYS = ("plenary-speech", "key-work-report")
LEAVES = {"close", "quit"}
"""What would end the walk; other tests choose them."""
ZOOMS = {"larger", "smaller", "normal"}
"""The same on every page, and slow: chosen on one."""


def opened(qtbot: QtBot, folder: Path, project: Project) -> MainWindow:
    """The window with a project, its dialogs dismissed."""
    path = folder / "a.json"
    session = Session.new(project)
    session.save_as(path)
    session.close()
    window = MainWindow(Answers())
    window.resize(1280, 720)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.open_file(path)
    window.activateWindow()
    Dismissal(window)
    return window


class Walk:
    """Chooses every entry once; afterwards all is undone, and the page is the one of before."""

    def __init__(self, main: MainWindow, seen: set[str] | None = None) -> None:
        self.main = main
        self.seen = set() if seen is None else seen
        self.chosen: list[str] = []

    def page(self, key: str) -> None:
        """Choose all that a page offers."""
        self._restore(key)
        for opens in (_own_menu, ask_for_menu, _clicked):
            names = dict.fromkeys(f"{opens.__name__} {name_of(one)}" for one in self._widgets())
            for name in names:
                if name not in self.seen:
                    self.seen.add(name)
                    self._choose_all(key, name, opens)

    def bar(self, key: str) -> None:
        """Choose all that the menus of the window offer."""
        self._restore(key)
        for action in self._of_bar():
            name = action.objectName() or action.text()
            if name not in LEAVES | (ZOOMS & set(self.chosen)):
                action.trigger()
                self._restore(key)
                self.chosen.append(name)

    def _of_bar(self) -> Iterator:  # type: ignore[type-arg]
        for entry in self.main.menuBar().actions():
            menu = entry.menu()
            assert isinstance(menu, QMenu)
            yield from actions_of(menu)

    def _choose_all(self, key: str, name: str, opens: Callable[[QWidget], QMenu | None]) -> None:
        """Open a menu again and again, and choose another of its entries each time."""
        for number in itertools.count():
            widgets = (one for one in self._widgets() if f"{opens.__name__} {name_of(one)}" == name)
            widget = next(widgets, None)
            menu = opens(widget) if widget is not None else None
            actions = list(actions_of(menu)) if menu is not None else []
            if number < len(actions):
                self.chosen.append(actions[number].text())
                actions[number].trigger()
            if actions or opens is _clicked:
                self._restore(key)
            if number + 1 >= len(actions):
                return

    def _widgets(self) -> list[QWidget]:
        assert self.main.wizard is not None
        page = self.main.wizard.pages.page
        assert page is not None
        return [one for one in inside(page) if one.isEnabled()]

    def _restore(self, key: str) -> None:
        close_popups()
        settle()
        for window in QApplication.topLevelWidgets():
            if window is not self.main and window.isVisible():
                window.close()
        workspace = self.main.filing.workspace
        assert workspace is not None
        assert self.main.wizard is not None
        while workspace.undo() is not None:
            pass
        self.main.wizard.go_to_step(key)
        settle()


def _own_menu(widget: QWidget) -> QMenu | None:
    return menu_of(widget)


def _clicked(widget: QWidget) -> QMenu | None:
    """What a click on a button opens, where that is a menu."""
    if not isinstance(widget, QAbstractButton) or menu_of(widget) is not None:
        return None
    widget.click()
    return open_menu()


def test_every_entry_of_every_page_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    seen: set[str] = set()
    for key in KEYS:
        (tmp_path / key).mkdir()
        main = opened(qtbot, tmp_path / key, full(key))
        walk = Walk(main, seen)
        assert main.wizard is not None
        for step in main.wizard.step_list.steps:
            walk.page(step.key)
        assert walk.chosen
        main.filing.leave()
        main.close()
    assert len(seen) > 100


def test_every_entry_of_the_menu_bar_can_be_chosen_on_every_kind_of_page(
    qtbot: QtBot, tmp_path: Path
) -> None:
    main = opened(qtbot, tmp_path, full("key-work-report"))
    walk = Walk(main)
    assert main.wizard is not None
    kinds = {step.kind: step.key for step in main.wizard.step_list.steps}
    for key in kinds.values():
        walk.bar(key)
    assert set(walk.chosen) >= {"figures", "periods", "carry", "add_report", *ZOOMS}


def test_a_house_style_the_program_lacks_stops_no_page(qtbot: QtBot, tmp_path: Path) -> None:
    project = full("key-work-report")
    report = project.reports[0].changed(house_style="of-a-newer-program")
    main = opened(qtbot, tmp_path, project.changed(reports=(report,)))
    assert main.wizard is not None
    for step in main.wizard.step_list.steps:
        main.wizard.go_to_step(step.key)
        settle()
    assert main.wizard.preview.page_count > 0
    labels: list[QLabel] = main.findChildren(QLabel)  # type: ignore[assignment]
    assert any("没有“of-a-newer-program”，改用" in one.text() for one in labels)
