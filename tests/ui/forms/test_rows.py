"""A row: label, editor, last value, state, error; what is typed reaches the project."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from model.jobs.leaders import keep_leaders
from model.places.inventory import places_of
from model.places.place import Place
from model.report.former import Former
from model.report.leaders import Leader
from model.session import Session
from model.storage import paths
from model.values.field_kind import FieldKind
from model.values.state import State
from tests.samples import example
from ui.forms import rows
from ui.kit import theme
from ui.kit.access_keys import AccessKeys
from ui.workspace import Workspace

AREA = "area"  # 行政区域面积, a decimal field of the briefing
LEADER = "leader"


@pytest.fixture
def workspace(qtbot: QtBot) -> Workspace:
    project = example("work-briefing")
    carried = tuple(
        field.changed(former={"value": Former(text=field.value or "")})
        if field.id == LEADER
        else field
        for field in project.fields
    )
    return Workspace(Session.new(project.changed(fields=carried)))


@pytest.fixture
def focused() -> list[str]:
    return []


class Form:
    """A window with rows in it, refreshed after every new root."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, focused: list[str]) -> None:
        self.workspace = workspace
        self.window = QWidget()
        self.window.resize(900, 400)
        qtbot.addWidget(self.window)
        QVBoxLayout(self.window)
        self.rows: dict[str, rows.Row] = {}
        self.hints: dict[str, str] = {}
        self._focused = focused
        workspace.changed.connect(self.refresh)

    def place(self, place: str) -> Place:
        return next(one for one in places_of(self.workspace.project) if one.place == place)

    def add(self, place: Place, keys: AccessKeys | None = None) -> rows.Row:
        made = rows.row(place, self.workspace, self._focused.append, keys=keys)
        self.rows[place.place] = made
        layout = self.window.layout()
        assert layout is not None
        layout.addWidget(made)
        return made

    def refresh(self) -> None:
        for place, row in self.rows.items():
            shown = self.place(place)
            row.refresh(shown._replace(hint=self.hints.get(place, shown.hint)))

    def show(self, qtbot: QtBot) -> None:
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)


@pytest.fixture
def form(qtbot: QtBot, workspace: Workspace, focused: list[str]) -> Form:
    return Form(qtbot, workspace, focused)


