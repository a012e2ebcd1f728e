"""What an open project promises: nothing is lost, nothing is overwritten unseen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from model.entry.apply import Assignment
from model.errors import ConflictError, ReadOnlyError, SaveError, UnconfirmedError
from model.report.project import Project
from model.session import Session
from model.storage import atomic, backup, journal, migrations, project_file, recent
from model.storage.lock import Lock
from tests.small_project import small


class Ticking:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 7, 8, 4, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A project file as another program may have left it: with spaces of its own."""
    path = tmp_path / "半年.json"
    path.write_text(project_file.dumps(small()).replace('": ', '":   '), encoding="utf-8")
    return path


def kept(session: Session) -> list[bytes]:
    """All backups of the project, the oldest first."""
    return [backup.read(one) for one in reversed(backup.listing(session.project.id))]


def entry_of(session: Session) -> journal.Entry:
    entry, note = journal.read(session.project.id, session.path)
    assert entry, note
    return entry


# Backups.


def test_before_the_first_save_the_file_is_kept_byte_for_byte_as_it_was(file: Path) -> None:
    as_it_was = file.read_bytes()
    session = Session.load(file)
    session.set("leader", "王市长")
    session.save()
    assert kept(session) == [as_it_was, file.read_bytes()]
    session.set("leader", "李市长")
    session.save()
    assert kept(session)[:1] == [as_it_was]
    assert len(kept(session)) == 3


def test_a_new_project_has_nothing_to_keep_but_what_is_saved(tmp_path: Path) -> None:
    session = Session.new(small(), tmp_path / "a.json")
    session.save()
    assert kept(session) == [(tmp_path / "a.json").read_bytes()]


def test_saving_as_keeps_the_opened_file_too(file: Path, tmp_path: Path) -> None:
    as_it_was = file.read_bytes()
    session = Session.load(file)
    session.save_as(tmp_path / "副本.json")
    assert kept(session) == [as_it_was, (tmp_path / "副本.json").read_bytes()]
    assert [one.saved.date() for one in backup.listing("p1", of=tmp_path / "副本.json")]


def test_backups_are_stamped_with_the_sessions_clock(file: Path) -> None:
    clock = Ticking()
    session = Session.load(file, clock=clock)
    session.set("leader", "王市长")
    session.save()
    session.set("leader", "李市长")
    session.keep_as_backup()
    assert {one.saved for one in backup.listing("p1")} == {clock.now}
    assert recent.listing()[0][0].opened == clock.now


