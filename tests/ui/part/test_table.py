"""Tables: cells typed, computed, wrong, pasted; rows added, moved, removed."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
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


def answering(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """Answers the question about surplus columns by a button; what was asked."""
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        next(one for one in box.buttons() if words in one.text()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return asked


def pasted(clerk: Clerk, place: str, text: str, html: str = "") -> str:
    """Paste over a cell; what the page tells."""
    clerk.go(place)
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    clerk.press(Qt.Key.Key_V, CTRL)
    return clerk.page.notice.text()


def test_columns_that_find_no_place_are_added_where_the_clerk_wants(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk, _ = opened(qtbot)
    asked = answering(monkeypatch, "加1列")
    told = pasted(clerk, "w1.progress", "75\t正常\t王二\n50\t滞后\t李四\n")
    assert "多1列" in asked[0]
    assert "王二、李四" in asked[0]
    assert cells(clerk)[0][3:] == ("75", "正常", "王二")
    assert clerk.record("b5").columns[-1].title == "第6列"
    assert told == "已粘贴2行，共6格；加了1列。"
    assert clerk.workspace.undo() is not None
    assert len(clerk.record("b5").columns) == 5


def test_columns_that_are_left_out_are_told_and_nothing_is_pasted_where_she_stays(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk, _ = opened(qtbot)
    before = cells(clerk)
    answering(monkeypatch, "取消")
    assert "没有粘贴" in pasted(clerk, "w1.state", "正常\t王二")
    assert cells(clerk) == before
    answering(monkeypatch, "放得下")
    told = pasted(clerk, "w1.state", "正常\t王二\n滞后\t")
    assert "第5列以后的1列（1格有内容）没有粘贴" in told
    assert [row[4] for row in cells(clerk)] == ["正常", "滞后"]


def test_a_cell_of_several_lines_stays_one_cell(qtbot: QtBot) -> None:
    clerk, _ = opened(qtbot)
    told = pasted(clerk, "w1.name", '"南湖大桥\n（续建）"\t4\n路网\t2\n')
    assert [row[:2] for row in cells(clerk)] == [("南湖大桥（续建）", "4"), ("路网", "2")]
    assert "有1格里的换行已接成一行" in told


def test_a_table_of_word_with_its_heads_is_pasted_without_them(qtbot: QtBot) -> None:
    clerk, _ = opened(qtbot)
    html = (
        "<table><tr><td>项目</td><td>年度计划（亿元）</td></tr>"
        "<tr><td><p>路网</p><p>（二期）</p></td><td>7</td></tr></table>"
    )
    told = pasted(clerk, "w1.name", "项目\t年度计划（亿元）\n路网\n（二期）\t7\n", html)
    assert cells(clerk)[0][:2] == ("路网（二期）", "7")
    assert len(cells(clerk)) == 2
    assert "第一行是列名" in told


def test_an_empty_clipboard_is_told(qtbot: QtBot) -> None:
    clerk, _ = opened(qtbot)
    assert "剪贴板里没有文字" in pasted(clerk, "w1.name", "")


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
