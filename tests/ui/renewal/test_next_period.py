"""The whole way in the window: an old manuscript, the next period, its numbers, the Word file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from model.jobs.export import Stage, export
from model.library import shipped
from model.reading.files import read_file
from model.renewal.outlines import is_outline
from model.report.section import Section
from model.values.state import State
from tests.reading.docx_files import docx, p
from tests.ui.renewal.projects import MANUSCRIPT
from tests.ui.shell_window import Answers, saved_example, window
from ui.kit.tick_list import tick_all
from ui.renewal.carry_dialog import CarryDialog
from ui.renewal.figures_window import FiguresWindow
from ui.renewal.manuscript_dialog import ManuscriptDialog
from ui.renewal.proposals_dialog import ProposalsDialog
from ui.shell.asking import Answer
from ui.shell.main_window import MainWindow
from ui.workspace import Workspace

Clerk = Callable[[QDialog], None]
PERIODS = "换报告期"
TAKING = 2


@pytest.fixture
def clerk(monkeypatch: pytest.MonkeyPatch) -> Callable[[type[QDialog], Clerk], None]:
    """Somebody who works in a dialog instead of it being shown: `clerk(Dialog, work)`."""

    def sits_at(kind: type[QDialog], work: Clerk) -> None:
        def run(dialog: QDialog) -> int:
            work(dialog)
            return dialog.result()

        monkeypatch.setattr(kind, "exec", run)

    return sits_at


def here(main: MainWindow) -> Workspace:
    workspace = main.filing.workspace
    assert workspace is not None
    return workspace


def go_on(dialog: QDialog) -> None:
    dialog.accept()


def go_on_with_all_text(dialog: QDialog) -> None:
    """Work parts would be written anew; here every part comes along with its text."""
    assert isinstance(dialog, CarryDialog)
    assert len(dialog.texts.outlines()) == 3
    tick_all(dialog.texts.items, Qt.CheckState.Checked)
    dialog.accept()


def test_carrying_on_begins_with_the_last_project_and_leaves_it_as_it_was(
    qtbot: QtBot, tmp_path: Path, clerk: Callable[[type[QDialog], Clerk], None]
) -> None:
    path = saved_example(tmp_path)
    before = path.read_bytes()
    main = window()
    clerk(CarryDialog, go_on)
    main.next_period.carry_on()
    project = here(main).project
    assert str(project.period) == "2026-Q1-3"
    assert here(main).session.path != path
    assert path.read_bytes() == before


def test_unsaved_changes_are_asked_about_once_and_nothing_is_lost_by_a_change_of_mind(
    qtbot: QtBot, tmp_path: Path, clerk: Callable[[type[QDialog], Clerk], None]
) -> None:
    answers = Answers()
    main = window(answers)
    path = saved_example(tmp_path)
    before = path.read_bytes()
    assert main.open_file(path)
    assert here(main).set(f"{here(main).report.id}.title", "改了的标题") is None
    seen: list[QDialog] = []
    clerk(CarryDialog, seen.append)
    main.next_period.carry_on()
    assert (len(answers.asked), seen) == (1, [])
    answers.unsaved_answer = Answer.DISCARD
    main.next_period.carry_on()
    assert len(seen) == 1
    assert here(main).session.dirty
    clerk(CarryDialog, go_on)
    main.next_period.carry_on()
    assert len(answers.asked) == 3
    assert here(main).report.front.title != "改了的标题"
    assert path.read_bytes() == before


def test_saved_changes_are_carried_on(
    qtbot: QtBot, tmp_path: Path, clerk: Callable[[type[QDialog], Clerk], None]
) -> None:
    answers = Answers()
    answers.unsaved_answer = Answer.SAVE
    main = window(answers)
    assert main.open_file(saved_example(tmp_path))
    assert here(main).set(f"{here(main).report.id}.title", "改了的标题") is None
    clerk(CarryDialog, go_on)
    main.next_period.carry_on()
    assert here(main).report.front.title == "改了的标题"


def test_words_of_another_project_can_be_taken(qtbot: QtBot, tmp_path: Path) -> None:
    numbers = saved_example(tmp_path, name="一季度.json")
    words = saved_example(tmp_path, "half-year-summary", name="去年.json")
    dialog = CarryDialog([], numbers)
    qtbot.addWidget(dialog)
    dialog.text_from.set_path(words)
    dialog.text_from.chosen.emit()
    dialog.accept()
    assert dialog.made is not None
    report = dialog.made.project.reports[0]
    assert report.template.key == "half-year-summary"
    wanted = dialog.texts.outlines()
    parts = [part for part in report.content if isinstance(part, Section)]
    assert wanted
    assert [part.id for part in parts if is_outline(part)] == [*wanted]


def test_what_is_in_the_way_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CarryDialog([], None, ask_file=lambda *_: tmp_path / "坏.json")
    qtbot.addWidget(dialog)
    dialog.accept()
    assert "请先选上期的材料" in dialog.wrong.text()
    (tmp_path / "坏.json").write_text("{")
    dialog.choose(tmp_path / "坏.json")
    assert "坏.json" in dialog.wrong.text()
    dialog.accept()
    assert dialog.made is None
    path = saved_example(tmp_path)
    dialog.choose(path)
    assert dialog.period is not None
    dialog.period.set_period(dialog.period.period.previous())
    dialog.accept()
    assert dialog.made is None
    assert "请选下一个报告期" in dialog.wrong.text()
    dialog.target.line.setText(str(path))
    dialog.accept()
    assert "已经有了" in dialog.wrong.text()


def takes_in(qtbot: QtBot) -> Clerk:
    """Waits until the file is read, and takes it in as it is."""

    def work(dialog: QDialog) -> None:
        assert isinstance(dialog, ManuscriptDialog)
        qtbot.waitUntil(lambda: dialog.page == TAKING)
        dialog.taking.next.set_period(dialog.taking.period.period)
        dialog.go_on()
        qtbot.waitUntil(lambda: dialog.made is not None)

    return work


def drop(main: MainWindow, path: Path) -> None:
    """Drag a file into the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    hand = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (
        QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, *hand),
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *hand),
    ):
        QApplication.sendEvent(main, event)
        assert event.isAccepted()


