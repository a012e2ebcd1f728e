"""The page 基本情况: every place is there, is typed into, and is found."""

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from model.jobs import samples
from model.jobs.new_project import new_project
from model.library import shipped
from model.renewal.next_period import carry
from model.report.carried import words_of
from model.report.fields import Field
from model.report.project import Organization, Project
from model.session import Session
from model.values.field_kind import FieldKind
from model.values.period import Period
from model.values.state import State
from tests.samples import example
from tests.small_project import small
from ui.forms.editors.prose import ProseEditor
from ui.forms.rows import Row
from ui.pages.basics import BasicsPage
from ui.pages.card_confirm import CardConfirm
from ui.pages.long_groups import Turner
from ui.workspace import Workspace


def shown(qtbot: QtBot, project: Project) -> BasicsPage:
    """The page of a project, refreshed after every new root as the shell does."""
    workspace = Workspace(Session.new(project))
    page = BasicsPage(workspace)
    workspace.setParent(page)
    workspace.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(700, 900)
    page.refresh()
    qtbot.waitUntil(lambda: page.is_whole)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def page(qtbot: QtBot) -> BasicsPage:
    return shown(qtbot, example("county-head-briefing"))


@pytest.fixture
def fresh(qtbot: QtBot) -> BasicsPage:
    """The page of a project in which nothing is written yet."""
    place = Organization(name="云岭县", superior="江州市")
    template = shipped.template("half-year-summary")
    made = new_project(template, shipped.bank(), place, Period.parse("2026-H1"))
    return shown(qtbot, made.project)


def type_into(page: BasicsPage, place: str, text: str) -> None:
    assert page.focus_place(place)
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(target, text)
    QTest.keyClick(target, Qt.Key.Key_Tab)


@pytest.mark.parametrize("key", samples.sample_keys())
def test_every_field_has_a_row(qtbot: QtBot, key: str) -> None:
    project = example(key)
    page = shown(qtbot, project)
    assert all(page.focus_place(field.id) for field in project.fields)


def test_the_place_and_its_peers_are_typed(page: BasicsPage) -> None:
    type_into(page, "organization.peers", "12")
    assert page.workspace.project.organization.peers == 12


def test_the_length_is_in_characters_or_in_minutes(page: BasicsPage) -> None:
    report = page.workspace.report.id
    type_into(page, f"{report}.characters", "3000")
    type_into(page, f"{report}.minutes", "8")
    length = page.workspace.report.length
    assert length is not None
    assert (length.minutes, length.characters) == (8, None)
    assert page.focus_place(f"{report}.length")


def test_a_house_style_is_chosen_by_its_name(page: BasicsPage) -> None:
    name = shipped.house_style("speech-large").name
    row = page.row(f"{page.workspace.report.id}.house_style")
    row.editor.set_text(name)
    assert page.workspace.report.house_style == "speech-large"
    assert row.editor.value() == name


def test_a_house_style_that_is_emptied_is_the_usual_one(page: BasicsPage) -> None:
    place = f"{page.workspace.report.id}.house_style"
    page.workspace.set(place, "speech-large")
    assert page.workspace.set(place, "") is None
    assert page.workspace.report.house_style == "gbt9704"


def test_the_annex_is_yes_or_no(page: BasicsPage) -> None:
    row = page.row(f"{page.workspace.report.id}.annex")
    row.editor.set_text("是")
    assert page.workspace.report.annex
    row.editor.set_text("也许")
    assert page.workspace.report.annex
    assert row.editor.value() == "也许"
    assert row.error.text()


def test_the_title_shows_its_fields_as_values(page: BasicsPage) -> None:
    editor = page.row(f"{page.workspace.report.id}.title").editor
    assert isinstance(editor, ProseEditor)
    editor.area.selectAll()
    assert editor.area.createMimeDataFromSelection().text() == "在江州市市长调研座谈会上的汇报"
    page.row("meeting").editor.set_text("县域经济座谈会")
    editor.area.selectAll()
    assert "县域经济座谈会" in editor.area.createMimeDataFromSelection().text()


