"""The window opens, saves and closes projects, and comes back where the clerk left it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from model.report.tree import items_of
from model.session import Session
from model.storage import left_off, recent, settings
from tests.ui.shell_window import Answers, PlainPage, saved_example, settle, window
from ui.forms.editors.prose_area import ProseArea
from ui.kit import theme
from ui.kit.two_lines import REMARK
from ui.shell.asking import Answer
from ui.shell.main_window import MainWindow
from ui.shell.wizard import Wizard


def opened(window: MainWindow, path: Path) -> Wizard:
    """The wizard of a project that was opened."""
    assert window.open_file(path)
    assert window.wizard is not None
    return window.wizard


def edit(wizard: Wizard) -> None:
    """One edit as a page makes it."""
    place = f"{wizard.workspace.report.id}.title"
    assert wizard.workspace.set(place, "另一个标题") is None


def test_a_project_is_opened_with_its_steps(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    wizard = opened(main, saved_example(tmp_path))
    titles = [step.title for step in wizard.step_list.steps]
    assert titles[:2] == ["基本情况", "指标"]
    assert titles[-2:] == ["核对", "导出"]
    assert wizard.preview.page_count > 1, "the text is seen before anything is typed"
    assert main.windowTitle() == "云岭县2026年上半年 · 县长座谈会汇报[*] — 续稿"
    assert not main.isWindowModified()


def test_a_broken_project_file_is_told_and_nothing_changes(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    main = window(answers)
    wizard = opened(main, saved_example(tmp_path))
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "xugao')
    assert not main.open_file(broken)
    assert not main.open_file(tmp_path / "gone.json")
    assert len(answers.errors) == 2
    assert "broken.json" in answers.errors[0]
    assert "gone.json" in answers.errors[1]
    assert main.wizard is wizard


def test_an_edit_marks_the_window_and_can_be_undone(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    wizard = opened(main, saved_example(tmp_path))
    edit(wizard)
    assert main.isWindowModified()
    assert main.commands["undo"].isEnabled()
    assert not main.commands["redo"].isEnabled()
    main.commands["undo"].trigger()
    assert not main.isWindowModified()
    assert not main.commands["undo"].isEnabled()
    assert main.commands["redo"].isEnabled()
    main.commands["redo"].trigger()
    assert wizard.workspace.report.front.title == "另一个标题"


def test_undo_and_redo_say_what_they_do(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    wizard = opened(main, saved_example(tmp_path))
    wizard.workspace.do("删去要点", lambda project: project.changed(dismissed=("x",)))
    assert main.commands["undo"].text() == "撤销(&U) 删去要点"
    main.commands["undo"].trigger()
    assert main.commands["undo"].text() == "撤销(&U)"
    assert main.commands["redo"].text() == "重做(&R) 删去要点"


def test_undo_and_redo_go_to_the_place_they_changed(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    wizard = opened(main, saved_example(tmp_path))
    item = next(item for item in items_of(wizard.workspace.report) if item.text)
    wizard.workspace.set(f"{item.id}.text", "另写了一句。")
    settle(wizard)
    wizard.go_to_step(wizard.step_list.steps[-1].key)
    for command in ("undo", "redo"):
        main.commands[command].trigger()
        page = wizard.pages.page
        assert isinstance(page, PlainPage)
        assert page.editor.text() == f"{item.id}.text"
        wizard.go_to_step(wizard.step_list.steps[-1].key)


def test_saving_writes_the_file_and_takes_the_mark_away(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    path = saved_example(tmp_path)
    edit(opened(main, path))
    main.commands["save"].trigger()
    assert not main.isWindowModified()
    assert "另一个标题" in path.read_text("utf-8")


def test_save_as_goes_on_with_the_other_file(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    main = window(answers)
    path = saved_example(tmp_path)
    before = path.read_bytes()
    edit(opened(main, path))
    answers.file = tmp_path / "b.json"
    main.commands["save_as"].trigger()
    assert path.read_bytes() == before
    assert "另一个标题" in answers.file.read_text("utf-8")
    assert main.filing.workspace is not None
    assert main.filing.workspace.session.path == answers.file


def test_a_folder_that_is_gone_is_told_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    main = window(answers)
    wizard = opened(main, saved_example(tmp_path))
    edit(wizard)
    answers.file = tmp_path / "gone" / "b.json"
    main.commands["save_as"].trigger()
    assert len(answers.errors) == 1
    assert main.wizard is wizard
    assert main.isWindowModified()


@pytest.mark.parametrize(
    ("answer", "closes", "is_written"),
    [
        (Answer.CANCEL, False, False),
        (Answer.DISCARD, True, False),
        (Answer.SAVE, True, True),
    ],
)
def test_closing_asks_only_where_something_would_be_lost(
    qtbot: QtBot, tmp_path: Path, answer: Answer, closes: bool, is_written: bool
) -> None:
    answers = Answers()
    answers.unsaved_answer = answer
    main = window(answers)
    path = saved_example(tmp_path)
    edit(opened(main, path))
    assert main.close() is closes
    assert answers.asked == ["云岭县2026年上半年"]
    assert ("另一个标题" in path.read_text("utf-8")) is is_written


def test_closing_asks_nothing_when_all_is_saved_or_undone(qtbot: QtBot, tmp_path: Path) -> None:
    answers = Answers()
    main = window(answers)
    edit(opened(main, saved_example(tmp_path)))
    main.commands["undo"].trigger()
    assert main.close()
    assert answers.asked == []


def test_closing_the_project_leads_to_the_start_page(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    path = saved_example(tmp_path)
    opened(main, path)
    main.commands["close"].trigger()
    assert main.wizard is None
    assert main.start.isVisible()
    assert not main.commands["save"].isEnabled()
    session = Session.load(path)
    assert session.holder is None
    session.close()


def test_the_window_reopens_where_the_clerk_left(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    path = saved_example(tmp_path)
    wizard = opened(main, path)
    key = wizard.step_list.steps[4].key
    wizard.go_to_step(key)
    main.resize(700, 500)
    assert main.close()
    again = window()
    again.resize(1280, 720)
    again.open_last()
    assert again.wizard is not None
    assert again.wizard.step.key == key
    assert again.desk.left_off.open == str(path)
    assert again.desk.left_off.geometry
    assert MainWindow(Answers()).size().width() == 700


def test_a_damaged_memory_of_the_window_does_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    left_off.save(left_off.LeftOff(geometry="???", panes=(1, 2), open=str(tmp_path / "gone.json")))
    main = window()
    main.open_last()
    assert main.wizard is None
    opened(main, saved_example(tmp_path))


def test_the_zoom_is_kept_and_bounded(qtbot: QtBot, dressed: QApplication) -> None:
    main = window()
    before = dressed.font().pointSizeF()
    main.commands["larger"].trigger()
    assert dressed.font().pointSizeF() > before
    assert settings.load()[0].zoom == 110
    main.zoom(1000)
    assert settings.load()[0].zoom == 200
    main.zoom(1)
    assert settings.load()[0].zoom == 80
    main.commands["normal"].trigger()
    assert dressed.font().pointSizeF() == before


def test_zoom_keeps_what_is_seen_and_frees_what_is_not(
    qtbot: QtBot, dressed: QApplication, tmp_path: Path
) -> None:
    main = MainWindow(Answers())
    qtbot.addWidget(main)
    main.show()
    main.activateWindow()
    opened(main, saved_example(tmp_path))
    wizard = main.wizard
    assert wizard is not None
    first, second = wizard.step_list.steps[2:4]
    wizard.go_to_step(first.key)
    former = wizard.pages.page
    wizard.go_to_step(second.key)
    QTest.qWait(1)
    seen = wizard.pages.page
    assert seen is not None
    seen.setFocus()
    areas: Iterable[ProseArea] = seen.findChildren(ProseArea)
    writes = next(area for area in areas if area.isVisible())
    writes.setFocus()
    QTest.keyClicks(writes, "5")
    try:
        main.commands["larger"].trigger()
        assert wizard.pages.page is seen
        assert writes.hasFocus()
        assert writes.fontInfo().pointSizeF() > theme.font(100).pointSizeF()
        assert main.filing.workspace is not None
        assert main.filing.workspace.session.can_undo, "what was typed was told"
        assert former is not None
        assert not isValid(former)
        wizard.go_to_step(first.key)
        assert wizard.pages.page is not seen
    finally:
        main.commands["normal"].trigger()


def test_a_preview_that_was_folded_stays_folded(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    path = saved_example(tmp_path)
    wizard = opened(main, path)
    assert wizard.preview.isVisible()
    main.commands["preview"].trigger()
    assert not wizard.preview.isVisible()
    main.close()
    again = window()
    assert not opened(again, path).preview.isVisible()


def test_a_held_project_is_opened_only_if_the_clerk_wants(qtbot: QtBot, tmp_path: Path) -> None:
    path = saved_example(tmp_path)
    other = Session.load(path)
    answers = Answers()
    answers.open_held = False
    main = window(answers)
    assert not main.open_file(path)
    answers.open_held = True
    assert main.open_file(path)
    other.close()


def test_recent_projects_are_offered_in_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    assert not main.commands.recent_menu.isEnabled()
    path = saved_example(tmp_path)
    saved_example(tmp_path, name="b&c.json")
    main.filing.saved.emit()
    texts = [action.text() for action in main.commands.recent_menu.actions()]
    assert texts == ["&1　b&&c.json", "&2　a.json"]
    main.commands.recent_menu.actions()[1].trigger()
    assert main.filing.workspace is not None
    assert main.filing.workspace.session.path == path


def test_a_recent_project_can_be_taken_off_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    path = saved_example(tmp_path)
    main = window()
    main.start.forget_wanted.emit(str(path))
    assert recent.listing()[0] == ()
    assert main.start.recents.count() == 0


def test_only_the_page_that_is_seen_follows_an_edit(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    wizard = opened(main, saved_example(tmp_path))
    keys = [step.key for step in wizard.step_list.steps]
    first = wizard.pages.page
    wizard.go_to_step(keys[2])
    second = wizard.pages.page
    assert isinstance(first, PlainPage)
    assert isinstance(second, PlainPage)
    edit(wizard)
    settle(wizard)
    assert (first.refreshed, second.refreshed) == (1, 2)
    wizard.go_to_step(keys[0])
    assert (first.refreshed, second.refreshed) == (2, 2)


def test_pages_are_gone_through_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    wizard = opened(main, saved_example(tmp_path))
    main.commands["next"].trigger()
    assert wizard.step.key == "indicators"
    page = wizard.pages.page
    assert isinstance(page, PlainPage)
    assert main.focusWidget() is page.editor
    main.commands["previous"].trigger()
    main.commands["previous"].trigger()
    assert wizard.step.key == "basics"
    main.commands["next_pane"].trigger()
    assert main.focusWidget() is not page.editor


def test_a_place_leads_to_its_step(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    wizard = opened(main, saved_example(tmp_path))
    wizard.preview.place_clicked.emit("gdp@2026-H1.yoy")
    assert wizard.step.key == "indicators"
    page = wizard.pages.page
    assert isinstance(page, PlainPage)
    assert page.editor.text() == "gdp@2026-H1.yoy"
    wizard.go_to("nowhere.text")
    assert wizard.step.key == "indicators"


def test_the_next_blank_is_led_to(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    wizard = opened(main, saved_example(tmp_path))
    workspace = wizard.workspace
    field = workspace.project.fields[1].id
    workspace.set(field, "")
    main.commands["next_blank"].trigger()
    page = wizard.pages.page
    assert isinstance(page, PlainPage)
    assert page.editor.text() == field


def test_a_closed_project_leaves_no_widget_behind(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    path = saved_example(tmp_path)
    gone = opened(main, path)
    with qtbot.waitSignal(gone.destroyed):
        main.commands["close"].trigger()
    opened(main, path)
    wizards: list[Wizard] = list(main.findChildren(Wizard))
    assert len(wizards) == 1


def test_the_start_page_says_how_far_a_project_is_as_it_was_saved(
    qtbot: QtBot, tmp_path: Path
) -> None:
    main = window()
    main.open_file(saved_example(tmp_path))
    workspace = main.filing.workspace
    assert workspace is not None
    assert workspace.set(workspace.project.fields[0].id, "") is None
    main.filing.save()
    main.filing.close()
    (standing,) = [one.standing for one in main.desk.recent_projects()[0]]
    assert standing is not None
    assert (standing.blanks, standing.texts) == (1, ("县长座谈会汇报",))
    assert "待填1　接着填“基本情况”" in main.start.recents.item(0).data(REMARK)