def test_a_project_dropped_is_opened_and_a_word_file_dropped_on_it_is_a_returned_one(
    qtbot: QtBot, tmp_path: Path
) -> None:
    main = window()
    drop(main, saved_example(tmp_path))
    qtbot.waitUntil(lambda: main.wizard is not None)
    back = tmp_path / "改稿.docx"
    back.write_bytes(docx(p("领导改过的话。")))
    drop(main, back)
    qtbot.waitUntil(lambda: main.next_period.beside("redpen") is not None)


def test_the_whole_way(
    qtbot: QtBot, tmp_path: Path, clerk: Callable[[type[QDialog], Clerk], None]
) -> None:
    old = tmp_path / "旧稿.docx"
    old.write_bytes(docx("".join(p(line) for line in MANUSCRIPT.split("\n"))))
    main = window()
    clerk(ManuscriptDialog, takes_in(qtbot))
    drop(main, old)
    qtbot.waitUntil(lambda: main.filing.workspace is not None)
    assert here(main).document().text == MANUSCRIPT
    assert main.desk.settings.place == "云岭县"
    for offer in ("slips", "ties"):
        main.commands[offer].trigger()
    for title in ("像是笔误的地方", "把文中的数与指标连起来"):
        dialog = main.next_period.beside(title)
        assert isinstance(dialog, ProposalsDialog)
        dialog.apply()
    assert main.filing.save()

    clerk(CarryDialog, go_on_with_all_text)
    main.next_period.carry_on()
    qtbot.waitUntil(lambda: main.next_period.beside(PERIODS) is not None)
    periods = main.next_period.beside(PERIODS)
    assert isinstance(periods, ProposalsDialog)
    periods.apply()
    assert here(main).report.front.title == "云岭县2026年前三季度工作总结"

    renew_figures(main)
    assert here(main).set("gdp@2026-Q1-3.yoy", "-0.4") is None
    assert "同比下降0.4%" in here(main).document().text

    workspace, word = here(main), tmp_path / "稿.docx"
    export(workspace.project, workspace.report, word, shipped.house_style("gbt9704"), Stage.REVIEW)
    lines = [line.text for line in read_file(word).lines()]
    assert any("开工项目101个" in line for line in lines)
    assert main.filing.save()
    assert main.filing.close()
    assert main.next_period.beside("figures") is None


def renew_figures(main: MainWindow) -> None:
    """Every number in the text that is last period's gets another."""
    main.commands["figures"].trigger()
    figures = main.next_period.beside("figures")
    assert isinstance(figures, FiguresWindow)
    model = figures.model
    assert any(row.state is State.CARRIED for row in model.rows)
    for at, row in enumerate(model.rows):
        if row.state is State.CARRIED:
            assert model.setData(model.index(at, 3), str(101 + at))
    figures.refresh()
    assert all(row.state is State.UPDATED for row in model.rows if row.last is not None)


def test_renewal_is_offered_once(
    qtbot: QtBot, tmp_path: Path, clerk: Callable[[type[QDialog], Clerk], None]
) -> None:
    main = window()
    path = saved_example(tmp_path)
    assert main.open_file(path)
    report = here(main).report.id
    assert here(main).set(f"{report}.title", "云岭县2026年上半年汇报") is None
    assert main.filing.save()
    clerk(CarryDialog, go_on_with_all_text)
    main.next_period.carry_on()
    qtbot.waitUntil(lambda: main.next_period.beside(PERIODS) is not None)
    carried_to = here(main).session.path
    assert carried_to is not None
    assert main.open_file(path)
    assert main.next_period.beside(PERIODS) is None
    assert main.open_file(carried_to)
    QApplication.processEvents()
    assert main.next_period.beside(PERIODS) is None


def test_a_row_of_figures_leads_to_its_page(qtbot: QtBot, tmp_path: Path) -> None:
    main = window()
    assert main.open_file(saved_example(tmp_path))
    main.commands["figures"].trigger()
    figures = main.next_period.beside("figures")
    assert isinstance(figures, FiguresWindow)
    place = figures.model.rows[0].place
    figures.place_wanted.emit(place)
    assert main.wizard is not None
    assert main.wizard.step.section is not None
    main.commands["figures"].trigger()
    assert main.next_period.beside("figures") is figures
    main.commands["changes"].trigger()
    assert main.next_period.beside("changes") is not None


def test_the_start_page_offers_both_ways_and_returned_files_first(qtbot: QtBot) -> None:
    texts = [one.text for one in window().next_period.beginnings()]
    assert texts == ["接着上期写(&J)…", "从旧稿开始(&D)…", "导入改稿(&T)…"]
