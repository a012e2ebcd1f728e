"""接着上期写: last period's project from its file, and the next one made from it."""

from __future__ import annotations

from pathlib import Path

from model.renewal.next_period import carry
from model.report.project import Project
from model.storage import project_file
from model.values.period import Period


def read_former(path: Path) -> Project:
    """Return last period's project, whose file stays as it is; raises `ProjectFileError`."""
    return project_file.load(path).project


def carry_on(former: Project, period: Period, words_from: Path | None) -> Project:
    """Return the next period's project, with the words of another file where one is given.

    Raises `ProjectFileError`, and whatever `carry` refuses.
    """
    return carry(former, period, read_former(words_from) if words_from else None)
