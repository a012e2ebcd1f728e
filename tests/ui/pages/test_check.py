"""核对: problems by severity, one click to the place, warnings dismissed and brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from model.check.problem import Severity
from model.check.registry import problems
from model.jobs import samples
from model.jobs.new_project import new_project
from model.library import shipped
from model.report.project import Organization, Project
from model.report.tree import items_of
from model.session import Session
from model.values.period import Period
from ui.kit.two_lines import KEY, REMARK, TwoLineList
from ui.pages.check import CheckPage
from ui.workspace import Workspace


def fresh() -> Project:
    """A project in which nothing is written yet."""
    place = Organization(name="云岭县", superior="江州市")
    template = shipped.template("half-year-summary")
    return new_project(template, shipped.bank(), place, Period.parse("2026-H1")).project


def shown(qtbot: QtBot, project: Project) -> CheckPage:
    """The page, refreshed after every new root as the shell does."""
    workspace = Workspace(Session.new(project))
    page = CheckPage(workspace)
    workspace.setParent(page)
    workspace.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    return page


def list_of(page: CheckPage) -> TwoLineList:
    return next(one for one in page.children() if isinstance(one, TwoLineList))


def button(page: CheckPage, words: str) -> QPushButton:
    return next(
        one for one in page.children() if isinstance(one, QPushButton) and words in one.text()
    )


@pytest.fixture
def page(qtbot: QtBot) -> CheckPage:
    return shown(qtbot, fresh())


def with_warning() -> Project:
    """The example with a warning that can be dismissed: a limit that the text is longer than."""
    session = Session.new(samples.example("county-head-briefing"))
    session.set(f"{session.project.reports[0].id}.characters", "100")
    return session.project


def test_all_problems_are_listed_the_serious_ones_first(page: CheckPage) -> None:
    found = problems(page.workspace.project, page.workspace.report)
    rows = list_of(page)
    assert rows.count() == len(found) > 0
    assert [rows.item(row).text() for row in range(rows.count())] == [x.message for x in found]
    severities = [one.severity for one in found]
    assert severities == sorted(severities, key=list(Severity).index)
    assert rows.item(0).data(REMARK).startswith("必须改")


def test_a_problem_leads_to_its_place_by_key_and_by_click(qtbot: QtBot, page: CheckPage) -> None:
    rows = list_of(page)
    rows.setCurrentRow(1)
    place = rows.item(1).data(KEY)
    with qtbot.waitSignal(page.moved, check_params_cb=lambda went: went == place):
        QTest.keyClick(rows, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.moved, check_params_cb=lambda went: went == place):
        button(page, "去改").click()


def test_what_is_mended_goes_and_the_row_stays(page: CheckPage) -> None:
    rows = list_of(page)
    before = rows.count()
    rows.setCurrentRow(2)
    field = next(one for one in page.workspace.project.fields if one.value is None)
    typed = {"date": "2026-07-05", "number": "3", "integer": "3"}.get(field.kind.value, "某某")
    assert page.workspace.set(field.id, typed) is None
    assert rows.count() < before
    assert rows.currentRow() == 2


def test_a_warning_is_dismissed_for_good_and_comes_back(qtbot: QtBot) -> None:
    page = shown(qtbot, with_warning())
    rows = list_of(page)
    before = rows.count()
    assert button(page, "恢复").isHidden()
    rows.setCurrentRow(before - 1)
    message = rows.item(before - 1).text()
    button(page, "不再提示").click()
    assert message not in [rows.item(row).text() for row in range(rows.count())]
    assert page.workspace.session.can_undo == "不再提示一处问题"
    button(page, "恢复").click()
    assert rows.count() == before


def test_an_error_cannot_be_dismissed(page: CheckPage) -> None:
    list_of(page).setCurrentRow(0)
    assert not button(page, "不再提示").isEnabled()


def test_only_errors_can_be_shown(qtbot: QtBot) -> None:
    page = shown(qtbot, with_warning())
    only = next(one for one in page.children() if isinstance(one, QCheckBox))
    errors = [
        one
        for one in problems(page.workspace.project, page.workspace.report)
        if one.severity is Severity.ERROR
    ]
    only.setChecked(True)
    assert list_of(page).count() == len(errors)
    only.setChecked(False)
    assert list_of(page).count() > len(errors)


def test_where_nothing_is_wrong_the_page_only_says_so(qtbot: QtBot) -> None:
    page = shown(qtbot, samples.example("county-head-briefing"))
    assert problems(page.workspace.project, page.workspace.report) == ()
    assert list_of(page).isHidden()
    assert button(page, "去改").isHidden()


def test_a_place_with_a_problem_is_found_in_the_list(page: CheckPage) -> None:
    place = list_of(page).item(3).data(KEY)
    assert page.focus_place(place)
    assert list_of(page).currentItem().data(KEY) == place
    assert not page.focus_place("nowhere.text")


def test_a_slip_in_the_words_leads_to_its_text_and_is_dismissed_by_itself(qtbot: QtBot) -> None:
    session = Session.new(samples.example("county-head-briefing"))
    place = next(
        item.id for item in items_of(session.project.reports[0]) if "安全" in item.text
    )  # fmt: skip
    session.set(f"{place}.text", "截止目前，各项工作有序推进，，群众满意。")
    page = shown(qtbot, session.project)
    rows = list_of(page)
    slips = [row for row in range(rows.count()) if rows.item(row).data(KEY) == f"{place}.text"]
    assert len(slips) == 2
    rows.setCurrentRow(slips[0])
    with qtbot.waitSignal(page.moved, check_params_cb=lambda went: went == f"{place}.text"):
        QTest.keyClick(rows, Qt.Key.Key_Return)
    told = rows.item(slips[0]).text()
    button(page, "不再提示").click()
    left = [rows.item(row).text() for row in range(rows.count())]
    assert told not in left
    assert sum("群众满意" in words or "截止" in words for words in left) == 1
