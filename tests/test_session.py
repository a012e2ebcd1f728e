"""One open project: edit, save, autosave, and the file that somebody else changed."""

import os
from pathlib import Path

import pytest

from model.entry.apply import Assignment
from model.errors import ConflictError, SaveError, UnconfirmedError, ValueRefused
from model.report.project import Project
from model.session import Session
from model.storage import atomic, backup, journal, project_file
from model.storage.atomic import Digest
from tests.samples import example


@pytest.fixture(scope="module")
def project() -> Project:
    return example("half-year-summary")


@pytest.fixture
def session(project: Project, tmp_path: Path) -> Session:
    made = Session.new(project, tmp_path / "半年.json")
    made.save()
    return made


def place(session: Session) -> str:
    return session.project.fields[0].id


def test_a_new_project_is_dirty_until_it_is_saved(project: Project, tmp_path: Path) -> None:
    made = Session.new(project, tmp_path / "a.json")
    assert made.dirty
    made.save()
    assert not made.dirty


def test_what_was_saved_is_what_is_opened(session: Session) -> None:
    session.close()
    again = Session.load(session.path or Path())
    assert again.project == session.project
    assert not again.dirty


def test_undo_back_to_what_was_saved_is_not_dirty(session: Session) -> None:
    session.set(place(session), "另一个说法")
    assert session.dirty
    session.undo()
    assert not session.dirty


def test_a_refused_value_changes_nothing(session: Session) -> None:
    before = session.project
    with pytest.raises(ValueRefused, match="不是数字"):
        session.set_all(
            [Assignment(place(session), "好的"), Assignment("gdp@2026-H1.actual", "abc")]
        )
    assert session.project is before
    assert session.can_undo is None


def test_saving_without_a_file_name_asks_for_one(project: Project) -> None:
    with pytest.raises(SaveError, match="文件名"):
        Session.new(project).save()


def test_a_file_that_changed_elsewhere_is_not_overwritten(session: Session) -> None:
    assert session.path
    session.path.write_text("别人改的", encoding="utf-8")
    session.set(place(session), "我改的")
    with pytest.raises(ConflictError):
        session.save()
    assert session.path.read_text(encoding="utf-8") == "别人改的"
    assert session.dirty


def test_saving_as_leaves_the_former_file_and_goes_on_with_the_new(
    session: Session, tmp_path: Path
) -> None:
    former = session.path
    session.set(place(session), "改过")
    session.save_as(tmp_path / "副本.json")
    assert session.path == tmp_path / "副本.json"
    assert former
    assert "改过" not in former.read_text(encoding="utf-8")
    assert not session.dirty


def test_saving_as_refuses_a_file_that_is_there(session: Session, tmp_path: Path) -> None:
    there = tmp_path / "已有.json"
    there.write_text("{}", encoding="utf-8")
    with pytest.raises(ConflictError):
        session.save_as(there)
    session.save_as(there, replace=True)
    assert "xugao-project" in there.read_text(encoding="utf-8")


def test_every_save_can_be_gone_back_to(session: Session) -> None:
    for text in ("第一次", "第二次"):
        session.set(place(session), text)
        session.save()
    kept = [backup.read(one).decode() for one in backup.listing(session.project.id)]
    assert sum("第一次" in text for text in kept) == 1
    assert sum("第二次" in text for text in kept) == 1


def test_autosave_keeps_what_was_typed_and_a_save_forgets_it(session: Session) -> None:
    session.set(place(session), "还没有保存")
    assert session.autosave()
    assert not session.autosave()
    entry, _ = journal.read(session.project.id, session.path)
    assert entry
    assert "还没有保存" in entry.text
    session.save()
    assert journal.read(session.project.id, session.path) == (None, None)


def test_two_sessions_of_one_file_know_of_each_other(session: Session) -> None:
    assert session.path
    first = Session.load(session.path)
    second = Session.load(session.path)
    assert first.holder is None
    assert second.holder is not None
    first.close()
    assert Session.load(session.path).holder is None


def test_taking_over_from_a_holder_makes_the_lock_ours(session: Session) -> None:
    assert session.path
    second = Session.load(session.path)
    third = Session.load(session.path)
    third.take_over()
    assert third.holder is None
    third.close()
    again = Session.load(session.path)
    assert again.holder is None
    again.close()
    second.close()


def test_what_is_given_up_can_be_kept_as_a_backup(session: Session) -> None:
    session.set(place(session), "放弃的说法")
    session.keep_as_backup()
    assert session.path
    assert "放弃的说法" in backup.read(backup.listing(session.project.id)[0]).decode()
    assert "放弃的说法" not in session.path.read_text(encoding="utf-8")


def test_a_save_the_disk_did_not_confirm_is_no_conflict_later(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.set(place(session), "第一次")
    with monkeypatch.context() as context:
        context.setattr(project_file, "save", _unconfirmed)
        with pytest.raises(UnconfirmedError):
            session.save()
    assert session.dirty
    session.set(place(session), "第二次")
    session.save()
    assert session.path
    assert "第二次" in session.path.read_text(encoding="utf-8")


def _unconfirmed(project: Project, path: Path, *, expect: Digest | None) -> Digest:
    """A save after which the folder cannot be brought to the disk."""
    digest = atomic.write_text(path, project_file.dumps(project), expect=expect)
    raise UnconfirmedError("磁盘没有确认。", digest)


def test_opening_removes_what_a_killed_save_left_behind(session: Session, tmp_path: Path) -> None:
    left = tmp_path / ".半年.json.0123456789ab.xugao-tmp"
    left.write_text("half", encoding="utf-8")
    os.utime(left, (0, 0))
    fresh = tmp_path / ".半年.json.ba9876543210.xugao-tmp"
    fresh.write_text("another PC is saving", encoding="utf-8")
    assert session.path
    session.close()
    Session.load(session.path).close()
    assert not left.exists()
    assert fresh.exists()
