"""A dirty manuscript in the window: what is ticked is done, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.parse.intake import said
from tests.ui.renewal.projects import MANUSCRIPT, read_on
from ui.renewal.manuscript_dialog import ManuscriptDialog
from ui.renewal.recognized_page import Head

TAKING, CLEANING = 2, 4
DIRTY = f"打印\n【字号：大 中 小】\n{MANUSCRIPT}\n— 1 —"
REPORT = (
    "一、工业经济\n规上工业增加值增长7.2%，"
    + "企业生产稳定，" * 20
    + "运行平稳。\n二、民生\n新增就业2310人。"
)


def lines(dialog: ManuscriptDialog) -> str:
    model = dialog.recognized.model
    return "\n".join(model.index(row, Head.TEXT).data() for row in range(model.rowCount()))


def press(dialog: ManuscriptDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.cleaning.items, key)


def test_what_is_ticked_is_done_and_what_is_not_is_as_it_was(
    qtbot: QtBot, dialog: ManuscriptDialog
) -> None:
    dialog.source.text.setPlainText(DIRTY)
    read_on(qtbot, dialog, CLEANING)
    page = dialog.cleaning
    titles = [page.items.item(row).text().split("　")[0] for row in range(page.items.count())]
    assert titles == ["删去网页上的文字", "删去页码"]
    assert page.before.toPlainText() == "〔1〕打印\n\n〔2〕【字号：大 中 小】"
    assert page.after.toPlainText() == "〔1〕（删去）\n\n〔2〕（删去）"

    read_on(qtbot, dialog, TAKING)
    assert lines(dialog).startswith("打印\n")
    dialog.go_back()
    assert dialog.page == CLEANING

    press(dialog, Qt.Key.Key_Down)
    assert page.before.toPlainText() == "〔1〕— 1 —"
    press(dialog, Qt.Key.Key_Space)
    read_on(qtbot, dialog, TAKING)
    assert lines(dialog).startswith("打印\n")
    assert "— 1 —" not in lines(dialog)
    dialog.go_back()

    page.all.click()
    read_on(qtbot, dialog, TAKING)
    assert dialog.recognized.model.index(0, Head.ROLE).data() == "标题"
    assert dialog.taking.place.text() == "云岭县"
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.made is not None)
    assert dialog.made is not None
    assert said(dialog.made.project) == MANUSCRIPT


def test_left_as_written_the_project_says_every_character(
    qtbot: QtBot, dialog: ManuscriptDialog
) -> None:
    dialog.source.text.setPlainText(DIRTY)
    read_on(qtbot, dialog, CLEANING)
    dialog.cleaning.all.click()
    dialog.cleaning.none.click()
    qtbot.waitUntil(lambda: dialog.page == TAKING)
    assert lines(dialog).startswith("打印\n【字号：大 中 小】\n")
    dialog.go_back()
    dialog.go_back()
    assert dialog.page == 0
    dialog.source.text.setPlainText(MANUSCRIPT)
    read_on(qtbot, dialog, TAKING)
    dialog.go_back()
    assert dialog.page == 0


def test_one_of_several_reports_is_chosen_and_cleaned_alone(
    qtbot: QtBot, dialog: ManuscriptDialog
) -> None:
    first, second = "云岭县2026年一季度工作总结", "云岭县2026年上半年工作总结"
    dialog.source.text.setPlainText(f"{first}\n{REPORT}\n{second}\n{REPORT}\n— 1 —")
    read_on(qtbot, dialog, CLEANING)
    page = dialog.cleaning
    assert page.items.count() == 1
    page.report.setCurrentIndex(1)
    assert (page.items.count(), page.before.toPlainText()) == (0, "")
    page.report.setCurrentIndex(2)
    page.all.click()
    read_on(qtbot, dialog, TAKING)
    assert lines(dialog) == f"{second}\n{REPORT}"
