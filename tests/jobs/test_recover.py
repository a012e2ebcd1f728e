"""What a crash left behind is found, compared with its file, and forgotten when told so."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from model.clock import utc_now
from model.errors import ProjectFileError
from model.jobs import recover
from model.session import Session
from model.storage import paths
from model.storage.lock import STALE_AFTER
from tests.killed import killed
from tests.samples import example


@pytest.fixture
def crashed(tmp_path: Path) -> Session:
    """A session that was killed after an edit: its lock and its journal are left."""
    session = Session.new(example("county-head-briefing"), tmp_path / "a.json")
    session.save()
    session = Session.load(tmp_path / "a.json")
    session.set(f"{session.project.reports[0].id}.title", "没有保存的标题")
    assert session.autosave()
    killed(session)
    return session


def test_what_was_left_is_found_by_project_and_file(crashed: Session) -> None:
    entries, notes = recover.find_all()
    assert notes == ()
    assert recover.find_for(crashed.project, crashed.path) == (entries[0], None)
    assert recover.find_for(crashed.project, None) == (None, None)


def test_it_says_what_it_would_change(crashed: Session) -> None:
    (entry,), _ = recover.find_all()
    unsaved = recover.compare_entry(entry, utc_now())
    assert (unsaved.name, unsaved.path) == ("云岭县2026年上半年", crashed.path)
    assert [change.after for change in unsaved.changes] == ["没有保存的标题"]
    assert not unsaved.is_same
    assert unsaved.is_held
    later = utc_now() + STALE_AFTER + timedelta(minutes=1)
    assert not recover.compare_entry(entry, later).is_held


def test_it_says_where_the_file_holds_the_same(crashed: Session) -> None:
    (entry,), _ = recover.find_all()
    assert crashed.path is not None
    crashed.path.write_text(entry.text, "utf-8")
    assert recover.compare_entry(entry, utc_now()).is_same


def test_a_file_that_is_gone_has_no_former(crashed: Session) -> None:
    assert crashed.path is not None
    crashed.path.unlink()
    (entry,), _ = recover.find_all()
    unsaved = recover.compare_entry(entry, utc_now())
    assert (unsaved.former, unsaved.changes) == (None, ())
    assert not unsaved.is_same


def test_forgotten_it_is_not_found_again(crashed: Session) -> None:
    (entry,), _ = recover.find_all()
    recover.forget(entry)
    assert recover.find_all() == ((), ())


def test_a_torn_entry_is_told_once_and_kept(crashed: Session) -> None:
    (file,) = paths.journals_dir().glob("*/*.json")
    file.write_bytes(file.read_bytes()[:-30])
    entry, note = recover.find_for(crashed.project, crashed.path)
    assert entry is None
    assert "无法取回" in (note or "")
    assert recover.find_all() == ((), ())
    assert len(list(paths.journals_dir().glob("*/*.json*"))) == 1


def test_an_entry_that_cannot_be_understood_is_refused(crashed: Session) -> None:
    (entry,), _ = recover.find_all()
    with pytest.raises(ProjectFileError):
        recover.compare_entry(entry.changed(text="{"), utc_now())
