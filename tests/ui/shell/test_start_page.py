"""The first page: ways to begin, and the recent projects with what became of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.desk import Recent, Standing
from ui.kit.recent_projects import RecentProjects, remark_of, title_of
from ui.kit.two_lines import REMARK, WRONG
from ui.shell.start_page import Beginning, StartPage


def entry(path: Path, **given: object) -> Recent:
    about = {"place": "云岭县", "period": "2026-H1", "kinds": ("half-year-summary",)}
    opened = datetime(2026, 7, 5, 14, 30, tzinfo=UTC)
    return Recent.model_validate(about | given | {"path": str(path), "opened": opened})


@pytest.fixture
def recents(qtbot: QtBot, tmp_path: Path) -> RecentProjects:
    """Two projects, the second of which is gone."""
    made = RecentProjects()
    qtbot.addWidget(made)
    made.show()
    there = tmp_path / "there.json"
    there.write_text("{}")
    made.show_entries([entry(there), entry(tmp_path / "gone.json")])
    return made


def test_a_project_is_told_by_place_period_and_kind(tmp_path: Path) -> None:
    assert title_of(entry(tmp_path)) == "云岭县 · 2026年上半年 · 工作总结"
    own = entry(tmp_path, period="?", kinds=("own-structure", "自拟"))
    assert title_of(own) == "云岭县 · ? · 自拟"


def test_how_far_a_project_is_stands_below_its_name_and_long_paths_lose_their_middle(
    tmp_path: Path,
) -> None:
    standing = Standing(
        texts=("工作总结", "讲话"), blanks=12, carried=3, draft=2, next_step="接着填“指标”"
    )
    far = tmp_path / ("很长的文件夹" * 9) / "工作总结（云岭县2026年上半年）.xugao"
    one = entry(far, standing=standing)
    assert title_of(one) == "云岭县 · 2026年上半年 · 工作总结、讲话"
    state, where = remark_of(one).split("\n")
    assert state == "待填12 · 待核3 · 第2稿　接着填“指标”"
    assert where.endswith("…/工作总结（云岭县2026年上半年）.xugao")
    longest = tmp_path / f"{'关于' * 40}（云岭县2026年上半年）.xugao"
    assert remark_of(entry(longest)).endswith("（云岭县2026年上半年）.xugao")
    assert "…" in remark_of(entry(longest))
    assert "\n" not in remark_of(entry(tmp_path / "a.xugao"))


def test_a_file_that_is_gone_is_shown_as_gone(recents: RecentProjects, qtbot: QtBot) -> None:
    def gone_is_told() -> None:
        assert recents.item(1).data(WRONG)

    qtbot.waitUntil(gone_is_told)
    assert "不在原处" in recents.item(1).data(REMARK)
    assert "不在原处" in recents.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert not recents.item(0).data(WRONG)
    assert "7月5日" in recents.item(0).data(REMARK)


def test_enter_opens_and_delete_takes_off_the_list(recents: RecentProjects, qtbot: QtBot) -> None:
    with qtbot.waitSignal(recents.open_wanted) as opened:
        QTest.keyClick(recents, Qt.Key.Key_Return)
    assert opened.args[0].endswith("there.json")
    QTest.keyClick(recents, Qt.Key.Key_Down)
    with qtbot.waitSignal(recents.forget_wanted) as forgotten:
        QTest.keyClick(recents, Qt.Key.Key_Delete)
    assert forgotten.args[0].endswith("gone.json")


def test_the_ways_to_begin_are_buttons_that_say_what_they_are_for(qtbot: QtBot) -> None:
    begun: list[str] = []
    page = StartPage(
        [
            Beginning("接着写(&J)", "换到下一期", lambda: begun.append("on")),
            Beginning("新建(&N)", "选模板", lambda: begun.append("new")),
        ]
    )
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    page.show_recents([])
    right = page.none.mapTo(page, QPoint()).x()
    assert right > page.buttons[0].mapTo(page, QPoint()).x() + page.buttons[0].width()
    page.resize(640, 720)
    qtbot.wait(1)  # laid out anew
    assert page.none.mapTo(page, QPoint()).x() < page.buttons[0].width()
    page.focus_first()
    assert page.buttons[0].property("role") == "big"
    assert page.buttons[0].accessibleDescription() == "换到下一期"
    assert page.none.isVisible()
    QTest.keyClick(page.buttons[0], Qt.Key.Key_Space)
    page.buttons[1].click()
    assert begun == ["on", "new"]