@pytest.mark.parametrize("error", [SaveError("磁盘满了。"), OSError("no space")])
def test_a_save_without_a_backup_is_a_save_and_says_so(
    file: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise error

    session = Session.load(file)
    session.set("leader", "王市长")
    monkeypatch.setattr(backup, "keep", fails)
    session.save()
    assert not session.dirty
    assert "王市长" in file.read_text(encoding="utf-8")
    assert session.notes == (f"已保存，但没有留下备份：{error}",)


def test_what_has_no_file_yet_is_kept_nowhere() -> None:
    session = Session.new(small())
    session.keep_as_backup()
    assert kept(session) == []


# The file, and who changed it.


def test_a_save_goes_on_from_the_save_before(file: Path) -> None:
    session = Session.load(file)
    for value in ("王市长", "李市长"):
        session.set("leader", value)
        session.save()
        assert value in file.read_text(encoding="utf-8")
    file.write_bytes(file.read_bytes() + b"\n")
    session.set("leader", "赵市长")
    with pytest.raises(ConflictError):
        session.save()


def test_after_saving_as_it_is_the_new_file_that_is_watched(file: Path, tmp_path: Path) -> None:
    session = Session.load(file)
    other = tmp_path / "副本.json"
    session.save_as(other)
    session.set("leader", "王市长")
    session.save()
    assert "王市长" in other.read_text(encoding="utf-8")
    assert "王市长" not in file.read_text(encoding="utf-8")
    other.write_bytes(other.read_bytes() + b"\n")
    session.set("leader", "李市长")
    with pytest.raises(ConflictError):
        session.save()


def test_a_project_to_look_at_is_not_saved_but_may_be_as_another_file(
    file: Path, tmp_path: Path
) -> None:
    as_it_was = file.read_bytes()
    session = Session.load(file)
    session.read_only = True
    session.set("leader", "王市长")
    with pytest.raises(ReadOnlyError, match="另存为"):
        session.save()
    assert file.read_bytes() == as_it_was
    session.save_as(tmp_path / "副本.json")
    assert not session.read_only
    session.set("leader", "李市长")
    session.save()
    assert not session.dirty


def test_a_file_of_a_newer_program_is_opened_to_look_at_and_locks_nobody_out(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    current = f'"version":   {migrations.CURRENT}'
    assert current in text
    file.write_text(text.replace(current, f'"version":   {migrations.CURRENT + 1}'), "utf-8")
    session = Session.load(file)
    assert session.read_only
    assert any("更新的程序" in note for note in session.notes)
    assert Session.load(file).holder is None
    with pytest.raises(ReadOnlyError):
        session.save()


def test_after_a_save_the_disk_did_not_confirm_others_are_still_not_overwritten(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unconfirmed(project: Project, path: Path, *, expect: atomic.Digest | None) -> None:
        digest = atomic.write_text(path, project_file.dumps(project), expect=expect)
        raise UnconfirmedError("磁盘没有确认。", digest)

    session = Session.load(file)
    session.set("leader", "王市长")
    with monkeypatch.context() as context:
        context.setattr(project_file, "save", unconfirmed)
        with pytest.raises(UnconfirmedError):
            session.save()
    file.write_bytes(file.read_bytes() + b"\n")
    with pytest.raises(ConflictError):
        session.save()


def test_a_save_tells_the_list_of_recent_files(file: Path) -> None:
    session = Session.load(file)
    session.set("leader", "王市长")
    session.save()
    entries, _ = recent.listing()
    assert [(one.path, one.place, one.period, one.kinds) for one in entries] == [
        (str(file), "云岭县", "2026-H1", ("work-briefing",))
    ]


@pytest.mark.parametrize("error", [SaveError("磁盘满了。"), OSError("read-only file system")])
def test_a_save_stands_where_the_programs_own_files_cannot_be_written(
    file: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise error

    session = Session.load(file)
    session.set("leader", "王市长")
    monkeypatch.setattr(recent, "remember", fails)
    monkeypatch.setattr(journal, "discard", fails)
    session.save()
    assert not session.dirty
    session.close()
    assert Session.load(file).holder is None


# What was typed and not saved.


def test_the_journal_knows_which_file_it_was_typed_into(file: Path) -> None:
    session = Session.load(file)
    session.set("leader", "王市长")
    assert session.autosave()
    entry = entry_of(session)
    assert (entry.base, entry.path) == (atomic.digest_of(file), str(file))
    assert "王市长" in entry.text
    session.save()
    session.set("leader", "李市长")
    session.autosave()
    assert entry_of(session).base == atomic.digest_of(file)


def test_a_project_never_saved_is_kept_in_the_journal_without_a_file() -> None:
    clock = Ticking()
    session = Session.new(small(), clock=clock)
    session.set("leader", "王市长")
    assert session.autosave()
    entry = entry_of(session)
    assert (entry.base, entry.path, entry.written) == (None, None, clock.now)


def test_nothing_is_kept_twice_and_nothing_that_is_saved(file: Path) -> None:
    session = Session.load(file)
    assert not session.autosave()
    session.set("leader", "王市长")
    assert session.autosave()
    assert not session.autosave()
    session.set("leader", "李市长")
    assert session.autosave()
    session.undo()
    session.undo()
    assert not session.autosave()


def test_after_a_crash_what_was_typed_is_there_and_is_saved_over_the_file(file: Path) -> None:
    typed = Session.load(file)
    typed.set("leader", "王市长")
    typed.autosave()
    back = Session.recovered(entry_of(typed))
    assert (back.path, back.dirty, back.can_undo) == (file, True, None)
    assert back.holder is not None  # the lock of the crashed one stands still
    back.save()
    assert not back.dirty
    assert "王市长" in file.read_text(encoding="utf-8")
    assert journal.read("p1", file) == (None, None)


def test_after_a_crash_a_file_that_somebody_changed_meanwhile_is_not_overwritten(
    file: Path,
) -> None:
    typed = Session.load(file)
    typed.set("leader", "王市长")
    typed.autosave()
    file.write_bytes(file.read_bytes() + b"\n")
    back = Session.recovered(entry_of(typed))
    with pytest.raises(ConflictError):
        back.save()
    assert "王市长" not in file.read_text(encoding="utf-8")


def test_after_a_crash_before_the_first_save_no_file_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "新.json"
    typed = Session.new(small(), path)
    typed.set("leader", "王市长")
    typed.autosave()
    path.write_text("别人的", encoding="utf-8")
    back = Session.recovered(entry_of(typed))
    with pytest.raises(ConflictError):
        back.save()
    assert path.read_text(encoding="utf-8") == "别人的"
    without = Session.new(small())
    without.set("leader", "李市长")
    without.autosave()
    assert Session.recovered(entry_of(without)).path is None


def test_closing_forgets_the_journal_and_putting_back_leaves_it(file: Path) -> None:
    for leave in (Session.close, Session.put_back):
        session = Session.load(file)
        session.set("leader", "王市长")
        session.autosave()
        leave(session)
        assert not session.autosave()
        assert not holder_of(file)
        entry, _ = journal.read("p1", file)
        assert (entry is not None) is (leave is Session.put_back)


# The lock.


def holder_of(path: Path) -> bool:
    """Whether somebody else sees the file as open."""
    other = Session.load(path)
    other.put_back()
    return other.holder is not None


def test_the_lock_follows_saving_as(file: Path, tmp_path: Path) -> None:
    session = Session.load(file)
    assert holder_of(file)
    session.save_as(tmp_path / "副本.json")
    assert not holder_of(file)
    assert holder_of(tmp_path / "副本.json")
    session.close()
    assert not holder_of(tmp_path / "副本.json")


def test_saving_as_the_same_file_keeps_the_lock(file: Path) -> None:
    session = Session.load(file)
    session.save_as(file, replace=True)
    assert holder_of(file)
    assert session.beat()


def test_who_is_taken_over_from_is_told_at_the_next_beat(file: Path) -> None:
    clock = Ticking()
    first, second = Session.load(file, clock=clock), Session.load(file, clock=clock)
    assert (first.beat(), second.beat()) == (True, True)
    assert second.holder is not None
    clock.now += timedelta(minutes=1)
    third = Session.load(file, clock=clock)
    third.take_over()
    assert third.holder is None
    assert not first.beat()
    assert third.beat()
    first.close()
    assert holder_of(file)


def test_taking_over_where_nobody_holds_it_changes_nothing(file: Path) -> None:
    session = Session.load(file)
    session.take_over()
    assert session.holder is None
    assert session.beat()
    unsaved = Session.new(small())
    unsaved.take_over()
    assert unsaved.beat()


@pytest.mark.parametrize("error", [SaveError("盘符不见了。"), OSError("gone")])
def test_a_folder_that_cannot_be_locked_is_worked_in_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr(Lock, "take", fails)
    session = Session.load(file)
    session.set("leader", "王市长")
    session.save()
    assert (session.holder, session.beat()) == (None, True)
    session.close()


@pytest.mark.parametrize("error", [SaveError("盘符不见了。"), OSError("gone")])
def test_a_beat_that_cannot_be_written_takes_the_lock_from_nobody(
    file: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise error

    first, second = Session.load(file), Session.load(file)
    monkeypatch.setattr(Lock, "beat", fails)
    monkeypatch.setattr(Lock, "break_", fails)
    assert first.beat()
    second.take_over()
    assert second.holder is not None


# Edits.


def test_an_edit_is_told_by_the_name_of_its_place_or_by_how_many_there_were(file: Path) -> None:
    session = Session.load(file)
    session.set("leader", "王市长")
    assert session.can_undo == "改“领导”"
    session.set_all([Assignment("towns", "12"), Assignment("area", "2316")])
    assert session.can_undo == "改2处"
    assert session.undo() == "改2处"
    assert session.can_redo == "改2处"
    assert session.redo() == "改2处"
    assert session.can_redo is None


def test_edits_of_one_place_within_a_second_are_undone_together(file: Path) -> None:
    clock = Ticking()
    session = Session.load(file, clock=clock)
    before = session.project
    for value in ("王", "王市", "王市长"):
        session.set("leader", value)
    session.undo()
    assert session.project is before
    session.set("leader", "王")
    clock.now += timedelta(seconds=2)
    session.set("leader", "王市长")
    session.undo()
    assert session.project.fields[0].value == "王"


def test_several_places_and_other_operations_are_steps_of_their_own(file: Path) -> None:
    session = Session.load(file, clock=Ticking())
    for number in ("12", "13"):
        session.set_all([Assignment("towns", number), Assignment("area", "2316")])
    session.undo()
    assert next(one.value for one in session.project.fields if one.id == "towns") == "12"
    for name in ("甲县", "乙县"):
        organization = session.project.organization.changed(name=name)
        session.do("改单位", lambda one, organization=organization: one.changed(  # type: ignore[misc]
            organization=organization))  # fmt: skip
    assert session.undo() == "改单位"
    assert session.project.organization.name == "甲县"


def test_a_value_is_noted_with_the_day_of_the_sessions_clock(file: Path) -> None:
    clock = Ticking()
    session = Session.load(file, clock=clock)
    session.set("gdp@2026-H1.actual", "118.6")
    assert [one.noted for one in session.project.observations] == [clock.now.astimezone().date()]
    assert session.project.observations[0].noted == date(2026, 7, 8)


def test_undoing_and_redoing_where_there_is_nothing_says_so(file: Path) -> None:
    session = Session.load(file)
    assert (session.undo(), session.redo(), session.can_undo, session.can_redo) == (None,) * 4
    assert not session.dirty


# Whose the journal is.


def typed_into(file: Path, value: str) -> Session:
    """A session with something typed that is kept for a crash."""
    session = Session.load(file)
    session.set("leader", value)
    assert session.autosave()
    return session


def texts_kept(file: Path | None) -> list[str]:
    return [entry.text for entry in journal.read_all("p1", file)[0]]


@pytest.mark.parametrize("ends", ["closed", "put back", "saved"])
def test_a_session_that_ends_leaves_the_journal_of_another(file: Path, ends: str) -> None:
    typed_into(file, "王市长")
    other = Session.load(file)
    if ends == "saved":
        other.set("towns", "12")
        other.autosave()
        other.save()
    elif ends == "closed":
        other.close()
    else:
        other.put_back()
    (text,) = texts_kept(file)
    assert "王市长" in text


def test_two_that_type_into_one_file_are_both_kept(file: Path) -> None:
    sessions = [typed_into(file, value) for value in ("王市长", "李市长")]
    assert len(texts_kept(file)) == 2
    sessions[1].save()
    (text,) = texts_kept(file)
    assert "王市长" in text
    with pytest.raises(ConflictError):
        sessions[0].save()


def test_saving_as_another_file_forgets_what_was_kept_for_the_first(
    file: Path, tmp_path: Path
) -> None:
    session = typed_into(file, "王市长")
    session.save_as(tmp_path / "副本.json")
    assert journal.pending() == ((), ())
    session.close()
    assert journal.pending() == ((), ())


def test_a_recovered_project_keeps_what_its_file_held_as_the_first_backup(file: Path) -> None:
    as_it_was = file.read_bytes()
    typed_into(file, "王市长")
    back = Session.recovered(journal.pending()[0][0])
    back.save()
    assert kept(back) == [as_it_was, file.read_bytes()]


def test_what_was_taken_over_is_kept_until_there_is_something_newer(file: Path) -> None:
    typed_into(file, "王市长")
    back = Session.recovered(journal.pending()[0][0])
    assert not back.autosave()
    assert len(texts_kept(file)) == 1
    back.set("towns", "12")
    assert back.autosave()
    (text,) = texts_kept(file)
    assert "王市长" in text
    assert '"12"' in text
    back.close()
    assert texts_kept(file) == []


def test_what_was_all_taken_back_is_not_offered_after_a_crash(file: Path) -> None:
    session = typed_into(file, "王市长")
    session.undo()
    assert not session.dirty
    assert not session.autosave()
    assert texts_kept(file) == []
    session.redo()
    assert session.autosave()
    assert len(texts_kept(file)) == 1


def test_a_journal_of_a_former_version_is_found_and_goes_with_the_session_that_took_it(
    file: Path,
) -> None:
    text = project_file.dumps(small()).replace("云岭县", "云岭县城")
    journal.write("p1", file, text, base=atomic.digest_of(file))
    other = typed_into(file, "王市长")
    other.close()
    assert len(texts_kept(file)) == 1
    back = Session.recovered(entry_of(other))
    back.save()
    assert texts_kept(file) == []


def test_a_file_with_another_name_is_told_before_a_save_parts_the_two(
    file: Path, tmp_path: Path
) -> None:
    assert Session.load(file).notes == ()
    other = tmp_path / "另一个名字.json"
    other.hardlink_to(file)
    before = file.read_bytes()
    session = Session.load(file)
    (note,) = session.notes
    assert "还有1个别的名字" in note
    session.set("leader", "王市长")
    session.save()
    assert other.read_bytes() == before
    assert Session.load(file).notes == ()


def test_what_was_refused_is_kept_and_what_goes_in_by_now_is_set(file: Path) -> None:
    session = Session.load(file)
    assert session.notes == ()
    session.typed.refuse("towns", "十几个")
    session.typed.refuse("leader", "王市长")
    assert session.autosave()
    back = Session.recovered(journal.pending()[0][0])
    assert [one.typed for one in back.refused] == ["十几个"]
    assert next(field for field in back.project.fields if field.id == "leader").value == "王市长"


def test_a_lock_tells_which_session_of_this_pc_has_it(file: Path) -> None:
    session, second = Session.load(file), Session.load(file)
    assert second.holder
    assert second.holder.is_here
    session.close()
