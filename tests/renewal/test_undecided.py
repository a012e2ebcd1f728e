"""Times of carried text that only the clerk can rename."""

from datetime import date
from pathlib import Path

import pytest

from model.cli.command_line import main
from model.entry.apply import Assignment, set_values
from model.jobs.proposals import PERIODS
from model.places.inventory import places_of
from model.renewal.next_period import carry
from model.session import Session
from tests.samples import example

TODAY = date(2026, 7, 5)
TEXT = (
    "6月12日入汛，汛期平稳，实现双过半，近期抓三夏，今冬明春修水利，昨天开会，6月12日至15日办展。"
)


def test_times_nobody_can_rename_are_listed_with_the_reason_and_stay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = example("half-year-summary")
    item = next(one.place for one in places_of(project) if one.kind == "prose")
    carried = carry(set_values(project, [Assignment(item, TEXT)], TODAY))
    found = [one for one in PERIODS.find_undecided(carried) if one.place == item]
    assert [one.before for one in found] == [
        "汛期",
        "双过半",
        "近期",
        "三夏",
        "今冬明春",
        "昨天",
        "6月12日至15日",
    ]
    assert all(one.reason for one in found)
    (day,) = (one for one in PERIODS.find_all(carried) if one.place == item)
    assert not PERIODS.is_sure(day)
    path = tmp_path / "q3.json"
    session = Session.new(carried)
    session.save_as(path)
    session.close()
    data = path.read_bytes()
    assert main(["renew", str(path), "--all"]) == 0
    told = capsys.readouterr().out
    assert f"可换　{item}:0　6月12日" in told
    assert f"待定　{item}:" in told
    assert "没有可换的" not in told
    assert path.read_bytes() == data
