"""Outlooks: an indicator moves to the group that is chosen, and the counts follow."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.part.part import Clerk, part
from ui.part.prose_field import ProseField

BLOCK = {
    "kind": "outlook", "id": "b4", "groups": [
        {"id": "g1", "outlook": "ahead", "text": "提前实现的有{count}项。",
         "use": [{"id": "u4", "indicator": "deposits", "facets": ["actual"]}]},
        {"id": "g2", "outlook": "hard", "text": "有困难的有{count}项。",
         "use": [{"id": "u1", "indicator": "gdp", "facets": ["actual"]}]}],
}  # fmt: skip


def groups(clerk: Clerk) -> dict[str, list[str]]:
    block = clerk.record("b4")
    return {group.outlook: [use.indicator for use in group.use] for group in block.groups}


def test_choosing_an_outlook_moves_the_indicator_and_the_focus(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, part(BLOCK))
    clerk.choose(clerk.button("有困难"), "提前实现")
    assert groups(clerk) == {"ahead": ["deposits", "gdp"], "hard": []}
    assert "提前实现：2 项" in clerk.words()
    keyboard = clerk.keyboard
    assert isinstance(keyboard, QPushButton)
    assert keyboard.text().startswith("提前实现")


def test_a_group_that_is_not_there_is_made(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, part(BLOCK))
    clerk.choose(clerk.button("有困难"), "能够如期")
    assert groups(clerk) == {"ahead": ["deposits"], "on_track": ["gdp"], "hard": []}
    clerk.go("gdp@2026-H1.actual")


def test_the_words_of_a_group_show_how_many_there_are(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, part(BLOCK))
    words = next(one for one in clerk.all(ProseField) if one.place == "g1.text")
    assert words.book.value("{count}").text == "1"
    clerk.choose(clerk.button("有困难"), "提前实现")
    assert words.book.value("{count}").text == "2"
    clerk.go("g1.text")
    clerk.cursor(0)
    clerk.type("预计")
    assert clerk.record("g1").text == "预计提前实现的有{count}项。"


def test_undo_brings_it_back(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, part(BLOCK))
    clerk.choose(clerk.button("有困难"), "提前实现")
    assert clerk.workspace.undo() == "“地区生产总值”改为提前实现"
    clerk.settle()
    assert "有困难：1 项" in clerk.words()
