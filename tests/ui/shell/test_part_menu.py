"""Parts and texts are added, renamed, moved and removed in the step list, one undo each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.jobs.steps import StepKind
from tests.ui.shell_window import Answers, PlainPage, saved_example, settle, window
from ui.kit.notice import Notice
from ui.shell.main_window import MainWindow
from ui.shell.wizard import Wizard


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path, answers: Answers) -> MainWindow:
    """A window with the county head's briefing open."""
    made = window(answers)
    made.open_file(saved_example(tmp_path))
    return made


def wizard_of(main: MainWindow) -> Wizard:
    assert main.wizard is not None
    settle(main.wizard)
    return main.wizard


def parts(main: MainWindow) -> list[str]:
    """The titles of the parts as the list shows them."""
    return [one.title for one in wizard_of(main).step_list.steps if one.kind is StepKind.PART]


def key_of(main: MainWindow, at: int) -> str:
    found = [one.key for one in wizard_of(main).step_list.steps if one.kind is StepKind.PART]
    return found[at]


def test_a_part_is_added_behind_the_one_that_is_shown(main: MainWindow, answers: Answers) -> None:
    before = parts(main)
    wizard_of(main).go_to_step(key_of(main, 1))
    answers.line_answer = "办好民生实事"
    main.commands["add_part"].trigger()
    assert parts(main) == [*before[:2], "办好民生实事", *before[2:]]
    assert wizard_of(main).step.title == "办好民生实事"
    page = wizard_of(main).pages.page
    assert isinstance(page, PlainPage)
    assert page.editor.text().endswith(".text")  # the page was led to what was added
    main.commands["undo"].trigger()
    assert parts(main) == before


def test_what_was_removed_is_told_with_a_button_that_takes_it_back(main: MainWindow) -> None:
    main.activateWindow()
    before = parts(main)
    wizard = wizard_of(main)
    wizard.go_to_step(key_of(main, 1))
    main.parts.remove(key_of(main, 1))  # type: ignore[union-attr]
    settle(wizard)
    notice = next(one for one in wizard.pages.findChildren(Notice) if one.button is not None)  # type: ignore[var-annotated]
    assert notice.text() == f"已删去“{before[1]}”。"
    assert notice.isVisible()
    assert notice.button is not None
    notice.button.click()
    assert parts(main) == before
    assert not notice.isVisible()
    main.parts.remove(key_of(main, 1))  # type: ignore[union-attr]
    assert notice.isVisible()
    workspace = wizard.workspace
    assert workspace.set(f"{workspace.report.id}.title", "改了的标题") is None
    assert not notice.isVisible()


def test_an_empty_heading_is_refused_in_words(main: MainWindow, answers: Answers) -> None:
    before = parts(main)
    answers.line_answer = "  "
    main.commands["add_part"].trigger()
    assert parts(main) == before
    assert len(answers.notes) == 1


def test_a_clerk_who_changes_her_mind_changes_nothing(main: MainWindow, answers: Answers) -> None:
    main.commands["add_part"].trigger()
    wizard_of(main).step_list.rename_wanted.emit(key_of(main, 1))
    main.commands["add_report"].trigger()
    assert not main.isWindowModified()


def test_a_part_gets_another_heading(main: MainWindow, answers: Answers) -> None:
    answers.line_answer = "另一个标题"
    wizard_of(main).step_list.rename_wanted.emit(key_of(main, 1))
    assert parts(main)[1] == "另一个标题"


def test_a_part_moves_and_undo_says_so(main: MainWindow) -> None:
    before = parts(main)
    wizard_of(main).step_list.move_wanted.emit(key_of(main, 1), 1)
    assert parts(main) == [before[0], before[2], before[1], *before[3:]]
    assert main.commands["undo"].text().endswith("下移部分")


