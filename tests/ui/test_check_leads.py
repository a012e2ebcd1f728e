"""In the real window: a finding in the words leads to its editor, and 改正 puts it right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from model.check.registry import problems
from model.jobs.proposals import SLIPS
from model.jobs.steps import StepKind
from model.report.tree import items_of
from model.session import Session
from tests.samples import example
from tests.ui.shell_window import Answers, settle
from ui.kit.two_lines import KEY
from ui.pages.problem_list import ProblemList
from ui.shell.main_window import MainWindow
from ui.shell.wizard import Wizard

FAULTY = "{place}截止目前收集问题214个，，办结264个，攻艰克难成效明显。"


def opened(qtbot: QtBot, path: Path) -> tuple[Wizard, str]:
    """The window with a project in which one point is faulty, and the place of that point."""
    session = Session.new(example("county-head-briefing"))
    item = [one for one in items_of(session.project.reports[0]) if len(one.text) > 40][2]
    session.set(f"{item.id}.text", FAULTY)
    session.save_as(path)
    session.close()
    window = MainWindow(Answers())
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    assert window.open_file(path)
    assert window.wizard is not None
    return window.wizard, f"{item.id}.text"


def test_a_finding_leads_to_the_text_it_stands_in(qtbot: QtBot, tmp_path: Path) -> None:
    wizard, place = opened(qtbot, tmp_path / "a.json")
    wizard.go_to_kind(StepKind.CHECK)
    settle(wizard)
    page = wizard.pages.page
    assert page is not None
    rows = next(one for one in page.children() if isinstance(one, ProblemList))
    of_text = [row for row in range(rows.count()) if rows.item(row).data(KEY) == place]
    assert len(of_text) == 4
    rows.setCurrentRow(of_text[0])
    QTest.keyClick(rows, Qt.Key.Key_Return)
    settle(wizard)
    assert wizard.pages.page is not page
    editor = wizard.window().focusWidget()
    assert isinstance(editor, QTextEdit | QPlainTextEdit)
    assert "截止目前收集问题" in editor.toPlainText()


def test_what_can_be_put_right_is_in_one_step_and_taken_back_in_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    wizard, place = opened(qtbot, tmp_path / "a.json")
    workspace = wizard.workspace
    before = workspace.project
    found = SLIPS.find_all(before)
    assert {one.place for one in found} == {place}
    assert workspace.set_all(SLIPS.accept(before, found)) is None
    left = {one.check for one in problems(workspace.project)}
    assert left == {"more-done"}
    workspace.undo()
    assert workspace.project is before
