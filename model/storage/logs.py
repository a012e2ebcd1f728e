"""What went wrong unexpectedly, kept on this PC so that it can be shown to who can mend it."""

from __future__ import annotations

import platform
import re
from datetime import UTC
from pathlib import Path

from model.clock import Clock, utc_now
from model.storage import atomic, paths
from model.storage.atomic import ABSENT
from model.version import VERSION

KEPT = 20
LONGEST = 50_000

_NAME = re.compile(r"\d{8}T\d{12}Z\.txt")
_STAMP = "%Y%m%dT%H%M%S%f"


def keep(text: str, *, clock: Clock = utc_now) -> Path:
    """Keep a report of what happened; the oldest beyond the last 20 go. Raises SaveError."""
    now = clock().astimezone(UTC)
    path = paths.logs_dir() / f"{now:{_STAMP}}Z.txt"
    system = f"{platform.platform()}　Python {platform.python_version()}"
    head = f"续稿 {VERSION}　{now.isoformat()}　{system}"
    atomic.make_folder(path.parent)
    body = text[-LONGEST:].encode("utf-8", "replace").decode("utf-8")
    atomic.write_text(path, f"{head}\n\n{body}\n", expect=ABSENT)
    for old in listing()[KEPT:]:
        old.unlink(missing_ok=True)
    return path


def listing() -> tuple[Path, ...]:
    """The reports kept, newest first."""
    folder = paths.logs_dir()
    if not folder.is_dir():
        return ()
    found = (file for file in folder.iterdir() if _NAME.fullmatch(file.name))
    return tuple(sorted(found, reverse=True))
