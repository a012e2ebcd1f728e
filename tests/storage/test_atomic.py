"""The one writer: what it puts in place, what it refuses, what it leaves behind."""

import errno
import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from model.errors import ConflictError, SaveError, UnconfirmedError
from model.storage import atomic
from model.storage.atomic import ABSENT, digest, digest_of

OLD, NEW = "旧稿".encode() * 1000, "新稿".encode() * 2000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "材料"
    folder.mkdir()
    path = folder / "上半年.json"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_replaces_the_content_and_tells_the_digest_to_expect_next(file: Path) -> None:
    first = atomic.write_bytes(file, NEW, expect=digest(OLD))
    assert file.read_bytes() == NEW
    assert first == digest_of(file) == digest(NEW)
    atomic.write_bytes(file, OLD, expect=first)
    assert file.read_bytes() == OLD
    assert names(file.parent) == [file.name]


@pytest.mark.parametrize("data", [b"", b"x", b"\r\n\x00\x1a", bytes(range(256)) * 12_000])
def test_writes_any_bytes_as_they_are(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.bin"
    atomic.write_bytes(path, data, expect=ABSENT)
    assert path.read_bytes() == data


def test_text_is_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    atomic.write_text(tmp_path / "a.txt", "一\n二\r\n", expect=None)
    assert (tmp_path / "a.txt").read_bytes() == "一\n二\r\n".encode()


def test_half_a_character_is_told_and_nothing_is_written(file: Path) -> None:
    with pytest.raises(SaveError, match="第 3 个字符"):
        atomic.write_text(file, "甲乙\ud83d", expect=None)
    assert file.read_bytes() == OLD


def test_a_short_write_is_continued(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:777]))
    atomic.write_bytes(file, NEW, expect=None)
    assert file.read_bytes() == NEW


def test_a_file_changed_by_another_program_is_not_overwritten(file: Path) -> None:
    file.write_bytes(b"changed elsewhere")
    with pytest.raises(ConflictError, match=r"上半年\.json.*改过"):
        atomic.write_bytes(file, NEW, expect=digest(OLD))
    assert file.read_bytes() == b"changed elsewhere"
    assert names(file.parent) == [file.name]


def test_a_file_moved_away_is_told_instead_of_made_twice(file: Path) -> None:
    file.rename(file.with_name("b.json"))
    with pytest.raises(ConflictError, match="移走、改名或删除"):
        atomic.write_bytes(file, NEW, expect=digest(OLD))
    assert names(file.parent) == ["b.json"]


def test_a_file_that_must_be_new_is_not_overwritten(file: Path) -> None:
    with pytest.raises(ConflictError, match="已经存在"):
        atomic.write_bytes(file, NEW, expect=ABSENT)
    assert file.read_bytes() == OLD


def test_the_same_content_there_already_is_no_conflict(file: Path) -> None:
    file.write_bytes(NEW)
    assert atomic.write_bytes(file, NEW, expect=digest(OLD)) == digest(NEW)


def test_without_expectation_anything_is_replaced(file: Path) -> None:
    file.write_bytes(b"whatever")
    atomic.write_bytes(file, NEW, expect=None)
    assert file.read_bytes() == NEW


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_file_keeps_its_mode_and_a_new_one_follows_the_umask(file: Path) -> None:
    file.chmod(0o640)
    atomic.write_bytes(file, NEW, expect=None)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    fresh = file.with_name("new.json")
    former = os.umask(0o027)
    try:
        atomic.write_bytes(fresh, NEW, expect=ABSENT)
    finally:
        os.umask(former)
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o640


def test_a_link_is_written_through(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(file)
    atomic.write_bytes(link, NEW, expect=digest(OLD))
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert names(file.parent) == [file.name]


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("没有/上半年.json", "文件夹不存在"),
        (".", "是一个文件夹"),
        ("上半年.json/x.json", "不是文件夹"),
        ("太" * 100 + ".json", "太长"),
        ("a\0b.json", "不能用的字符"),
    ],
)
def test_a_place_that_cannot_be_written_is_named_with_its_cause(
    file: Path, where: str, said: str
) -> None:
    with pytest.raises(SaveError, match=said) as caught:
        atomic.write_bytes(file.parent / where, NEW, expect=None)
    assert "无法保存" in str(caught.value)
    assert caught.value.exit_code == 2
    assert names(file.parent) == [file.name]
    assert file.read_bytes() == OLD


