"""What the files promise in their smallest details."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from model.errors import ProjectFileError, SaveError
from model.storage import (
    atomic,
    backup,
    journal,
    json_gate,
    left_off,
    paths,
    project_file,
    recent,
    settings,
)
from model.storage.json_gate import MAX_DEPTH
from model.storage.left_off import LeftOff, Spot
from model.storage.lock import STALE_AFTER, Lock
from model.storage.lock import read as read_lock
from tests.small_project import small
from tests.storage.conftest import SetClock

NAMED = Path("材料.json")


# The lock.


def test_who_was_taken_over_from_does_not_remove_the_lock_of_the_other(
    tmp_path: Path, clock: SetClock
) -> None:
    file = tmp_path / "半年.json"
    first, second = Lock(file, clock=clock), Lock(file, clock=clock)
    first.take()
    clock.move(minutes=11)
    seen = second.take()
    assert seen is not None
    assert second.break_(seen) is None
    first.release()
    assert not first.held
    found = read_lock(second.file)
    assert found is not None
    assert found.session != seen.session
    assert second.beat()
    second.release()
    assert read_lock(second.file) is None


def test_a_lock_is_stale_when_its_time_is_over_and_not_a_moment_before(
    tmp_path: Path, clock: SetClock
) -> None:
    lock = Lock(tmp_path / "a.json", session="s1", clock=clock)
    lock.take()
    holder = read_lock(lock.file)
    assert holder is not None
    assert (holder.session, holder.taken, holder.heartbeat) == ("s1", clock.now, clock.now)
    assert not holder.is_stale(clock.now + STALE_AFTER)
    assert holder.is_stale(clock.now + STALE_AFTER + timedelta(seconds=1))
    assert "没有动静" not in holder.described(clock.now)
    assert "但已较长时间没有动静" in holder.described(clock.now + timedelta(hours=1))


# What is left behind, and what is kept.


def test_sweeping_goes_on_past_what_it_cannot_remove(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f".a.json.0123456789a{sign}.xugao-tmp" for sign in "bcd"]
    for name in names:
        (tmp_path / name).write_bytes(b"half")
    real = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self.name == stubborn:
            raise PermissionError(13, "not ours")
        real(self, missing_ok=missing_ok)

    stubborn = os.listdir(tmp_path)[0]
    monkeypatch.setattr(Path, "unlink", unlink)
    later = datetime.now(UTC) + timedelta(days=2)
    assert atomic.sweep(tmp_path, now=later) == 2
    assert os.listdir(tmp_path) == [stubborn]


def test_what_could_not_be_put_in_place_is_kept_under_the_name_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "上半年.json"
    file.write_bytes(b"old")

    def busy(*_: object) -> None:
        raise OSError(5, "broken")

    monkeypatch.setattr(os, "replace", busy)
    with pytest.raises(SaveError):
        atomic.write_bytes(file, b"new", expect=None)
    (kept,) = (one for one in tmp_path.iterdir() if one.name.startswith("上半年.未存入"))
    (copy,) = paths.recovery_dir().iterdir()
    assert copy.name == kept.name
    assert kept.name.endswith(".json")
    assert (kept.read_bytes(), copy.read_bytes(), file.read_bytes()) == (b"new", b"new", b"old")


def test_what_cannot_even_be_renamed_is_kept_where_it_is_and_seen_on_this_pc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "上半年.json"
    file.write_bytes(b"old")
    real = os.rename

    def broken(*_: object) -> None:
        raise OSError(5, "broken")

    def only_elsewhere(source: Path, target: Path) -> None:
        if Path(target).parent == tmp_path:
            raise OSError(5, "broken")
        real(source, target)

    monkeypatch.setattr(os, "replace", broken)
    monkeypatch.setattr(os, "rename", only_elsewhere)
    with pytest.raises(SaveError):
        atomic.write_bytes(file, b"new", expect=None)
    (kept,) = (one for one in tmp_path.iterdir() if one != file)
    (copy,) = paths.recovery_dir().iterdir()
    assert (kept.read_bytes(), copy.read_bytes()) == (b"new", b"new")
    assert copy.name == kept.name.lstrip(".")
    assert not copy.name.startswith(".")


# Reading.


def refusal(raw: bytes) -> str:
    with pytest.raises(ProjectFileError) as caught:
        json_gate.parse_project(raw, NAMED)
    return str(caught.value)


def test_the_place_where_a_file_is_nested_too_deep_is_told_to_the_column() -> None:
    head = b'{"format": "xugao-project",\n "x": '
    column = len(' "x": ') + MAX_DEPTH  # the outermost brace is the first
    assert f"第 2 行第 {column} 列，嵌套超过 {MAX_DEPTH} 层" in refusal(head + b"[" * 100_000)


def test_as_deep_as_is_allowed_is_read() -> None:
    deepest = b'{"format": "xugao-project", "x": ' + b"[" * 63 + b"]" * 63 + b"}"
    assert json_gate.parse_project(deepest, NAMED)["format"] == "xugao-project"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("甲" * 20, "“" + "甲" * 20 + "”"),
        ("甲" * 21, "“" + "甲" * 19 + "…”"),
        ("a\tb", "“'a\\tb'”"),
        (12, " 12"),
        (True, "真假值"),
        (None, "空值 null"),
        ([1], "列表"),
        ({"a": 1}, "对象"),
    ],
)
def test_what_was_found_is_shown_short(value: object, told: str) -> None:
    raw = project_file.dumps(small()).replace('"period": "2026-H1"', '"period": PERIOD')
    text = raw.replace("PERIOD", json.dumps(value, ensure_ascii=False))
    with pytest.raises(ProjectFileError) as caught:
        project_file.loads(text.encode("utf-8"), NAMED)
    assert f"现在是{told}" in str(caught.value)


# The program's own files.


def test_where_the_window_was_left_is_kept_and_found() -> None:
    assert left_off.load() == LeftOff()
    spot = Spot(file="/材料/a.json", report="r1", step="s1")
    left = LeftOff(geometry="abc", panes=(1, 2, 3), open="/材料/a.json").with_spot(spot)
    left_off.save(left)
    again = left_off.load()
    assert again == left
    assert again.spot(Path("/材料/a.json")) == spot
    assert again.spot(Path("/材料/b.json")) is None


def test_of_the_spots_the_latest_are_kept_each_file_once() -> None:
    left = LeftOff()
    for number in range(25):
        left = left.with_spot(Spot(file=f"/{number}.json"))
    left = left.with_spot(Spot(file="/24.json", step="s2")).with_spot(Spot(file="/10.json"))
    assert [one.file for one in left.spots] == [
        "/10.json", *(f"/{number}.json" for number in range(24, 10, -1)),
        *(f"/{number}.json" for number in range(9, 4, -1)),
    ]  # fmt: skip
    assert left.spot(Path("/24.json")) == Spot(file="/24.json", step="s2")


def test_a_damaged_note_of_where_the_window_was_begins_anew(clock: SetClock) -> None:
    file = paths.left_off_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{", encoding="utf-8")
    assert left_off.load(clock=clock) == LeftOff()
    assert [one.name for one in file.parent.iterdir() if one.name.startswith(file.stem)] != []
    assert not file.exists()


def test_recent_files_stand_latest_first_each_once_and_not_for_ever(clock: SetClock) -> None:
    def remember(name: str) -> None:
        clock.move(minutes=1)
        recent.remember(
            Path(f"/材料/{name}.json"), place="云岭县", period="2026-H1", kinds=("a",), clock=clock
        )

    for number in range(recent.LIMIT + 2):
        remember(str(number))
    remember("5")
    entries, note = recent.listing()
    assert note is None
    assert [Path(one.path).stem for one in entries] == [
        "5", *(str(number) for number in range(21, 5, -1)), "4", "3", "2"
    ]  # fmt: skip
    assert entries[0].opened == clock.now
    recent.forget(Path("/材料/5.json"))
    assert [Path(one.path).stem for one in recent.listing()[0]][:2] == ["21", "20"]


def test_journals_know_when_they_were_written(clock: SetClock) -> None:
    journal.write("p1", NAMED, "文", base=None, clock=clock)
    clock.move(minutes=5)
    journal.write("p2", None, "字", base=None, clock=clock)
    entries, notes = journal.pending()
    assert notes == ()
    assert [(one.project, one.text, one.path) for one in entries] == [
        ("p2", "字", None), ("p1", "文", str(NAMED.absolute()))
    ]  # fmt: skip
    assert entries[0].written == clock.now
    assert entries[0].written - entries[1].written == timedelta(minutes=5)


def test_a_backup_put_back_keeps_what_stood_there(tmp_path: Path, clock: SetClock) -> None:
    file = tmp_path / "a.json"
    file.write_text("今天", encoding="utf-8")
    old = backup.keep("p1", file, "昨天".encode(), clock=clock)
    assert old is not None
    clock.move(days=1)
    written = backup.restore(old, file, project_id="p1", expect=atomic.digest_of(file), clock=clock)
    assert file.read_text("utf-8") == "昨天"
    assert written == atomic.digest_of(file)
    newest = backup.listing("p1", of=file)[0]
    assert (backup.read(newest).decode(), newest.saved) == ("今天", clock.now)


def test_settings_are_kept_whole() -> None:
    first, _ = settings.load()
    changed = first.changed(place="云岭县", peers=9, show_preview=not first.show_preview)
    settings.save(changed)
    assert settings.load() == (changed, None)
