"""Tables: cells typed, computed, wrong, pasted; rows added, moved, removed."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.part.part import ALT, CTRL, SHIFT, Clerk, part
from ui.part.table import TableCard

TABLE = {
    "kind": "table", "id": "b5", "columns": [
        {"key": "name", "title": "项目"},
        {"key": "plan", "title": "年度计划", "kind": "money", "unit": "亿元"},
        {"key": "done", "title": "已完成", "kind": "money", "unit": "亿元"},
        {"key": "progress", "title": "进度", "kind": "percent", "unit": "%",
         "share_of": ["done", "plan"]},
        {"key": "state", "title": "状态", "kind": "choice", "choices": ["正常", "滞后"]}],
    "rows": [{"id": "w1", "cells": ["茶产业园", "4"], "former": {
        "cells.name": {"text": "茶产业园"}, "cells.plan": {"text": "3"}}},
             {"id": "w2", "cells": ["水厂"]}],
}  # fmt: skip


def opened(qtbot: QtBot) -> tuple[Clerk, TableCard]:
    clerk = Clerk.at(qtbot, part(TABLE))
    return clerk, clerk.all(TableCard)[0]


def cells(clerk: Clerk) -> list[tuple[Any, ...]]:
    return [row.cells for row in clerk.record("b5").rows]


def shown(card: TableCard, row: str, key: str) -> str:
    return str(card.cells.find(row, key).data())


def test_a_cell_is_typed_and_enter_goes_down(qtbot: QtBot) -> None:
    clerk, card = opened(qtbot)
    clerk.go("w1.done")
    clerk.keys("3")
    clerk.press(Qt.Key.Key_Return)
    assert cells(clerk)[0][:3] == ("茶产业园", "4", "3")
    assert card.view.currentIndex().row() == 1
    assert shown(card, "w1", "progress") == "75.0"
    clerk.keys("1")
    clerk.press(Qt.Key.Key_Tab)
    assert cells(clerk)[1][2] == "1"
    assert card.view.currentIndex().column() == 3


def test_the_place_of_the_current_cell_is_told(qtbot: QtBot) -> None:
    clerk, card = opened(qtbot)
    clerk.go("w2.plan")
    assert clerk.focused[-1] == "w2.plan"
    assert shown(card, "w2", "plan") == "待填"


def test_a_wrong_cell_keeps_its_text_with_the_reason(qtbot: QtBot) -> None:
    clerk, card = opened(qtbot)
    clerk.go("w1.plan")
    clerk.keys("a lot")
    clerk.press(Qt.Key.Key_Return)
    clerk.go("w1.plan")
    assert cells(clerk)[0][1] == "4"
    assert shown(card, "w1", "plan") == "a lot"
    assert "a lot" in card.error.text()
    clerk.keys("5")
    clerk.press(Qt.Key.Key_Return)
    assert cells(clerk)[0][1] == "5"
    assert not card.error.isVisible()


def test_a_block_from_excel_is_pasted_by_position_with_rows_for_all(qtbot: QtBot) -> None:
    clerk, card = opened(qtbot)
    clerk.go("w2.name")
    QGuiApplication.clipboard().setText("水厂\t2\t1\n路网\t5\t4\n")
    clerk.press(Qt.Key.Key_V, CTRL)
    assert [row[:3] for row in cells(clerk)[1:]] == [("水厂", "2", "1"), ("路网", "5", "4")]
    assert shown(card, "w2", "progress") == "50.0"


def test_what_cannot_be_pasted_is_marked_and_the_rest_is_there(qtbot: QtBot) -> None:
    clerk, card = opened(qtbot)
    clerk.go("w1.plan")
    QGuiApplication.clipboard().setText("不少\n7")
    clerk.press(Qt.Key.Key_V, CTRL)
    assert cells(clerk)[0][1] == "4"
    assert cells(clerk)[1][1] == "7"
    assert shown(card, "w1", "plan") == "不少"
    assert "不少" in clerk.page.notice.text()


def test_rows_are_added_moved_and_removed(qtbot: QtBot) -> None:
    clerk, card = opened(qtbot)
    clerk.go("w1.name")
    clerk.press(Qt.Key.Key_Return, CTRL)
    assert len(cells(clerk)) == 3
    assert card.view.currentIndex().row() == 1
    clerk.press(Qt.Key.Key_Up, ALT)
    assert cells(clerk)[1][0] == "茶产业园"
    clerk.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    assert [row[0] for row in cells(clerk)] == ["茶产业园", "水厂"]


def test_delete_empties_a_cell(qtbot: QtBot) -> None:
    clerk, _ = opened(qtbot)
    clerk.go("w1.plan")
    clerk.press(Qt.Key.Key_Delete)
    assert cells(clerk)[0][1] is None


def test_a_cell_that_is_open_is_told_before_saving(qtbot: QtBot) -> None:
    from ui.forms.editors.editor import tell_all

    clerk, _ = opened(qtbot)
    clerk.go("w1.done")
    clerk.keys("3")
    tell_all(clerk.area)
    assert cells(clerk)[0][2] == "3"


def test_a_choice_offers_what_can_be_chosen(qtbot: QtBot) -> None:
    clerk, card = opened(qtbot)
    clerk.go("w1.state")
    clerk.press(Qt.Key.Key_F2)
    clerk.type("滞后")
    clerk.press(Qt.Key.Key_Return)
    assert cells(clerk)[0][4] == "滞后"
    assert shown(card, "w1", "state") == "滞后"


def test_last_periods_cell_is_told(qtbot: QtBot) -> None:
    _, card = opened(qtbot)
    tip = card.cells.find("w1", "plan").data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "上期：3"


def test_all_rows_are_seen_without_scrolling_the_table(qtbot: QtBot) -> None:
    _, card = opened(qtbot)
    assert card.view.verticalScrollBar().maximum() == 0
    header = card.view.horizontalHeader()
    assert header.height() >= header.fontMetrics().height()
