"""What last period said is marked where it is edited, told, and looked at with F4."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from model.jobs.steps import steps
from model.report.project import Project
from model.values.state import State
from tests.small_project import small
from tests.ui.part.part import SHIFT, Clerk, part
from ui.forms.editors.prose import ProseEditor
from ui.kit import theme
from ui.part.last_text import LastText
from ui.part.prose_field import ProseField
from ui.part.table import TableCard
from ui.part.widgets import Fold


def last(**texts: str) -> dict[str, Any]:
    """The same texts this period and last, by attribute."""
    return texts | {"former": {path: {"text": text} for path, text in texts.items()}}


TITLE = "2026年上半年经济运行"
CONTENT = [
    {"kind": "section", "id": "s1", "former": {"heading": {"text": TITLE}},
     "heading": {"marker": {"style": "一、"}, "text": TITLE},
     "content": [
         {"kind": "indicators", "id": "b1", "use": [
             {"id": "u1", "indicator": "gdp",
              **last(opening="截至6月末，", name="1—6月生产总值")}],
          **last(opening="上半年，5项指标增长，", closing="，比上年多2项。")},
         {"kind": "text", "id": "b2", "paragraphs": [[
             {"id": "i1", "marker": {"style": "一是"},
              **last(lead="完成投资3.5亿元。", text="新建项目8个。")}]]},
         {"kind": "tasks", "id": "b3", **last(opening="下半年办好3件事："), "tasks": [
             {"id": "t1", "quantity": "30", "unit": "个", "deadline": "9月底前",
              "text": "改造小区{quantity}，惠及2万人。", "former": {
                  "text": {"text": "改造小区{quantity}，惠及2万人。"},
                  "deadline": {"text": "9月底前"}, "quantity": {"text": "30"}}}]},
         {"kind": "outlook", "id": "b4", **last(opening="从上半年看，"), "groups": [
             {"id": "g1", "outlook": "ahead", **last(text="年内提前实现2项，"),
              "use": [{"id": "u4", "indicator": "deposits"}]}]},
         {"kind": "table", "id": "b5", **last(caption="2026年上半年重点项目表"), "columns": [
             {"key": "name", "title": "项目"},
             {"key": "plan", "title": "年度计划", "kind": "money", "unit": "亿元"},
             {"key": "done", "title": "已完成", "kind": "money", "unit": "亿元"}],
          "rows": [{"id": "w1", "cells": ["茶产业园", "4.0"], "former": {
              "cells.name": {"text": "茶产业园"}, "cells.plan": {"text": "4.0"},
              "cells.done": {"text": "2.5"}}},
                   {"id": "w2", "cells": ["水厂", "3.0"], "former": {
                       "cells.plan": {"text": "3.0"}}}]},
     ]},
]  # fmt: skip
TEXTS = (
    "s1.heading", "b1.opening", "b1.closing", "u1.opening", "u1.name", "b3.opening",
    "b4.opening", "g1.text", "b5.caption",
)  # fmt: skip


def opened(qtbot: QtBot) -> Clerk:
    return Clerk(qtbot, carried())


def carried() -> Project:
    return small(CONTENT, report={"front": {"title": "汇报"}})


def states(clerk: Clerk) -> dict[str, State]:
    """The places of the part as the inventory has them now."""
    project, report = clerk.workspace.project, clerk.workspace.report
    steps(project, report, clerk.workspace.inventory)
    found = clerk.workspace.inventory.part(report.content[0]).places
    return {place.place: place.state for place in found}


def look_at(clerk: Clerk) -> None:
    """核过, and where numbers of last period's are asked about, that they are the same."""
    clerk.press(Qt.Key.Key_F4)
    if clerk.page.notice.isVisible() and "没有变" in clerk.page.notice.text():
        clerk.press(Qt.Key.Key_F4)
        assert not clerk.page.notice.isVisible()


def field(clerk: Clerk, place: str) -> ProseField:
    return next(one for one in clerk.all(ProseField) if one.place == place)


@pytest.mark.parametrize("place", TEXTS)
def test_a_text_of_last_period_is_marked_told_and_looked_at_where_it_stands(
    qtbot: QtBot, place: str
) -> None:
    clerk = opened(qtbot)
    assert states(clerk)[place] is State.CARRIED
    clerk.go(place)
    assert clerk.focused[-1] == place
    said = clerk.keyboard.accessibleDescription()
    assert "上期内容·待核" in said
    assert f"上期：{field(clerk, place).editor.value()}"[:12] in said
    look_at(clerk)
    of_place = {name: state for name, state in states(clerk).items() if name.startswith(place)}
    assert State.CARRIED not in of_place.values()
    assert "已核" in clerk.keyboard.accessibleDescription()
    clerk.press(Qt.Key.Key_F4)
    assert states(clerk)[place] is State.CARRIED


