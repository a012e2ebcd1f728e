"""Making a chart in a part by the keyboard and the menu; what cannot be drawn is told."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.compose.compose import compose
from model.document import Chart
from model.report.section import ChartForm, ChartShows
from model.report.tree import find
from model.values.facet import Facet
from tests.ui.part.part import Clerk, part
from ui.part.chart import ChartCard

CHART = {
    "kind": "chart", "id": "b6",
    "series": [{"indicator": "revenue"}, {"indicator": "revenue", "facet": "yoy", "form": "line"}],
}  # fmt: skip


def test_a_chart_is_made_from_the_keyboard_and_taken_back(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, part({"kind": "text", "id": "b1", "paragraphs": []}))
    clerk.choose(clerk.button("＋ 加内容"), "图")
    card = clerk.all(ChartCard)[0]
    assert card.search.field.hasFocus()
    assert "还没有画的指标" in card.told.text()
    for _ in range(2):
        card.search.open()
        card.search.field.setText("一般公共预算收入")
        QTest.keyClick(card.search.field, Qt.Key.Key_Return)
        clerk.settle()
    record = clerk.record(card.key)
    assert [(one.facet, one.form) for one in record.series] == [
        (Facet.ACTUAL, ChartForm.BARS),
        (Facet.YOY, ChartForm.LINE),
    ]
    assert "2026年上半年的一般公共预算收入" in card.told.text()
    project = clerk.workspace.project
    assert any(isinstance(one, Chart) for one in compose(project, project.reports[0]).body)
    for _ in range(3):
        clerk.workspace.undo()
    assert find(clerk.workspace.project, card.key) is None


def test_what_a_chart_shows_is_chosen_and_a_refusal_changes_nothing(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, part(CHART))
    card = clerk.all(ChartCard)[0]
    card.count.setFocus()
    QTest.keyClick(card.count, Qt.Key.Key_Down)
    clerk.settle()
    assert clerk.record("b6").count == 5
    card.shows.setFocus()
    QTest.keyClick(card.shows, Qt.Key.Key_Down)
    clerk.settle()
    assert clerk.record("b6").shows is ChartShows.PERIODS
    assert "累计数" in card.told.text() or "画：2026年上半年" in card.told.text()
    clerk.button("↓").click()
    clerk.settle()
    assert [one.facet for one in clerk.record("b6").series] == [Facet.YOY, Facet.ACTUAL]
    clerk.button("✕").click()
    clerk.settle()
    assert len(clerk.record("b6").series) == 1
