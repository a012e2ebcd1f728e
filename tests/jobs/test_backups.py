"""Every save is listed, compared with what is open, and can become a file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.errors import ProjectFileError
from model.jobs.backups import compare_save, copy_save, list_saves
from model.session import Session
from model.storage import project_file
from tests.samples import example


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Saved as 第一个标题 and 第二个标题; 第三个标题 is not saved."""
    made = Session.new(example("county-head-briefing"), tmp_path / "a.json")
    for title in ("第一个标题", "第二个标题"):
        retitle(made, title)
        made.save()
    retitle(made, "第三个标题")
    return made


def retitle(session: Session, title: str) -> None:
    session.set(f"{session.project.reports[0].id}.title", title)


def test_the_saves_are_listed_newest_first(session: Session) -> None:
    saves = list_saves(session.project, session.path)
    titles = [compare_save(save, session.project).project.reports[0].front.title for save in saves]
    assert titles == ["第二个标题", "第一个标题"]
    assert saves[0].saved >= saves[1].saved
    assert session.path is not None
    assert saves[0].size == session.path.stat().st_size


def test_a_save_of_another_file_of_the_project_is_told_apart(
    session: Session, tmp_path: Path
) -> None:
    session.save_as(tmp_path / "b.json")
    flags = [save.is_of_this_file for save in list_saves(session.project, session.path)]
    assert flags == [True, False, False]
    assert not any(save.is_of_this_file for save in list_saves(session.project, None))


def test_a_save_is_compared_with_what_is_open(session: Session) -> None:
    newest = list_saves(session.project, session.path)[0]
    (change,) = compare_save(newest, session.project).changes
    assert (change.before, change.after) == ("第三个标题", "第二个标题")
    assert not compare_save(newest, session.project).is_same
    session.undo()
    session.save()
    assert compare_save(list_saves(session.project, None)[0], session.project).is_same


def test_a_copy_is_the_save_byte_for_byte(session: Session, tmp_path: Path) -> None:
    oldest = list_saves(session.project, session.path)[-1]
    copy_save(oldest, tmp_path / "old.json")
    copied = project_file.load(tmp_path / "old.json")
    assert copied.project.reports[0].front.title == "第一个标题"
    assert copied.data == oldest.backup.path.read_bytes()


def test_a_damaged_save_is_refused(session: Session) -> None:
    newest = list_saves(session.project, session.path)[0]
    newest.backup.path.write_text("{", "utf-8")
    with pytest.raises(ProjectFileError):
        compare_save(newest, session.project)
