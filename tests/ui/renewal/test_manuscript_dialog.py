"""从旧稿开始: a manuscript chosen, dropped or pasted; checked, corrected, and made a project."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.desk import Settings
from model.parse.intake import said
from model.reading import files
from model.report.project import Project
from model.report.section import Section
from model.values.period import Period
from tests.reading.docx_files import docx, p
from tests.reading.test_converter import OLD
from tests.ui.renewal.projects import MANUSCRIPT, read_on
from ui.renewal.manuscript_dialog import ManuscriptDialog
from ui.renewal.recognized_page import Head

PERIOD = Period.parse("2026-H1")
SOURCE, RECOGNIZED, TAKING, REPORT = range(4)


def word_file(folder: Path, text: str = MANUSCRIPT) -> Path:
    path = folder / "旧稿.docx"
    path.write_bytes(docx("".join(p(line) for line in text.split("\n"))))
    return path


def made(qtbot: QtBot, dialog: ManuscriptDialog) -> Project:
    """The project, from the page that asks what is to be written on."""
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.made is not None or dialog.page == REPORT)
    if dialog.made is None:
        dialog.go_on()
    assert dialog.made is not None
    return dialog.made.project


def read(qtbot: QtBot, dialog: ManuscriptDialog, text: str = MANUSCRIPT) -> None:
    """Paste a text, and read it."""
    dialog.source.text.setPlainText(text)
    read_on(qtbot, dialog, TAKING)


def look(qtbot: QtBot, dialog: ManuscriptDialog) -> None:
    """Ask for what was recognized."""
    QTest.mouseClick(dialog.taking.look, Qt.MouseButton.LeftButton)
    assert dialog.page == RECOGNIZED


def labels(dialog: ManuscriptDialog) -> list[str]:
    model = dialog.recognized.model
    return [model.index(row, Head.ROLE).data() for row in range(model.rowCount())]


def test_a_word_file_becomes_a_project_that_says_the_same(
    qtbot: QtBot, dialog: ManuscriptDialog, tmp_path: Path
) -> None:
    dialog.source.file.set_path(word_file(tmp_path))
    read_on(qtbot, dialog, TAKING)
    look(qtbot, dialog)
    assert labels(dialog)[0] == "标题"
    assert "一级标题" in labels(dialog)
    read_on(qtbot, dialog, TAKING)
    project = made(qtbot, dialog)
    assert said(project) == MANUSCRIPT
    assert (project.organization.name, project.period) == ("云岭县", PERIOD)
    assert dialog.made is not None
    assert dialog.made.path.parent == tmp_path
    assert dialog.made.remembered["place"] == "云岭县"


def test_pasted_text_is_read_with_its_signs_leads_and_numbers(
    qtbot: QtBot, dialog: ManuscriptDialog
) -> None:
    read(qtbot, dialog)
    look(qtbot, dialog)
    model = dialog.recognized.model
    row = next(at for at, one in enumerate(model.rows) if one.text.startswith("一是"))
    assert model.index(row, Head.SIGN).data() == "一是 二是"
    assert model.index(row, Head.LEAD).data() == "抓项目。 抓企业。"
    assert model.index(row, Head.FIGURES).data() == "4"
    dialog.recognized.view.selectRow(row)
    assert "36个" in dialog.recognized.whole.toPlainText()
    assert "笔误" in dialog.recognized.remarks.toPlainText()


def test_a_dropped_file_is_read_at_once(
    qtbot: QtBot, dialog: ManuscriptDialog, tmp_path: Path
) -> None:
    path = tmp_path / "旧稿.txt"
    path.write_bytes(MANUSCRIPT.encode("gb18030"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    dialog.source.dropEvent(event)
    qtbot.waitUntil(lambda: dialog.page == TAKING)
    assert dialog.recognized.model.rows[0].text == "云岭县2026年上半年工作总结"


def test_refused_files_are_told_and_the_dialog_goes_on(
    qtbot: QtBot, dialog: ManuscriptDialog, tmp_path: Path
) -> None:
    dialog.go_on()
    assert "还没有选旧稿" in dialog.message
    for name, data, said_of_it in (
        ("图.docx", b"\x89PNG\r\n\x1a\n" + bytes(99), "图.docx"),
        ("空.txt", b"", "空"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        dialog.source.file.set_path(path)
        dialog.go_on()
        qtbot.waitUntil(lambda: bool(dialog.message))
        assert said_of_it in dialog.message
        assert dialog.page == 0
    dialog.source.file.set_path(tmp_path / "没有.docx")
    dialog.go_on()
    qtbot.waitUntil(lambda: "找不到" in dialog.message)
    dialog.source.file.set_path(word_file(tmp_path))
    read_on(qtbot, dialog, TAKING)
    assert dialog.message == ""


def test_roles_are_corrected_by_a_key_and_the_project_follows(
    qtbot: QtBot, dialog: ManuscriptDialog
) -> None:
    read(qtbot, dialog)
    look(qtbot, dialog)
    page = dialog.recognized
    row = next(at for at, one in enumerate(page.model.rows) if one.text.startswith("二、"))
    page.view.selectRow(row)
    QTest.keyClick(page.view, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: labels(dialog)[row] == "正文（已改）")
    page.view.selectRow(row - 1)
    action = next(one for one in page.menu.actions() if one.text().startswith("二级标题"))
    action.trigger()
    qtbot.waitUntil(lambda: labels(dialog)[row - 1] == "二级标题（已改）")
    assert labels(dialog)[row] == "正文（已改）"
    read_on(qtbot, dialog, TAKING)
    project = made(qtbot, dialog)
    parts = [one for one in project.reports[0].content if isinstance(one, Section)]
    assert [part.heading.text for part in parts if part.heading] == ["工业经济稳步回升", "下步打算"]
    assert said(project) == MANUSCRIPT


def test_corrections_in_a_hurry_all_count(qtbot: QtBot, dialog: ManuscriptDialog) -> None:
    read(qtbot, dialog)
    look(qtbot, dialog)
    rows = range(len(dialog.recognized.model.rows))
    note = next(one for one in dialog.recognized.menu.actions() if one.text().startswith("注释"))
    for row in rows:
        dialog.recognized.view.selectRow(row)
        note.trigger()
    qtbot.waitUntil(lambda: set(labels(dialog)) == {"注释（已改）"})


def test_place_and_period_can_be_put_right_and_a_template_chosen(
    qtbot: QtBot, dialog: ManuscriptDialog, tmp_path: Path
) -> None:
    read(qtbot, dialog, "上半年工作\n全县开工项目36个。")
    assert (dialog.taking.place.text(), dialog.taking.superior.text()) == ("", "")
    dialog.taking.place.setText(" ")
    dialog.go_on()
    assert "还没有写地方" in dialog.message
    dialog.taking.place.setText("青川县")
    dialog.taking.period.set_period(Period.parse("2025-Q1"))
    dialog.taking.next.set_period(Period.parse("2025-Q1"))
    dialog.taking.template.setCurrentIndex(dialog.taking.template.findData("half-year-summary"))
    (tmp_path / dialog.taking.file.path.name).write_text("我的")
    dialog.go_on()
    assert "已经有了" in dialog.message
    dialog.taking.file.suggest("另一份.json", tmp_path)
    read_on(qtbot, dialog, REPORT)
    assert "模板里有、旧稿里没有的部分" in dialog.report.toPlainText()
    dialog.go_on()
    assert dialog.made is not None
    project = dialog.made.project
    assert (project.organization.name, str(project.period)) == ("青川县", "2025-Q1")
    assert project.reports[0].template.key == "half-year-summary"


@pytest.mark.parametrize(("asked", "is_told"), [("2027-H1", True), ("2026-H1", False)])
def test_numbers_of_another_year_are_told(
    qtbot: QtBot, dialog: ManuscriptDialog, asked: str, is_told: bool
) -> None:
    read(qtbot, dialog)
    dialog.taking.period.set_period(Period.parse(asked))
    dialog.taking.next.set_period(Period.parse(asked))
    dialog.go_on()
    qtbot.waitUntil(lambda: (dialog.page == REPORT) is is_told and not dialog.making.is_busy)
    told = "旧稿写的是2026年上半年，文中的数按您写的2027年上半年记下了。请退回上一步"
    assert (told in dialog.report.toPlainText()) is is_told


def test_the_period_that_is_offered_is_that_of_the_day(qtbot: QtBot) -> None:
    dialog = ManuscriptDialog(Settings(), clock=lambda: datetime(2031, 10, 5, tzinfo=UTC))
    qtbot.addWidget(dialog)
    assert dialog.taking.period.period == Period.parse("2031-Q1-3")


def test_going_back_and_reading_another_text_begins_anew(
    qtbot: QtBot, dialog: ManuscriptDialog
) -> None:
    read(qtbot, dialog)
    dialog.go_back()
    read(qtbot, dialog, "江北县2025年工作总结\n全年开工项目8个。")
    assert len(dialog.recognized.model.rows) == 2
    assert dialog.taking.place.text() == "江北县"


def test_closing_while_reading_leaves_nothing_behind(
    qtbot: QtBot, dialog: ManuscriptDialog, tmp_path: Path
) -> None:
    dialog.source.file.set_path(word_file(tmp_path))
    dialog.go_on()
    dialog.reject()
    assert dialog.made is None
    assert not dialog.reading.is_busy


def test_last_years_report_becomes_this_years_in_one_go(
    qtbot: QtBot, dialog: ManuscriptDialog
) -> None:
    read(qtbot, dialog, MANUSCRIPT.replace("2026", "2025"))
    taking = dialog.taking
    assert (str(taking.period.period), str(taking.next.period)) == ("2025-H1", "2026-H1")
    assert taking.file.path.name == "旧稿（云岭县2026年上半年）.xugao"
    assert taking.superior.text() == ""
    project = made(qtbot, dialog)
    assert (str(project.period), str(project.last_period)) == ("2026-H1", "2025-H1")
    text = said(project)
    assert "云岭县2026年上半年工作总结" in text
    assert "118.6" not in text
    assert dialog.made is not None
    assert dialog.made.told.startswith("已接着写2026年上半年：")


def test_a_period_before_the_old_report_is_refused_and_nothing_is_lost(
    qtbot: QtBot, dialog: ManuscriptDialog
) -> None:
    read(qtbot, dialog)
    dialog.taking.next.set_period(Period.parse("2025-H1"))
    dialog.go_on()
    qtbot.waitUntil(lambda: bool(dialog.message))
    assert "比这份材料的2026年上半年还早" in dialog.message
    assert dialog.page == TAKING
    dialog.taking.next.set_period(PERIOD)
    assert said(made(qtbot, dialog)) == MANUSCRIPT


def test_an_old_word_file_is_converted_by_a_click_where_the_computer_can(
    qtbot: QtBot, dialog: ManuscriptDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "旧稿.doc"
    old.write_bytes(OLD)
    made = word_file(tmp_path).read_bytes()
    monkeypatch.setattr(files, "find_office", lambda: tmp_path)
    monkeypatch.setattr(files, "convert", lambda *_: made)
    assert not dialog.source.convert.isVisible()
    dialog.read_file(old)
    qtbot.waitUntil(dialog.source.convert.isVisible)
    assert "LibreOffice" in dialog.message
    QTest.mouseClick(dialog.source.convert, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.page == TAKING)
    assert dialog.message == ""
