"""Every save can be gone back to, and the folder does not grow without end."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from model.errors import ConflictError, ProjectFileError
from model.storage import backup, paths
from model.storage.atomic import digest
from tests.storage.conftest import SetClock

PROJECT = "p8f3"
FILE = Path("上半年.json").absolute()


def keep(text: str, clock: SetClock, of: Path = FILE) -> None:
    backup.keep(PROJECT, of, text.encode(), clock=clock)


def texts(of: Path | None = None) -> list[str]:
    return [backup.read(one).decode() for one in backup.listing(PROJECT, of=of)]


def test_what_was_kept_is_listed_newest_first_with_time_and_size(clock: SetClock) -> None:
    keep("一", clock)
    clock.move(minutes=5)
    keep("二二", clock)
    newest, oldest = backup.listing(PROJECT)
    assert [backup.read(one).decode() for one in (newest, oldest)] == ["二二", "一"]
    assert newest.saved == clock.now
    assert oldest.saved == clock.now - timedelta(minutes=5)
    assert (newest.size, oldest.size) == (6, 3)


def test_a_project_without_backups_has_an_empty_list() -> None:
    assert backup.listing("pnone") == ()


def test_the_same_content_is_not_kept_twice_in_a_row(clock: SetClock) -> None:
    for text in ("一", "一", "二", "一"):
        keep(text, clock)
    assert texts() == ["一", "二", "一"]


def test_of_one_day_the_last_20_saves_are_kept(clock: SetClock) -> None:
    for number in range(30):
        keep(f"第{number}次", clock)
        clock.move(minutes=1)
    assert texts() == [f"第{number}次" for number in range(29, 9, -1)]


def test_of_each_of_30_days_the_last_save_is_kept(clock: SetClock) -> None:
    for day in range(40):
        for hour in ("上午", "下午"):
            keep(f"{day}{hour}", clock)
            clock.move(minutes=30)
        clock.move(hours=23)
    kept = texts()
    assert kept[:20] == [f"{day}{hour}" for day in range(39, 29, -1) for hour in ("下午", "上午")]
    assert kept[20:] == [f"{day}下午" for day in range(29, 9, -1)]


def made(number: int, saved: datetime, key: str = "aaaaaaaa") -> backup.Backup:
    return backup.Backup(number, saved, key, 1, Path(f"{number}.json"))


def test_the_rule_counts_days_back_from_today() -> None:
    now = datetime(2026, 7, 31, 4, tzinfo=UTC)
    last = [made(100 + number, now) for number in range(20)]
    inside, outside = made(2, now - timedelta(days=29)), made(1, now - timedelta(days=30))
    assert inside.day == date(2026, 7, 2)
    assert backup.superfluous([outside, *last, inside], now) == [outside]


def test_a_clock_that_went_wrong_does_not_throw_away_the_newest(clock: SetClock) -> None:
    for number in range(25):
        keep(f"第{number}次", clock)
    clock.now = datetime(2000, 1, 1, 4, tzinfo=UTC)
    keep("时钟错了", clock)
    assert texts()[:2] == ["时钟错了", "第24次"]
    assert len(texts()) == 20


def test_two_copies_of_a_project_do_not_push_out_each_others_backups(
    clock: SetClock, tmp_path: Path
) -> None:
    keep("副本", clock, of=tmp_path / "copy.json")
    for number in range(25):
        keep(f"第{number}次", clock)
    assert len(texts()) == 21
    assert texts(of=tmp_path / "copy.json") == ["副本"]
    assert len(texts(of=FILE)) == 20


def test_restoring_keeps_what_was_there_so_that_it_can_be_undone(
    clock: SetClock, tmp_path: Path
) -> None:
    file = tmp_path / "a.json"
    keep("一", clock, of=file)
    file.write_text("现在", "utf-8")
    (old,) = backup.listing(PROJECT)
    backup.restore(old, file, project_id=PROJECT, expect=digest("现在".encode()), clock=clock)
    assert file.read_text("utf-8") == "一"
    assert texts(of=file) == ["现在", "一"]


def test_restoring_does_not_overwrite_what_somebody_else_wrote(
    clock: SetClock, tmp_path: Path
) -> None:
    file = tmp_path / "a.json"
    keep("一", clock, of=file)
    file.write_text("别人改的", "utf-8")
    (old,) = backup.listing(PROJECT)
    with pytest.raises(ConflictError):
        backup.restore(old, file, project_id=PROJECT, expect=digest("原来的".encode()), clock=clock)
    assert file.read_text("utf-8") == "别人改的"


def test_a_backup_that_is_gone_is_told(clock: SetClock) -> None:
    keep("一", clock)
    (one,) = backup.listing(PROJECT)
    one.path.unlink()
    with pytest.raises(ProjectFileError, match="找不到"):
        backup.read(one)


def test_foreign_files_in_the_folder_are_left_alone(clock: SetClock) -> None:
    folder = paths.backups_dir(PROJECT)
    folder.mkdir(parents=True)
    foreign = ["notes.txt", "000001-20269999T000000000000Z-aaaaaaaa.json"]
    for name in foreign:
        (folder / name).write_text("x")
    for number in range(25):
        keep(f"第{number}次", clock)
    assert len(texts()) == 20
    assert all((folder / name).exists() for name in foreign)
