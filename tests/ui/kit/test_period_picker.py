"""The period's row fits a narrow column: what has no room goes on in the next line."""

from pytestqt.qtbot import QtBot

from model.values.period import Period
from ui.kit.period_picker import PeriodPicker


def test_the_buttons_of_a_period_go_on_together_in_a_second_line(qtbot: QtBot) -> None:
    picker = PeriodPicker(Period.parse("2026-H1"))
    qtbot.addWidget(picker)
    narrow = picker.sizeHint().width() * 2 // 3
    picker.resize(narrow, picker.heightForWidth(narrow))
    picker.show()
    buttons = (picker.previous, picker.following)
    tops = [button.mapTo(picker, button.rect().topLeft()).y() for button in buttons]
    ends = [button.mapTo(picker, button.rect().topRight()).x() for button in buttons]
    assert tops[0] == tops[1] > picker.year.geometry().bottom()
    assert max(ends) <= narrow
