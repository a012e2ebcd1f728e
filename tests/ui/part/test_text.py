"""The points of a text, written by keyboard: split, joined, added, moved, removed, checked."""

from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from model.places.wording_changes import Told
from model.report.carried import words_of
from model.values.state import State
from tests.ui.part.part import ALT, CTRL, SHIFT, Clerk, items, part
from ui.kit.tick_list import tick_all
from ui.part.item import ItemCard
from ui.part.last_text import LastText
from ui.part.text import TextCard
from ui.renewal.proposals_dialog import ProposalsDialog

ENTER, BACK, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete


def carried(text: str, last: str) -> list[dict[str, Any]]:
    item = {"id": "i1", "marker": None, "text": text, "former": {"text": {"text": last}}}
    return part({"kind": "text", "id": "b1", "paragraphs": [[item]]})


def test_what_is_typed_is_in_the_project(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目", "完成投资"))
    clerk.go("i1.text")
    clerk.cursor(4)
    clerk.type("3个。")
    assert clerk.texts() == [["建成项目3个。"], ["完成投资"]]
    assert clerk.focused[-1] == "i1.text"


def test_enter_breaks_a_point_in_two_and_goes_to_the_second(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目。完成投资。"))
    clerk.go("i1.text")
    clerk.cursor(5)
    clerk.press(ENTER)
    assert clerk.texts() == [["建成项目。"], ["完成投资。"]]
    assert clerk.editor.value() == "完成投资。"
    clerk.type("已")
    assert clerk.texts() == [["建成项目。"], ["已完成投资。"]]


def test_enter_takes_along_what_was_just_typed(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成"))
    clerk.go("i1.text")
    clerk.cursor(2)
    clerk.keys("ABC")
    clerk.press(ENTER)
    assert clerk.texts() == [["建成ABC"], [""]]


def test_enter_behind_a_link_counts_the_link_as_it_is_kept(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("按{leader}要求。抓好落实。"))
    clerk.go("i1.text")
    clerk.cursor(len("按{leader}要求。"))
    clerk.press(ENTER)
    assert clerk.texts() == [["按{leader}要求。"], ["抓好落实。"]]


def test_backspace_at_the_start_joins_and_the_cursor_stands_between(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目。", "完成投资。"))
    clerk.go("i2.text")
    clerk.cursor(0)
    clerk.press(BACK)
    assert clerk.texts() == [["建成项目。完成投资。"]]
    clerk.type("并")
    assert clerk.texts() == [["建成项目。并完成投资。"]]


def test_backspace_at_the_start_of_the_first_point_changes_nothing(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目。", "完成投资。"))
    before = clerk.workspace.project
    clerk.go("i1.text")
    clerk.cursor(0)
    clerk.press(BACK)
    assert clerk.workspace.project is before


def test_ctrl_enter_adds_a_point_below_and_goes_there(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一", "二"))
    clerk.go("i1.text")
    clerk.press(ENTER, CTRL)
    clerk.type("新的一条")
    assert clerk.texts() == [["一"], ["新的一条"], ["二"]]


def test_alt_down_moves_a_point_and_the_cursor_stays_in_it(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一", "二", "三"))
    clerk.go("i1.text")
    keyboard = clerk.keyboard
    clerk.press(Qt.Key.Key_Down, ALT)
    assert clerk.texts() == [["二"], ["一"], ["三"]]
    assert clerk.keyboard is keyboard
    clerk.press(Qt.Key.Key_Up, ALT)
    assert clerk.texts() == [["一"], ["二"], ["三"]]


def test_a_removed_point_is_told_and_comes_back_with_undo(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目3个。", "完成投资。"))
    clerk.go("i1.text")
    with qtbot.waitSignal(clerk.workspace.removed) as told:
        clerk.press(DELETE, CTRL | SHIFT)
    assert clerk.texts() == [["完成投资。"]]
    assert clerk.editor.value() == "完成投资。"
    assert told.args == ["已删去要点“建成项目3个”。"]
    assert clerk.workspace.undo() == "删去要点“建成项目3个”"
    clerk.settle()
    assert clerk.texts() == [["建成项目3个。"], ["完成投资。"]]
    clerk.go("i1.text")
    assert clerk.editor.value() == "建成项目3个。"


def test_signs_follow_the_order(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一", "二", "三"))
    clerk.go("i3.text")
    assert clerk.card("i3").sign == "三是"
    clerk.press(Qt.Key.Key_F5)
    clerk.go("i1.text")
    clerk.press(DELETE, CTRL | SHIFT)
    assert clerk.card("i2").sign == "一是"
    assert clerk.card("i3").sign == ""  # 本期不写


def test_another_style_of_signs_is_chosen_for_the_row(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一", "二"))
    clerk.choose(clerk.button("一是"), "1. 2. 3. …")
    styles = [row[0].marker.style for row in clerk.record("b1").paragraphs]
    assert styles == ["1.", "1."]
    assert clerk.card("i2").sign == "2."


def test_points_are_drawn_into_one_paragraph_and_apart(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一", "二"))
    card = clerk.all(TextCard)[0]
    together = clerk.button("段内")
    together.click()
    assert clerk.texts() == [["一", "二"]]
    clerk.button("分段").click()
    assert clerk.texts() == [["一"], ["二"]]
    assert card.isVisible()


def test_what_cannot_stand_in_one_paragraph_is_refused_in_words(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一", "二", style="一、"))
    clerk.button("段内").click()
    assert clerk.texts() == [["一"], ["二"]]
    assert "另起一段" in clerk.page.notice.text()
    assert clerk.button("分段").isChecked()


def test_f4_confirms_what_last_period_said_after_its_numbers_were_asked_about(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, carried("建成项目3个。", "建成项目3个。"))
    went_on: list[bool] = []
    clerk.page.next_wanted.connect(lambda: went_on.append(True))
    clerk.go("i1.text")
    clerk.press(Qt.Key.Key_F4)
    assert words_of(clerk.record("i1"), "text") is State.CARRIED
    assert clerk.page.notice.text().startswith("本段还有1个上期数，没有变？")
    assert not went_on
    clerk.press(Qt.Key.Key_F4)
    assert words_of(clerk.record("i1"), "text") is State.CONFIRMED
    assert went_on == [True]
    assert clerk.button("不算核过").isVisible()
    clerk.press(Qt.Key.Key_F4)
    assert words_of(clerk.record("i1"), "text") is State.CARRIED
    assert went_on == [True]


def test_f7_leaves_a_point_out_and_takes_it_in_again(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一", "二"))
    clerk.go("i1.text")
    clerk.press(Qt.Key.Key_F5)
    assert clerk.record("i1").dropped
    clerk.press(Qt.Key.Key_F5)
    assert not clerk.record("i1").dropped


def test_last_periods_words_are_unfolded(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, carried("建成项目3个。", "建成项目2个。"))
    clerk.button("上期内容").click()
    (last,) = clerk.all(LastText)
    assert last.isVisible()
    assert (last.marked(Told.LAST), last.marked(Told.NOW)) == (("2",), ("3",))


def test_numbers_of_a_text_are_open_while_some_are_blank(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目XX个，完成投资3亿元。", "改造5户。"))
    assert clerk.card("i1").numbers.isVisible()
    assert not clerk.card("i2").numbers.isVisible()


def test_many_numbers_of_a_text_are_listed_some_at_a_time(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("改造XX户。" + "建成项目3个；" * 99))
    numbers = clerk.card("i1").numbers
    assert len(numbers.all()) == 60
    clerk.button("还有 40 处").click()
    assert len(numbers.all()) == 100
    clerk.workspace.enter("i1.text", "建成项目XX个。")
    assert len(numbers.all()) == 1
    assert not any(one.isVisible() for one in clerk.all(QPushButton) if "还有" in one.text())


def test_a_blank_is_gone_to_in_its_line_and_filled_there(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目XX个，完成投资3亿元。"))
    clerk.go("i1.figures.0")
    clerk.keys("8")
    clerk.press(ENTER)
    assert clerk.texts() == [["建成项目8个，完成投资3亿元。"]]


def test_enter_goes_to_the_next_number_and_a_filled_card_stays_open(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目XX个。", "完成投资XX亿元，改造XX户。"))
    clerk.go("i1.figures.0")
    for typed in ("8", "3", "5"):
        clerk.keys(typed)
        clerk.press(ENTER)
    assert clerk.texts() == [["建成项目8个。"], ["完成投资3亿元，改造5户。"]]
    assert clerk.card("i1").numbers.isVisible()


def test_a_number_that_stands_is_marked_in_the_text(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目8个，完成投资3亿元。"))
    clerk.go("i1.figures.1")
    clerk.type("5")
    assert clerk.texts() == [["建成项目8个，完成投资5亿元。"]]


def test_wrong_numbers_stay_with_the_reason(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目XX个。"))
    clerk.go("i1.figures.0")
    clerk.keys("many")
    clerk.press(ENTER)
    assert clerk.texts() == [["建成项目XX个。"]]
    assert clerk.editor.value() == "many"
    assert clerk.editor.is_wrong


def test_several_pasted_paragraphs_become_points(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一"))
    clerk.go("i1.text")
    clerk.cursor(1)
    data = QMimeData()
    data.setText("甲\n\n乙\n丙")
    QGuiApplication.clipboard().setMimeData(data)
    clerk.press(Qt.Key.Key_V, CTRL)
    clerk.editor.tell()
    clerk.settle()
    assert clerk.texts() == [["一甲"], ["乙"], ["丙"]]
    assert clerk.workspace.undo() == "粘贴3段"
    assert clerk.texts() == [["一"]]


def test_numbers_of_pasted_paragraphs_are_listed_and_only_what_is_ticked_is_done(
    qtbot: QtBot,
) -> None:
    clerk, kinds = Clerk.at(qtbot, items("")), list[Any]()
    clerk.page.proposals_wanted.connect(kinds.append)
    clerk.go("i1.text")
    QGuiApplication.clipboard().setText("新建茶园36亩")
    clerk.press(Qt.Key.Key_V, CTRL)
    clerk.editor.tell()
    clerk.settle()
    assert not kinds, "a few words are pasted without a question"
    clerk.page.numbers.click()
    assert (kinds, clerk.page.notice.isVisible()) == ([], True)
    clerk.go("i1.text")
    clerk.press(Qt.Key.Key_A, CTRL)
    QGuiApplication.clipboard().setText("高速公路通车里程61.5公里。\n抓项目。")
    clerk.press(Qt.Key.Key_V, CTRL)
    clerk.editor.tell()
    clerk.settle()
    before = clerk.workspace.project
    dialog = ProposalsDialog(clerk.workspace, kinds[-1])
    qtbot.addWidget(dialog)
    dialog.apply()
    assert clerk.workspace.project is before, "what is not kept yet is not ticked beforehand"
    tick_all(dialog.items, Qt.CheckState.Checked)
    dialog.apply()
    assert clerk.workspace.project.indicator("highways") is not None
    assert clerk.texts()[0] == ["高速公路通车里程{@highways.actual}。"]
    assert clerk.workspace.undo() == "认数1处"
    assert clerk.workspace.project is before


def test_a_sign_that_is_typed_or_pasted_becomes_the_marker(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("", style=None))
    clerk.go("i1.text")
    for words in ("一是", "抓", "项目"):
        clerk.type(words)
        clerk.settle()
    assert (clerk.record("i1").marker.style, clerk.texts()) == ("一是", [["抓项目"]])
    while clerk.texts() != [["一是抓"]]:
        assert clerk.workspace.undo()
    clerk.settle()
    clerk.type("好")
    clerk.settle()
    assert (clerk.record("i1").marker, clerk.texts()) == (None, [["一是抓好"]]), "as undo left it"


def test_pasted_points_have_the_signs_they_open_with(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("", style=None))
    clerk.go("i1.text")
    QGuiApplication.clipboard().setText("一是甲\n补充\n二是乙\n（1）丙")
    clerk.press(Qt.Key.Key_V, CTRL)
    clerk.editor.tell()
    clerk.settle()
    signs = [card.item.marker and card.item.marker.style for card in clerk.all(ItemCard)]
    assert signs == ["一是", None, "一是", "（1）"]
    assert clerk.texts() == [["甲"], ["补充"], ["乙"], ["丙"]]


def test_a_lead_is_written_and_taken_away(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目。"))
    clerk.go("i1.lead")
    clerk.type("项目有力。")
    assert clerk.record("i1").lead == "项目有力。"


def test_a_drop_moves_a_point_behind_another(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一", "二", "三"))
    card = clerk.all(TextCard)[0]
    card.rows.dropped.emit("i1", "i3", True)
    clerk.settle()
    assert clerk.texts() == [["二"], ["三"], ["一"]]
    data = QMimeData()
    data.setData("application/x-xugao-item", b"i2")
    below = QPointF(card.width() / 2, card.height() - 4)  # on ＋ 加一条, below the last point
    where = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    for event in (QDragEnterEvent(below.toPoint(), *where), QDropEvent(below, *where)):
        QApplication.sendEvent(card, event)
        assert event.isAccepted()
    clerk.settle()
    assert clerk.texts() == [["三"], ["一"], ["二"]]


def test_points_out_of_sight_stay_asleep_until_one_goes_there(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items(*(f"第{number}条" * 30 for number in range(40))))
    rows = clerk.all(TextCard)[0].rows
    awake = [one.key for one in rows.all() if one.is_awake]
    assert awake and len(awake) < 20
    clerk.go("i40.text")
    assert clerk.editor.value().startswith("第39条")

    def is_seen() -> bool:
        at = clerk.keyboard.mapTo(clerk.page, clerk.keyboard.rect().topLeft())
        return bool(clerk.page.visibleRegion().boundingRect().contains(at))

    qtbot.waitUntil(is_seen)
