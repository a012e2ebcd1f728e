"""What is dragged from the desktop into the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file on this PC that is dropped; None for anything else."""
    paths = dropped_files(event)
    return paths[0] if len(paths) == 1 else None


def dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """The files on this PC that are dropped; none where anything else is among them."""
    urls = event.mimeData().urls()
    if not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(Path(url.toLocalFile()) for url in urls)
