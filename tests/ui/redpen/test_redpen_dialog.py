"""导入改稿 in the window: from the menu to the numbers of the project, and back by undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.jobs.export import Stage, export
from model.library import shipped
from tests.cli.test_redpen import came_back
from tests.ui.shell_window import saved_example, window
from ui.redpen.drafts_dialog import DraftsDialog
from ui.redpen.marked_dialog import MarkedDialog
from ui.redpen.paper_dialog import PaperDialog
from ui.redpen.redpen_dialog import RedpenDialog
from ui.shell.main_window import MainWindow


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The window with a project whose draft was exported."""
    made = window()
    path = saved_example(tmp_path)
    assert made.open_file(path)
    workspace = made.filing.workspace
    assert workspace is not None
    style = shipped.house_style("gbt9704")
    export(workspace.project, workspace.report, path.with_suffix(".docx"), style, Stage.REVIEW)
    return made


def opened(qtbot: QtBot, main: MainWindow, file: Path) -> RedpenDialog:
    """The dialog once the file is read, opened as from the menu."""
    main.next_period.ask_file = lambda *_: file
    main.commands["redpen"].trigger()
    dialog = main.next_period.beside("redpen")
    assert isinstance(dialog, RedpenDialog)
    qtbot.waitUntil(lambda: not dialog._job.is_busy, timeout=20_000)
    return dialog


def test_a_changed_number_is_listed_taken_with_the_space_bar_and_undone(
    qtbot: QtBot, main: MainWindow
) -> None:
    workspace = main.filing.workspace
    assert workspace is not None
    assert workspace.session.path is not None
    known = next(one for one in workspace.project.observations if one.facet.value == "yoy")
    draft = workspace.session.path
    changed = came_back(draft, f"增长{known.value}%", "下降3.7%")
    dialog = opened(qtbot, main, changed)
    assert dialog.told.text() == "共1处改动，还有1处没有定。"
    assert main.header._redpen.text() == "改稿：还有1处没有定"
    dialog.apply()
    assert dialog.wrong.text().startswith("还没有接受一处")
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.told.text() == "共1处改动，还有0处没有定。"
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.told.text() == "共1处改动，还有1处没有定。"
    before = workspace.project
    dialog.take_all()
    dialog.apply()
    assert "-3.7" in {str(one.value) for one in workspace.project.observations}
    assert dialog.told.text().startswith("已收下1处。核对")
    assert workspace.undo() == "收下改稿的1处"
    assert workspace.project is before
    dialog.close()
    assert not main.header._redpen.isVisibleTo(main.header)
    assert main.next_period.beside("redpen") is None


def test_an_edit_made_meanwhile_is_a_conflict_that_taking_all_leaves_open(
    qtbot: QtBot, main: MainWindow
) -> None:
    workspace = main.filing.workspace
    assert workspace is not None
    assert workspace.session.path is not None
    known = next(one for one in workspace.project.observations if one.facet.value == "yoy")
    place = f"{known.indicator}@{known.period}.yoy"
    changed = came_back(workspace.session.path, f"增长{known.value}%", "增长9.9%")
    dialog = opened(qtbot, main, changed)
    assert workspace.set(place, "8.8") is None
    qtbot.waitUntil(lambda: "其中1处两边都改了" in dialog.told.text(), timeout=5_000)
    dialog.take_all()
    dialog.which.setCurrentText("两边都改了的")
    (row,) = dialog.model.rows
    assert [dialog.model.state_of(row), row.before, row.ours, row.theirs] == [
        "两边都改了", f"增长{known.value}%", "增长8.8%", "增长9.9%",
    ]  # fmt: skip
    dialog.leave()
    assert dialog.model.state_of(row) == "不收"
    assert not dialog.decisions.open()