def test_a_look_at_one_text_leaves_the_others_to_be_looked_at(qtbot: QtBot) -> None:
    clerk = opened(qtbot)
    clerk.go("b1.opening")
    look_at(clerk)
    after = states(clerk)
    assert after["b1.opening"] is State.CONFIRMED
    assert after["b1.closing"] is State.CARRIED


def test_the_words_of_last_period_are_opened_below_a_heading(qtbot: QtBot) -> None:
    clerk = opened(qtbot)
    heading = clerk.page.heading.words
    assert "上期内容·待核" in clerk.words()
    assert f"上期：{TITLE}" not in clerk.words()
    folds: Iterable[Fold] = heading.findChildren(Fold)
    next(iter(folds)).click()
    clerk.settle()
    assert f"上期：{TITLE}" in clerk.words()


def test_a_text_that_another_period_says_alike_is_not_marked(qtbot: QtBot) -> None:
    content = part({"kind": "table", "id": "b5", **last(caption="重点项目表"), "columns": []})
    clerk = Clerk.at(qtbot, content)
    assert not field(clerk, "b5.caption").is_carried
    assert "上期内容·待核" not in clerk.words()


def test_where_the_clerk_is_led_the_last_words_open_and_fold_once_they_are_looked_at(
    qtbot: QtBot,
) -> None:
    clerk = opened(qtbot)
    clerk.go("i1.text")
    words = last_words(clerk, "i1")
    assert words.isVisible()
    clerk.press(Qt.Key.Key_F4)
    clerk.press(Qt.Key.Key_F4)
    assert states(clerk)["i1.text"] is State.CONFIRMED
    assert not words.isVisible()
    clerk.press(Qt.Key.Key_F4)
    assert words.isVisible()
    folds: Iterable[Fold] = clerk.card("i1").findChildren(Fold)
    next(fold for fold in folds if fold.text().startswith("上期内容")).click()
    clerk.go("s1.heading")
    clerk.go("i1.text")
    assert not words.isVisible()


def test_only_the_outline_is_kept_and_sentences_of_last_period_are_taken_in(qtbot: QtBot) -> None:
    text = "新建项目8个。完成投资2亿元；开工5个。"
    item = {"id": "i1", "marker": {"style": "一是"}, **last(lead="抓项目。", text=text)}
    clerk = Clerk.at(qtbot, part({"kind": "text", "id": "b1", "paragraphs": [[item]]}))
    before = clerk.workspace.project
    assert clerk.page.texts.isVisible()
    assert clerk.page.texts.first.isChecked()
    clerk.page.texts.second.click()
    clerk.settle()
    assert (clerk.record("i1").lead, clerk.record("i1").text) == ("抓项目。", "")
    assert states(clerk)["i1.text"] is State.EMPTY
    clerk.button("上期内容").click()
    clerk.settle()
    qtbot.waitUntil(clerk.page.unsaid.isVisible)
    clerk.button("上期（").click()
    clerk.button("插入").click()
    clerk.settle()
    assert (clerk.record("i1").text, states(clerk)["i1.text"]) == (text, State.CARRIED)
    assert not clerk.page.unsaid.isVisible()
    clerk.workspace.undo()
    clerk.settle()
    (words,) = clerk.all(LastText)
    words.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return):
        clerk.press(key)
    assert clerk.record("i1").text == "完成投资2亿元；"
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=middle_of(words, "新建"))
    assert clerk.record("i1").text == "完成投资2亿元；新建项目8个。"
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=middle_of(words, "抓项目"))
    assert clerk.record("i1").text == "完成投资2亿元；新建项目8个。"
    assert clerk.workspace.undo() is not None
    assert clerk.workspace.undo() is not None
    clerk.page.texts.first.click()
    assert clerk.workspace.project == before


def last_words(clerk: Clerk, id_: str) -> LastText:
    """Last period's words of a point."""
    found: Iterable[LastText] = clerk.card(id_).findChildren(LastText)
    return next(iter(found))


def middle_of(words: LastText, said: str) -> QPoint:
    """The place on the screen of some of last period's words."""
    line = words._laid_out(words.width()).lineAt(0)
    left: Any = line.cursorToX(words.text().index(said))
    return QPoint(int(left[0]) + 4, 6)


def test_f4_in_a_text_that_is_not_carried_looks_at_the_card_around_it(qtbot: QtBot) -> None:
    clerk = opened(qtbot)
    clerk.go("t1.text")
    look_at(clerk)
    assert {state for name, state in states(clerk).items() if name.startswith("t1.")} == {
        State.CONFIRMED,
        State.OPTIONAL,
    }


@pytest.mark.parametrize(("path", "words"), [("deadline", "9月底前"), ("quantity", "30")])
def test_a_value_of_a_task_is_marked_beside_last_periods(
    qtbot: QtBot, path: str, words: str
) -> None:
    clerk = opened(qtbot)
    clerk.go(f"t1.{path}")
    assert clerk.focused[-1] == f"t1.{path}"
    assert "上期内容·待核" in clerk.keyboard.accessibleDescription()
    assert words in clerk.keyboard.accessibleDescription()
    look_at(clerk)
    assert states(clerk)[f"t1.{path}"] is State.CONFIRMED


