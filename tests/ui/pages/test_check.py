"""核对: problems in groups that fold, one click to the place, put right, put away, brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from model.check.problem import Correction, Severity
from model.check.registry import RULES, problems
from model.jobs.new_project import new_project
from model.jobs.proposals import ProposalKind
from model.library import shipped
from model.report.project import Organization, Project
from model.report.tree import items_of
from model.session import Session
from model.values.period import Period
from tests.samples import example
from ui.kit.two_lines import KEY, REMARK
from ui.pages.check import CheckPage
from ui.pages.problem_list import ProblemList
from ui.pages.rules_dialog import RulesDialog
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


def list_of(page: CheckPage) -> ProblemList:
    return next(one for one in page.children() if isinstance(one, ProblemList))


def lines_of(page: CheckPage) -> dict[int, str]:
    """The rows of the findings that are unfolded, and what they say."""
    rows = list_of(page)
    texts = {row: rows.item(row) for row in range(rows.count())}
    return {row: item.text() for row, item in texts.items() if item.data(REMARK)}


def heads_of(page: CheckPage) -> list[str]:
    rows = list_of(page)
    return [rows.item(at).text() for at in range(rows.count()) if not rows.item(at).data(REMARK)]


def unfold(page: CheckPage) -> None:
    """All groups, by the keyboard."""
    rows, row = list_of(page), 0
    while row < rows.count():
        rows.setCurrentRow(row)
        QTest.keyClick(rows, Qt.Key.Key_Right)
        row += 1


def stand_at(page: CheckPage, check: str) -> None:
    """Go to the first finding of a rule."""
    rows = list_of(page)
    for row in range(rows.count()):
        rows.setCurrentRow(row)
        if rows.problem is not None and rows.problem.check == check:
            return
    raise AssertionError(check)


def group_by_family(page: CheckPage) -> None:
    choice = next(one for one in page.children() if isinstance(one, QComboBox))
    choice.setCurrentIndex(1)


def button(page: CheckPage, words: str) -> QPushButton:
    return next(
        one for one in page.children() if isinstance(one, QPushButton) and words in one.text()
    )


@pytest.fixture
def page(qtbot: QtBot) -> CheckPage:
    return shown(qtbot, fresh())


def with_warning() -> Project:
    """The example with a warning that can be dismissed: a limit that the text is longer than."""
    session = Session.new(example("county-head-briefing"))
    session.set(f"{session.project.reports[0].id}.characters", "100")
    return session.project


def with_slips() -> tuple[Project, str]:
    """The example with slips of punctuation, of numerals, and one that only the clerk can mend."""
    session = Session.new(example("county-head-briefing"))
    items = [item for item in items_of(session.project.reports[0]) if len(item.text) > 40]
    session.set(f"{items[0].id}.text", "各项工作有序推进，，群众满意，税收增长5-10%。")
    session.set(f"{items[-1].id}.text", "收集问题214个，，办结264个，攻艰克难成效明显。")
    return session.project, f"{items[0].id}.text"


def test_what_is_blank_is_one_line_a_part_and_the_doubts_stand_apart(page: CheckPage) -> None:
    found = problems(page.workspace.project, page.workspace.report)
    heads = heads_of(page)
    blank = [head for head in heads if head.endswith("处未填")]
    assert list_of(page).count() == len(heads) + len(lines_of(page)) < len(found)
    assert blank[0].startswith("▸ 基本情况")
    assert heads[: len(blank)] == blank
    assert any(head.startswith("▸ 指标　") for head in blank)
    unfold(page)
    assert len(lines_of(page)) == len(found)
    named = [field.label for field in page.workspace.project.fields if field.value is None]
    assert any(text.startswith(f"{named[0]}　") for text in lines_of(page).values())


def test_a_group_leads_to_its_first_place_and_folds_where_the_clerk_stands(
    qtbot: QtBot, page: CheckPage
) -> None:
    rows = list_of(page)
    rows.setCurrentRow(0)
    first = rows.groups[0].problems[0].place
    with qtbot.waitSignal(page.moved, check_params_cb=lambda went: went == first):
        QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Space)
    rows.setCurrentRow(2)
    place = rows.item(2).data(KEY)
    with qtbot.waitSignal(page.moved, check_params_cb=lambda went: went == place):
        QTest.keyClick(rows, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.moved, check_params_cb=lambda went: went == place):
        button(page, "去填").click()
    QTest.keyClick(rows, Qt.Key.Key_Left)
    assert rows.currentRow() == 0
    before = rows.count()
    spot = rows.visualItemRect(rows.item(0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert rows.count() > before


def test_what_is_mended_goes_and_the_clerk_stays(page: CheckPage) -> None:
    unfold(page)
    rows = list_of(page)
    before = rows.count()
    rows.setCurrentRow(3)
    stays = rows.item(3).text()
    field = next(
        field
        for field in page.workspace.project.fields
        if field.value is None and field.id == rows.item(1).data(KEY)
    )
    typed = {"date": "2026-07-05", "number": "3", "integer": "3"}.get(field.kind.value, "某某")
    assert page.workspace.set(field.id, typed) is None
    assert rows.count() < before
    assert rows.currentItem().text() == stays


def test_a_warning_is_dismissed_for_good_and_comes_back(qtbot: QtBot) -> None:
    page = shown(qtbot, with_warning())
    rows = list_of(page)
    before = rows.count()
    assert button(page, "恢复").isHidden()
    rows.setCurrentRow(before - 1)
    message = rows.item(before - 1).text()
    button(page, "不再提示").click()
    assert message not in lines_of(page).values()
    assert page.workspace.session.can_undo == "不再提示一处问题"
    button(page, "恢复").click()
    assert rows.count() == before


def test_an_error_cannot_be_dismissed(page: CheckPage) -> None:
    for row in range(2):
        list_of(page).setCurrentRow(row)
        QTest.keyClick(list_of(page), Qt.Key.Key_Right)
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
    assert len(lines_of(page)) == len(errors)
    only.setChecked(False)
    assert len(lines_of(page)) > len(errors)


def test_where_nothing_is_wrong_the_page_only_says_so(qtbot: QtBot) -> None:
    page = shown(qtbot, example("county-head-briefing"))
    assert problems(page.workspace.project, page.workspace.report) == ()
    assert list_of(page).isHidden()
    for words in ("去改", "改正", "全部改正"):
        assert button(page, words).isHidden()


def test_a_place_with_a_problem_is_found_in_a_folded_group(page: CheckPage) -> None:
    place = list_of(page).groups[1].problems[-1].place
    assert page.focus_place(place)
    assert list_of(page).currentItem().data(KEY) == place
    assert not page.focus_place("nowhere.text")


def test_a_family_is_put_away_in_one_step_and_what_must_be_looked_at_singly_is_not(
    qtbot: QtBot,
) -> None:
    page = shown(qtbot, with_slips()[0])
    group_by_family(page)
    rows = list_of(page)
    heads = heads_of(page)
    row = next(at for at in range(rows.count()) if rows.item(at).text().startswith("▾ 标点"))
    rows.setCurrentRow(row)
    assert "2处" in rows.item(row).text()
    button(page, "这一组不再提示").click()
    assert heads_of(page) == [head for head in heads if not head.startswith("▾ 标点")]
    assert page.workspace.undo()
    assert heads_of(page) == heads


def test_a_slip_is_put_right_in_one_click_and_a_family_of_form_from_a_list(qtbot: QtBot) -> None:
    project, place = with_slips()
    page = shown(qtbot, project)
    stand_at(page, "doubled-mark")
    reason = next(
        one for one in page.children() if getattr(one, "accessibleName", str)() == "为什么提示"
    )
    assert isinstance(reason, QLabel)
    assert RULES["doubled-mark"].source in reason.text()
    wanted: list[ProposalKind[Correction]] = []
    page.proposals_wanted.connect(wanted.append)
    button(page, "全部改正").click()
    (kind,) = wanted
    found = kind.find(page.workspace.project, page.workspace.report)
    assert [one.before for one in found] == ["，，", "，，"]
    button(page, "改正(").click()
    text = next(item.text for item in items_of(page.workspace.report) if f"{item.id}.text" == place)
    assert text.startswith("各项工作有序推进，群众满意")
    assert page.workspace.undo()
    assert page.workspace.project is project
    stand_at(page, "more-done")
    assert button(page, "全部改正").isHidden()
    assert button(page, "改正(").isHidden()


def test_a_rule_is_switched_off_and_on_in_one_step(qtbot: QtBot) -> None:
    page = shown(qtbot, with_slips()[0])
    stand_at(page, "doubled-mark")
    before = lines_of(page)
    button(page, "规则").click()
    dialog = next(one for one in page.children() if isinstance(one, RulesDialog))
    item = dialog.items()["doubled-mark"]
    assert dialog.tree.currentItem() is item
    item.setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.items()["blank"].flags() & Qt.ItemFlag.ItemIsUserCheckable
    dialog.keep()
    assert page.workspace.project.rules_off == ("doubled-mark",)
    assert len(lines_of(page)) == len(before) - 2
    assert page.workspace.undo()
    assert lines_of(page) == before


def test_a_part_that_has_two_groups_folds_where_the_clerk_stands(page: CheckPage) -> None:
    items = items_of(page.workspace.project.reports[0])
    for item in list(items)[:4]:
        page.workspace.session.set(f"{item.id}.text", "各项工作有序推进，，群众满意。")
    page.refresh()
    rows = list_of(page)
    titles = [group.title for group in rows.groups]
    assert len(set(titles)) < len(titles)
    for key in [group.key for group in rows.groups]:
        for row in range(rows.count()):
            rows.setCurrentRow(row)
            if rows.problem is None and rows.group is not None and rows.group.key == key:
                break
        QTest.keyClick(rows, Qt.Key.Key_Space)
        assert rows.group is not None
        assert (rows.group.key, rows.problem) == (key, None)
