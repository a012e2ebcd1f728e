"""Who types on without a rest finds it all in the journal, but for the last two seconds."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.killing import SIGNS_LOST, kept_signs, kill_while_typing
from tests.ui.shell_window import Answers, saved_example
from tests.ui.steady_clerk import EVERY_MS, sign_at, type_sign, typed_text
from ui.shell.main_window import MainWindow

SIGNS = 50
KILLS = 2


def opened(path: Path) -> MainWindow:
    main = MainWindow(Answers())
    main.show()
    main.activateWindow()
    assert main.open_file(path)
    return main


@pytest.mark.parametrize("how", ["keys", "composed"])
def test_typing_without_a_rest_is_kept_as_it_goes(qtbot: QtBot, tmp_path: Path, how: str) -> None:
    path = saved_example(tmp_path)
    main = opened(path)
    assert main.wizard is not None
    assert main.filing.workspace is not None
    workspace = main.filing.workspace
    main.wizard.go_to(f"{workspace.report.id}.title")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    worst = 0
    for number in range(SIGNS):
        type_sign(sign_at(number), how)
        QTest.qWait(EVERY_MS)
        worst = max(worst, number + 1 - kept_signs(path, number + 1))
    assert worst <= SIGNS_LOST
    assert kept_signs(path, SIGNS) > SIGNS - SIGNS_LOST
    assert typed_text(SIGNS - SIGNS_LOST) in workspace.report.front.title
    assert typed_text(SIGNS - SIGNS_LOST) in workspace.document().text
    assert main.isWindowModified()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize("how", ["keys", "composed"])
def test_a_window_killed_in_the_midst_of_typing_loses_two_seconds_at_most(
    tmp_path: Path, how: str
) -> None:
    chance = random.Random(8)
    for number in range(KILLS):
        path = saved_example(tmp_path, name=f"{number}.json")
        loss = kill_while_typing(path, chance.randint(25, 60), how)
        assert loss.is_within_promise, loss
