"""What left the office: the text of each export (第N稿), by id, kept on this PC.

A Word file that comes back is compared with the draft that went out; the file itself carries
no project data.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from pydantic import Field as Constraint

from model.clock import Clock, utc_now
from model.errors import ConflictError, ProjectFileError
from model.report.record import Record
from model.storage import own_files, paths
from model.storage.atomic import ABSENT
from model.storage.causes import told

_NAME = re.compile(r"(\d{4,9})\.json")


class Draft(Record):
    """One export: its number in its report, when, the exported text of every place by id.

    `meta` says what else is known of it: how it was exported, its file's name, its style.
    """

    number: int = Constraint(ge=1)
    exported: datetime
    texts: dict[str, str]
    meta: dict[str, str]


def next_number(project_id: str, report_id: str) -> int:
    """The number of the next export of this report, from 1."""
    return max(numbers(project_id, report_id), default=0) + 1


def numbers(project_id: str, report_id: str) -> tuple[int, ...]:
    """The numbers of the drafts kept, oldest first; raises `SaveError` for a closed folder."""
    folder = paths.drafts_dir(project_id, report_id)
    with told(folder):
        files = list(folder.iterdir()) if folder.is_dir() else []
    found = (_NAME.fullmatch(file.name) for file in files)
    return tuple(sorted(int(one[1]) for one in found if one))


def keep(
    project_id: str,
    report_id: str,
    number: int,
    texts: Mapping[str, str],
    meta: Mapping[str, str] | None = None,
    *,
    clock: Clock = utc_now,
) -> Draft:
    """Keep a draft under its number, which no other draft may have.

    Raises ConflictError for a number already used (another window exported), else SaveError.
    """
    draft = Draft(number=number, exported=clock(), texts=dict(texts), meta=dict(meta or {}))
    try:
        own_files.store(_file(project_id, report_id, number), draft, expect=ABSENT)
    except ConflictError as error:
        raise ConflictError(f"第{number}稿已经有了，没有覆盖它。请再导出一次。") from error
    return draft


def load(project_id: str, report_id: str, number: int) -> Draft:
    """The draft; raises ProjectFileError where it was not kept on this PC or is damaged."""
    return own_files.load(_file(project_id, report_id, number), Draft)


def listing(project_id: str, report_id: str) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """All drafts, oldest first, and notes on those that cannot be read."""
    drafts, notes = [], []
    for number in numbers(project_id, report_id):
        try:
            drafts.append(load(project_id, report_id, number))
        except ProjectFileError as error:
            notes.append(str(error))
    return tuple(drafts), tuple(notes)


def _file(project_id: str, report_id: str, number: int) -> Path:
    return paths.drafts_dir(project_id, report_id) / f"{number:04d}.json"
