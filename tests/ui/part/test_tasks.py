"""Tasks: departments, deadline, quantity and words typed; added, moved, removed, checked."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from model.report.carried import words_of
from model.values.state import State
from tests.ui.part.part import ALT, CTRL, SHIFT, Clerk, part
from ui.part.task import TaskCard


def tasks(*more: dict[str, Any]) -> list[dict[str, Any]]:
    return part(
        {
            "kind": "tasks", "id": "b3", "opening": "要抓好：", "separate": True, "tasks": [
                {"id": "t1", "marker": {"style": "一是"}, "lead": ["住建局"], "deadline": "",
                 "text": "改造老旧小区{quantity}", "unit": "个"},
                {"id": "t2", "marker": {"style": "一是"}, "text": "抓好防汛。"}, *more]}
    )  # fmt: skip


def order(clerk: Clerk) -> list[str]:
    return [task.id for task in clerk.record("b3").tasks]


def test_the_values_of_a_task_are_typed(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, tasks())
    for place, typed in (("t1.support", "财政局、发改局"), ("t1.deadline", "10月底前")):
        clerk.go(place)
        clerk.type(typed)
        clerk.press(Qt.Key.Key_Tab)
    clerk.go("t1.quantity")
    clerk.keys("12")
    clerk.press(Qt.Key.Key_Return)
    task = clerk.record("t1")
    assert (task.support, task.deadline) == (("财政局", "发改局"), "10月底前")
    assert str(task.quantity) == "12"
    assert "quantity" in task.text


def test_the_quantity_is_seen_in_the_words(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, tasks())
    card = next(one for one in clerk.all(TaskCard) if one.key == "t1")
    assert "改造老旧小区XX个" in card.words()
    assert clerk.workspace.set("t1.quantity", "8") is None
    assert "改造老旧小区8个" in card.words()


def test_tasks_are_added_moved_and_removed(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, tasks())
    clerk.go("t1.text")
    clerk.press(Qt.Key.Key_Return, CTRL)
    assert len(order(clerk)) == 3
    assert order(clerk)[0] == "t1" and order(clerk)[2] == "t2"
    clerk.type("办好实事")
    clerk.press(Qt.Key.Key_Down, ALT)
    assert clerk.record("b3").tasks[2].text == "办好实事"
    removed: list[str] = []
    clerk.workspace.removed.connect(removed.append)
    clerk.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    assert order(clerk) == ["t1", "t2"]
    assert "办好实事" in removed[0]


def test_a_wrong_deadline_stays_with_the_reason(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, tasks())
    clerk.go("t1.deadline")
    clerk.type("2月30日前")
    assert clerk.record("t1").deadline == ""
    assert clerk.editor.is_wrong


def test_last_periods_task_is_confirmed(qtbot: QtBot) -> None:
    clerk = Clerk.at(
        qtbot, tasks({"id": "t3", "text": "抓好春耕。", "former": {"text": {"text": "抓好春耕。"}}})
    )
    clerk.go("t3.text")
    assert "上期内容·待核" in clerk.words()
    clerk.press(Qt.Key.Key_F4)
    assert words_of(clerk.record("t3"), "text") is State.CONFIRMED
    clerk.press(Qt.Key.Key_F5)
    assert clerk.record("t3").dropped


def test_who_leads_all_of_them(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, tasks())
    clerk.go("b3.lead")
    clerk.type("发改局")
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.record("b3").lead == ("发改局",)
