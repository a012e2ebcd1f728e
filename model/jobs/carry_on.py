"""接着上期写: last period's project from its file, and the next one made from it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from model.renewal.next_period import carry
from model.renewal.outlines import Choice, all_choices, with_outline
from model.report.project import Project
from model.storage import project_file
from model.values.period import Period


def read_former(path: Path) -> Project:
    """Return last period's project, whose file stays as it is; raises `ProjectFileError`."""
    return project_file.load(path).project


def text_choices(former: Project, period: Period, words_from: Path | None) -> tuple[Choice, ...]:
    """Return the parts whose text may come along or be written anew, with what is usual for each.

    Raises `ProjectFileError` for the file whose words are taken.
    """
    return all_choices(read_former(words_from) if words_from else former, period)


def carry_on(
    former: Project, period: Period, words_from: Path | None, outlines: Iterable[str] = ()
) -> Project:
    """Return the next period's project, with the words of another file where one is given.

    Of the parts in `outlines` only headings and leads come along (只留提纲). Raises
    `ProjectFileError`, and whatever `carry` refuses.
    """
    carried = carry(former, period, read_former(words_from) if words_from else None)
    return with_outline(carried, outlines)
