"""One program at a time, and nobody waits for ever."""

from pathlib import Path

import pytest

from model.errors import SaveError
from model.storage.save_mutex import WAIT_SECONDS, turn


def test_who_waits_too_long_is_told_who_to_wait_for(tmp_path: Path) -> None:
    file, waits = tmp_path / "a.json", [0.0]
    with (
        turn(file),
        pytest.raises(SaveError, match=r"a\.json.*另一个程序正在保存"),
        turn(file, sleep=waits.append),
    ):
        raise AssertionError("two have the turn")
    assert sum(waits) == pytest.approx(WAIT_SECONDS)


def test_a_turn_ends_also_where_the_save_failed(tmp_path: Path) -> None:
    file, waits = tmp_path / "a.json", list[float]()
    with pytest.raises(KeyError), turn(file):
        raise KeyError
    with turn(file, sleep=waits.append):
        pass
    assert waits == []


def test_different_folders_have_different_turns(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    waits: list[float] = []
    with turn(tmp_path / "a.json"), turn(tmp_path / "b" / "a.json", sleep=waits.append):
        assert waits == []
