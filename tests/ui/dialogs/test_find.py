"""查找替换: places are listed and gone to; replacing is one step of undo; refusals are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.jobs.find_replace import find_all
from tests.ui.dialogs.opened import opened, retitle, title_of
from tests.ui.shell_window import saved_example, window
from ui.dialogs.find import FindDialog
from ui.kit.two_lines import REMARK
from ui.workspace import Workspace

WORD = "全县"


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path) -> Workspace:
    return opened(tmp_path)


@pytest.fixture
def went() -> list[str]:
    """The places that were gone to."""
    return []


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, went: list[str]) -> FindDialog:
    made = FindDialog(workspace, went.append)
    qtbot.addWidget(made)
    made.begin()
    return made


def test_everything_found_is_listed_with_where_it_is(
    dialog: FindDialog, workspace: Workspace
) -> None:
    dialog.query.setText(WORD)
    dialog.all.click()
    hits = find_all(workspace.project, WORD)
    assert len(hits) > 2
    assert dialog.list.count() == len(hits)
    assert f"【{WORD}】" in dialog.list.item(0).text()
    assert dialog.list.item(0).data(REMARK)
    assert f"找到{len(hits)}处" in dialog.said.text()


def test_enter_goes_from_hit_to_hit_and_round(
    dialog: FindDialog, workspace: Workspace, went: list[str]
) -> None:
    hits = [one.place for one in find_all(workspace.project, WORD)]
    dialog.query.setText(WORD)
    for _ in range(len(hits) + 1):
        QTest.keyClick(dialog.query, Qt.Key.Key_Return)
    assert went == [*hits, hits[0]]


def test_a_hit_that_is_chosen_is_gone_to(
    dialog: FindDialog, workspace: Workspace, went: list[str]
) -> None:
    dialog.query.setText(WORD)
    dialog.list_all()
    dialog.list.setCurrentRow(1)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert went == [find_all(workspace.project, WORD)[1].place]


def test_one_is_replaced_and_the_rest_stays(dialog: FindDialog, workspace: Workspace) -> None:
    before = len(find_all(workspace.project, WORD))
    dialog.query.setText(WORD)
    dialog.by.setText("全市")
    dialog.list_all()
    dialog.replace.click()
    assert len(find_all(workspace.project, WORD)) == before - 1
    assert workspace.session.can_undo == f"替换“{WORD}”"


def test_all_are_replaced_as_one_step(dialog: FindDialog, workspace: Workspace) -> None:
    before = workspace.project
    count = len(find_all(before, WORD))
    dialog.query.setText(WORD)
    dialog.by.setText("全市")
    dialog.replace_all.click()
    assert find_all(workspace.project, WORD) == ()
    assert f"替换了{count}处" in dialog.said.text()
    workspace.undo()
    assert workspace.project is before


def test_what_does_not_fit_is_refused_and_told(dialog: FindDialog, workspace: Workspace) -> None:
    field = next(one for one in workspace.project.fields if one.kind.value == "date" and one.value)
    assert field.value is not None
    dialog.query.setText(field.value)
    dialog.by.setText("不是日期")
    dialog.replace_all.click()
    assert "填不进去" in dialog.said.text()
    assert dialog.said.property("wrong") is True
    assert workspace.project.field(field.id) == field


def test_the_list_follows_the_project(
    qtbot: QtBot, dialog: FindDialog, workspace: Workspace
) -> None:
    retitle(workspace, "绝无仅有的标题")
    dialog.query.setText("绝无仅有")
    dialog.list_all()
    assert dialog.list.count() == 1
    retitle(workspace, "别的")
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert dialog.said.text() == "没有找到。"


def test_nothing_to_look_for_offers_nothing(dialog: FindDialog) -> None:
    assert not dialog.all.isEnabled()
    assert not dialog.replace_all.isEnabled()


def test_the_window_leads_to_the_place_and_lets_the_dialog_go_with_the_project(
    qtbot: QtBot, tmp_path: Path
) -> None:
    main = window()
    assert main.open_file(saved_example(tmp_path))
    workspace = main.filing.workspace
    assert workspace is not None
    retitle(workspace, "绝无仅有的标题")
    main.commands["find"].trigger()
    dialog = main.services.find_dialog
    assert dialog is not None
    dialog.query.setText("绝无仅有")
    dialog.go_on()
    assert main.wizard is not None
    page = main.wizard.pages.page
    assert page.editor.text() == title_of(workspace)  # type: ignore[union-attr]
    workspace.session.save()
    main.commands["close"].trigger()
    assert main.services.find_dialog is None
