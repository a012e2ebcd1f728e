"""The whole window with its real pages: names for screen readers, nothing clipped, plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QStatusBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from model.jobs.samples import sample_keys
from tests.ui.shell_window import Answers, saved_example
from ui.dialogs.new_project import NewProjectDialog
from ui.dialogs.templates import TemplateDialog
from ui.kit import theme
from ui.kit.colors import Scheme
from ui.renewal.carry_dialog import CarryDialog
from ui.shell.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
SLACK = 2  # pixels that rounding may take
IN_OTHERS = ("qt_spinbox_lineedit", "qt_scrollarea_viewport")


def whole_window(path: Path, zoom: int = 100) -> MainWindow:
    """A window of 1280 × 720 with real pages."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, zoom, Scheme.LIGHT)
    made = MainWindow(Answers())
    made.resize(1280, 720)
    made.show()
    assert made.open_file(path)
    return made


def each_page(main: MainWindow) -> Iterator[str]:
    """Shows every step of the wizard; its title."""
    assert main.wizard is not None
    for step in main.wizard.step_list.steps:
        main.wizard.go_to_step(step.key)
        settle()
        yield step.title


def settle() -> None:
    """Pages lay themselves out in several rounds."""
    for _ in range(20):
        QApplication.processEvents()


def seen(window: QWidget) -> list[QWidget]:
    """Everything that is to be seen in a window."""
    return [one for one in inside(window, QWidget) if one.isVisible()]


def inside(window: QWidget, kind: type[W]) -> list[W]:
    """All widgets of a kind in a window."""
    found: list[W] = list(window.findChildren(kind))
    return found


def nameless(window: QWidget) -> list[str]:
    """Widgets that take the focus and that a screen reader has no name for."""
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in seen(window)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(one, QMenuBar | QStatusBar | QTabBar)
        and one.objectName() not in IN_OTHERS
        and one.focusProxy() is None
        and not _name(one)
    ]


def _name(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return widget.accessibleName() or widget.text()
    buddies = [
        label.text()
        for label in inside(widget.window(), QLabel)
        if label.buddy() is widget or (label.buddy() and label.buddy().focusProxy() is widget)
    ]
    parent = widget.parentWidget()
    inherited = parent.accessibleName() if parent and parent.focusProxy() is widget else ""
    return widget.accessibleName() or inherited or "".join(buddies)


def clipped(window: QWidget) -> list[str]:
    """Labels, buttons and fields that are smaller than their text needs."""
    found = []
    for one in seen(window):
        if not isinstance(one, QLabel | QAbstractButton | QComboBox | QLineEdit):
            continue
        if isinstance(one.parentWidget(), QComboBox):
            if one.height() < one.fontMetrics().height():
                found.append(f"{type(one).__name__}: {one.height()} high")
            continue
        if isinstance(one, QLabel) and (one.wordWrap() or not one.text()):
            height = one.heightForWidth(one.width())
            if one.text() and height > one.height() + SLACK:
                found.append(f"{one.text()[:30]}: {one.height()} of {height} high")
            continue
        needed = one.minimumSizeHint()
        wide = isinstance(one, QLineEdit) or one.width() + SLACK >= needed.width()
        if not wide or one.height() + SLACK < needed.height():
            text = "" if isinstance(one, QComboBox) else one.text()
            found.append(f"{type(one).__name__} {text[:30]}: {one.size()} of {needed}")
    return found


def rich(window: QWidget) -> list[str]:
    """Labels that would take a clerk's text for HTML."""
    return [
        one.text()[:30]
        for one in inside(window, QLabel)
        if one.textFormat() is not Qt.TextFormat.PlainText
        and one.objectName() not in ("qt_msgbox_label", "qt_msgboxex_icon_label")
        and not one.pixmap()
        and not (one.buddy() and "(&" in one.text())  # the names of fields in forms are our own
    ]


def dialogs(main: MainWindow, path: Path) -> list[QDialog]:
    """The dialogs of the shell."""
    return [
        NewProjectDialog(main.desk.settings, main),
        CarryDialog([], path, main),
        TemplateDialog("", main),
    ]


@pytest.fixture(params=sample_keys())
def example(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return saved_example(tmp_path, request.param)


@pytest.mark.parametrize("zoom", [100, 200])
def test_pages_are_named_plain_and_whole(qtbot: QtBot, example: Path, zoom: int) -> None:
    main = whole_window(example, zoom)
    checks = {"without a name": nameless, "clipped": clipped, "not plain": rich}
    found = [
        f"{title}: {what}: {widget}"
        for title in each_page(main)
        for what, look in checks.items()
        for widget in look(main)
    ]
    assert found == []


@pytest.mark.parametrize("zoom", [100, 200])
def test_dialogs_are_named_plain_and_whole(qtbot: QtBot, tmp_path: Path, zoom: int) -> None:
    path = saved_example(tmp_path)
    main = whole_window(path, zoom)
    for dialog in dialogs(main, path):
        dialog.show()
        settle()
        assert (nameless(dialog), clipped(dialog), rich(dialog)) == ([], [], [])
        dialog.close()


def test_no_key_of_a_page_is_a_key_of_the_menus(qtbot: QtBot, tmp_path: Path) -> None:
    """Qt does nothing at all for a key that two shortcuts in reach claim."""
    main = whole_window(saved_example(tmp_path), 100)
    all_menus: Iterable[QMenu] = main.menuBar().findChildren(QMenu)
    menus = {
        key.toString()
        for menu in all_menus
        for action in menu.actions()
        for key in action.shortcuts()
    }
    for title in each_page(main):
        assert main.wizard is not None
        shortcuts: Iterable[QShortcut] = main.wizard.pages.findChildren(QShortcut)
        keys = {one.key().toString() for one in shortcuts}
        assert (title, keys & menus) == (title, set())
