"""Indicators of a part: their values in lines, added, moved, left out, with a remark."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from model.arrange.uses import add_use
from model.library import shipped
from tests.small_project import small, text
from tests.ui.part.part import ALT, CTRL, SHIFT, Clerk, part
from ui.part.indicator_search import IndicatorSearch
from ui.part.indicator_search import found as found_by
from ui.part.indicators import IndicatorsCard
from ui.part.lines import Line
from ui.part.use import UseCard


def stated(*uses: Any) -> list[dict[str, Any]]:
    return part({"kind": "indicators", "id": "b1", "opening": "{period}，", "use": list(uses)})


REVENUE = {"id": "u2", "indicator": "revenue", "facets": ["actual", "yoy"]}
GDP = {"id": "u1", "indicator": "gdp", "facets": ["actual", "rank"]}


def names(clerk: Clerk) -> list[str]:
    return [use.indicator for use in clerk.record("b1").use]


def line(clerk: Clerk, place: str) -> Line:
    return next(one for one in clerk.all(Line) if one.place == place)


def test_a_value_is_typed_and_the_next_line_follows(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    clerk.go("revenue@2026-H1.actual")
    clerk.keys("6.82")
    clerk.press(Qt.Key.Key_Return)
    clerk.keys("5.1")
    clerk.press(Qt.Key.Key_Return)
    found = {one.facet: str(one.value) for one in clerk.workspace.project.observations}
    assert found == {"actual": "6.82", "yoy": "5.1"}


def test_wrong_input_stays_with_the_reason(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    clerk.go("revenue@2026-H1.actual")
    clerk.keys("48,2")
    clerk.press(Qt.Key.Key_Return)
    found = line(clerk, "revenue@2026-H1.actual")
    assert found.editor.value() == "48,2"
    assert found.editor.is_wrong
    assert "48,2" in found.error.text()
    assert clerk.workspace.project.observations == ()


def test_a_comparison_is_added_in_the_menu_typed_and_said(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated({"id": "u1", "indicator": "gdp", "facets": ["yoy"]}))
    for place, number in (("gdp@2026-H1.yoy", "5.8"), ("gdp@2026-H1.points~city", "1.2")):
        if "~" in place:
            clerk.choose(more_of(clerk), "写比全市升降")
        clerk.go(place)
        clerk.keys(number)
        clerk.press(Qt.Key.Key_Return)
    said = "地区生产总值同比增长5.8%，高于全市平均1.2个百分点。"
    assert said in text(clerk.workspace.project)
    (use,) = clerk.record("b1").use
    assert [facet.value for facet in use.facets] == ["yoy", "points~city"]
    clerk.choose(more_of(clerk), "写比全市升降")
    assert "全市" not in text(clerk.workspace.project)
    clerk.workspace.undo()
    assert said in text(clerk.workspace.project)


def test_a_structure_is_typed_in_one_line_and_said_with_last_years(qtbot: QtBot) -> None:
    project = add_use(small(stated()), "b1", shipped.bank().by_id["gdp-structure"])
    clerk = Clerk(qtbot, project)
    place = "gdp-structure@2026-H1.actual"
    clerk.go(place)
    clerk.keys("14.5:41.6:33.9")
    clerk.press(Qt.Key.Key_Return)
    assert "应当是100" in line(clerk, place).error.text()
    clerk.press(Qt.Key.Key_A, CTRL)
    clerk.keys("14.5:41.6:43.9")
    clerk.press(Qt.Key.Key_Return)
    assert "三次产业结构为14.5:41.6:43.9。" in text(clerk.workspace.project)
    assert clerk.workspace.set("gdp-structure@2025-H1.actual", "15.2:41:43.8") is None
    clerk.settle()
    assert "由15.2:41:43.8调整为14.5:41.6:43.9。" in text(clerk.workspace.project)
    clerk.choose(more_of(clerk), "写上年同期")
    assert "三次产业结构为14.5:41.6:43.9。" in text(clerk.workspace.project)


def more_of(clerk: Clerk) -> QPushButton:
    """The ⋯ button of the first indicator's card."""
    (card,) = clerk.all(UseCard)
    inside = (one for one in clerk.all(QPushButton) if card.isAncestorOf(one))
    return next(one for one in inside if one.text() == "⋯")