@pytest.mark.parametrize("place", ["b1.opening.figures.0", "s1.heading.figures.0"])
def test_a_figure_of_a_text_is_gone_to_where_it_stands(qtbot: QtBot, place: str) -> None:
    content = [CONTENT[0] | {"heading": {"text": "完成投资3.5亿元"}}, *CONTENT[1:]]
    clerk = Clerk.at(qtbot, content)
    clerk.go(place)
    editor = clerk.editor
    assert isinstance(editor, ProseEditor)
    assert editor.area.textCursor().selectedText() in ("5", "3.5")


def test_a_figure_of_a_lead_is_gone_to_in_the_lead(qtbot: QtBot) -> None:
    clerk = opened(qtbot)
    clerk.go("i1.lead.figures.0")
    editor = clerk.editor
    assert isinstance(editor, ProseEditor)
    assert editor.value() == "完成投资3.5亿元。"
    assert editor.area.textCursor().selectedText() == "3.5"
    assert clerk.focused[-1] == "i1.lead"


def test_a_figure_of_a_text_is_looked_at_in_its_own_line(qtbot: QtBot) -> None:
    clerk = opened(qtbot)
    card = clerk.card("i1")
    clerk.go("i1.text")
    clerk.button("文中数字").click()
    clerk.settle()
    row = card.numbers.get("i1.figures.0")
    assert row is not None
    row.confirm()
    clerk.settle()
    assert states(clerk)["i1.figures.0"] is State.CONFIRMED
    assert states(clerk)["i1.text"] is State.CARRIED


# Cells of a table.


def table(clerk: Clerk) -> TableCard:
    return clerk.all(TableCard)[0]


def shown(clerk: Clerk, row: str, key: str, role: Qt.ItemDataRole) -> Any:
    return table(clerk).cells.find(row, key).data(role)


def test_a_carried_cell_stands_on_amber_with_last_periods_value(qtbot: QtBot) -> None:
    clerk = opened(qtbot)
    amber = theme.colors().amber_soft
    ground = Qt.ItemDataRole.BackgroundRole
    assert shown(clerk, "w1", "plan", ground).name() == amber
    assert shown(clerk, "w1", "name", ground) is None
    assert shown(clerk, "w1", "plan", Qt.ItemDataRole.ToolTipRole) == "上期：4.0"
    assert shown(clerk, "w1", "done", Qt.ItemDataRole.ToolTipRole) == "上期：2.5"
    assert "待核" in shown(clerk, "w1", "plan", Qt.ItemDataRole.AccessibleTextRole)


def test_f4_looks_at_the_current_cell_and_again_no_longer(qtbot: QtBot) -> None:
    clerk = opened(qtbot)
    clerk.go("w1.plan")
    clerk.press(Qt.Key.Key_F4)
    assert states(clerk)["w1.plan"] is State.CONFIRMED
    assert states(clerk)["w2.plan"] is State.CARRIED
    assert shown(clerk, "w1", "plan", Qt.ItemDataRole.BackgroundRole) is None
    clerk.press(Qt.Key.Key_F4)
    assert states(clerk)["w1.plan"] is State.CARRIED


def test_f4_looks_at_all_chosen_cells_in_one_step(qtbot: QtBot) -> None:
    clerk = opened(qtbot)
    clerk.go("w1.plan")
    clerk.press(Qt.Key.Key_Down, SHIFT)
    clerk.press(Qt.Key.Key_F4)
    assert states(clerk)["w1.plan"] is states(clerk)["w2.plan"] is State.CONFIRMED
    clerk.workspace.undo()
    assert states(clerk)["w1.plan"] is states(clerk)["w2.plan"] is State.CARRIED


def test_a_cell_is_looked_at_by_its_menu(qtbot: QtBot) -> None:
    clerk = opened(qtbot)
    clerk.go("w1.plan")
    table(clerk).view.customContextMenuRequested.emit(QPoint(1, 1))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = menu.actions()[0]
    assert entry.text().split("\t")[0] == "核过"
    menu.close()
    entry.trigger()
    assert states(clerk)["w1.plan"] is State.CONFIRMED


def test_a_cell_far_down_a_table_is_in_sight_when_it_is_gone_to(qtbot: QtBot) -> None:
    rows = [{"id": f"w{number}", "cells": ["水厂"]} for number in range(1, 25)]
    columns = [{"key": "name", "title": "项目"}]
    block = {"kind": "table", "id": "b5", "columns": columns, "rows": rows}
    clerk = Clerk.at(qtbot, part(block))
    clerk.go("w24.name")
    view = table(clerk).view
    cell = view.visualRect(view.currentIndex()).center()
    qtbot.waitUntil(lambda: view.viewport().visibleRegion().contains(cell))
