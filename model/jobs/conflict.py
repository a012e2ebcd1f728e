"""冲突: where a file that was changed elsewhere differs from what is open here."""

from __future__ import annotations

from typing import NamedTuple

from model.errors import ConflictError, ProjectFileError
from model.places.differences import Difference, differences
from model.session import Session
from model.storage import project_file


class Conflict(NamedTuple):
    """What the writer said, and where the file differs from what stands here; None where the file
    cannot be read or is gone.
    """

    message: str
    changes: tuple[Difference, ...] | None


def compare_with_file(session: Session, error: ConflictError) -> Conflict:
    """Compare what a session holds with its file, which refused to be overwritten by `error`."""
    assert session.path is not None
    try:
        theirs = project_file.load(session.path).project
    except ProjectFileError:
        return Conflict(str(error), None)
    return Conflict(str(error), differences(theirs, session.project))
