"""A save that is killed at any call, or whose call fails, leaves a whole file."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from model.storage import atomic
from model.storage.atomic import digest
from tests.storage.traced import NEW, OLD, SAVED, Call, calls_of_a_save, can_trace, save

pytestmark = [
    pytest.mark.skipif(not can_trace(), reason="strace is absent or may not trace"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    return calls_of_a_save(tmp_path_factory.mktemp("survey"))


def leftovers(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir() if one.name.endswith(".xugao-tmp")]


def test_the_survey_sees_every_step_of_a_save(calls: list[Call]) -> None:
    names = [call.name for call in calls]
    steps = ["openat", "write", "fsync", "close", "openat", "read", "flock", "fsync", "write"]
    rest = iter(names)
    assert all(step in rest for step in steps), names
    assert any(name.startswith("rename") for name in names)


def test_killed_at_any_call_the_file_is_the_old_or_the_new_one(
    calls: list[Call], tmp_path: Path
) -> None:
    def killed_at(call: Call) -> tuple[Call, bytes, str, Path]:
        folder = tmp_path / f"{call.name}-{call.number}"
        folder.mkdir()
        file = folder / "file.json"
        code, told = save(file, [f"{call.name}:signal=KILL:when={call.number}"])
        assert code in (-9, 137), f"{call} was not reached"
        return call, file.read_bytes(), told, file

    with ThreadPoolExecutor(4) as pool:
        ends = list(pool.map(killed_at, calls))
    for call, content, told, file in ends:
        assert content in (OLD, NEW), f"torn at {call}"
        assert SAVED not in told or content == NEW, f"acknowledged but lost at {call}"
        atomic.write_bytes(file, b"the next save", expect=digest(content))
        assert file.read_bytes() == b"the next save"
    assert {content for _, content, _, _ in ends} == {OLD, NEW}


def chosen(calls: list[Call], step: str) -> Call:
    """The call that a step of the writer makes."""
    steps = {
        "create": [call for call in calls if "O_CREAT" in call.arguments],
        "write": [call for call in calls if call.name == "write"],
        "fsync": [call for call in calls if call.name == "fsync"],
        "close": [call for call in calls if call.name == "close"],
        "read back": [call for call in calls if call.name == "read"],
        "look": [
            call for call in calls if call.name == "openat" and 'file.json"' in call.arguments
        ],
        "replace": [call for call in calls if call.name.startswith("rename")],
        "fsync of the folder": [call for call in calls if call.name == "fsync"][1:],
    }
    return steps[step][0]


@pytest.mark.parametrize(
    ("step", "error", "said"),
    [
        ("create", "EACCES", "没有写权限"),
        ("create", "ENOSPC", "磁盘空间不足"),
        ("create", "EROFS", "只读"),
        ("write", "ENOSPC", "磁盘空间不足"),
        ("write", "EIO", "磁盘读写出错"),
        ("write", "EDQUOT", "配额"),
        ("fsync", "EIO", "磁盘读写出错"),
        ("fsync", "ENOSPC", "磁盘空间不足"),
        ("close", "EIO", "磁盘读写出错"),
        ("read back", "EIO", "磁盘读写出错"),
        ("look", "EACCES", "没有写权限"),
    ],
)
def test_a_failing_call_is_told_and_the_former_file_untouched(
    calls: list[Call], tmp_path: Path, step: str, error: str, said: str
) -> None:
    call = chosen(calls, step)
    file = tmp_path / "file.json"
    _, told = save(file, [f"{call.name}:error={error}:when={call.number}"])
    assert told.startswith("SaveError"), told
    assert said in told
    assert str(file) in told
    assert file.read_bytes() == OLD
    assert not leftovers(tmp_path)


@pytest.mark.parametrize(
    ("error", "said"), [("EIO", "磁盘读写出错"), ("EACCES", "没有写权限"), ("ENOSPC", "空间不足")]
)
def test_a_failing_replace_keeps_the_new_text_in_two_places(
    calls: list[Call], tmp_path: Path, home: Path, error: str, said: str
) -> None:
    call = chosen(calls, "replace")
    file = tmp_path / "file.json"
    _, told = save(file, [f"{call.name}:error={error}:when={call.number}"])
    assert told.startswith("SaveError"), told
    assert said in told
    assert file.read_bytes() == OLD
    kept = [one for one in tmp_path.iterdir() if "未存入" in one.name]
    copies = list((home / "recovery").iterdir())
    assert [one.read_bytes() for one in kept + copies] == [NEW, NEW]
    assert all(str(one) in told for one in kept + copies)


def test_where_no_rename_works_at_all_the_temporary_file_is_told(
    calls: list[Call], tmp_path: Path
) -> None:
    call = chosen(calls, "replace")
    file = tmp_path / "file.json"
    _, told = save(file, [f"{call.name}:error=EIO:when={call.number}+"])
    assert file.read_bytes() == OLD
    (left,) = leftovers(tmp_path)
    assert (tmp_path / left).read_bytes() == NEW
    assert left in told


def test_an_unconfirmed_replace_is_not_called_saved(calls: list[Call], tmp_path: Path) -> None:
    call = chosen(calls, "fsync of the folder")
    file = tmp_path / "file.json"
    _, told = save(file, [f"fsync:error=EIO:when={call.number}"])
    assert told.startswith("UnconfirmedError"), told
    assert file.read_bytes() == NEW
    assert not leftovers(tmp_path)


@pytest.mark.parametrize("error", ["EINVAL", "EOPNOTSUPP"])
def test_a_drive_that_cannot_fsync_folders_still_saves(
    calls: list[Call], tmp_path: Path, error: str
) -> None:
    call = chosen(calls, "fsync of the folder")
    _, told = save(tmp_path / "file.json", [f"fsync:error={error}:when={call.number}"])
    assert told.strip() == SAVED


def test_a_drive_without_locks_still_saves(tmp_path: Path) -> None:
    _, told = save(tmp_path / "file.json", ["flock:error=ENOLCK"])
    assert told.strip() == SAVED
    assert (tmp_path / "file.json").read_bytes() == NEW


def test_a_disk_that_takes_less_than_it_says_is_found_out(
    calls: list[Call], tmp_path: Path
) -> None:
    """The write reports success and writes nothing: only reading back can tell."""
    call = chosen(calls, "write")
    file = tmp_path / "file.json"
    _, told = save(file, [f"write:retval={len(NEW)}:when={call.number}"])
    assert told.startswith("SaveError"), told
    assert file.read_bytes() == OLD
    assert not leftovers(tmp_path)


def test_a_fsync_that_failed_is_not_tried_again(calls: list[Call], tmp_path: Path) -> None:
    """A second fsync would report success although the pages are gone."""
    call = chosen(calls, "fsync")
    log = tmp_path / "log"
    save(tmp_path / "file.json", [f"fsync:error=EIO:when={call.number}"], log=log)
    lines = log.read_text("utf-8").splitlines()
    assert sum("fsync(" in line for line in lines) == 1
