"""What left the office: the text of each export (第N稿), by id, kept on this PC.

A Word file that comes back is compared with the draft that went out; the file itself carries
no project data, only a mark by which its draft is found.
"""

import hashlib
import re
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field as Constraint
from pydantic import field_validator, model_validator

from model.errors import ConflictError, ProjectFileError
from model.report.record import Record
from model.storage import own_files, paths
from model.storage.atomic import ABSENT
from model.storage.causes import told
from model.storage.own_values import Moment

VERSION = 2
"""Version 1 kept one text for each id, and one for each table."""

Spans = tuple[tuple[str, str | None], ...]
"""Texts, each with the place it is edited at, or None for what the program made."""

_NAME = re.compile(r"(\d{4,9})\.json")


class Draft(Record):
    """One export: its number in its report, when, and all that it showed, by id.

    `spans` are those of every line, `cells` those of every table row by the keys of its columns;
    the head of a table is the row with the table's own id. `subjects` says which indicator a row
    of an annex is about, `rows` which ids stand together in a paragraph, in reading order; drafts
    of before have none. `meta` says what else is known of the export: how it was made, its file's
    name, its style.
    """

    version: int = Constraint(default=VERSION, ge=1)
    number: int = Constraint(ge=1)
    exported: Moment
    spans: dict[str, Spans]
    cells: dict[str, dict[str, Spans]] = Constraint(default_factory=dict)
    subjects: dict[str, str] = Constraint(default_factory=dict)
    rows: tuple[tuple[str, ...], ...] = ()
    meta: dict[str, str]

    @property
    def texts(self) -> dict[str, str]:
        """The text of every line by id; of version 1 also that of every table."""
        return {id_: "".join(text for text, _ in spans) for id_, spans in self.spans.items()}

    @property
    def knows_places(self) -> bool:
        """Whether it says which characters were a number; else only texts can be compared."""
        return self.version >= 2

    @property
    def note(self) -> str:
        """What the clerk must know before a file is compared with it; '' for nothing."""
        if self.knows_places:
            return ""
        return f"第{self.number}稿是旧版本的程序导出的，没有记下每个数的位置，只能按文字比较。"

    @model_validator(mode="before")
    @classmethod
    def _lifted(cls, data: Any) -> Any:
        """A draft of version 1 with its texts as spans of no place."""
        if (
            not isinstance(data, dict)
            or "version" in data
            or not isinstance(data.get("texts"), dict)
        ):
            return data
        rest = {name: value for name, value in data.items() if name != "texts"}
        spans = {id_: [[text, None]] for id_, text in data["texts"].items()}
        return {"version": 1, **rest, "spans": spans}

    @field_validator("version")
    @classmethod
    def _known(cls, version: int) -> int:
        if version > VERSION:
            raise ValueError("这一稿由更新的程序导出，请升级程序")
        return version


def mark_of(project_id: str, report_id: str, number: int) -> str:
    """Return the mark by which the file of a draft is known.

    The first 10 signs of the SHA-256 of project, report and number, a line each: it tells nothing
    to anyone who has not got the drafts.
    """
    said = "\n".join((project_id, report_id, str(number)))
    return hashlib.sha256(said.encode()).hexdigest()[:10]


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


def keep(project_id: str, report_id: str, draft: Draft) -> None:
    """Keep a draft under its number, which no other draft may have.

    Raises ConflictError for a number already used (another window exported), else SaveError.
    """
    file = _file(project_id, report_id, draft.number)
    try:
        own_files.store(file, draft, expect=ABSENT, indent=None)
    except ConflictError as error:
        raise ConflictError(f"第{draft.number}稿已经有了，没有覆盖它。请再导出一次。") from error


def note_meta(project_id: str, report_id: str, number: int, known: dict[str, str]) -> None:
    """Note what became known of a kept draft later; an empty value is forgotten."""
    draft = load(project_id, report_id, number)
    meta = {name: value for name, value in (draft.meta | known).items() if value}
    file = _file(project_id, report_id, number)
    own_files.store(file, draft.changed(meta=meta), expect=None, indent=None)


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


class Whose(NamedTuple):
    """A draft, and of which project and report it is."""

    project_id: str
    report_id: str
    draft: Draft


def find_by_mark(mark: str) -> Whose | None:
    """The draft on this PC that has a mark, of whatever project; None where there is none."""
    folder = paths.all_drafts_dir()
    with told(folder):
        reports = [
            report
            for project in (folder.iterdir() if folder.is_dir() else ())
            if project.is_dir()
            for report in project.iterdir()
            if report.is_dir()
        ]
    for report in reports:
        ids = report.parent.name, report.name
        for number in numbers(*ids):
            if mark_of(*ids, number) == mark:
                try:
                    return Whose(*ids, load(*ids, number))
                except ProjectFileError:
                    return None
    return None


def _file(project_id: str, report_id: str, number: int) -> Path:
    return paths.drafts_dir(project_id, report_id) / f"{number:04d}.json"
