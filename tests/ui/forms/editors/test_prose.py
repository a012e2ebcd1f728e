"""Prose: links as values, figures marked, growing, offers, clipboard."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from model.entry.apply import Assignment, set_values
from model.report.project import Project
from model.values.period import Period
from model.values.state import State
from tests.samples import example
from tests.ui.forms.editors.typist import Typist
from ui.forms.editors.link_book import LinkBook
from ui.forms.editors.prose import ProseEditor
from ui.forms.editors.text import TextEditor

TEXT = "上半年，{place}新开工项目12个，XX月底前完工，{@no-such.yoy}。"


@pytest.fixture(scope="module")
def project() -> Project:
    return example("county-head-briefing")


@pytest.fixture
def editor(qtbot: QtBot, project: Project) -> ProseEditor:
    made = ProseEditor()
    made.set_book(LinkBook(project))
    qtbot.addWidget(made)
    return made


def marked(editor: ProseEditor) -> list[str]:
    """The texts that stand out."""
    return [one.cursor.selectedText() for one in editor.area.extraSelections()]  # type: ignore[attr-defined]


def test_a_link_is_one_sign_and_comes_back_as_it_was(editor: ProseEditor) -> None:
    editor.set_value(TEXT)
    assert editor.value() == TEXT
    assert "{" not in editor.area.toPlainText()


def test_braces_of_the_text_are_shown_once_and_kept_doubled(editor: ProseEditor) -> None:
    editor.set_value("见{{附件}}")
    assert editor.area.toPlainText() == "见{附件}"
    assert editor.value() == "见{{附件}}"


def test_figures_and_blanks_are_marked(editor: ProseEditor) -> None:
    editor.set_value(TEXT)
    assert marked(editor) == ["12", "XX"]


def test_carried_figures_look_otherwise_than_checked_ones(editor: ProseEditor) -> None:
    editor.set_value("新建12个，改造8个")
    editor.set_figure_states((State.CARRIED, State.CONFIRMED))
    grounds = [one.format.background().style() for one in editor.area.extraSelections()]  # type: ignore[attr-defined]
    assert grounds[0] != grounds[1]


def test_a_figure_and_a_blank_can_be_gone_to(qtbot: QtBot, project: Project) -> None:
    typist = Typist(qtbot, ProseEditor())
    editor = typist.editor
    assert isinstance(editor, ProseEditor)
    editor.set_value("𠮷庄" + TEXT)
    editor.select_figure(0)
    assert editor.area.textCursor().selectedText() == "12"
    editor.select_blank(0)
    assert editor.area.textCursor().selectedText() == "XX"


def test_a_change_from_outside_leaves_the_cursor_in_its_words(qtbot: QtBot) -> None:
    typist = Typist(qtbot, ProseEditor())
    editor = typist.editor
    assert isinstance(editor, ProseEditor)
    editor.set_value("新建12个，改造8个。")
    cursor = editor.area.textCursor()
    cursor.setPosition(8)
    editor.area.setTextCursor(cursor)
    editor.set_value("今年新建15个，改造8个。")
    assert editor.area.textCursor().position() == 10
    assert editor.value() == "今年新建15个，改造8个。"


def test_it_has_no_undo_of_its_own(editor: ProseEditor) -> None:
    editor.set_value("一")
    editor.area.insertPlainText("二")
    assert not editor.area.document().isUndoAvailable()


def test_it_grows_with_its_text(qtbot: QtBot) -> None:
    typist = Typist(qtbot, ProseEditor())
    one_line = typist.editor.height()
    typist.editor.set_value("这一段有很多字，一行放不下。" * 30)
    qtbot.waitUntil(lambda: typist.editor.height() > 3 * one_line)
    area = typist.editor
    assert isinstance(area, ProseEditor)
    assert area.area.verticalScrollBar().maximum() == 0


def test_the_line_that_is_written_stays_in_sight(qtbot: QtBot) -> None:
    scroll, page = QScrollArea(), QWidget()
    editor = ProseEditor()
    QVBoxLayout(page).addWidget(editor)
    scroll.setWidgetResizable(True)
    scroll.setWidget(page)
    scroll.resize(300, 120)
    qtbot.addWidget(scroll)
    scroll.show()
    qtbot.waitExposed(scroll)
    scroll.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(lambda: editor.is_focused)
    editor.set_value("这一段有很多字，一行放不下。" * 20)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    editor.area.moveCursor(QTextCursor.MoveOperation.Start)
    editor.area.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().value() > 0)


def test_pasting_brings_no_looks_and_no_links_in(editor: ProseEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>粗</b>")
    data.setText("粗{leader}\r\n字")
    editor.area.insertFromMimeData(data)
    assert editor.value() == "粗{{leader}}\n字"


def test_copying_gives_readable_text_to_others_and_links_to_ourselves(
    qtbot: QtBot, editor: ProseEditor, project: Project
) -> None:
    editor.set_value("请{leader}批评")
    editor.area.selectAll()
    data = editor.area.createMimeDataFromSelection()
    assert data.text() == "请王市长批评"
    other = ProseEditor()
    qtbot.addWidget(other)
    other.area.insertFromMimeData(data)
    assert other.value() == "请{leader}批评"


def test_links_follow_the_values_of_the_project(editor: ProseEditor, project: Project) -> None:
    editor.set_value("请{leader}批评")
    renewed = set_values(project, [Assignment("leader", "李市长")], Period.parse("2026-H1").end)
    editor.set_book(LinkBook(renewed))
    editor.area.selectAll()
    assert editor.area.createMimeDataFromSelection().text() == "请李市长批评"


@pytest.fixture
def typist(qtbot: QtBot, project: Project) -> Typist:
    editor = ProseEditor()
    editor.set_book(LinkBook(project))
    return Typist(qtbot, editor)


def test_a_brace_offers_links_and_enter_puts_one_in(typist: Typist) -> None:
    typist.type("请{")
    typist.type("听取")
    typist.press(Qt.Key.Key_Return)
    assert typist.editor.value() == "请{leader}"
    typist.type("批评")
    typist.leave()
    assert typist.told[-1] == "请{leader}批评"


def test_the_brace_of_a_chinese_keyboard_offers_too(typist: Typist) -> None:
    typist.commit("｛")
    typist.type("听取")
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Up)
    typist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert typist.editor.value() == "{leader|n}"


def test_escape_closes_the_offers_and_leaves_the_brace(typist: Typist) -> None:
    typist.type("{")
    typist.press(Qt.Key.Key_Escape)
    typist.type("x")
    typist.press(Qt.Key.Key_Return)
    assert typist.editor.value() == "{{x\n"


def test_deleting_a_link_deletes_all_of_it(typist: Typist) -> None:
    typist.editor.set_value("请{leader}")
    typist.press(Qt.Key.Key_End)
    typist.press(Qt.Key.Key_Backspace)
    typist.leave()
    assert typist.told == ["请"]


def test_enter_does_not_break_a_line_that_is_one(qtbot: QtBot) -> None:
    typist = Typist(qtbot, TextEditor())
    typist.type("1")
    with qtbot.waitSignal(typist.editor.entered):
        typist.press(Qt.Key.Key_Return)
    assert typist.told == ["1"]


def test_in_text_without_links_a_brace_is_a_brace(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    editor.set_value("“{四城}”同创")
    assert editor.value() == "“{四城}”同创"


def test_shift_and_enter_break_a_line_as_enter_does(typist: Typist) -> None:
    typist.type("1")
    typist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    typist.type("2")
    assert typist.editor.value() == "1\n2"


def test_the_clipboard_is_pasted_by_key(typist: Typist) -> None:
    QApplication.clipboard().setText("12个")
    typist.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert typist.editor.value() == "12个"


def test_a_long_text_keeps_its_marks_while_one_types_and_finds_them_anew_in_a_pause(
    qtbot: QtBot,
) -> None:
    sentence = "新开工项目12个，完成投资3.5亿元，群众满意度持续提升。"
    editor = ProseEditor()
    typist = Typist(qtbot, editor)
    editor.set_value(sentence * 40)
    assert editor.area.is_long
    assert marked(editor) == ["12", "3.5"] * 40
    cursor = editor.area.textCursor()
    cursor.setPosition(0)
    editor.area.setTextCursor(cursor)
    typist.type("9")
    assert editor.area.toPlainText().startswith("9新开工")
    assert marked(editor)[0] == "12"
    editor.area.grab()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.area.setTextCursor(cursor)
    typist.type("又有7个")
    editor.select_figure(80)
    assert editor.area.textCursor().selectedText() == "7"
    assert marked(editor)[-1] == "7"


def test_a_long_text_looks_like_a_short_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = ProseEditor()
    typist = Typist(qtbot, editor)
    typist.window.resize(500, 400)
    editor.set_value("新开工项目12个，完成投资XX亿元，群众满意度持续提升。" * 40)
    editor.set_figure_states([State.CARRIED] * 40)
    cursor = editor.area.textCursor()
    cursor.setPosition(30)
    cursor.setPosition(300, QTextCursor.MoveMode.KeepAnchor)
    editor.area.setTextCursor(cursor)
    by_line = editor.area.grab().toImage()
    monkeypatch.setattr("ui.forms.editors.by_line.LONG", 1_000_000)
    at_once = editor.area.grab().toImage()
    points = [(x, y) for x in range(0, by_line.width(), 3) for y in range(0, 300, 2)]
    other = sum(by_line.pixel(x, y) != at_once.pixel(x, y) for x, y in points)
    assert other < len(points) / 100
