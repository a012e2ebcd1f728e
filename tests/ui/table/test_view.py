"""The 指标 table by keyboard: moving, typing, clearing, and what was typed wrong."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.values.facet import Facet
from model.values.state import State
from tests.ui.table.tables import (
    ACTUAL,
    REVENUE,
    YOY,
    blank,
    cell,
    current_place,
    editor,
    go,
    shown,
    value,
)
from ui.table.model import LOOK, Look
from ui.table.page import IndicatorsPage


def press(
    page: IndicatorsPage,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(page.view, key, held)


def type_in(page: IndicatorsPage, text: str, key: Qt.Key) -> None:
    """Type over the current cell, and end with a key."""
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    field = editor(page)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)


def test_enter_goes_down_over_what_cannot_be_filled(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, "industrial-va-above-scale@2026-H1.yoy")
    page.view.setCurrentIndex(
        page.table.index(page.view.currentIndex().row() - 1, cell(page, ACTUAL).column())
    )
    before = page.view.currentIndex()
    press(page, Qt.Key.Key_Return)
    after = page.view.currentIndex()
    assert after.column() == before.column()
    assert after.row() > before.row() + 1, "two rows that say growth only lie between"
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.view.currentIndex() == before


def test_enter_from_a_red_cell_goes_on_to_the_next_red_one_and_at_the_foot_to_the_next_column(
    qtbot: QtBot,
) -> None:
    page = shown(qtbot, blank())
    red = [
        page.table.index(row, column)
        for column in range(page.table.columnCount())
        for row in page.view.seen_rows()
        if page.table.look(page.table.index(row, column)) is Look.BLANK
    ]
    assert len({index.column() for index in red}) > 1
    page.view.setCurrentIndex(red[0])
    walked = [red[0]]
    for _ in red[1:]:
        press(page, Qt.Key.Key_Return)
        walked.append(page.view.currentIndex())
    assert walked == red
    page.view.setCurrentIndex(red[1])
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.view.currentIndex().row() < red[1].row()


def test_tab_goes_right_and_on_to_the_next_row(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    press(page, Qt.Key.Key_Tab)
    assert current_place(page) == YOY
    press(page, Qt.Key.Key_Backtab)
    assert current_place(page) == ACTUAL
    row = page.view.currentIndex().row()
    for _ in range(page.table.columnCount()):
        press(page, Qt.Key.Key_Tab)
    assert page.view.currentIndex().row() > row


def test_tab_leaves_the_table_at_its_end(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.activateWindow()
    page.view.setFocus()
    last = [
        page.table.index(row, column)
        for row in page.view.seen_rows()
        for column in range(page.table.columnCount())
        if page.table.is_editable(page.table.index(row, column))
    ][-1]
    page.view.setCurrentIndex(last)
    assert not page.view.step(1, 0)
    press(page, Qt.Key.Key_Tab)
    assert page.view.currentIndex() == last
    assert not page.view.hasFocus()


def test_filtered_rows_are_passed_over(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.filters.department.setCurrentText("财政局")
    press(page, Qt.Key.Key_Home)
    go(page, ACTUAL)
    press(page, Qt.Key.Key_Return)
    row = page.table.grid.rows[page.view.currentIndex().row()]
    assert row.indicator.supplier == "财政局"
    assert row.indicator.id != REVENUE


def test_typing_edits_and_enter_goes_on_below(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    index = go(page, ACTUAL)
    QTest.keyClicks(page.view, "6")
    field = editor(page)
    assert "一般公共预算收入" in field.accessibleName()
    QTest.keyClicks(field, ".82")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert value(page, ACTUAL) == "6.82"
    assert page.view.currentIndex().row() > index.row()


def test_escape_leaves_the_value_as_it_was(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.table.setData(go(page, ACTUAL), "6.82")
    type_in(page, "7", Qt.Key.Key_Escape)
    assert value(page, ACTUAL) == "6.82"


def test_a_wrong_value_stays_with_its_reason(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    index = go(page, ACTUAL)
    type_in(page, "48,2", Qt.Key.Key_Tab)
    assert page.table.shown(index) == "48,2"
    assert index.data(LOOK) is Look.WRONG
    assert "逗号" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "填错" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.table.shown(page.table.index(index.row(), page.table.columnCount() - 1)) == (
        "填错1处"
    )
    page.view.setCurrentIndex(index)
    assert "逗号" in page.panel.error.text()
    assert "@" not in page.panel.error.text(), "the clerk does not read places"
    assert value(page, ACTUAL) == ""


def test_a_wrong_value_survives_what_happens_elsewhere(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    index = go(page, ACTUAL)
    page.table.setData(index, "48,2")
    page.workspace.set(YOY, "5.1")
    page.refresh()
    page.workspace.undo()
    page.refresh()
    assert page.table.shown(index) == "48,2"


def test_a_wrong_value_is_corrected_or_given_up(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    index = go(page, ACTUAL)
    page.table.setData(index, "48,2")
    press(page, Qt.Key.Key_Escape)
    assert page.table.shown(index) == "未填"
    page.table.setData(index, "48,2")
    type_in(page, "48.2", Qt.Key.Key_Return)
    assert value(page, ACTUAL) == "48.2"
    assert page.table.wrong(index) is None


def test_delete_clears_all_that_is_selected_in_one_step(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    for place, typed in ((ACTUAL, "6.82"), (YOY, "5.1")):
        page.table.setData(go(page, place), typed)
    page.table.setData(go(page, f"{REVENUE}@2026-H1.rank"), "约3")
    page.view.selectRow(page.view.currentIndex().row())
    press(page, Qt.Key.Key_Delete)
    assert value(page, ACTUAL) == value(page, YOY) == ""
    assert page.table.wrong(page.view.currentIndex()) is None
    page.workspace.undo()
    page.refresh()
    assert (value(page, ACTUAL), value(page, YOY)) == ("6.82", "5.1")


def test_a_computed_value_stays_computed_until_another_is_typed(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    share = f"{REVENUE}@2026-H1.plan_share"
    page.table.setData(go(page, f"{REVENUE}@2026-Y.plan"), "13.5")
    page.table.setData(go(page, ACTUAL), "6.82")
    index = go(page, share)
    assert (page.table.shown(index), index.data(LOOK)) == ("50.5", Look.COMPUTED)
    assert "自动算出" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "自动算出" in index.data(Qt.ItemDataRole.ToolTipRole)
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    assert page.table.cell(index).state is State.COMPUTED
    go(page, share)
    type_in(page, "50.4", Qt.Key.Key_Return)
    assert (page.table.shown(index), index.data(LOOK)) == ("50.4", Look.VALUE)
    go(page, share)
    press(page, Qt.Key.Key_Delete)
    assert page.table.shown(index) == "50.5"


def test_an_open_editor_is_not_disturbed_by_other_edits(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    field = editor(page)
    QTest.keyClicks(field, "6.8")
    page.workspace.set(ACTUAL, "7")
    page.refresh()
    assert field.text() == "6.8"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert value(page, ACTUAL) == "6.8"


def test_an_edit_tells_only_of_its_row(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    QApplication.processEvents()
    told: list[QModelIndex] = []
    resets: list[bool] = []
    page.table.dataChanged.connect(lambda first, last: told.extend((first, last)))
    page.table.modelReset.connect(lambda: resets.append(True))
    page.workspace.set(ACTUAL, "6.82")
    page.refresh()
    assert {index.row() for index in told} == {cell(page, ACTUAL).row()}
    assert resets == []
    told.clear()
    page.refresh()
    assert told == []


def test_the_cell_stays_when_rows_come_and_go(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, YOY)
    page.workspace.do("删去第一个指标", lambda project: project.changed(
        indicators=tuple(one for one in project.indicators if one.id != "gdp")
    ))  # fmt: skip
    page.refresh()
    assert current_place(page) == YOY
    assert all(row.indicator.id != "gdp" for row in page.table.grid.rows)


def test_a_cell_that_cannot_be_filled_opens_no_editor(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    growth = cell(page, "fixed-asset-investment@2026-H1.yoy")
    index = page.table.index(growth.row(), cell(page, ACTUAL).column())
    page.view.setCurrentIndex(index)
    assert page.table.column(index).facet is Facet.ACTUAL
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not page.table.setData(index, "3")
    assert "增速" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_names_stay_while_the_columns_scroll(qtbot: QtBot) -> None:
    page = shown(qtbot, blank(), 500)
    page.view.horizontalScrollBar().setValue(page.view.horizontalScrollBar().maximum())
    header = page.view.verticalHeader()
    assert header.isVisible()
    assert header.x() < page.view.viewport().x()
    assert header.width() <= page.view.width() // 2


def test_the_name_tells_department_period_and_unit_and_numbers_begin_beside_it(
    qtbot: QtBot,
) -> None:
    page = shown(qtbot, blank())
    row = go(page, ACTUAL).row()
    heads = [column.title for column in page.table.grid.columns]
    assert heads[:2] == ["本期数", "上期数"]
    assert page.table.about(row) == "财政局 · 上半年 · 亿元"
    spoken = page.table.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "一般公共预算收入，财政局 · 上半年 · 亿元"


def test_nothing_moves_while_one_types_and_goes_from_cell_to_cell(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)

    def sizes() -> list[int]:
        columns = range(page.table.columnCount())
        return [page.view.y(), page.view.height(), *map(page.view.columnWidth, columns)]

    QApplication.processEvents()
    before = sizes()
    page.table.setData(page.view.currentIndex(), "123456789012.34")
    QApplication.processEvents()
    assert sizes() == before
    page.table.setData(page.view.currentIndex(), "1.3万")
    QApplication.processEvents()
    assert page.panel.error.isVisible()
    assert sizes() == before
    go(page, "fixed-asset-investment@2026-H1.yoy")
    QApplication.processEvents()
    assert sizes() == before
