"""A file that was changed elsewhere is compared with what is open; nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.errors import ConflictError
from model.jobs.conflict import compare_with_file
from model.session import Session
from tests.samples import example


@pytest.fixture
def clash(tmp_path: Path) -> tuple[Session, ConflictError]:
    """Ours is refused by a file into which 那边的标题 was saved meanwhile."""
    path = tmp_path / "a.json"
    Session.new(example("county-head-briefing"), path).save()
    ours, theirs = Session.load(path), Session.load(path)
    for session, title in ((theirs, "那边的标题"), (ours, "我的标题")):
        session.set(f"{session.project.reports[0].id}.title", title)
    theirs.save()
    with pytest.raises(ConflictError) as raised:
        ours.save()
    return ours, raised.value


def test_theirs_stands_beside_ours(clash: tuple[Session, ConflictError]) -> None:
    conflict = compare_with_file(*clash)
    assert conflict.message == str(clash[1])
    assert conflict.changes is not None
    assert [(one.before, one.after) for one in conflict.changes] == [("那边的标题", "我的标题")]


def test_a_file_that_cannot_be_read_has_nothing_to_compare(
    clash: tuple[Session, ConflictError],
) -> None:
    path = clash[0].path
    assert path is not None
    path.write_text("{", "utf-8")
    assert compare_with_file(*clash).changes is None
