"""指标走势 in the window: found by keyboard, drawn, as a table, with former projects."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from model.report.project import Project
from model.session import Session
from tests.trends.test_trend import knowing, said
from ui.table.page import IndicatorsPage
from ui.trends.chart import ticks
from ui.trends.dialog import TrendDialog, close_trend, open_trend
from ui.workspace import Workspace

KNOWN = (
    said("2025-H1", "4.9", "yoy"), said("2025-Y", "4.7", "yoy"),
    said("2026-H1", "5.1", "yoy"), said("2026-Y", "5.5", "forecast_yoy", source="estimate"),
    said("2025-Y", "150.2", id_="deposits"), said("2026-H1", "158.9", id_="deposits"),
)  # fmt: skip


def opened(qtbot: QtBot, project: Project, former: Path | None = None) -> TrendDialog:
    workspace = Workspace(Session.new(project))
    dialog = TrendDialog(workspace, ask=lambda *_: former)
    workspace.setParent(dialog)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(dialog: TrendDialog) -> list[tuple[str, ...]]:
    return [tuple(row) for row in dialog.model.rows]


def test_an_indicator_is_found_by_its_initials_and_its_numbers_are_told(qtbot: QtBot) -> None:
    dialog = opened(qtbot, knowing(*KNOWN))
    assert [dialog.names.item(at).text() for at in range(2)] == ["地区生产总值", "住户存款余额"]
    assert [line[:3] for line in lines(dialog)][-1] == ("2026年", "预计5.5", "+0.4")
    QTest.keyClicks(dialog.search, "zhck")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.names
    assert dialog.chart.accessibleName() == "住户存款余额走势图"
    assert dialog.chart.accessibleDescription() == "2025年150.2；2026年上半年158.9"
    dialog.choice.setCurrentText("累计增速")
    dialog.search.setText("没有的")
    assert "没有这样的指标" in dialog.told.text()
    assert lines(dialog) == []


def test_it_follows_what_is_typed_and_keeps_its_place(qtbot: QtBot) -> None:
    dialog = opened(qtbot, knowing(*KNOWN))
    dialog.show_indicator("deposits")
    dialog._workspace.enter("deposits@2026-H1.actual", "160")
    qtbot.waitUntil(lambda: lines(dialog)[-1][1] == "160")
    assert dialog.names.currentItem().text() == "住户存款余额"


def test_former_projects_are_looked_at_and_a_wrong_one_is_told(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "2024年.json"
    session = Session.new(knowing(said("2024-H1", "5.6", "yoy")))
    session.save_as(path)
    session.close()
    dialog = opened(qtbot, knowing(*KNOWN), path)
    dialog.add_former()
    assert lines(dialog)[0][:2] == ("2024年上半年", "5.6")
    dialog._ask = lambda *_: tmp_path / "没有.json"
    dialog.add_former()
    assert "没有.json" in dialog.told.text()
    assert len(lines(dialog)) == 5


def test_the_table_and_the_picture_are_copied(qtbot: QtBot) -> None:
    dialog = opened(qtbot, knowing(*KNOWN))
    dialog.copy_table()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("2025年上半年\t4.9")
    dialog.copy_picture()
    assert QGuiApplication.clipboard().pixmap().width() >= 900


def test_without_two_periods_it_says_so_and_hostile_numbers_are_drawn(qtbot: QtBot) -> None:
    assert "看不出走势" in opened(qtbot, knowing()).told.text()
    wild = [said(f"20{year}-Y", "-" + "9" * 12, "yoy") for year in range(10, 26)]
    dialog = opened(qtbot, knowing(*wild, *(said(f"20{y}-Y", "0") for y in range(10, 26))))
    for at in range(dialog.choice.count()):
        dialog.choice.setCurrentIndex(at)
        dialog.table.selectRow(3)
        assert not dialog.grab().isNull()


def test_a_row_of_the_indicators_leads_there_and_one_window_is_enough(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    workspace = Workspace(Session.new(knowing(*KNOWN)), window)
    page = IndicatorsPage(workspace, window)
    page.resize(900, 500)
    window.resize(900, 500)
    window.show()
    assert page.table.trend(0).main is not None
    assert not page.view.names.grab().isNull()
    page.view.setCurrentIndex(page.table.index(0, 0))
    page._show_trend()
    dialog = open_trend(workspace, window, "deposits")
    dialogs = [one for one in window.children() if isinstance(one, TrendDialog)]
    assert len(dialogs) == 1
    assert dialog.names.currentItem().text() == "住户存款余额"
    close_trend(window)
    assert window.findChild(TrendDialog) is None


def test_the_lines_of_a_chart_are_round_values_around_all() -> None:
    for low, high in ((4.4, 6.2), (-3.0, 0.4), (99_000.0, 1_200_000.0), (0.0, 0.0001)):
        found = ticks(low, high, 4)
        assert found[0] <= low and high <= found[-1]
        assert 2 <= len(found) <= 7
