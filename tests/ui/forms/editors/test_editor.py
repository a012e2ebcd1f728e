"""What holds for the editor of every kind of field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from model.session import Session
from model.values.field_kind import FieldKind
from tests.samples import example
from tests.ui.forms.editors.typist import Typist
from ui.forms.editors.editor import tell_all
from ui.forms.editors.make import make_editor
from ui.workspace import Keeper, Workspace

TYPED = {
    FieldKind.TEXT: "王市长",
    FieldKind.PROSE: "新开工项目12个",
    FieldKind.INTEGER: "12",
    FieldKind.DECIMAL: "6.82",
    FieldKind.PERCENT: "5.1",
    FieldKind.POINTS: "-0.3",
    FieldKind.MONEY: "300",
    FieldKind.DATE: "2026年7月5日",
    FieldKind.PERIOD: "2026年上半年",
    FieldKind.CHOICE: "一级",
    FieldKind.RANK: "增速全市第3位",
    FieldKind.DEPARTMENTS: "财政局、住建局",
}
CHOICES = ("一级", "二级")


@pytest.fixture(params=list(FieldKind))
def kind(request: pytest.FixtureRequest) -> FieldKind:
    """Each kind in turn; a kind without an example fails the test."""
    assert isinstance(request.param, FieldKind)
    return request.param


@pytest.fixture
def typist(qtbot: QtBot, kind: FieldKind) -> Typist:
    return Typist(qtbot, make_editor(kind, choices=CHOICES))


def test_what_was_typed_is_told_after_a_pause(
    qtbot: QtBot, typist: Typist, kind: FieldKind
) -> None:
    with qtbot.waitSignal(typist.editor.edited):
        typist.type(TYPED[kind])
    assert typist.told == [TYPED[kind]]


def test_leaving_tells_at_once_and_only_once(typist: Typist, kind: FieldKind) -> None:
    typist.type(TYPED[kind])
    typist.leave()
    assert typist.told == [TYPED[kind]]


def test_a_value_from_the_project_is_shown_and_not_told(typist: Typist, kind: FieldKind) -> None:
    typist.editor.set_value(TYPED[kind])
    assert typist.editor.value() == TYPED[kind]
    typist.leave()
    assert typist.told == []


def test_what_was_refused_stays_until_escape(typist: Typist, kind: FieldKind) -> None:
    typist.editor.set_value(TYPED[kind])
    reverted: list[bool] = []
    typist.editor.reverted.connect(lambda: reverted.append(True))
    typist.editor.edited.connect(lambda _: typist.editor.set_wrong(True))
    typist.press(Qt.Key.Key_End)
    typist.type("!")
    typist.leave()
    typist.editor.set_value(TYPED[kind])
    assert typist.editor.value() == TYPED[kind] + "!"
    assert typist.editor.property("wrong")
    typist.editor.setFocus()
    typist.press(Qt.Key.Key_Escape)
    assert typist.editor.value() == TYPED[kind]
    assert not typist.editor.property("wrong")
    assert reverted


def test_what_is_not_told_yet_is_not_overwritten(typist: Typist, kind: FieldKind) -> None:
    typist.type("1")
    typist.editor.set_value(TYPED[kind])
    assert typist.editor.value() == "1"


def test_a_change_from_outside_waits_while_an_input_method_composes(
    typist: Typist, kind: FieldKind
) -> None:
    typist.compose("ni")
    typist.editor.set_value(TYPED[kind])
    assert typist.editor.value() == ""
    typist.compose("")
    assert typist.editor.value() == TYPED[kind]
    assert typist.told == []


def test_undo_goes_to_the_window_after_what_was_typed_is_told(
    typist: Typist, kind: FieldKind
) -> None:
    heard: list[list[str]] = []
    for keys in ("Ctrl+Z", "Ctrl+Y"):
        action = QAction(typist.window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: heard.append(list(typist.told)))
        typist.window.addAction(action)
    typist.type(TYPED[kind])
    control = Qt.KeyboardModifier.ControlModifier
    typist.press(Qt.Key.Key_Z, control)
    typist.press(Qt.Key.Key_Y, control)
    assert heard == [[TYPED[kind]], [TYPED[kind]]]
    assert typist.editor.value() == TYPED[kind]


def test_all_that_is_pending_in_a_window_can_be_told(typist: Typist, kind: FieldKind) -> None:
    typist.type(TYPED[kind])
    tell_all(typist.window)
    assert typist.told == [TYPED[kind]]


def test_a_text_can_be_put_in_as_if_typed(typist: Typist, kind: FieldKind) -> None:
    typist.editor.set_text(TYPED[kind])
    assert typist.told == [TYPED[kind]]


def test_a_screen_reader_hears_the_name_where_the_keys_go(typist: Typist) -> None:
    typist.editor.set_names("完成时限", "如10月底前")
    assert typist.keyboard.accessibleName() == "完成时限"
    assert typist.keyboard.accessibleDescription() == "如10月底前"


def test_what_changes_nothing_is_shown_as_the_project_has_it(
    qtbot: QtBot, typist: Typist, kind: FieldKind
) -> None:
    workspace = Workspace(Session.new(example("work-briefing")))
    typist.editor.keeper = Keeper(workspace, lambda: "organization.name")
    typist.editor.set_value("")
    typist.type(TYPED[kind])
    typist.leave()
    assert typist.told == [TYPED[kind]]
    assert typist.editor.value() == "", "no value comes where the project stays as it is"


def test_who_left_through_a_menu_sees_the_projects_value_once_it_is_asked_for(
    typist: Typist, kind: FieldKind
) -> None:
    editor = typist.editor
    editor.edited.connect(lambda _: editor.set_value(""))
    typist.type(TYPED[kind])
    editor.tell()
    typist.other.setFocus(Qt.FocusReason.PopupFocusReason)
    editor.settle()
    assert editor.value() == ""


def test_who_waits_for_the_answer_of_the_project_is_not_settled(qtbot: QtBot) -> None:
    typist = Typist(qtbot, make_editor(FieldKind.DATE))
    editor = typist.editor
    assert editor.is_settled
    typist.type("2026-7-5")
    tell_all(typist.window)
    assert (typist.told, editor.is_settled) == (["2026-7-5"], False)
    editor.set_value("2026-07-05")
    tell_all(typist.window)
    assert (editor.value(), editor.is_settled) == ("2026-7-5", False)  # it is not left yet
    typist.leave()
    assert (editor.value(), editor.is_settled) == ("2026年7月5日", True)
    assert typist.told == ["2026-7-5"]
