"""The page of a part as a whole: every example, its places, its heading, its plain text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from model.jobs.samples import sample_keys
from model.places.inventory import places_of
from model.report.report import Report
from model.report.tree import ids_in
from tests.small_project import full, put, small
from tests.ui.part.part import Clerk, items
from tests.ui.part.part import part as part_of
from ui.forms.editors.prose_area import ProseArea
from ui.kit import theme
from ui.part.piece import Piece
from ui.part.tabbing import stops
from ui.part.table import TableCard

KEYS = sample_keys()


def places_in(report: Report, part_id: str, places: list[str]) -> list[str]:
    part = next(one for one in report.content if one.id == part_id)
    ids = ids_in(part)
    return [place for place in places if "@" not in place and place.partition(".")[0] in ids]


@pytest.mark.parametrize("key", KEYS)
def test_every_place_of_every_part_can_be_gone_to(qtbot: QtBot, key: str) -> None:
    project = full(key)
    report = project.reports[0]
    places = [one.place for one in places_of(project, report)]
    for part in report.content:
        clerk = Clerk(qtbot, project, part.id)
        for place in places_in(report, part.id, places)[::5]:
            assert clerk.page.focus_place(place), place
            now = QApplication.focusWidget()
            assert clerk.page.isAncestorOf(now), place
        clerk.area.close()


def test_a_value_of_an_indicator_is_found_where_the_part_states_it(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot)
    clerk.go("gdp@2026-H1.actual")
    clerk.keys("5.1")
    clerk.press(Qt.Key.Key_Return)
    assert [str(one.value) for one in clerk.workspace.project.observations] == ["5.1"]
    assert not clerk.page.focus_place("deposits@2026-H1.actual")


def test_a_place_of_another_part_is_not_here(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot)
    assert not clerk.page.focus_place("t1.lead")
    assert not clerk.page.focus_place("leader")


def test_the_heading_is_edited_and_may_be_blank(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一"))
    clerk.go("s1.heading")
    clerk.cursor(4)
    clerk.type("平稳")
    assert clerk.record("s1").heading.text == "经济运行平稳"
    assert clerk.focused[-1] == "s1.heading"


def test_undo_shows_in_the_editor_that_has_the_focus(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成项目"))
    clerk.go("i1.text")
    keyboard = clerk.keyboard
    clerk.cursor(4)
    clerk.type("多个")
    clerk.workspace.undo()
    clerk.settle()
    assert clerk.keyboard is keyboard
    assert clerk.editor.value() == "建成项目"


def test_an_edit_elsewhere_leaves_editors_and_cursor_alone(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("建成{leader}项目", "二"))
    clerk.go("i1.text")
    clerk.cursor(2)
    cards = clerk.all(Piece)
    keyboard, position = clerk.keyboard, clerk.editor.area.textCursor().position()  # type: ignore[attr-defined]
    for place, typed in (("i2.text", "三"), ("leader", "王市长"), ("s1.heading", "标题")):
        assert clerk.workspace.set(place, typed) is None
        clerk.settle()
    assert clerk.all(Piece) == cards
    assert clerk.keyboard is keyboard
    assert clerk.editor.area.textCursor().position() == position  # type: ignore[attr-defined]


def test_a_part_is_copied_as_plain_text(qtbot: QtBot) -> None:
    project = put(small(items("建成项目。", "完成投资。", apart=False)))
    clerk = Clerk(qtbot, project)
    clerk.button("复制为纯文字").click()
    copied = QGuiApplication.clipboard().text()
    assert copied == "　　一、经济运行\n　　一是建成项目。二是完成投资。"


def test_plain_text_holds_what_the_part_says_and_nothing_else(qtbot: QtBot) -> None:
    clerk = Clerk(qtbot, small(), "s2")
    lines = clerk.page.plain_text().split("\n")
    assert lines[0] == "　　二、下步打算"
    assert any("\t茶产业园" in line for line in lines)
    assert not any("经济运行" in line for line in lines)


def test_the_length_is_told_against_the_limit(qtbot: QtBot) -> None:
    project = put(small(items("建成项目。")), ("r1.characters", "10"))
    clerk = Clerk(qtbot, project)
    qtbot.waitUntil(lambda: "超出" in clerk.page.length.text())
    assert "限定10字" in clerk.page.length.text()


def test_tab_goes_through_the_page_as_it_is_read(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items(*(f"第{number}条" * 20 for number in range(12))))
    clerk.go("i1.text")
    met: list[str] = []
    for _ in range(60):
        clerk.press(Qt.Key.Key_Tab)
        if clerk.focused and clerk.focused[-1] not in met:
            met.append(clerk.focused[-1])
    texts = [place for place in met if place.endswith(".text")]
    assert texts[: len(texts)] == [f"i{number}.text" for number in range(1, len(texts) + 1)]
    assert len(texts) > 8


def test_blocks_and_parts_are_added(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot, items("一"))
    for words, kind in (("指标", "indicators"), ("任务", "tasks"), ("表格", "table")):
        clerk.choose(clerk.page.add_button.button, words)
        assert clerk.record("s1").content[-1].kind == kind
    clerk.choose(clerk.page.add_button.button, "小标题（下一级）")
    added = clerk.record("s1").content[-1]
    assert added.kind == "section"
    clerk.cursor(0)
    clerk.type("抓")
    assert clerk.record(added.id).heading.text == "抓新的小标题"


def test_a_block_is_moved_and_removed(qtbot: QtBot) -> None:
    clerk = Clerk.at(qtbot)
    more = next(one for one in clerk.all(QPushButton) if one.accessibleName() == "指标：其他操作")
    clerk.choose(more, "整块下移")
    assert [one.id for one in clerk.record("s1").content] == ["b2", "b1"]
    clerk.choose(more, "删去这一块指标")
    assert [one.id for one in clerk.record("s1").content] == ["b2"]


def test_a_block_that_stands_in_no_part_has_a_page(qtbot: QtBot) -> None:
    alone = {"kind": "text", "id": "b9", "paragraphs": [[{"id": "i9", "text": "各位领导："}]]}
    clerk = Clerk(qtbot, small([alone]), "b9")
    clerk.go("i9.text")
    assert clerk.editor.value() == "各位领导："
    assert not clerk.page.heading.isVisible()


def test_what_a_newer_version_made_is_said_quietly(qtbot: QtBot) -> None:
    newer = {"kind": "chart", "id": "b7", "series": [1, 2]}
    content = items("一")
    content[0]["content"].append(newer)
    clerk = Clerk.at(qtbot, content)
    shown = clerk.words()
    assert any("更新版本的续稿" in text for text in shown)
    clerk.go("i1.text")


@pytest.mark.parametrize("key", KEYS)
def test_all_that_takes_the_focus_has_a_name(qtbot: QtBot, key: str) -> None:
    project = full(key)
    longest = max(project.reports[0].content, key=lambda part: len(ids_in(part)))
    clerk = Clerk(qtbot, project, longest.id)
    for piece in clerk.all(Piece)[:25]:
        piece.wake()
    clerk.settle()
    nameless = [one for one in stops(clerk.page) if not one.accessibleName()]
    assert nameless == []


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_wider_than_a_narrow_page_at_200_percent(
    qtbot: QtBot, dressed: QApplication, key: str
) -> None:
    theme.apply(dressed, 200, None)
    project = full(key)
    for part in project.reports[0].content[:4]:
        clerk = Clerk(qtbot, project, part.id)
        assert clerk.page.width() <= clerk.area.viewport().width()
        assert clipped(clerk) == []
        clerk.area.close()


def clipped(clerk: Clerk) -> list[str]:
    """The buttons that are seen and narrower than their words."""
    return [
        one.text()
        for one in clerk.all(QPushButton)
        if one.isVisible() and one.width() < one.minimumSizeHint().width()
    ]


def test_lines_are_no_wider_than_they_are_read_and_tables_take_the_room(qtbot: QtBot) -> None:
    table = {
        "kind": "table",
        "id": "b2",
        "columns": [{"key": "name", "title": "名称", "width": 10}],
        "rows": [{"id": "w1"}],
    }
    text = {"kind": "text", "id": "b1", "paragraphs": [[{"id": "i1", "text": "推进项目。" * 60}]]}
    clerk = Clerk(qtbot, small(part_of(text, table)), size=(1500, 800))
    clerk.go("i1.text")
    clerk.settle()
    area = next(one for one in clerk.all(ProseArea) if len(one.raw()) > 100)
    sign = area.fontMetrics().horizontalAdvance("国")
    assert 38 * sign < area.viewport().width() <= 46 * sign
    assert clerk.all(TableCard)[0].width() > 60 * sign
