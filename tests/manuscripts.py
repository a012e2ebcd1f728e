"""Old manuscripts as the program understands them, from a file or from pasted text."""

from __future__ import annotations

from pathlib import Path

from model.jobs.take_in import Manuscript, make_manuscript, pasted_source, source_of


def read(path: Path) -> Manuscript:
    """The manuscript in a file."""
    return make_manuscript(source_of(path), path.stem)


def pasted(text: str) -> Manuscript:
    """The manuscript in pasted text."""
    return make_manuscript(pasted_source(text))