def test_last_periods_value_stands_beside(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    assert clerk.workspace.set("revenue@2026-Q1.actual", "3.05") is None
    clerk.settle()
    assert "3.05" in line(clerk, "revenue@2026-H1.actual").former.words()


def test_what_is_computed_says_so(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    for place, typed in (("revenue@2026-H1.actual", "6"), ("revenue@2025-H1.actual", "5")):
        assert clerk.workspace.set(place, typed) is None
    clerk.settle()
    found = line(clerk, "revenue@2026-H1.yoy")
    assert found.editor.value() == "20.0"
    assert found.chip.text() == "自动算出"


def test_parts_stand_under_what_they_are_of(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE | {"parts": [{"id": "u3", "indicator": "tax"}]}))
    titles = [card.head() for card in clerk.all(UseCard)]
    assert titles == ["一般公共预算收入", "其中：税收收入"]
    clerk.go("tax@2026-H1.actual")


def test_an_indicator_is_found_by_its_synonym_and_added(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    clerk.button("＋ 加指标").click()
    clerk.keys("GDP")
    clerk.press(Qt.Key.Key_Return)
    assert names(clerk) == ["revenue", "gdp"]
    clerk.keys("118.6")
    clerk.press(Qt.Key.Key_Return)
    assert [one.indicator for one in clerk.workspace.project.observations] == ["gdp"]


def test_one_that_is_there_already_is_refused_in_words(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    clerk.button("＋ 加指标").click()
    clerk.all(IndicatorsCard)[0].search.field.setText("一般公共预算收入")
    clerk.press(Qt.Key.Key_Return)
    assert names(clerk) == ["revenue"]
    assert "已经写了" in clerk.page.notice.text()


def test_indicators_are_moved_and_removed_by_keyboard(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE, GDP))
    clerk.go("gdp@2026-H1.actual")
    clerk.press(Qt.Key.Key_Up, ALT)
    assert names(clerk) == ["gdp", "revenue"]
    clerk.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    assert names(clerk) == ["revenue"]
    assert clerk.workspace.undo() == "删去指标“地区生产总值”"


def test_a_value_is_left_out_this_period_and_said_again(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    clerk.go("revenue@2026-H1.yoy")
    clerk.press(Qt.Key.Key_F5)
    assert clerk.record("b1").use[0].omit == ("yoy",)
    assert not clerk.page.focus_place("revenue@2026-H1.yoy")
    clerk.button("同比增长 本期不写").click()
    assert clerk.record("b1").use[0].omit == ()
    clerk.go("revenue@2026-H1.yoy")


def test_another_period_is_chosen(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    clerk.button("时期").click()
    card = clerk.all(UseCard)[0]
    card.settings.period.set_text("2026-Q1")
    clerk.settle()
    assert clerk.record("b1").use[0].period == "2026-Q1"
    clerk.go("revenue@2026-Q1.actual")


def test_a_source_is_chosen_in_words(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    clerk.button("时期").click()
    clerk.all(UseCard)[0].settings.source.set_text("统计局反馈数")
    assert clerk.record("b1").use[0].source == "bureau"


def test_a_remark_is_written_behind(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE))
    clerk.all(UseCard)[0].edits.add_remark()
    clerk.settle()
    clerk.type("主要靠税收拉动")
    assert clerk.record("b1").use[0].remark.text == "主要靠税收拉动"


def test_a_drop_moves_an_indicator_before_another(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(REVENUE, GDP))
    clerk.all(IndicatorsCard)[0].rows.dropped.emit("gdp", "revenue", False)
    assert names(clerk) == ["gdp", "revenue"]


def test_the_sentence_is_shown_and_follows(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated({"id": "u2", "indicator": "revenue", "facets": ["actual"]}))
    clerk.button("成文效果").click()
    assert any("完成XX亿元" in text for text in clerk.words())
    assert clerk.workspace.set("revenue@2026-H1.actual", "6.82") is None
    clerk.settle()
    assert any("6.82亿元" in text for text in clerk.words())


def test_an_indicator_is_not_said_this_period_and_said_again(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(GDP, REVENUE | {"parts": [{"id": "u3", "indicator": "tax"}]}))
    clerk.all(UseCard)[1].edits.drop("u2", True)
    clerk.settle()
    assert clerk.record("b1").use[1].dropped
    assert clerk.all(UseCard)[1].head() == "一般公共预算收入（本期不写）"
    assert {one.place.split("@")[0] for one in clerk.all(Line) if one.isVisible()} == {"gdp"}
    clerk.all(UseCard)[1].edits.drop("u2", False)
    clerk.settle()
    seen = {one.place for one in clerk.all(Line) if one.isVisible()}
    assert "revenue@2026-H1.actual" in seen


def test_what_no_half_year_has_is_found_by_its_whole_name_with_the_reason(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, stated(GDP))
    clerk.button("＋ 加指标").click()
    search = clerk.all(IndicatorSearch)[0]
    search.field.setText("研发投入")
    assert search.list.count() == 0
    search.field.setText("研发投入强度")
    assert "上半年没有这个数" in search.list.item(0).text()


def test_an_indicator_to_write_is_found_by_the_first_letters_of_its_pinyin() -> None:
    names = [one.name for one in found_by(small(), "ggys")]
    assert "一般公共预算收入" in names[:3]
    assert [one.name for one in found_by(small(), "kdywl")][:1] == ["快递业务量"]
