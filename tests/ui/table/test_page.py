"""The 指标 page: found by place, filtered, told about, copied out of and pasted into."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from model.arrange.indicators import add_indicator
from model.jobs.samples import sample_keys
from model.library import shipped
from model.places.inventory import places_of
from model.report.tree import find
from model.table.grid import ColumnKind
from model.values.facet import Source
from tests.samples import example
from tests.ui.table.tables import (
    ACTUAL,
    REVENUE,
    YOY,
    below,
    blank,
    cell,
    current_place,
    go,
    shown,
    value,
)
from ui.kit import theme
from ui.table.page import IndicatorsPage
from ui.table.paste_dialog import PasteDialog


def seen(page: IndicatorsPage) -> list[str]:
    return [page.table.grid.rows[row].indicator.name for row in page.view.seen_rows()]


def dialog_of(page: IndicatorsPage) -> PasteDialog:
    (found,) = below(page, PasteDialog)
    return found


def paste(page: IndicatorsPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.paste()


@pytest.mark.parametrize("key", sample_keys())
def test_every_place_of_an_indicator_is_found(qtbot: QtBot, key: str) -> None:
    page = shown(qtbot, example(key))
    report = page.workspace.report
    for one in places_of(page.workspace.project, report):
        if "@" in one.place:
            assert page.focus_place(one.place), one.place
            assert current_place(page) == one.place
    assert not page.focus_place("leader")
    assert not page.focus_place("no place at all")
    assert not page.focus_place("no-such-indicator@2026-H1.actual")


def test_the_place_of_the_current_cell_is_told(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    with qtbot.waitSignal(page.place_focused) as told:
        go(page, YOY)
    assert told.args == [YOY]


def test_a_place_behind_the_filter_is_shown(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.filters.name.setText("生产总值")
    assert page.view.isRowHidden(cell(page, YOY).row())
    go(page, YOY)
    assert not page.view.isRowHidden(cell(page, YOY).row())


def test_rows_are_filtered_by_name_department_and_state(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.filters.name.setText("gdp")
    assert seen(page) == ["地区生产总值"], "a synonym is a name too"
    page.filters.name.clear()
    QTest.keyClicks(page.filters.name, "ggyssr")
    assert seen(page) == ["一般公共预算收入"], "the first letters of its pinyin find it"
    QTest.keyClick(page.filters.name, Qt.Key.Key_Return)
    assert current_place(page) == ACTUAL, "Enter goes to its first blank cell"
    page.filters.name.clear()
    page.filters.department.setCurrentText("财政局")
    rows = [page.table.grid.rows[row] for row in page.view.seen_rows()]
    assert {row.indicator.supplier for row in rows} == {"财政局"}
    page.filters.department.setCurrentIndex(0)
    page.workspace.set(ACTUAL, "6.82")
    page.refresh()
    page.filters.state.setCurrentText("已填")
    assert seen(page) == ["一般公共预算收入"]
    page.filters.state.setCurrentText("填错")
    assert seen(page) == []
    assert page.nothing.isVisible()


def test_what_the_text_does_not_use_is_seen_when_asked_for(qtbot: QtBot) -> None:
    project = add_indicator(blank(), shipped.bank().by_id["gdp-national"])
    page = shown(qtbot, project)
    assert "国内生产总值" not in seen(page)
    page.filters.only_used.setChecked(False)
    assert seen(page)[-1] == "国内生产总值"


def test_a_project_without_indicators_says_what_to_do(qtbot: QtBot) -> None:
    page = shown(qtbot, blank().changed(indicators=(), reports=()))
    assert page.nothing.isVisible()
    assert "添加指标" in page.nothing.text()
    assert not page.view.isVisible()
    page.refresh()


def test_another_text_of_the_project_shows_its_own_rows(qtbot: QtBot) -> None:
    project = blank()
    other = project.reports[0].changed(id="r9", content=())
    page = shown(qtbot, project.changed(reports=(*project.reports, other)))
    before = len(seen(page))
    page.workspace.choose_report("r9")
    assert len(seen(page)) < before


def test_the_panel_tells_last_values_and_reasons(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.workspace.set(f"{REVENUE}@2026-Q1.yoy", "4.2")
    page.refresh()
    go(page, YOY)
    assert "一般公共预算收入" in page.panel.what.text()
    assert "上期数 4.2%" in page.panel.facts.text()
    row = next(
        at
        for at, one in enumerate(page.table.grid.rows)
        if one.indicator.id == "fixed-asset-investment"
    )
    index = page.table.index(row, cell(page, ACTUAL).column())
    page.view.setCurrentIndex(index)
    assert "只说增速" in page.panel.facts.text()


def test_a_value_is_left_out_of_the_text_and_taken_back(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    index = go(page, YOY)
    page.panel.dropped.click()
    assert page.table.shown(index) == "本期不写"
    assert page.panel.dropped.isChecked()
    assert "本期不写" in (page.workspace.session.can_undo or "")
    page.panel.dropped.click()
    assert page.table.shown(index) == "未填"


def test_where_a_value_comes_from_is_chosen(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.workspace.set(ACTUAL, "6.82")
    page.refresh()
    index = go(page, ACTUAL)
    page.panel.sources.value_chosen.emit(Source.BUREAU)
    assert page.table.cell(index).source is Source.BUREAU
    assert "统计局反馈数" in page.panel.source.text()


def test_the_source_cell_of_a_row_chooses_for_all_its_values(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    for place, typed in ((ACTUAL, "6.82"), (YOY, "5.1")):
        page.workspace.set(place, typed)
    page.refresh()
    row = go(page, ACTUAL).row()
    kinds = [column.kind for column in page.table.grid.columns]
    index = page.table.index(row, kinds.index(ColumnKind.SOURCE))
    page.view.setCurrentIndex(index)
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    sources = page.panel.sources
    assert sources.isVisible()
    assert sources.value.isEnabled()
    sources.value_chosen.emit(Source.BUREAU)
    sources.close()
    assert page.table.shown(index) == "统计局反馈数"
    assert page.table.cell(cell(page, YOY)).source is Source.BUREAU
    page.workspace.undo()
    page.refresh()
    assert page.table.shown(index) == "部门报送数"


def test_a_value_of_another_source_stands_beside(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.workspace.set(ACTUAL, "6.80")
    page.refresh()
    index = go(page, ACTUAL)
    page.panel.sources.new_chosen.emit(Source.BUREAU)
    page.table.setData(index, "6.82")
    assert page.table.shown(index) == "6.82"
    assert page.table.cell(index).others == "部门报送数6.80"
    page.panel.sources.new_chosen.emit(Source.ESTIMATE)
    page.table.setData(index, "6.7")
    assert page.table.shown(index) == "6.82"
    assert "文稿仍用它" in page.panel.error.text()


def test_the_text_uses_the_source_it_is_told(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.workspace.set(ACTUAL, "6.80")
    page.workspace.set(f"{ACTUAL}@bureau", "6.82")
    page.refresh()
    go(page, ACTUAL)
    page.panel.sources.use_chosen.emit(Source.DEPARTMENT)
    assert page.table.shown(page.view.currentIndex()) == "6.80"
    page.panel.sources.use_chosen.emit(None)
    assert page.table.shown(page.view.currentIndex()) == "6.82"


def test_one_copied_cell_goes_where_the_cursor_is(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    paste(page, "6.82\r\n")
    assert value(page, ACTUAL) == "6.82"


def test_a_block_is_shown_first_and_set_as_one_step(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    paste(page, "指标\t完成\t增速\n一般公共预算收入\t6.82\t5.1\n鱼苗\t3\t4\nGDP\t约5\t5.3")
    dialog = dialog_of(page)
    assert value(page, ACTUAL) == ""
    assert "可填3个数" in dialog.summary.text()
    assert "1个填不进去" in dialog.summary.text()
    dialog.fill.click()
    assert (value(page, ACTUAL), value(page, YOY)) == ("6.82", "5.1")
    assert value(page, "gdp@2026-H1.yoy") == "5.3"
    page.workspace.undo()
    page.refresh()
    assert value(page, ACTUAL) == value(page, YOY) == ""


def test_what_is_not_chosen_is_not_pasted(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    paste(page, "指标\t完成\t增速\n一般公共预算收入\t6.82\t5.1")
    dialog = dialog_of(page)
    first = dialog.model.index(0, 0)
    assert dialog.model.setData(
        first, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole
    )
    dialog.fill.click()
    assert (value(page, ACTUAL), value(page, YOY)) == ("", "5.1")


def test_a_block_with_names_can_go_by_position_all_the_same(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    paste(page, "GDP\t5.1")
    dialog = dialog_of(page)
    assert [button.accessibleName() for button in dialog.buttons] == ["按名称", "按位置"]
    dialog.buttons[1].click()
    labels = [one.label for one in dialog.model.rows]
    assert all(label.startswith("一般公共预算收入") for label in labels)


def test_a_pasted_value_takes_the_place_of_a_wrong_one(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    index = go(page, ACTUAL)
    page.table.setData(index, "约7")
    paste(page, "指标\t完成\n一般公共预算收入\t6.82")
    dialog_of(page).fill.click()
    assert page.table.wrong(index) is None
    assert page.table.shown(index) == "6.82"


@pytest.mark.parametrize("text", ["", "x" * 1_000_001])
def test_nothing_to_paste_is_told(qtbot: QtBot, text: str) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    paste(page, text)
    assert page.panel.error.text()
    assert below(page, PasteDialog) == []


def test_selected_cells_are_copied_and_paste_back(qtbot: QtBot) -> None:
    page = shown(qtbot, example("work-briefing"))
    index = go(page, ACTUAL)
    page.view.clearSelection()
    model = page.view.selectionModel()
    for one in (index, cell(page, YOY)):
        model.select(one, model.SelectionFlag.Select)
    page.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\n")[0].split("\t") == [value(page, ACTUAL), value(page, YOY)]


def test_a_whole_row_is_copied_with_names_and_heads(qtbot: QtBot) -> None:
    page = shown(qtbot, example("work-briefing"))
    page.view.selectRow(go(page, ACTUAL).row())
    page.copy()
    heads, line, _ = QGuiApplication.clipboard().text().split("\n")
    assert heads.startswith("指标\t报数单位")
    assert line.startswith("一般公共预算收入\t财政局")
    assert "未填" not in line


def menu_entry(page: IndicatorsPage, words: str) -> QAction:
    """An entry of the context menu of the current cell."""
    page.view.customContextMenuRequested.emit(QPoint(5, 5))
    (menu,) = [menu for menu in below(page, QMenu) if menu.isVisible()]
    (found,) = [action for action in menu.actions() if action.text().startswith(words)]
    menu.close()
    return found


def test_the_sources_outlive_the_menu_that_shows_them(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    for _ in range(2):
        entry = menu_entry(page, "来源")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        page.panel.sources.aboutToShow.emit()
        assert not page.panel.sources.value.isEnabled(), "there is no value yet"
        assert entry.menu() is page.panel.sources


@pytest.mark.parametrize(
    ("typed", "is_agreed", "now"),
    [
        ("本级一般公共预算收入", True, "本级一般公共预算收入"),
        ("不要的名称", False, "一般公共预算收入"),
    ],
)
def test_an_indicator_gets_another_name_from_the_menu(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: str, is_agreed: bool, now: str
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (typed, is_agreed))
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    menu_entry(page, "指标改名").trigger()
    indicator = page.workspace.project.indicator(REVENUE)
    assert indicator is not None
    assert indicator.name == now
    assert now in seen(page)
    assert page.panel.error.text() == ""


def test_a_name_that_another_indicator_has_is_refused_in_words(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, blank())
    other = next(one.name for one in page.workspace.project.indicators if one.id != REVENUE)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (other, True))
    go(page, ACTUAL)
    menu_entry(page, "指标改名").trigger()
    assert f"已经有指标“{other}”" in page.panel.error.text()
    assert not page.workspace.session.can_undo


def test_every_widget_that_takes_the_focus_has_a_name(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    paste(page, "GDP\t5.1")
    for widget in below(page, QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
            is_named = isinstance(widget, QAbstractButton) and widget.text()
            assert widget.accessibleName() or is_named, widget


@pytest.mark.parametrize("width", [640, 760])
def test_nothing_is_clipped_at_200_percent(qtbot: QtBot, dressed: QApplication, width: int) -> None:
    theme.apply(dressed, 200)
    page = shown(qtbot, blank(), width, 720)
    page.table.setData(go(page, ACTUAL), "48,2")
    QApplication.processEvents()
    page.resize(width, page.minimumSizeHint().height())
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= width
    for widget in below(page, QWidget):
        if not widget.isVisible() or not isinstance(
            widget, QLabel | QAbstractButton | QComboBox | QLineEdit
        ):
            continue
        wide = widget.width()
        needs = widget.heightForWidth(wide) if widget.hasHeightForWidth() else 0
        hint = widget.minimumHeight() or widget.minimumSizeHint().height()
        assert widget.height() >= max(needs, hint), widget
        assert wide >= widget.minimumSizeHint().width(), widget


def test_the_three_menus_of_sources_do_what_they_say(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    page.workspace.set(ACTUAL, "6.80")
    page.refresh()
    index = go(page, ACTUAL)
    sources = page.panel.sources

    def choose(menu: QMenu, label: str) -> None:
        sources.aboutToShow.emit()
        next(one for one in menu.actions() if one.text().startswith(label)).trigger()

    def chosen(menu: QMenu) -> list[str]:
        sources.aboutToShow.emit()
        return [one.text().partition("(")[0] for one in menu.actions() if one.isChecked()]

    assert chosen(sources.value) == ["部门报送数"]
    choose(sources.value, "统计局反馈数")
    assert page.table.cell(index).source is Source.BUREAU
    assert chosen(sources.value) == ["统计局反馈数"]
    choose(sources.new, "预计")
    assert page.table.new_source is Source.ESTIMATE
    assert chosen(sources.new) == ["预计"]
    page.table.setData(index, "6.7")
    choose(sources.use, "预计")
    assert chosen(sources.use) == ["预计"]
    assert page.table.shown(page.view.currentIndex()) == "6.7"
    choose(sources.use, "最可靠的数")
    assert chosen(sources.use) == ["最可靠的数"]
    assert page.table.shown(page.view.currentIndex()) == "6.80"
    choose(sources.new, "照旧")
    assert page.table.new_source is None


def test_on_a_low_screen_fourteen_rows_are_seen_with_the_preview_folded(qtbot: QtBot) -> None:
    page = shown(qtbot, example("county-head-briefing"), width=1106, height=590)
    assert page.filters.line_width <= page.least_room <= 1106
    room = page.view.viewport()

    def seen_wholly() -> int:
        cells = [page.table.index(row, 0) for row in page.view.seen_rows()]
        return sum(room.rect().contains(page.view.visualRect(index)) for index in cells)

    qtbot.waitUntil(lambda: seen_wholly() >= 14)
    page.resize(1500, 900)
    assert page.least_room == page.view.least_width


def test_a_number_of_another_period_is_not_ticked_and_says_why(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    go(page, ACTUAL)
    paste(page, "指标\t1-5月\n一般公共预算收入\t9.87")
    dialog = dialog_of(page)
    assert dialog.chosen() == ()
    (row,) = dialog.model.rows
    assert "1—5月" in row.doubt
    box = dialog.model.index(0, 0)
    dialog.model.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert [one.typed for one in dialog.chosen()] == ["9.87"]


def test_the_texts_that_use_a_value_are_listed_and_one_leads_there(qtbot: QtBot) -> None:
    page = shown(qtbot, blank())
    wanted: list[str] = []
    page.moved.connect(wanted.append)
    go(page, ACTUAL)
    assert page.panel.uses.text() == "1篇文稿用到(&G)"
    page.panel.uses.menu().aboutToShow.emit()
    first = page.panel.uses.menu().actions()[0]
    assert first.text().startswith("《县工作情况汇报》")
    first.trigger()
    found = find(page.workspace.project, wanted[0].partition(".")[0])
    assert found is not None
    assert REVENUE in str(found)