def keyboard() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_what_is_typed_is_in_the_project_after_tab(qtbot: QtBot, form: Form) -> None:
    row = form.add(form.place(AREA))
    form.add(form.place(LEADER))
    form.show(qtbot)
    row.focus()
    QTest.keyClick(keyboard(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(keyboard(), "2320.5")
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    field = form.workspace.project.field(AREA)
    assert field is not None
    assert field.value == "2320.5"
    assert form.rows[LEADER].editor.is_focused


def test_enter_goes_on_to_the_next_row(qtbot: QtBot, form: Form) -> None:
    row = form.add(form.place(AREA))
    form.add(form.place(LEADER))
    form.show(qtbot)
    row.focus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert form.rows[LEADER].editor.is_focused


def test_wrong_input_is_kept_told_and_goes_on_escape(qtbot: QtBot, form: Form) -> None:
    row = form.add(form.place(AREA))
    form.show(qtbot)
    row.editor.set_text("48,2")
    form.refresh()
    assert row.editor.value() == "48,2"
    assert row.editor.property("wrong")
    assert "48,2" in row.error.text()
    assert not row.error.text().startswith(AREA)
    assert row.error.isVisible()
    row.focus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert row.editor.value() == "2316"
    assert not row.error.isVisible()


def test_what_is_wrong_at_the_foot_of_the_page_is_said_in_sight(qtbot: QtBot, form: Form) -> None:
    row = form.add(form.place(AREA))
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(form.window)
    layout = form.window.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertSpacing(0, 400)
    layout.addSpacing(400)
    area.resize(500, 200)
    area.show()
    qtbot.waitExposed(area)
    bottom = row.editor.mapTo(form.window, row.editor.rect().bottomLeft()).y()
    area.verticalScrollBar().setValue(bottom - area.viewport().height())
    row.editor.set_text("48,2")
    form.refresh()
    qtbot.waitUntil(lambda: row.error.visibleRegion().boundingRect() == row.error.rect())
    form.hints[AREA] = "比上期大了一倍，请看看是不是写错了"
    area.verticalScrollBar().setValue(bottom - area.viewport().height())
    row.editor.set_text("48.2")
    qtbot.waitUntil(lambda: row.hint.visibleRegion().boundingRect() == row.hint.rect())
    area.takeWidget()


def test_correcting_it_takes_the_error_away(qtbot: QtBot, form: Form) -> None:
    row = form.add(form.place(AREA))
    form.show(qtbot)
    row.editor.set_text("48,2")
    row.editor.set_text("48.2")
    assert not row.editor.property("wrong")
    assert row.error.text() == ""
    assert row.editor.value() == "48.2"


def test_an_error_is_said_to_a_screen_reader(form: Form) -> None:
    row = form.add(form.place(AREA))
    row.editor.set_text("许多")
    line = row.editor.focusProxy()
    assert row.error.text() in line.accessibleDescription()
    assert line.accessibleName() == "行政区域面积（平方公里）"


def test_the_last_value_is_taken_over_only_on_demand(qtbot: QtBot, form: Form) -> None:
    row = form.add(form.place(LEADER))
    form.workspace.set(LEADER, "李市长")
    form.show(qtbot)
    assert row.former.words() == "上期 王市长"
    assert row.editor.value() == "李市长"
    row.focus()
    QTest.keyClick(keyboard(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    field = form.workspace.project.field(LEADER)
    assert field is not None
    assert field.value == "王市长"


def test_the_last_value_is_taken_over_by_a_click(qtbot: QtBot, form: Form) -> None:
    row = form.add(form.place(LEADER))
    form.workspace.set(LEADER, "李市长")
    form.show(qtbot)
    QTest.mouseClick(row.former.button, Qt.MouseButton.LeftButton)
    assert row.editor.value() == "王市长"


def test_what_was_carried_over_can_be_confirmed_as_it_is(qtbot: QtBot, form: Form) -> None:
    row = form.add(form.place(LEADER))
    form.show(qtbot)
    assert row.chip.text() == State.CARRIED.label
    row.focus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert row.chip.text() == State.CONFIRMED.label
    assert row.chip.property("state") == "confirmed"
    assert row.former.confirm.isHidden()


def test_a_number_stands_beside_last_periods_and_last_years(form: Form) -> None:
    row = form.add(
        Place(
            "no-such@2026-H1.actual", "", "一般公共预算收入 本期数（亿元）", "decimal", "亿元",
            indicator="no-such", value="6.82", last="3.05", last_year="6.49",
            state=State.FILLED, hint="财政局",
        )
    )  # fmt: skip
    assert row.former.words() == "上期数 3.05，上年同期 6.49"
    assert row.hint.text() == "报数单位：财政局"
    assert row.label.text() == "一般公共预算收入 本期数"


def test_the_page_hears_where_the_focus_is(qtbot: QtBot, form: Form, focused: list[str]) -> None:
    row = form.add(form.place(AREA))
    form.show(qtbot)
    row.focus()
    assert focused == [AREA]


def test_a_label_has_a_letter_of_its_own_that_leads_to_its_editor(qtbot: QtBot, form: Form) -> None:
    keys = AccessKeys()
    first = form.add(form.place(LEADER), keys)
    second = form.add(form.place(AREA), keys)
    assert [first.label.text()[-4:], second.label.text()[-4:]] == ["(&A)", "(&C)"]
    form.show(qtbot)
    first.focus()
    QTest.keyClick(form.window, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert second.editor.is_focused


def test_letters_run_out_quietly() -> None:
    keys = AccessKeys()
    labels = [keys.label("A&B") for _ in range(40)]
    assert len(set(labels)) < 40
    assert labels[-1] == "A&&B"


def test_undo_of_the_project_reaches_the_row_that_has_the_focus(qtbot: QtBot, form: Form) -> None:
    row = form.add(form.place(AREA))
    form.show(qtbot)
    row.focus()
    row.editor.set_text("99")
    form.workspace.undo()
    assert row.editor.value() == "2316"


def test_a_blank_in_prose_is_filled_with_words() -> None:
    place = Place("i7k2.blanks.0", "", "▁月底前", FieldKind.PERIOD.value)
    assert rows.kind_of_row(place) is FieldKind.TEXT


def test_what_the_clerk_wrote_is_never_read_as_markup(form: Form) -> None:
    row = form.add(form.place(AREA))
    labels: Iterable[QLabel] = row.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("width", [420, 1000])
@pytest.mark.parametrize("zoom", [100, 200])
def test_nothing_is_clipped(qtbot: QtBot, form: Form, width: int, zoom: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    worn = app.font(), app.palette(), app.styleSheet()
    theme.apply(app, zoom)
    try:
        row = form.add(form.place(LEADER))
        row.show_error("“48,2”不是数。请写成48.2这样的数，单位不用写，也不要写逗号。")
        form.window.resize(width, 700)
        form.show(qtbot)
        for label in (row.label, row.error, row.hint):
            assert label.heightForWidth(label.width()) <= label.height()
        assert row.chip.width() >= row.chip.sizeHint().width()
        assert row.minimumSizeHint().width() <= row.width()
    finally:
        app.setFont(worn[0])
        app.setPalette(worn[1])
        app.setStyleSheet(worn[2])


def test_a_leader_is_chosen_from_the_list_by_keys(
    form: Form, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    keep_leaders("云岭县", (Leader(name="周宁", post="市长"),))
    row = form.add(form.place(LEADER))
    form.show(qtbot)
    row.focus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    field = form.workspace.project.field(LEADER)
    assert field is not None
    assert field.value == "周市长"


def test_a_blank_typed_where_nothing_stands_is_gone_when_left_and_is_no_step(
    qtbot: QtBot, form: Form
) -> None:
    form.workspace.set(AREA, "")
    steps = form.workspace.session.can_undo
    row = form.add(form.place(AREA))
    form.add(form.place(LEADER))
    form.show(qtbot)
    row.focus()
    QTest.keyClicks(keyboard(), " ")
    row.editor.tell()
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert row.editor.value() == ""
    assert form.workspace.undo() == steps
    assert form.workspace.project.field(AREA) == example("work-briefing").field(AREA)
