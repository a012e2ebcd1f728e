"""What a second start asks of the window that is open: to come to the front, with a file.

A request is a small file in the program's own folder, named for the window it is meant for; the
window looks there every moment and takes it away. Nothing is sent over any network.
"""

import secrets
from pathlib import Path

from model.errors import ProjectFileError, SaveError
from model.file_names import kept, path_of
from model.report.record import Record
from model.storage import atomic, own_files, paths
from model.storage.atomic import ABSENT


class Request(Record):
    """The file to open, as `file_names.kept` writes it; '' for none."""

    path: str = ""


def ask(mark: str, path: Path | None) -> Path:
    """Ask the window of the program with this mark; gives the request's file. Raises SaveError."""
    file = paths.requests_dir() / f"{mark}-{secrets.token_hex(4)}.json"
    request = Request(path="" if path is None else kept(path.absolute()))
    own_files.store(file, request, expect=ABSENT)
    return file


def take(mark: str) -> list[Path | None]:
    """The files that this window was asked for, None for itself alone; each is told once."""
    wanted: list[Path | None] = []
    for file in sorted(paths.requests_dir().glob(f"{mark}-*.json")):
        try:
            request = own_files.load(file, Request)
            atomic.remove(file)
        except (ProjectFileError, SaveError):
            continue  # it was withdrawn, or it cannot be taken away: then it is not answered
        wanted.append(path_of(request.path) if request.path else None)
    return wanted


def withdraw(file: Path) -> bool:
    """Take back a request that nobody answered; False where it was answered meanwhile."""
    if not file.exists():
        return False
    try:
        atomic.remove(file)
    except SaveError:
        return True
    return True


def sweep(mark: str) -> None:
    """Remove what was asked of a window that is gone. Never raises."""
    for file in paths.requests_dir().glob(f"{mark}-*.json"):
        withdraw(file)
