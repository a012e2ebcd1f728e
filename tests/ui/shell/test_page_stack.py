"""Pages are kept as they were left; those of parts that were not seen for long are made again."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from model.jobs.steps import StepKind
from tests.ui.shell_window import saved_example, settle
from ui.shell.asking import Dialogs
from ui.shell.main_window import MainWindow
from ui.shell.page_stack import PARTS_KEPT


def test_a_part_not_seen_for_long_is_made_again_where_it_was_scrolled_to(
    qtbot: QtBot, tmp_path: Path
) -> None:
    main = MainWindow(Dialogs(lambda: None))
    main.resize(1280, 720)
    main.show()
    assert main.open_file(saved_example(tmp_path, "plenary-speech"))
    wizard = main.wizard
    assert wizard is not None
    parts = [step.key for step in wizard.step_list.steps if step.kind is StepKind.PART]
    others = [step.key for step in wizard.step_list.steps if step.kind is not StepKind.PART]
    assert len(parts) > PARTS_KEPT
    wizard.go_to_step(others[0])
    first_of_all = wizard.pages.page
    wizard.go_to_step(parts[0])
    settle(wizard)
    area = wizard.pages.currentWidget()
    left = area.verticalScrollBar()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(left.maximum() > 120))
    left.setValue(120)
    for key in parts[1:]:
        wizard.go_to_step(key)
    qtbot.waitUntil(lambda: not isValid(area))
    wizard.go_to_step(parts[0])
    bar = wizard.pages.currentWidget().verticalScrollBar()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(bar.value() == 120))
    wizard.go_to_step(others[0])
    assert wizard.pages.page is first_of_all  # 基本情况 is kept
    main.filing.leave()
