"""The dialog for a new project offers what was given last time, and makes what was asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from model.desk import Settings
from model.library import shipped
from model.values.period import Period
from ui.dialogs.new_project import NewProjectDialog
from ui.kit.period_picker import PeriodPicker


def dialog(qtbot: QtBot, folder: Path, **given: object) -> NewProjectDialog:
    settings = Settings(last_folder=str(folder)).changed(**given)
    made = NewProjectDialog(settings, clock=lambda: datetime(2026, 7, 3, 9, tzinfo=UTC))
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_given_last_time_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(
        qtbot, tmp_path, place="云岭县", superior="江州市", peers=18, template="plenary-speech"
    )
    wanted = made.wanted()
    assert wanted.project.organization.model_dump(exclude={"departments"}) == {
        "name": "云岭县",
        "superior": "江州市",
        "peers": 18,
    }
    assert wanted.project.period == Period(2026, 1, 6)
    assert wanted.project.reports[0].template.key == "plenary-speech"
    assert wanted.path == tmp_path / "县委全会讲话（云岭县2026年上半年）.xugao"


def test_all_kinds_are_offered_with_their_summaries(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(qtbot, tmp_path)
    templates = made.templates
    names = [templates.item(row).text() for row in range(templates.count())]
    assert names == [shipped.template(key).name for key in shipped.template_keys()]
    spoken = templates.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert shipped.template(shipped.template_keys()[0]).summary in spoken


def test_the_file_name_follows_until_the_clerk_writes_her_own(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(qtbot, tmp_path, template="half-year-summary")
    made.place.setText("云岭县")
    assert made.file.path.name == "工作总结（云岭县2026年上半年）.xugao"
    made.period.set_period(Period(2026, 1, 9))
    assert made.file.path.name == "工作总结（云岭县2026年前三季度）.xugao"
    made.file.line.clear()
    QTest.keyClicks(made.file.line, "mine")
    made.period.set_period(Period(2026, 1, 12))
    assert made.file.path == tmp_path / "mine.xugao"


def test_a_missing_place_is_told_and_focused(qtbot: QtBot, tmp_path: Path) -> None:
    made = dialog(qtbot, tmp_path)
    made.accept()
    assert made.result() != QDialog.DialogCode.Accepted
    assert made.wrong.isVisible()
    assert "地方" in made.wrong.text()
    assert made.place.property("wrong") is True
    made.place.setText("云岭县")
    made.accept()
    assert made.result() == QDialog.DialogCode.Accepted


@pytest.mark.parametrize("name", ["", "gone/a.json", "there.json", "长" * 300])
def test_a_file_that_cannot_be_made_is_told(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    (tmp_path / "there.json").write_text("mine")
    made = dialog(qtbot, tmp_path, place="云岭县")
    made.file.line.setText(name)
    made.accept()
    assert made.result() != QDialog.DialogCode.Accepted
    assert made.wrong.text()
    assert (tmp_path / "there.json").read_text() == "mine"


@pytest.mark.parametrize(
    ("period", "previous", "following"),
    [
        (Period(2026, 1, 6), Period(2026, 1, 3), Period(2026, 1, 9)),
        (Period(2026, 5, 5), Period(2026, 4, 4), Period(2026, 6, 6)),
        (Period(2026, 1, 12), Period(2026, 1, 9), Period(2027, 1, 3)),
    ],
)
def test_the_period_goes_one_step_back_and_forth(
    qtbot: QtBot, period: Period, previous: Period, following: Period
) -> None:
    picker = PeriodPicker(period)
    qtbot.addWidget(picker)
    assert picker.period == period
    picker.set_period(previous)
    assert picker.period == previous
    picker.set_period(period)
    picker.following.click()
    assert picker.period == following


def test_another_year_keeps_the_span(qtbot: QtBot) -> None:
    picker = PeriodPicker(Period(2026, 4, 6))
    qtbot.addWidget(picker)
    picker.year.setValue(2025)
    assert picker.period == Period(2025, 4, 6)
