"""The task list says what is done and what is left, and nothing of it is clipped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from model.jobs.steps import Step, StepKind, StepState
from ui.kit import theme
from ui.kit.colors import Scheme
from ui.shell.step_list import StepList, left_of, spoken

LONG = "守牢公共卫生与应急防线，全力保障群众生命健康和正常的生产生活秩序"
STEPS = (
    Step("basics", "基本情况", StepKind.BASICS, None, 0, 0, StepState.DONE),
    Step("indicators", "指标", StepKind.INDICATORS, None, 6, 2, StepState.BEGUN),
    Step("s1", LONG, StepKind.PART, "s1", 11, 5, StepState.UNTOUCHED),
    Step("s2", "二、A&B", StepKind.PART, "s2", 0, 3, StepState.BEGUN),
    Step("check", "核对", StepKind.CHECK, None, 17, 10, StepState.BEGUN),
    Step("export", "导出", StepKind.EXPORT, None, 0, 0, StepState.UNTOUCHED),
)


@pytest.fixture
def steps(qtbot: QtBot) -> StepList:
    """The list as the wizard has it."""
    made = StepList()
    qtbot.addWidget(made)
    made.resize(220, 500)
    made.show_steps(STEPS, "s1")
    made.show()
    return made


def test_what_is_left_is_said_in_numbers() -> None:
    assert [left_of(step) for step in STEPS[:4]] == [
        "",
        "待填 6 · 待核 2",
        "待填 11 · 待核 5",
        "待核 3",
    ]


def test_a_screen_reader_hears_title_state_and_what_is_left() -> None:
    assert spoken(STEPS[1]) == "指标，已开始，待填 6 · 待核 2"
    assert spoken(STEPS[5]) == "导出"


def test_going_through_the_list_by_keyboard_chooses_steps(steps: StepList, qtbot: QtBot) -> None:
    chosen: list[str] = []
    steps.chosen.connect(chosen.append)
    QTest.keyClick(steps, Qt.Key.Key_Down)
    QTest.keyClick(steps, Qt.Key.Key_End)
    assert chosen == ["s2", "export"]


def test_showing_steps_chooses_nothing(steps: StepList) -> None:
    chosen: list[str] = []
    steps.chosen.connect(chosen.append)
    steps.show_steps(STEPS[:3], "basics")
    steps.show_steps([STEPS[0]._replace(blanks=3), *STEPS[1:]], "indicators")
    assert chosen == []
    assert steps.steps[0].blanks == 3
    assert steps.currentIndex().row() == 1


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "expected"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "rename_wanted", ["s1"]),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "remove_wanted", ["s1"]),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "move_wanted", ["s1", -1]),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "move_wanted", ["s1", 1]),
    ],
)
def test_keys_change_the_part(
    steps: StepList,
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    signal: str,
    expected: list[object],
) -> None:
    with qtbot.waitSignal(getattr(steps, signal)) as caught:
        QTest.keyClick(steps, key, modifier)
    assert caught.args == expected


@pytest.mark.parametrize("zoom", [80, 100, 200])
@pytest.mark.parametrize("width", [160, 220, 400])
def test_a_row_is_as_high_as_its_wrapped_text(
    dressed: QApplication, qtbot: QtBot, zoom: int, width: int
) -> None:
    theme.apply(dressed, zoom, Scheme.LIGHT)
    steps = StepList()
    qtbot.addWidget(steps)
    steps.resize(width, 600)
    steps.show_steps(STEPS, "s1")
    steps.show()
    option = QStyleOptionViewItem()
    steps.initViewItemOption(option)
    metrics = QFontMetrics(theme.bold(steps.font()))
    for row, step in enumerate(STEPS):
        hint = steps.itemDelegate().sizeHint(option, steps.model().index(row, 0))
        lines = -(-metrics.horizontalAdvance(step.title) // steps.viewport().width())
        assert hint.width() <= steps.viewport().width()
        assert hint.height() >= lines * metrics.height()