def test_what_is_no_draft_of_this_project_is_told_in_the_dialog(
    qtbot: QtBot, main: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "别的.docx"
    other.write_text("不是 Word 文件", encoding="utf-8")
    dialog = opened(qtbot, main, other)
    assert "这是文本文件" in dialog.wrong.text()
    assert dialog.told.text() == "没有读成。"


def test_two_drafts_are_compared_and_kept_as_a_marked_file(
    qtbot: QtBot, main: MainWindow, tmp_path: Path
) -> None:
    workspace = main.filing.workspace
    assert workspace is not None
    known = next(one for one in workspace.project.observations if one.facet.value == "yoy")
    assert workspace.set(f"{known.indicator}@{known.period}.yoy", "8.8") is None
    written = tmp_path / "花脸稿.docx"
    main.next_period.ask_file = lambda *_: written
    main.commands["drafts"].trigger()
    dialog = main.next_period.beside("drafts")
    assert isinstance(dialog, DraftsDialog)
    assert dialog.told.text().startswith("共")
    assert any("增长8.8%" in one.after for one in dialog.model.rows)
    dialog.marked.click()
    assert written.is_file()
    assert dialog.told.text().startswith("已存为")
    dialog.later.setCurrentIndex(0)
    assert "同一稿" in dialog.wrong.text()
    assert not dialog.marked.isEnabled()


def test_a_returned_file_finds_its_project_from_the_start_page(
    qtbot: QtBot, main: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = main.filing.workspace
    assert workspace is not None
    path = workspace.session.path
    assert path is not None
    known = next(one for one in workspace.project.observations if one.facet.value == "yoy")
    changed = came_back(path, f"增长{known.value}%", "下降3.7%")
    assert main.filing.close()
    begun: list[Path | None] = []
    monkeypatch.setattr(main.next_period, "_from_old", begun.append)
    foreign = path.with_name("旧稿.txt")
    foreign.write_text("一、经济运行情况", encoding="utf-8")
    main.next_period.take_given(foreign)
    qtbot.waitUntil(lambda: begun == [foreign], timeout=20_000)
    main.next_period.take_given(changed)
    qtbot.waitUntil(lambda: main.next_period.beside("redpen") is not None, timeout=20_000)
    dialog = main.next_period.beside("redpen")
    assert isinstance(dialog, RedpenDialog)
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    opened_now = main.filing.workspace
    assert opened_now is not None
    assert opened_now.session.path == path
    wizard = main.wizard
    assert wizard is not None
    preview = wizard.preview
    qtbot.waitUntil(lambda: preview.found is not None)
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    marked = next(one for one in dialog.children() if isinstance(one, MarkedDialog))
    assert "下降3.7%" in marked.text.toPlainText()
    wanted: list[str] = []
    dialog.place_wanted.connect(wanted.append)
    marked.accept()
    assert wanted == [f"{known.indicator}@{known.period}.yoy"]


def test_what_stands_on_paper_is_found_by_page_and_line_and_listed(
    qtbot: QtBot, main: MainWindow
) -> None:
    workspace = main.filing.workspace
    assert workspace is not None
    main.commands["paper"].trigger()
    paper = main.next_period.beside("paper")
    assert isinstance(paper, PaperDialog)
    paper.list_changes()
    assert paper.wrong.text().startswith("还没有改哪一段")
    paper.page.setValue(2)
    paper.line.setFocus()
    QTest.keyClick(paper.line, Qt.Key.Key_Up)
    QTest.keyClick(paper.line, Qt.Key.Key_Up)
    assert paper.line.value() == 3
    printed = paper.words.toPlainText()
    chosen = paper.words.textCursor().selectedText()
    assert chosen
    assert paper.told.text() == f"这一行：{chosen}"
    paper.words.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(paper.words, "OK")
    assert paper.told.text().endswith("这一稿已经改了1段。")
    paper.page.setValue(1)
    paper.page.setValue(2)
    paper.line.setValue(3)
    assert paper.words.toPlainText() == f"{printed}OK"
    paper.reject()
    assert paper.isVisible()
    assert paper.wrong.text().startswith("改过的还没有列出来，关了就没有了。")
    paper.list_changes()
    assert paper.wrong.text() == "请写明是谁改的。"
    paper.who.setEditText("王县长")
    paper.day.setText("昨天")
    paper.list_changes()
    assert paper.wrong.text().startswith("看不懂日期")
    paper.day.setText("2026年7月6日")
    paper.list_changes()
    dialog = main.next_period.beside("redpen")
    assert isinstance(dialog, RedpenDialog)
    qtbot.waitUntil(lambda: not dialog.is_reading, timeout=20_000)
    (choice,) = dialog.decisions.choices
    assert (choice.who, choice.source) == ("王县长", "第1稿（纸稿）")
    dialog.take_all()
    dialog.apply()
    assert f"{printed}OK" in workspace.document().text
    paper.put_back()
    assert paper.words.toPlainText() == printed
