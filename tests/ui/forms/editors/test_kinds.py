"""What is particular to dates, numbers, ranks, periods, choices and departments."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from model.values.field_kind import FieldKind
from tests.ui.forms.editors.typist import Typist
from ui.forms.editors.choice import ChoiceEditor
from ui.forms.editors.dates import DateEditor
from ui.forms.editors.departments import DepartmentsEditor
from ui.forms.editors.number import NumberEditor
from ui.forms.editors.periods import PeriodEditor
from ui.forms.editors.ranks import RankEditor


def test_a_date_without_its_year_is_one_of_the_projects_year(qtbot: QtBot) -> None:
    editor = DateEditor()
    editor.year = 2026
    typist = Typist(qtbot, editor)
    typist.type("7.5")
    typist.leave()
    assert typist.told == ["2026年7月5日"]


def test_what_the_project_made_of_a_date_is_shown_when_the_clerk_leaves(qtbot: QtBot) -> None:
    editor = DateEditor()
    typist = Typist(qtbot, editor)
    with qtbot.waitSignal(editor.edited):
        typist.type("2026-7-1")
    editor.set_value("2026-07-01")
    assert editor.line.text() == "2026-7-1"
    typist.type("5")
    typist.leave()
    editor.set_value("2026-07-15")
    assert typist.told == ["2026-7-1", "2026-7-15"]
    assert editor.line.text() == "2026年7月15日"


def test_an_undo_while_the_focus_is_here_is_shown_at_once(qtbot: QtBot) -> None:
    editor = DateEditor()
    editor.set_value("2026-07-02")
    typist = Typist(qtbot, editor)
    editor.line.selectAll()
    with qtbot.waitSignal(editor.edited):
        typist.type("2026-7-1")
    editor.set_value("2026-07-01")
    editor.set_value("2026-07-02")
    assert editor.line.text() == "2026年7月2日"


def test_half_a_date_waits_for_the_rest(qtbot: QtBot) -> None:
    editor = DateEditor()
    typist = Typist(qtbot, editor)
    with qtbot.assertNotEmitted(editor.edited, wait=400):
        typist.type("2026-")
    assert (typist.told, editor.line.text()) == ([], "2026-")
    typist.type("7-1")
    typist.leave()
    assert typist.told == ["2026-7-1"]


def calendars(editor: DateEditor) -> list[QCalendarWidget]:
    """The calendars that are open."""
    found: Iterable[QCalendarWidget] = editor.findChildren(QCalendarWidget)
    return list(found)


def test_a_day_picked_from_the_calendar_is_told(qtbot: QtBot) -> None:
    editor = DateEditor()
    editor.set_value("2026-07-05")
    typist = Typist(qtbot, editor)
    typist.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (calendar,) = calendars(editor)
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-07-05"
    calendar.activated.emit(calendar.selectedDate().addDays(3))
    assert typist.told == ["2026年7月8日"]


@pytest.mark.parametrize("typed", ["4.0", "6.820", "68213万元", "-3.2"])
def test_a_number_is_told_as_it_was_typed(qtbot: QtBot, typed: str) -> None:
    typist = Typist(qtbot, NumberEditor(FieldKind.MONEY, unit="亿元"))
    typist.type(typed)
    typist.leave()
    assert typist.told == [typed]


def test_what_is_no_number_is_told_only_when_the_clerk_leaves(qtbot: QtBot) -> None:
    typist = Typist(qtbot, NumberEditor(FieldKind.DECIMAL))
    with qtbot.assertNotEmitted(typist.editor.edited, wait=400):
        typist.type("48,2.")
    typist.leave()
    assert typist.told == ["48,2."]


def test_a_rank_typed_as_a_number_is_not_changed_under_the_hands(qtbot: QtBot) -> None:
    editor = RankEditor()
    typist = Typist(qtbot, editor)
    with qtbot.waitSignal(editor.edited):
        typist.type("1")
    editor.set_value("增速全市第1位")
    typist.type("2")
    typist.leave()
    assert typist.told == ["1", "12"]


def test_the_menu_of_a_rank_says_of_what_and_among_whom(qtbot: QtBot) -> None:
    editor = RankEditor()
    typist = Typist(qtbot, editor)
    typist.type("3")
    editor.menu.actions()[0].trigger()
    assert typist.told[-1] == "增速全市第3位"
    next(one for one in editor.menu.actions() if "全省" in one.text()).trigger()
    assert typist.told[-1] == "增速全省第3位"


def test_the_menu_of_a_blank_rank_leaves_the_cursor_where_the_number_goes(qtbot: QtBot) -> None:
    editor = RankEditor()
    typist = Typist(qtbot, editor)
    editor.menu.actions()[1].trigger()
    typist.type("4")
    typist.leave()
    assert typist.told == ["总量全市第4位"]


def test_a_period_is_said_in_words(qtbot: QtBot) -> None:
    editor = PeriodEditor()
    editor.set_value("2026-Q1-3")
    qtbot.addWidget(editor)
    assert editor.value() == "2026年前三季度"


def test_the_projects_year_comes_first_among_the_periods(qtbot: QtBot) -> None:
    editor = PeriodEditor()
    editor.set_year(2024)
    qtbot.addWidget(editor)
    assert editor.combo.itemText(0).startswith("2024年")
    assert editor.combo.findText("2023年上半年") > 0


def test_part_of_a_choice_selects_it(qtbot: QtBot) -> None:
    editor = ChoiceEditor(("高速公路", "一级公路", "二级公路"))
    typist = Typist(qtbot, editor)
    typist.type("高速")
    typist.leave()
    assert typist.told == ["高速公路"]


def test_a_text_that_is_no_choice_is_told_and_kept(qtbot: QtBot) -> None:
    editor = ChoiceEditor(("一级", "二级"))
    typist = Typist(qtbot, editor)
    typist.type("三级")
    typist.leave()
    assert typist.told == ["三级"]
    assert editor.value() == "三级"


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    editor = ChoiceEditor(("一级", "二级"))
    editor.set_value("一级")
    typist = Typist(qtbot, editor)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(editor.combo.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.combo, event)
    assert editor.value() == "一级"
    assert typist.told == []


def test_the_last_department_is_completed(qtbot: QtBot) -> None:
    editor = DepartmentsEditor(("财政局", "住建局", "水利局"))
    qtbot.addWidget(editor)
    editor.line.setText("财政局、住")
    assert editor.completer.splitPath("财政局、住") == ["住"]
    names = editor.completer.model()
    assert editor.completer.pathFromIndex(names.index(1, 0)) == "财政局、住建局"


def test_what_the_clerk_did_not_type_is_never_told(qtbot: QtBot) -> None:
    date, choice = DateEditor(), ChoiceEditor(("一级响应", "二级响应"))
    told: list[str] = []
    for editor, value in ((date, "2026-07-05"), (choice, "一级")):
        typist = Typist(qtbot, editor)
        typist.editor.set_value(value)
        editor.edited.connect(told.append)
        if editor is date:
            date.line.setText("7.5")  # as it stands while the project's answer waits
            date.year = 2024
        else:
            choice.set_choices(("一级响应",))
        typist.leave()
    assert told == []