def test_a_pipe_is_not_a_place_to_save(file: Path) -> None:
    pipe = file.with_name("pipe")
    os.mkfifo(pipe)
    with pytest.raises(SaveError, match="不是普通文件"):
        atomic.write_bytes(pipe, NEW, expect=None)


def test_the_longest_name_the_disk_takes_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("材" * 83 + ".json")
    atomic.write_bytes(path, NEW, expect=ABSENT)
    assert path.read_bytes() == NEW


def test_an_interrupted_save_leaves_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        atomic.write_bytes(file, NEW, expect=None)
    assert file.read_bytes() == OLD
    assert names(file.parent) == [file.name]


class HeldOnWindowsError(PermissionError):
    winerror = 5


def test_a_file_held_for_a_moment_on_windows_is_tried_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [HeldOnWindowsError(13, "held")] * 3
    waits: list[float] = []
    real = os.replace

    def replace(source: Any, target: Any) -> None:
        if held:
            raise held.pop()
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(atomic, "_sleep", waits.append)
    atomic.write_bytes(file, NEW, expect=None)
    assert file.read_bytes() == NEW
    assert len(waits) == 3


@pytest.mark.parametrize(
    ("error", "longest"),
    [(HeldOnWindowsError(13, "held"), 2.5), (PermissionError(13, "denied"), 0)],
)
def test_a_file_held_for_good_is_kept_twice_beside_it_and_on_this_pc(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, longest: float
) -> None:
    waits: list[float] = [0.0]

    def replace(source: Any, target: Any) -> None:
        raise error

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(atomic, "_sleep", waits.append)
    with pytest.raises(SaveError) as caught:
        atomic.write_bytes(file, NEW, expect=digest(OLD))
    assert longest <= sum(waits) <= longest + 0.11
    assert file.read_bytes() == OLD
    kept = [one for one in file.parent.iterdir() if one != file]
    copies = list((home / "recovery").iterdir())
    assert [one.read_bytes() for one in kept + copies] == [NEW, NEW]
    assert str(kept[0]) in str(caught.value)
    assert str(copies[0]) in str(caught.value)
    assert kept[0].suffix == ".json"
    assert atomic.sweep(file.parent, now=datetime.now(UTC) + timedelta(days=9)) == 0


