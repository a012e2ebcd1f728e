"""Names of files that are no UTF-8, as zips and memory sticks of Windows bring them to Linux.

Such a name comes with a lone surrogate for each byte that could not be read. It opens the file,
but no JSON and no widget can hold it: records and lists keep it as `kept` writes it and get it
back by `path_of`; what people read is `readable`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_BYTES = "bytes:"
_SURROGATE = re.compile("[\ud800-\udfff]")
_BETWEEN = "/“”：（），。；\n"
_NAME = re.compile(f"[^{_BETWEEN}]*[\ud800-\udfff][^{_BETWEEN}]*")
"""A whole name, as told in a sentence: of its bytes some may have passed for another sign."""


def kept(path: Path) -> str:
    """The path as text that any file and widget can hold; of most files what they are called."""
    text = str(path)
    return _BYTES + os.fsencode(path).hex() if is_no_utf8(path) else text


def path_of(text: str) -> Path:
    """The path that `kept` wrote."""
    if text.startswith(_BYTES):
        try:
            return Path(os.fsdecode(bytes.fromhex(text.removeprefix(_BYTES))))
        except ValueError:
            pass  # it is a file of that name
    return Path(text)


def readable(text: object) -> str:
    """A path, or a sentence with paths in it, as people read it: bytes of GBK as their signs."""
    return _NAME.sub(lambda found: _decoded(found[0]), str(text))


def is_no_utf8(path: Path) -> bool:
    """Whether no widget can hold the path as it is."""
    return bool(_SURROGATE.search(str(path)))


def unlisted(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    """The files of a folder whose names are no UTF-8, which dialogs do not list; never raises."""
    try:
        files = sorted(folder.iterdir())
    except (OSError, ValueError):
        return []
    return [
        file
        for file in files
        if _SURROGATE.search(file.name) and file.name.lower().endswith(endings)
    ]


def _decoded(name: str) -> str:
    try:
        said = name.encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        said = ""
    return said if said.isprintable() and said else name.encode("utf-8", "replace").decode("utf-8")
