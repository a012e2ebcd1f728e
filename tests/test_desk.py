"""What the program remembers for the clerk on this PC is there again at the next start."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.desk import Desk, Spot
from model.errors import SaveError
from model.session import Session
from tests.samples import example


def test_settings_are_there_at_the_next_start() -> None:
    Desk().remember(place="云岭县", zoom=120)
    assert (Desk().settings.place, Desk().settings.zoom) == ("云岭县", 120)


def test_settings_that_cannot_be_kept_hold_until_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XUGAO_HOME", "/proc/no such place")
    desk = Desk()
    with pytest.raises(SaveError):
        desk.remember(place="云岭县")
    assert desk.settings.place == "云岭县"


def test_where_she_left_off_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    desk = Desk()
    desk.leave(desk.left_off.with_spot(Spot(file=str(file), step="s1")))
    spot = Desk().left_off.spot(file)
    assert spot is not None
    assert spot.step == "s1"


def test_a_saved_project_is_a_recent_one_until_it_is_forgotten(tmp_path: Path) -> None:
    session = Session.new(example("county-head-briefing"), tmp_path / "a.json")
    session.save()
    session.close()
    entries, note = Desk().recent_projects()
    assert ([entry.path for entry in entries], note) == ([str(tmp_path / "a.json")], None)
    Desk().forget_project(tmp_path / "a.json")
    assert Desk().recent_projects() == ((), None)


def test_a_report_of_a_mishap_says_when_and_what() -> None:
    desk = Desk(clock=lambda: datetime(2026, 7, 3, 9, 30, tzinfo=UTC))
    path = desk.keep_report("KeyError: 'x'")
    text = path.read_text("utf-8")
    assert "2026-07-03T09:30" in text
    assert text.endswith("KeyError: 'x'\n")