def test_between_look_and_replace_nobody_else_gets_in(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stands just before its replace; B, which would not see A's text yet, has to wait."""
    at_replace, go = threading.Event(), threading.Event()
    real = os.replace

    def slow_replace(source: Any, target: Any) -> None:
        at_replace.set()
        assert go.wait(20)
        real(source, target)

    def wait_for_a(_seconds: float) -> None:
        go.set()
        a.join(20)

    monkeypatch.setattr(os, "replace", slow_replace)
    monkeypatch.setattr(atomic, "_sleep", wait_for_a)
    a = threading.Thread(target=atomic.write_bytes, args=(file, NEW), kwargs={"expect": None})
    a.start()
    assert at_replace.wait(20)
    with pytest.raises(ConflictError):
        atomic.write_bytes(file, b"of B", expect=digest(OLD))
    a.join()
    assert file.read_bytes() == NEW
    assert names(file.parent) == [file.name]


def test_create_exclusive_lets_only_the_first_in(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert atomic.create_exclusive(path, b"first")
    assert not atomic.create_exclusive(path, b"second")
    assert path.read_bytes() == b"first"
    with pytest.raises(SaveError, match="文件夹不存在"):
        atomic.create_exclusive(tmp_path / "none" / "lock", b"")


def test_sweep_takes_only_our_own_old_leftovers(file: Path) -> None:
    now = datetime(2026, 7, 8, tzinfo=UTC)
    ours, young = ".上半年.json.0123456789ab.xugao-tmp", ".a.json.0123456789ac.xugao-tmp"
    others = [".b.0123456789zz.xugao-tmp", "c.xugao-tmp", ".d.json.tmp"]
    for name in [ours, young, *others]:
        path = file.with_name(name)
        path.write_bytes(b"half")
        age = 1 if name == young else 25
        os.utime(path, times=((now - timedelta(hours=age)).timestamp(),) * 2)
    (file.parent / ".e.json.0123456789ad.xugao-tmp").mkdir()
    assert atomic.sweep(file.parent, now=now) == 1
    assert not file.with_name(ours).exists()
    assert all(file.with_name(name).exists() for name in [young, *others, file.name])


def test_sweep_of_a_folder_that_is_gone_is_quiet(tmp_path: Path) -> None:
    assert atomic.sweep(tmp_path / "none") == 0


def test_our_own_temporary_name_is_one_that_sweep_knows(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(path: Any, *rest: Any, **more: Any) -> None:
        raise OSError(5, "dies")

    monkeypatch.setattr(Path, "read_bytes", dies)
    monkeypatch.setattr(Path, "unlink", dies)
    with pytest.raises(SaveError):
        atomic.write_bytes(file, NEW, expect=None)
    monkeypatch.undo()
    assert len(names(file.parent)) == 2
    assert atomic.sweep(file.parent, now=datetime.now(UTC) + timedelta(days=2)) == 1
    assert names(file.parent) == [file.name]


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_our_own_folders_and_files_are_for_this_user_alone(home: Path) -> None:
    folder = home / "backups" / "p1"
    before = os.umask(0o022)
    try:
        atomic.make_folder(folder)
        atomic.write_bytes(folder / "a.json", OLD, expect=ABSENT)
    finally:
        os.umask(before)
    made = [home, home / "backups", folder]
    assert [stat.S_IMODE(one.stat().st_mode) for one in made] == [0o700] * 3
    assert stat.S_IMODE((folder / "a.json").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_what_a_former_version_left_open_to_others_is_closed(home: Path, tmp_path: Path) -> None:
    folder = home / "drafts" / "p1"
    folder.mkdir(parents=True, mode=0o755)
    (folder / "a.json").write_bytes(OLD)
    (folder / "a.json").chmod(0o644)
    tmp_path.chmod(0o755)
    atomic.make_folder(folder)
    atomic.write_bytes(folder / "a.json", NEW, expect=None)
    assert [stat.S_IMODE(one.stat().st_mode) for one in (home, home / "drafts", folder)] == [
        0o700
    ] * 3
    assert stat.S_IMODE((folder / "a.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.skipif(os.name != "posix", reason="folders are not fsynced elsewhere")
def test_a_new_folder_is_confirmed_in_the_one_above_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirmed: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: confirmed.append(os.fstat(handle).st_ino))
    atomic.make_folder(home / "journal" / "p1")
    assert confirmed == [one.stat().st_ino for one in (home.parent, home, home / "journal")]
    confirmed.clear()
    atomic.make_folder(home / "journal" / "p1")
    assert confirmed == []


def test_an_error_after_the_replace_is_unconfirmed_and_never_said_to_be_unchanged(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def closes_badly(*_: Any, **__: Any) -> Iterator[None]:
        yield None
        raise OSError(errno.EIO, "close")

    monkeypatch.setattr(atomic, "turn", closes_badly)
    with pytest.raises(UnconfirmedError, match="磁盘没有确认") as told:
        atomic.write_bytes(file, NEW, expect=digest(OLD))
    assert told.value.digest == digest(NEW) == digest_of(file)
    assert names(file.parent) == [file.name]


def test_where_the_replace_failed_too_what_was_written_is_kept_twice(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def closes_badly(*_: Any, **__: Any) -> Iterator[None]:
        yield None
        raise OSError(errno.EIO, "close")

    def held(*_: Any) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(atomic, "turn", closes_badly)
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(SaveError, match="您的内容保存在"):
        atomic.write_bytes(file, NEW, expect=digest(OLD))
    assert file.read_bytes() == OLD
    assert [one.read_bytes() for one in (home / "recovery").iterdir()] == [NEW]
