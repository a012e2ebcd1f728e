"""Finds a file again whose folder was renamed while the program knew it under its former name."""

import os
from pathlib import Path
from typing import NamedTuple


class _Folder(NamedTuple):
    path: Path
    identity: tuple[int, int]


class Trail:
    """The folders above a file, each known by what the disk calls it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._folders = [_Folder(above, _identity(above)) for above in file.parents]

    def file(self) -> Path:
        """Where the file lies now: its former place, unless one of its folders was renamed."""
        for number, folder in enumerate(self._folders):
            if not number and _identity(folder.path) == folder.identity:
                return self._file
            if number and _identity(folder.path) == folder.identity:
                renamed = self._renamed(folder, self._folders[number - 1])
                return self._file if renamed is None else renamed
        return self._file

    def _renamed(self, above: _Folder, gone: _Folder) -> Path | None:
        """The file in the folder that took another name in the one above it."""
        if gone.identity == _NONE:
            return None
        try:
            with os.scandir(above.path) as entries:
                names = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
        except OSError:
            return None
        for name in names:
            if _identity(Path(name)) == gone.identity:
                return Path(name) / self._file.relative_to(gone.path)
        return None


_NONE = (0, 0)


def _identity(folder: Path) -> tuple[int, int]:
    """What the disk calls a folder, whatever its name; `_NONE` where there is none."""
    try:
        facts = folder.stat()
    except (OSError, ValueError):
        return _NONE
    return facts.st_dev, facts.st_ino