def test_a_blank_inside_the_title_is_found(page: BasicsPage) -> None:
    report = page.workspace.report.id
    page.row(f"{report}.title").editor.set_text("XX月工作汇报（12项）")
    assert page.focus_place(f"{report}.title.blanks.0")
    editor = page.row(f"{report}.title").editor
    assert isinstance(editor, ProseEditor)
    assert editor.area.textCursor().selectedText() == "XX"
    assert page.focus_place(f"{report}.title.figures.0")
    assert editor.area.textCursor().selectedText() == "12"


def test_a_place_of_another_page_is_not_found(page: BasicsPage) -> None:
    assert not page.focus_place("gdp@2026-H1.actual")
    assert not page.focus_place("no-such-field")


def test_the_page_tells_which_place_has_the_focus(page: BasicsPage) -> None:
    heard: list[str] = []
    page.place_focused.connect(heard.append)
    page.focus_place("leader")
    assert heard == ["leader"]


def test_the_period_of_a_fresh_project_can_be_changed(fresh: BasicsPage) -> None:
    following = next(one for one in buttons(fresh) if one.text().startswith("下一期"))
    following.click()
    assert str(fresh.workspace.project.period) == "2026-Q1-3"
    fresh.workspace.undo()
    assert str(fresh.workspace.project.period) == "2026-H1"
    assert str(fresh.head.picker.period) == "2026-H1"


def test_once_something_is_written_the_period_stands(fresh: BasicsPage) -> None:
    fresh.row("theme").editor.set_text("“项目攻坚”行动")
    assert not fresh.head.picker.isVisible()
    assert fresh.head.period.text() == "2026年上半年"
    assert "接着上期写" in fresh.head.note.text()


def test_another_field_gets_a_row(page: BasicsPage) -> None:
    template = page.workspace.project.fields[0]
    more = template.changed(id="new-field", label="新的一项", value=None)
    page.workspace.do("加一项", lambda old: old.changed(fields=(*old.fields, more)))
    assert page.focus_place("new-field")


