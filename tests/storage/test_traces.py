"""What the program keeps of projects is found, removed, and goes by itself after half a year."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from model.errors import SaveError
from model.storage import atomic, backup, drafts, journal, paths, running, traces
from model.storage.atomic import ABSENT
from model.storage.drafts import Draft
from tests.storage.conftest import SetClock

FILE = Path("/材料/a.json")
ENDED = "0123456789ab0001"


def keep_some(project: str, clock: SetClock) -> None:
    """A backup, a draft and a journal of a session that ended."""
    backup.keep(project, FILE, b"{}", clock=clock)
    drafts.keep(
        project, "r1", Draft(number=1, exported=clock.now, spans={"i1": (("文", None),)}, meta={})
    )
    journal.write(project, FILE, "没有保存的", base=None, session=ENDED, clock=clock)


def counts(found: traces.Traces) -> list[int]:
    return [len(files) for files in found]


def test_what_is_kept_of_a_project_is_found_by_kind(clock: SetClock) -> None:
    for project in ("p1", "p2"):
        keep_some(project, clock)
    assert counts(traces.of_project("p1")) == [1, 1, 1, 0, 0]
    assert counts(traces.of_all()) == [2, 2, 2, 0, 0]
    assert traces.of_project("p1").size == sum(
        file.stat().st_size for file in traces.of_project("p1").files
    )
    assert counts(traces.of_project("p3")) == [0] * 5


def test_removed_nothing_is_left_of_it_and_others_stay(clock: SetClock, home: Path) -> None:
    for project in ("p1", "p2"):
        keep_some(project, clock)
    traces.remove(traces.of_project("p1"))
    assert [path for path in home.rglob("*") if "p1" in path.name] == []
    assert counts(traces.of_project("p2")) == [1, 1, 1, 0, 0]
    traces.remove(traces.of_all())
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert home.is_dir()


def test_what_an_open_session_keeps_is_left_alone(clock: SetClock) -> None:
    session = running.begin()
    journal.write("p1", FILE, "正在写的", base=None, session=session, clock=clock)
    keep_some("p1", clock)
    traces.remove(traces.of_all())
    (entry,), _ = journal.pending()
    assert entry.text == "正在写的"
    running.end(session)
    assert counts(traces.of_project("p1")) == [0, 1, 0, 0, 0]


def test_damaged_entries_copies_and_reports_are_found_too(clock: SetClock, home: Path) -> None:
    keep_some("p1", clock)
    (file,) = paths.journal_dir("p1").iterdir()
    atomic.set_aside(file, now=clock.now)
    for folder in ("recovery", "logs"):
        atomic.make_folder(home / folder)
        atomic.write_bytes(home / folder / "a", b"a", expect=ABSENT)
    assert counts(traces.of_all()) == [1, 1, 1, 1, 1]
    traces.remove(traces.of_all())
    assert counts(traces.of_all()) == [0] * 5


def test_what_cannot_be_removed_is_told_after_the_rest(
    clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_some("p1", clock)
    held = traces.of_project("p1").backups[0]
    real = atomic.remove

    def remove(path: Path) -> None:
        if path == held:
            raise SaveError("无法删除：文件被占用。")
        real(path)

    monkeypatch.setattr(atomic, "remove", remove)
    with pytest.raises(SaveError, match="文件被占用"):
        traces.remove(traces.of_project("p1"))
    assert traces.of_project("p1").files == (held,)


@pytest.mark.parametrize(("days", "stays"), [(traces.KEPT_DAYS - 1, True), (181, False)])
def test_backups_and_drafts_go_after_half_a_year_and_unsaved_text_never(
    clock: SetClock, days: int, stays: bool
) -> None:
    keep_some("p1", clock)
    (draft,) = traces.of_project("p1").drafts
    os.utime(draft, (clock.now.timestamp(),) * 2)
    clock.now += timedelta(days=days)
    traces.prune(clock=clock)
    assert counts(traces.of_project("p1")) == [int(stays), 1, int(stays), 0, 0]


def test_without_anything_kept_nothing_fails(clock: SetClock) -> None:
    traces.prune(clock=clock)
    traces.remove(traces.of_all())
