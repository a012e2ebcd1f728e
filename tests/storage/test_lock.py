"""The lock tells who else has the project open, and is never stolen."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from model.errors import SaveError
from model.storage import lock, running
from model.storage.lock import Holder, Lock, lock_file
from tests.storage.conftest import SetClock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "上半年.json"
    path.write_text("{}")
    return path


def test_the_second_is_told_who_the_first_is(file: Path, clock: SetClock) -> None:
    first, second = Lock(file, clock=clock), Lock(file, clock=clock)
    assert first.take() is None
    assert first.take() is None
    holder = second.take()
    assert holder == lock.read(first.file)
    assert holder
    assert holder.taken == clock.now
    assert (first.held, second.held) == (True, False)


def test_after_release_another_can_take_it(file: Path) -> None:
    first, second = Lock(file), Lock(file)
    first.take()
    first.release()
    assert sorted(one.name for one in file.parent.iterdir()) == [file.name]
    assert second.take() is None


def test_who_does_not_hold_it_cannot_release_it(file: Path) -> None:
    first, second = Lock(file), Lock(file)
    first.take()
    second.take()
    second.release()
    assert first.file.exists()
    assert first.beat()


def test_a_heartbeat_keeps_it_fresh_and_its_absence_makes_it_stale(
    file: Path, clock: SetClock
) -> None:
    first = Lock(file, clock=clock)
    first.take()
    clock.move(minutes=9)
    assert first.beat()
    clock.move(minutes=9)
    holder = Lock(file, clock=clock).take()
    assert holder
    assert not holder.is_stale(clock.now)
    clock.move(minutes=2)
    assert holder.is_stale(clock.now)
    assert "没有正常退出" in holder.described(clock.now)


def test_a_stale_lock_is_told_but_not_taken(file: Path, clock: SetClock) -> None:
    Lock(file, clock=clock).take()
    clock.move(days=3)
    second = Lock(file, clock=clock)
    assert second.take() is not None
    assert not second.held


def test_the_user_may_break_it_and_the_former_holder_notices(file: Path, clock: SetClock) -> None:
    first, second = Lock(file, clock=clock), Lock(file, clock=clock)
    first.take()
    seen = second.take()
    assert seen
    assert second.break_(seen) is None
    assert second.held
    assert not first.beat()
    assert not first.held
    first.release()
    assert second.file.exists()
    assert second.beat()


def test_a_sign_of_life_meanwhile_keeps_it_from_being_broken(file: Path, clock: SetClock) -> None:
    first, second = Lock(file, clock=clock), Lock(file, clock=clock)
    first.take()
    clock.move(hours=1)
    seen = second.take()
    assert seen
    first.beat()
    now = second.break_(seen)
    assert now
    assert now.heartbeat == clock.now
    assert first.held
    assert first.beat()


def test_breaking_a_lock_that_is_gone_simply_takes_it(file: Path) -> None:
    first, second = Lock(file), Lock(file)
    first.take()
    seen = second.take()
    assert seen
    first.release()
    assert second.break_(seen) is None
    assert second.beat()


def test_an_unreadable_lock_is_somebodys(file: Path, clock: SetClock) -> None:
    mine = Lock(file, clock=clock)
    mine.file.write_bytes(b"\x00\x01")
    holder = mine.take()
    assert holder == Holder()
    assert holder.is_stale(clock.now)
    assert holder.described(clock.now).startswith("有人（不明电脑）打开着")
    assert mine.break_(holder) is None
    assert mine.held


def test_the_holder_is_described_by_name_and_time(clock: SetClock) -> None:
    holder = Holder(
        user="li", host="ZFB-03", taken=clock.now, heartbeat=clock.now - timedelta(minutes=1)
    )
    said = holder.described(clock.now)
    assert said.startswith("li（ZFB-03）从7月")
    assert said.endswith("打开着这份材料。")


def test_a_folder_that_is_gone_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="文件夹不存在"):
        Lock(tmp_path / "none" / "a.json").take()


def test_through_a_link_and_with_the_longest_name_the_lock_is_the_same_file(
    tmp_path: Path,
) -> None:
    file = tmp_path / ("材" * 83 + ".json")
    file.write_text("{}")
    link = tmp_path / "link.json"
    link.symlink_to(file)
    assert lock_file(link) == lock_file(file)
    assert Lock(link).take() is None
    assert Lock(file).take() is not None


def test_the_lock_of_a_session_that_was_killed_here_is_taken_over_unasked(
    file: Path, clock: SetClock
) -> None:
    crashed = running.begin()
    Lock(file, session=crashed, clock=clock).take()
    later = Lock(file, session=running.begin(), clock=clock)
    holder = later.take()
    assert holder
    assert holder.is_here
    assert "这台电脑上另一个窗口" in holder.described(clock.now)
    running.end(crashed)
    assert later.take() is None
    assert later.held
    assert later.beat()


def test_the_lock_of_another_pc_is_never_taken_over_unasked(file: Path, clock: SetClock) -> None:
    Lock(file, clock=clock).take()
    clock.move(days=30)
    holder = Lock(file, session=running.begin(), clock=clock).take()
    assert holder
    assert (holder.is_here, holder.is_dead) == (False, False)


@pytest.mark.parametrize("depth", [0, 1])
def test_a_lock_whose_folder_was_renamed_meanwhile_is_removed(tmp_path: Path, depth: int) -> None:
    folder = tmp_path / "六月" / "汇报"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text("{}")
    held = Lock(folder / "a.json")
    held.take()
    renamed = folder if not depth else folder.parent
    renamed.rename(renamed.with_name("七月"))
    held.release()
    assert not list(tmp_path.rglob("*.xugao-lock"))


def test_a_lock_of_another_in_a_folder_of_the_former_name_stays(tmp_path: Path) -> None:
    folder = tmp_path / "六月"
    folder.mkdir()
    held = Lock(folder / "a.json")
    held.take()
    folder.rename(tmp_path / "七月")
    folder.mkdir()
    other = Lock(folder / "a.json")
    other.take()
    held.release()
    assert [path.parent.name for path in tmp_path.rglob("*.xugao-lock")] == ["六月"]
    assert other.beat()


def test_a_lock_whose_folder_is_gone_is_let_go(tmp_path: Path) -> None:
    folder = tmp_path / "六月"
    folder.mkdir()
    held = Lock(folder / "a.json")
    held.take()
    shutil.rmtree(folder)
    held.release()
    assert not held.held


@pytest.mark.parametrize(
    "damaged",
    [
        '{"taken": "0001-01-01T00:00:00+14:00", "heartbeat": "0001-01-01T00:00:00+14:00"}',
        '{"taken": "9999-12-31T23:59:59-14:00"}',
        '{"heartbeat": "9999-12-31T23:59:59"}',
        '{"host": "%s"}' % ("长" * 3000),
        '{"session": 7}',
        "[]",
        "",
    ],
)
def test_a_damaged_lock_is_an_empty_one_and_the_question_can_be_asked(
    file: Path, clock: SetClock, damaged: str
) -> None:
    lock_file(file).write_text(damaged, "utf-8")
    assert Lock(file, clock=clock).take() == Holder()
    assert Holder().described(clock.now).startswith("有人（不明电脑）打开着")


def test_a_time_without_a_zone_is_meant_in_utc(file: Path, clock: SetClock) -> None:
    lock_file(file).write_text('{"heartbeat": "2026-07-08T03:58:00"}', "utf-8")
    holder = Lock(file, clock=clock).take()
    assert holder
    assert not holder.is_stale(clock.now)


def test_names_of_others_are_told_in_one_short_line(clock: SetClock) -> None:
    said = Holder(user="王\n小\u202e明", host="长" * 200).described(clock.now)
    assert said.startswith("王 小 明（长")
    assert len(said) < 120


def test_the_lock_is_hidden_again_whenever_it_is_written(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden: list[str] = []
    monkeypatch.setattr(lock, "hide", lambda path: hidden.append(path.read_text()))
    first, second = Lock(file), Lock(file)
    first.take()
    first.beat()
    seen = second.take()
    assert seen
    second.break_(seen)
    assert len(hidden) == 3
    assert hidden[-1] == second.file.read_text()