def test_everything_that_takes_the_focus_has_a_name(page: BasicsPage) -> None:
    nameless = [
        widget
        for widget in widgets(page)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_tab_goes_through_all_rows_in_order(page: BasicsPage) -> None:
    page.focus_place("organization.name")
    order: list[str] = []
    page.place_focused.connect(order.append)
    for _ in page.workspace.project.fields:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    fields = [field.id for field in page.workspace.project.fields]
    assert order[:2] == ["organization.superior", "organization.peers"]
    assert order[2:] == fields[: len(order) - 2]


def buttons(page: QWidget) -> Iterator[QPushButton]:
    return (one for one in widgets(page) if isinstance(one, QPushButton))


def widgets(page: QWidget) -> list[QWidget]:
    return list(page.findChildren(QWidget))


def test_a_title_of_last_period_is_marked_and_looked_at(qtbot: QtBot) -> None:
    page = shown(qtbot, carried_title("云岭县2026年上半年工作报告"))
    report = page.workspace.report
    place = f"{report.id}.title"
    row = page.row(place)
    assert row.chip.isVisible()
    assert "待核" in row.chip.text()
    assert "上期 云岭县2026年上半年" in row.former.words()
    assert page.focus_place(place)
    target = QApplication.focusWidget()
    assert target is not None
    assert "待核" in target.accessibleDescription()
    went_on: list[bool] = []
    page.next_wanted.connect(lambda: went_on.append(True))
    QTest.keyClick(target, Qt.Key.Key_F4)
    assert went_on == [True]
    assert words_of(page.workspace.report, "title") is State.CONFIRMED
    assert "待核" not in row.chip.text()


def test_a_title_that_every_period_has_is_not_marked(qtbot: QtBot) -> None:
    page = shown(qtbot, carried_title("云岭县工作报告"))
    assert not page.row(f"{page.workspace.report.id}.title").chip.isVisible()


def test_a_figure_of_a_title_is_marked_where_it_stands(qtbot: QtBot) -> None:
    page = shown(qtbot, carried_title("云岭县办好10件实事"))
    assert page.focus_place(f"{page.workspace.report.id}.title.figures.0")
    editor = page.row(f"{page.workspace.report.id}.title").editor
    assert isinstance(editor, ProseEditor)
    assert editor.area.textCursor().selectedText() == "10"


def test_names_and_dates_of_a_card_are_looked_at_at_once_and_numbers_are_not(qtbot: QtBot) -> None:
    page = shown(qtbot, carry(example("county-head-briefing")))
    page.complete()
    found: list[CardConfirm] = page.findChildren(CardConfirm)  # type: ignore[assignment]
    button = next(one for one in found if not one.isHidden())

    def states() -> dict[str, State]:
        project, report = page.workspace.project, page.workspace.report
        places = page.workspace.inventory.basics(project, report).places
        return {place.place: place.state for place in places}

    before = states()
    count = int(button.text().partition("（")[2].rstrip("）"))
    button.click()
    page.refresh()
    looked_at = [name for name, state in states().items() if state is not before[name]]
    assert len(looked_at) == count >= 2
    assert all(page.row(name).fillable.is_name_or_time for name in looked_at)
    assert {states()[name] for name in looked_at} == {State.CONFIRMED}
    assert button.isHidden()
    assert page.workspace.undo() is not None
    page.refresh()
    assert states() == before
    assert not button.isHidden()
    text = page.row(looked_at[0]).fillable
    assert not text._replace(kind="text", value="12个项目").is_name_or_time
    assert not text._replace(kind="integer", value="12").is_name_or_time


def test_a_row_gone_to_is_in_sight(qtbot: QtBot) -> None:
    workspace = Workspace(Session.new(example("county-head-briefing")))
    area, page = QScrollArea(), BasicsPage(workspace)
    workspace.setParent(page)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(700, 400)
    qtbot.addWidget(area)
    page.refresh()
    area.show()
    qtbot.waitExposed(area)
    place = f"{workspace.report.id}.minutes"
    assert page.focus_place(place)
    qtbot.waitUntil(lambda: not page.row(place).editor.visibleRegion().isEmpty())


def carried_title(title: str) -> Project:
    """The small project carried on with this title."""
    return carry(small(report={"front": {"title": title}}))


def test_a_judgement_follows_the_numbers_until_one_is_chosen(fresh: BasicsPage) -> None:
    def row() -> Row:
        rows: Iterable[Row] = fresh.findChildren(Row)
        return next(one for one in rows if one.place == "run-trend")

    workspace = fresh.workspace
    assert row().chip.text() == "自动算出"
    assert row().editor.value() == "总体平稳"
    for id_ in ("industrial-va-above-scale", "consumer-goods-retail"):
        assert workspace.set(f"{id_}@2026-H1.forecast_yoy", "-3.1") is None
    assert row().editor.value() == "承压运行"
    assert workspace.set("run-trend", "稳中向好") is None
    assert row().editor.value() == "稳中向好"
    assert row().chip.text() != "自动算出"


def with_many_fields(count: int) -> Project:
    project = example("half-year-summary")
    fields = tuple(
        Field(id=f"x{number}", label=f"字段{number}", group="很多", kind=FieldKind.INTEGER)
        for number in range(count)
    )
    return project.changed(fields=(*project.fields, *fields))


def test_very_many_fields_are_shown_a_hundred_at_a_time(qtbot: QtBot) -> None:
    page = shown(qtbot, with_many_fields(250))
    for first, count in ((0, 100), (100, 100), (200, 50)):
        qtbot.waitUntil(lambda: page.is_whole)
        QApplication.processEvents()  # the rows before are gone, those behind are shown
        assert listed(page) == [f"x{number}" for number in range(first, first + count)]
        turners: Iterable[Turner] = page.row(f"x{first}").parentWidget().findChildren(Turner)
        (turner,) = turners
        assert turner.behind.isEnabled() is (count == 100 and first < 200)
        QTest.mouseClick(turner.behind, Qt.MouseButton.LeftButton)


def listed(page: BasicsPage) -> list[str]:
    rows: Iterable[Row] = page.findChildren(Row)
    return [row.place for row in rows if row.isVisible() and row.place.startswith("x")]


def test_a_field_of_another_hundred_is_found_and_typed_into(qtbot: QtBot) -> None:
    page = shown(qtbot, with_many_fields(250))
    assert page.focus_place("x230")
    assert page.row("x230").isAncestorOf(focus(page))
    QTest.keyClicks(focus(page), "7")
    QTest.keyClick(focus(page), Qt.Key.Key_Return)
    page.workspace.settle()
    values = {field.id: field.value for field in page.workspace.project.fields}
    assert values["x230"] == "7"


def focus(page: BasicsPage) -> QWidget:
    widget = page.focusWidget()
    assert widget is not None
    return widget
