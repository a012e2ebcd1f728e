"""The list of projects on the start page."""

import json
from pathlib import Path

import pytest

from model.storage import atomic, paths, recent
from tests.storage.conftest import SetClock


def remember(path: Path, clock: SetClock) -> None:
    recent.remember(path, place="云岭县", period="2026-H1", kinds=("上半年总结",), clock=clock)
    clock.move(minutes=1)


def test_the_latest_is_first_and_none_is_there_twice(tmp_path: Path, clock: SetClock) -> None:
    for name in ("a.json", "b.json", "a.json"):
        remember(tmp_path / name, clock)
    found, note = recent.listing()
    assert note is None
    assert [Path(one.path).name for one in found] == ["a.json", "b.json"]
    assert (found[0].place, found[0].period, found[0].kinds) == (
        "云岭县",
        "2026-H1",
        ("上半年总结",),
    )


def test_a_missing_file_is_listed_as_missing(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "a.json").write_text("{}")
    remember(tmp_path / "a.json", clock)
    remember(tmp_path / "gone.json", clock)
    found, _ = recent.listing()
    assert [one.missing for one in found] == [True, False]


def test_a_forgotten_project_is_off_the_list(tmp_path: Path, clock: SetClock) -> None:
    remember(tmp_path / "a.json", clock)
    remember(tmp_path / "b.json", clock)
    recent.forget(tmp_path / "a.json")
    assert [Path(one.path).name for one in recent.listing()[0]] == ["b.json"]


def test_the_list_has_an_end(tmp_path: Path, clock: SetClock) -> None:
    for number in range(recent.LIMIT + 5):
        remember(tmp_path / f"{number}.json", clock)
    found, _ = recent.listing()
    assert len(found) == recent.LIMIT
    assert Path(found[0].path).name == f"{recent.LIMIT + 4}.json"


def test_a_damaged_list_begins_anew_and_is_set_aside(tmp_path: Path, clock: SetClock) -> None:
    paths.home().mkdir()
    paths.recent_file().write_text('{"entries": 7}')
    found, note = recent.listing(clock=clock)
    assert found == ()
    assert note
    assert "entries 应当是列表" in note
    remember(tmp_path / "a.json", clock)
    assert len(recent.listing()[0]) == 1
    assert len(list(paths.home().glob("recent.damaged-*.json"))) == 1


@pytest.mark.parametrize(
    "damaged",
    [
        {"path": "/材料/b.json"},
        {"path": 7, "place": "", "period": "", "opened": "2026-07-08T04:00:00Z"},
        {"path": "/b.json", "place": "", "period": "", "opened": "0001-01-01T00:00:00+14:00"},
        {"path": "/b.json", "place": "", "period": "", "opened": "x"},
        None,
    ],
)
def test_one_damaged_entry_leaves_the_others(clock: SetClock, damaged: object) -> None:
    recent.remember(Path("/材料/a.json"), place="云岭县", period="2026-H1", kinds=(), clock=clock)
    file = paths.recent_file()
    found = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({"entries": [damaged, *found["entries"]]}), "utf-8")
    entries, note = recent.listing()
    assert [entry.place for entry in entries] == ["云岭县"]
    assert note == "“最近的材料”里有1条记录损坏，没有列出。"


@pytest.mark.parametrize("path", ["a\0b.json", "bytes:00", "", "x" * 5000])
def test_a_strange_path_hinders_neither_listing_nor_remembering(clock: SetClock, path: str) -> None:
    entry = {"path": path, "place": "", "period": "", "opened": "2026-07-08T04:00:00"}
    atomic.make_folder(paths.home())
    paths.recent_file().write_text(json.dumps({"entries": [entry]}), "utf-8")
    ((found,), note) = recent.listing()
    assert (note, found.missing) == (None, True)
    assert found.opened == clock.now
    recent.remember(Path("/材料/a.json"), place="甲", period="", kinds=(), clock=clock)
    assert [one.place for one in recent.listing()[0]] == ["甲", ""]
