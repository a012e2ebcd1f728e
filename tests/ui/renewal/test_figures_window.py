"""文中数字: numbers of the text renewed row by row, without reading the prose."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from model.report.uses import text_at
from model.values.state import State
from tests.ui.renewal.projects import carried, workspace
from ui.renewal.figures_model import Head
from ui.renewal.figures_window import FiguresWindow
from ui.workspace import Workspace


@pytest.fixture
def here() -> Workspace:
    return carried()


@pytest.fixture
def figures(qtbot: QtBot, here: Workspace) -> FiguresWindow:
    window = FiguresWindow(here)
    qtbot.addWidget(window)
    window.show()
    return window


def type_number(qtbot: QtBot, figures: FiguresWindow, typed: str) -> None:
    """Type into the current row and press Enter."""
    view = figures.view
    view.edit(view.currentIndex())
    (editor,) = cast(list[QLineEdit], view.findChildren(QLineEdit))
    editor.insert(typed)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    figures.refresh()


def state_of(figures: FiguresWindow, row: int) -> State:
    return figures.model.rows[row].state


def test_enter_sets_the_number_in_its_text_and_goes_down(
    qtbot: QtBot, figures: FiguresWindow, here: Workspace
) -> None:
    before = figures.model.rows[0]
    figures.view.choose_row(0)
    type_number(qtbot, figures, "777")
    assert figures.model.rows[0].value == "777"
    assert figures.model.rows[0].last == before.value
    assert state_of(figures, 0) is State.UPDATED
    assert figures.view.currentIndex().row() == 1
    text = text_at(here.project, before.place.partition(".")[0] + ".text")
    assert text is not None
    assert "777" in text


def test_a_negative_number_turns_the_direction_word(
    qtbot: QtBot, figures: FiguresWindow, here: Workspace
) -> None:
    text = figures.model.rows[0].place.partition(".")[0] + ".text"
    assert here.set(text, "发电量增长3.1%。") is None
    figures.refresh()
    figures.view.choose_row(0)
    type_number(qtbot, figures, "-3.2")
    assert figures.model.rows[0].before.endswith("下降")
    assert figures.model.rows[0].value == "-3.2"
    assert text_at(here.project, text) == "发电量下降3.2%。"


def test_what_is_no_number_stays_as_typed_with_the_reason(
    qtbot: QtBot, figures: FiguresWindow
) -> None:
    figures.view.choose_row(0)
    type_number(qtbot, figures, "很多")
    index = figures.model.index(0, Head.NOW)
    assert index.data() == "很多"
    assert figures.view.currentIndex().row() == 0
    assert "很多" in figures.model.message(0)
    QTest.keyClick(figures.view, Qt.Key.Key_Escape)
    assert index.data() != "很多"


def test_one_key_confirms_and_goes_on(qtbot: QtBot, figures: FiguresWindow) -> None:
    figures.view.choose_row(0)
    assert state_of(figures, 0) is State.CARRIED
    QTest.keyClick(figures.view, Qt.Key.Key_Space)
    assert state_of(figures, 0) is State.CONFIRMED
    assert figures.view.currentIndex().row() == 1
    QTest.keyClick(figures.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert state_of(figures, 1) is State.CONFIRMED


def test_the_same_number_typed_again_counts_as_looked_at(
    qtbot: QtBot, figures: FiguresWindow
) -> None:
    figures.view.choose_row(0)
    type_number(qtbot, figures, figures.model.rows[0].value or "")
    assert state_of(figures, 0) is State.CONFIRMED


def test_all_chosen_rows_are_confirmed_in_one_step(figures: FiguresWindow, here: Workspace) -> None:
    before = here.project
    figures.view.selectAll()
    figures.confirm()
    assert {one.state for one in figures.model.rows if one.value} == {State.CONFIRMED}
    here.undo()
    assert here.project is before


def test_filters_by_part_and_state_keep_what_is_worked_on_in_sight(
    qtbot: QtBot, figures: FiguresWindow
) -> None:
    everything = len(figures.model.rows)
    figures.part.setCurrentIndex(1)
    in_part = len(figures.model.rows)
    assert 0 < in_part < everything
    figures.state.setCurrentText("待核")
    assert {one.state for one in figures.model.rows} == {State.CARRIED}
    waiting = len(figures.model.rows)
    figures.view.choose_row(0)
    type_number(qtbot, figures, "777")
    assert len(figures.model.rows) == waiting
    figures.filter()
    assert len(figures.model.rows) == waiting - 1


def test_a_column_is_pasted_by_position_all_or_nothing(
    qtbot: QtBot, figures: FiguresWindow, here: Workspace
) -> None:
    clipboard = QGuiApplication.clipboard()
    figures.view.choose_row(1)
    before = [one.value for one in figures.model.rows]
    clipboard.setText("71\n\n73\n")
    figures.paste()
    assert [one.value for one in figures.model.rows[:5]] == [
        before[0], "71", before[2], "73", before[4],
    ]  # fmt: skip
    here.undo()
    figures.refresh()
    assert [one.value for one in figures.model.rows] == before
    clipboard.setText("71\n多\n")
    unchanged = here.project
    figures.paste()
    assert here.project is unchanged
    assert "多" in figures._wrong.text()
    clipboard.setText("1\t2\n")
    figures.paste()
    assert "2列" in figures._wrong.text()
    clipboard.setText("1\n" * (len(figures.model.rows) + 1))
    figures.paste()
    assert "只有" in figures._wrong.text()


def test_the_row_tells_its_place(qtbot: QtBot, figures: FiguresWindow) -> None:
    with qtbot.waitSignal(figures.place_shown) as shown:
        figures.view.choose_row(3)
    assert shown.args == [figures.model.rows[3].place]
    with qtbot.waitSignal(figures.place_wanted) as wanted:
        figures.view.doubleClicked.emit(figures.model.index(3, Head.SENTENCE))
    assert wanted.args == [figures.model.rows[3].place]


def test_an_edit_elsewhere_shows_here(
    qtbot: QtBot, figures: FiguresWindow, here: Workspace
) -> None:
    place = figures.model.rows[0].place
    assert here.set(place, "555") is None
    qtbot.waitUntil(lambda: figures.model.rows[0].value == "555")


def test_a_number_is_tied_to_its_indicator(qtbot: QtBot) -> None:
    here = workspace()
    item = next(one for one in here.project.observations if one.facet.value == "yoy")
    indicator = here.project.indicator(item.indicator)
    assert indicator is not None
    window = FiguresWindow(here)
    qtbot.addWidget(window)
    place = window.model.rows[0].place.partition(".")[0] + ".text"
    value = f"{indicator.name}增长{item.value}%。" if item.value > 0 else ""
    assert value
    assert here.set(place, value) is None
    window.refresh()
    window.view.choose_row(0)
    window.tie()
    assert f"{{@{item.indicator}.yoy}}" in (text_at(here.project, place) or "")
    assert here.document().text.count(value) >= 1


def test_an_editor_that_was_only_opened_tells_nothing_and_keeps_redo(
    qtbot: QtBot, figures: FiguresWindow, here: Workspace
) -> None:
    figures.view.choose_row(0)
    type_number(qtbot, figures, "777")
    last = here.project
    figures.view.choose_row(0)
    figures.view.edit(figures.view.currentIndex())
    assert here.undo() is not None
    figures.refresh()
    figures.view.choose_row(1)  # the open editor is left
    assert here.session.can_redo is not None
    assert here.redo() is not None
    assert here.project is last
