"""What a second start asks of the open window is told to that window, once."""

from pathlib import Path

from model.storage import requests

MINE, THEIRS = "0123456789ab", "ba9876543210"


def test_a_window_is_told_each_file_it_was_asked_for_once(tmp_path: Path) -> None:
    file = tmp_path / "上半年.json"
    requests.ask(MINE, file)
    requests.ask(MINE, None)
    requests.ask(THEIRS, tmp_path / "别的.json")
    assert sorted(requests.take(MINE), key=str) == sorted([None, file], key=str)
    assert requests.take(MINE) == []
    assert requests.take(THEIRS) == [tmp_path / "别的.json"]


def test_what_nobody_answered_is_withdrawn_and_what_was_answered_is_not(tmp_path: Path) -> None:
    asked = requests.ask(MINE, tmp_path / "上半年.json")
    assert requests.withdraw(asked)
    assert requests.take(MINE) == []
    answered = requests.ask(MINE, None)
    requests.take(MINE)
    assert not requests.withdraw(answered)


def test_a_damaged_request_is_not_answered_and_goes_with_its_window() -> None:
    asked = requests.ask(MINE, None)
    asked.write_bytes(b"{")
    other = requests.ask(THEIRS, None)
    assert requests.take(MINE) == []
    requests.sweep(MINE)
    assert not asked.exists()
    assert other.exists()
