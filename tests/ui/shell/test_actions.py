"""The menus: all that is offered does something, has an access key and its own shortcut."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.ui.shell_window import saved_example, window
from ui.shell.actions import MENUS
from ui.shell.main_window import MainWindow

KEYS = [spec.key for menu in MENUS.values() for spec in menu if spec.key]


def offered(main: MainWindow) -> list[QAction]:
    return [main.commands[key] for key in KEYS if main.commands[key].isVisible()]


def test_everything_that_is_planned_is_offered(qtbot: QtBot) -> None:
    main = window()
    assert [action.objectName() for action in offered(main)] == KEYS


def test_every_action_has_an_access_key_of_its_own_in_its_menu() -> None:
    for title, specs in MENUS.items():
        keys = [re.search(r"&(\w)", spec.text) for spec in specs if spec.key]
        assert None not in keys, title
        found = Counter(key[1] for key in keys if key)
        assert [key for key, count in found.items() if count > 1] == [], title


def test_no_shortcut_is_given_twice() -> None:
    given = Counter(
        shortcut for menu in MENUS.values() for spec in menu for shortcut in spec.shortcuts
    )
    assert [one for one, count in given.items() if count > 1] == []


def test_what_needs_a_project_waits_for_one(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    for menu in MENUS.values():
        for spec in menu:
            if spec.key and spec.needs_project:
                assert not main.commands[spec.key].isEnabled(), spec.key
    main.open_file(saved_example(tmp_path))
    assert main.commands["save_as"].isEnabled()
    assert not main.commands["undo"].isEnabled()
