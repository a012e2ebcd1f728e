"""收表: files that departments gave back, read in a child process, beside what the project has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from model.entry.dates import day as day_typed
from model.errors import ReadRefused, ValueRefused, XugaoError
from model.file_names import readable
from model.forms.came import Asking, came, together
from model.forms.lines import Came, File
from model.forms.owed import department_of
from model.forms.returned import ReturnedForm, returned_form
from model.jobs.city_table import lines_of_table
from model.jobs.free_returns import Said, check_said, file_of, lines_of_text
from model.jobs.take_in import pasted_source
from model.reading.files import read_forms
from model.reading.source import Source, SourceTable
from model.reading.workbook import Workbook
from model.report.departments import FormReturn, Way
from model.report.project import Project
from model.storage import atomic
from model.values.period import Period

CITY = "全市通报表"
"""Whose the values of a table of the city are."""


class Refused(NamedTuple):
    """A file that was not taken, and why; `is_no_form`: it may be taken as something else."""

    file: str
    reason: str
    is_no_form: bool = False


class Collected(NamedTuple):
    """What many files tell: their lines, the files that were read, those that were not."""

    lines: tuple[Came, ...]
    files: tuple[File, ...]
    refused: tuple[Refused, ...]


class Read(NamedTuple):
    """A file as it was read, before it is compared with a project."""

    name: str
    digest: str
    form: ReturnedForm | None
    reason: str = ""
    source: Source | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    said: Said | None = None
    is_city: bool = False

    def as_free(self, said: Said) -> Read:
        """The same as something that is no form (`said` tells of whom)."""
        return self._replace(said=said)


def read_returns(paths: Sequence[Path]) -> tuple[Read, ...]:
    """Read the files, each once; what cannot be read says why. It needs no project."""
    paths = [*dict.fromkeys(paths)]
    found: list[Read] = []
    for path, data in zip(paths, read_forms(paths), strict=True):
        name = readable(path.name)
        if isinstance(data, ReadRefused):
            found.append(Read(name, "", None, str(data)))
        else:
            source = data if isinstance(data, Source) else None
            found.append(
                Read(name, _digest(path), returned_form(data), source=source, rows=_rows(data))
            )
    return tuple(found)


def read_text(text: str, said: Said) -> Read:
    """A message, or what was said on the telephone, as something that was read."""
    return Read("", "", None, source=pasted_source(text), said=said)


def _rows(data: Workbook | Source) -> tuple[tuple[str, ...], ...]:
    """The cells of the largest sheet or table, as texts."""
    if isinstance(data, Workbook):
        tables = [
            tuple(tuple(cell.text for cell in row) for row in sheet.rows)
            for sheet in data.sheets
            if not sheet.is_hidden
        ]
    else:
        tables = [block.rows for block in data.blocks if isinstance(block, SourceTable)]
        tables += [tuple(tuple(line.split("\t")) for line in data.text.splitlines())]
    return max(tables, key=lambda rows: sum(map(len, rows)), default=())


def collect(project: Project, read: Sequence[Read], today: date) -> Collected:
    """What files tell beside the project as it is now."""
    asking = Asking.of(project, today)
    lines: list[Came] = []
    files: list[File] = []
    refused: list[Refused] = []
    seen: dict[str, str] = {}
    for one in read:
        if not one.reason and (one.said is not None or one.is_city):
            try:
                file, found = _free(asking, one)
            except XugaoError as error:
                refused.append(Refused(one.name or "来稿", str(error)))
            else:
                files.append(file)
                lines += found
            continue
        reason = one.reason or _why_not(asking, one, seen)
        if reason or one.form is None:
            is_no_form = not one.reason and not (one.form and one.form.rows)
            refused.append(Refused(one.name, reason, is_no_form))
            continue
        seen[one.digest] = one.name
        file = _file(asking, one, one.form)
        files.append(file)
        lines += came(asking, one.form, file)
    return Collected(together(lines), tuple(files), tuple(refused))


def _free(asking: Asking, read: Read) -> tuple[File, tuple[Came, ...]]:
    """What is no form: a text of a department, or a table of the city."""
    if read.is_city:
        file = File(read.name, read.digest, CITY, FormReturn(way=Way.FILE, file=read.name))
        return file, lines_of_table(asking, read.rows, file)
    assert read.said is not None
    said = check_said(asking.project, read.said)
    file = file_of(said, read.name, read.digest)
    return file, lines_of_text(asking, read.source or Source(()), file)


def _why_not(asking: Asking, read: Read, seen: dict[str, str]) -> str:
    """Why a file is no form of this project and period; '' where it is."""
    form, project = read.form, asking.project
    if form is None:
        return read.reason
    if read.digest in seen:
        return f"“{read.name}”和“{seen[read.digest]}”是同一份文件，只收一次。"
    period = _period_said(form.period)
    own = project.period.label_with_year
    if form.project and form.project == project.from_:
        return (
            f"“{read.name}”是上一期（{period}）的报数表，这份材料是{own}的。请让对方填这一期的表。"
        )
    if period and period != own:
        return f"“{read.name}”是{period}的报数表，这份材料是{own}的。请让对方填这一期的表。"
    if form.project and form.project != project.id:
        known = any(row.key in asking.by_key for row in form.rows)
        if not known:
            return f"“{read.name}”是另一份材料的报数表。请打开那一份材料再收。"
    if not form.rows:
        return (
            f"“{read.name}”里没有带编号的行，不是发出去的报数表。"
            "不是表的来稿，请用“收来稿”写明来自哪个单位；全市的通报表，请用“从全市通报表取数”。"
        )
    if not any(row.key in asking.by_key for row in form.rows):
        name = form.department or "另一个单位"
        return (
            f"“{read.name}”（{name}）里的编号，这份材料里一个也没有。"
            "它可能是另一期或另一份材料的表。"
        )
    return ""


def _period_said(said: str) -> str:
    """A period told by its code or in words, in words."""
    try:
        return Period.parse(said).label_with_year
    except ValueRefused:
        return said


def _file(asking: Asking, read: Read, form: ReturnedForm) -> File:
    """The file with what it tells of its sender; its rows tell the department best."""
    owners = [asking.by_key[row.key][0] for row in form.rows if row.key in asking.by_key]
    department = max(set(owners), key=owners.count)
    said = department_of(asking.project, form.department) if form.department else ""
    if said and said in owners:
        department = said
    sent = next((one for one in asking.project.forms if one.id == form.form), None)
    if sent is not None and sent.department in owners:
        department = sent.department
    try:
        day = day_typed(form.day) if form.day else None
    except ValueRefused:
        day = None
    came = FormReturn(
        file=read.name, digest=read.digest, person=form.person, phone=form.phone, date=day
    )
    return File(read.name, read.digest, department, came)


def _digest(path: Path) -> str:
    try:
        found = atomic.digest_of(path)
    except OSError:
        return ""
    return "" if found == atomic.ABSENT else str(found)