def test_a_part_is_dragged_to_another_place_in_the_list(main: MainWindow) -> None:
    before, first = parts(main), key_of(main, 1)
    list_ = wizard_of(main).step_list
    data = QMimeData()
    data.setData("application/x-xugao-part", first.encode())
    rect = list_.visualRect(list_.model().index(4, 0))  # the third part, behind 基本情况 and 指标
    assert list_.model().flags(list_.model().index(4, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not list_.model().flags(list_.model().index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    at = QPointF(rect.center().x(), rect.bottom() - 2)
    where = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    for event in (
        QDragEnterEvent(at.toPoint(), *where),
        QDragMoveEvent(at.toPoint(), *where),
        QDropEvent(at, *where),
    ):
        QApplication.sendEvent(list_.viewport(), event)
        assert event.isAccepted()
    assert parts(main) == [before[0], before[2], before[1], *before[3:]]
    main.commands["undo"].trigger()
    assert parts(main) == before


def test_a_part_is_removed_and_its_page_with_it(main: MainWindow) -> None:
    before = parts(main)
    wizard_of(main).go_to_step(key_of(main, 2))
    wizard_of(main).step_list.remove_wanted.emit(key_of(main, 2))
    assert parts(main) == [*before[:2], *before[3:]]
    assert wizard_of(main).step.key == "basics"
    main.commands["undo"].trigger()
    assert parts(main) == before


@pytest.mark.parametrize("key", ["basics", "indicators", "check", "export"])
def test_other_steps_cannot_be_changed(main: MainWindow, answers: Answers, key: str) -> None:
    answers.line_answer = "x"
    steps = wizard_of(main).step_list
    steps.rename_wanted.emit(key)
    steps.move_wanted.emit(key, 1)
    steps.remove_wanted.emit(key)
    assert not main.isWindowModified()


def test_the_menu_of_a_part_offers_what_the_keys_do(main: MainWindow) -> None:
    assert main.parts is not None
    of_part = main.parts.menu(key_of(main, 1), main)
    of_step = main.parts.menu("check", main)
    offered = [one.text().partition("(")[0] for one in of_part.actions() if one.text()]
    assert offered == ["加一个部分", "改标题", "上移", "下移", "复制", "删去"]
    assert [one.text().partition("(")[0] for one in of_step.actions()] == ["加一个部分"]
    before = parts(main)
    next(one for one in of_part.actions() if one.text().startswith("复制")).trigger()
    assert parts(main) == [*before[:2], *before[1:]]


def test_a_second_text_is_made_and_chosen_at_the_top(main: MainWindow, answers: Answers) -> None:
    wizard = wizard_of(main)
    first = wizard.workspace.report.id
    answers.template_answer = "work-briefing"
    main.commands["add_report"].trigger()
    assert wizard.workspace.report.template.key == "work-briefing"
    assert "县工作情况汇报" in main.windowTitle()
    assert len(wizard.workspace.project.reports) == 2
    main.header.texts.setCurrentIndex(0)
    assert wizard.workspace.report.id == first
    assert "县长座谈会汇报" in main.windowTitle()


def test_a_shown_text_that_is_undone_leaves_the_first_one(
    main: MainWindow, answers: Answers
) -> None:
    answers.template_answer = "work-briefing"
    main.commands["add_report"].trigger()
    main.commands["undo"].trigger()
    assert wizard_of(main).workspace.report.template.key == "county-head-briefing"
    assert wizard_of(main).pages.page is not None


def test_a_text_gets_another_name(main: MainWindow, answers: Answers) -> None:
    answers.line_answer = "县长汇报（征求意见稿）"
    main.commands["rename_report"].trigger()
    assert answers.asked == ["文稿改名：县长座谈会汇报"]
    assert wizard_of(main).workspace.report.name == "县长汇报（征求意见稿）"
    assert "县长汇报（征求意见稿）" in main.windowTitle()
    main.commands["undo"].trigger()
    assert wizard_of(main).workspace.report.name == "县长座谈会汇报"


@pytest.mark.parametrize(("name", "told"), [(None, 0), ("", 1), ("县长座谈会汇报", 0)])
def test_a_text_keeps_its_name_where_none_is_given(
    main: MainWindow, answers: Answers, name: str | None, told: int
) -> None:
    answers.line_answer = name
    main.commands["rename_report"].trigger()
    assert len(answers.notes) == told
    assert not main.isWindowModified()


def test_a_text_is_taken_away_with_its_blanks_and_undo_brings_it_back(
    main: MainWindow, answers: Answers
) -> None:
    wizard = wizard_of(main)
    first = wizard.workspace.report.id
    blanks = wizard.totals.blanks
    answers.template_answer = "work-briefing"
    main.commands["add_report"].trigger()
    assert wizard_of(main).totals.blanks > blanks
    main.commands["remove_report"].trigger()
    assert wizard_of(main).workspace.report.id == first
    assert [report.id for report in wizard.workspace.project.reports] == [first]
    assert wizard_of(main).totals.blanks == blanks
    main.commands["undo"].trigger()
    assert len(wizard.workspace.project.reports) == 2


def test_texts_stand_in_tabs_chosen_by_number_and_put_into_another_order(
    main: MainWindow, answers: Answers
) -> None:
    tabs, workspace = main.header.texts, wizard_of(main).workspace
    assert not tabs.isVisible()
    answers.template_answer = "work-briefing"
    main.header.add_text.click()
    first, second = [report.id for report in workspace.project.reports]
    assert tabs.isVisible()
    assert [tabs.tabText(at) for at in range(2)] == ["县长座谈会汇报", "县工作情况汇报"]
    assert workspace.report.id == second
    for number, id_ in (("1", first), ("2", second), ("9", second)):
        QTest.keyClick(main, Qt.Key(ord(number)), Qt.KeyboardModifier.ControlModifier)
        assert workspace.report.id == id_
    QTest.keyClick(tabs, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert [report.id for report in workspace.project.reports] == [second, first]
    main.commands["undo"].trigger()
    tabs.moveTab(1, 0)  # as dragging does, told when the tab is let go
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert [report.id for report in workspace.project.reports] == [second, first]
    assert main.parts is not None
    answers.line_answer = "汇报（简）"
    main.parts.rename_text(first)
    assert [tabs.tabText(at) for at in range(2)] == ["县工作情况汇报", "汇报（简）"]
    menu = main.parts.text_menu(first, main)
    named = [one.text().partition("(")[0] for one in menu.actions() if one.text()]
    assert named == ["增加文稿", "做一份简版", "文稿改名", "左移", "右移", "删去这份文稿"]
    QTest.keyClick(tabs, Qt.Key.Key_Delete)
    assert not tabs.isVisible()
    main.commands["undo"].trigger()
    assert tabs.isVisible()


def test_the_only_text_stays_and_it_is_said_why(main: MainWindow, answers: Answers) -> None:
    main.commands["remove_report"].trigger()
    assert ["唯一的一份文稿" in note for note in answers.notes] == [True]
    assert len(wizard_of(main).workspace.project.reports) == 1
    assert not main.isWindowModified()
