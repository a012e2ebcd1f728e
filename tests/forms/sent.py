"""Forms of a project that was carried on, and hands that fill them in."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.excel.read import read_xlsx
from model.excel.write_form import write_form
from model.forms.form import Form
from model.forms.owed import form_of, owed_by
from model.forms.returned import returned_form
from model.jobs.take_forms import Collected, Read, collect
from model.renewal.next_period import carry
from model.report.departments import SentForm
from model.report.project import Project
from model.report.section import Row, TableBlock, TextBlock
from model.report.tree import mapped, walk
from tests.samples import example

TODAY = date(2026, 10, 9)
FINANCE, PLANNING = "财政局", "发改局"
Hand = Callable[[Worksheet], None]


@cache
def carried() -> Project:
    """重点工作情况 of the next period; 发改局 owes two points and four rows of a table, too."""
    project = carry(example("key-work-report"))
    records = [*walk(project.reports[0])]
    table = next(one for one in records if isinstance(one, TableBlock))
    text = [one for one in records if isinstance(one, TextBlock)][1]
    owed = {text.id, *(row.id for row in table.rows[:4])}

    def supplied(record: Any) -> Any:
        is_owed = isinstance(record, TextBlock | Row) and record.id in owed
        return record.changed(supplier=PLANNING) if is_owed else record

    renewed = project.changed(reports=tuple(mapped(one, supplied) for one in project.reports))
    sent = tuple(
        SentForm(
            id=f"f{number}", department=one.department, period=project.period,
            sent=date(2026, 10, 8), due=date(2026, 10, 12), ask="王芳 2261004",
        )
        for number, one in enumerate(owed_by(renewed), 1)
    )  # fmt: skip
    return renewed.changed(forms=sent)


@cache
def form(department: str) -> Form:
    """The form of a department."""
    return form_in(carried(), department)


def form_in(project: Project, department: str) -> Form:
    """The form of a department of a project."""
    owed = next(one for one in owed_by(project) if one.department == department)
    sent = next(one for one in project.forms if one.department == department)
    return form_of(project, owed, sent)


@cache
def sheet_bytes(department: str) -> bytes:
    """The workbook of a department, as it is sent."""
    return write_form(form(department))


def filled(department: str, *hands: Hand, sheet: str = "数据", person: str = "李敏") -> bytes:
    """The workbook of a department with what hands did to a sheet of it."""
    book = load_workbook(io.BytesIO(sheet_bytes(department)))
    for row in book["填报说明"].iter_rows():
        if row[0].value == "填报人":
            row[1].value = person
    for hand in hands:
        hand(book[sheet])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def heads(sheet: Worksheet) -> list[str]:
    """The heads of a sheet."""
    return [str(cell.value) for cell in sheet[2]]


def write(name: str, values: Mapping[str, Any]) -> Hand:
    """A hand that fills in the row of an indicator, by heads."""

    def hand(sheet: Worksheet) -> None:
        for row in sheet.iter_rows(min_row=3):
            if row[1].value == name:
                for head, value in values.items():
                    row[heads(sheet).index(head)].value = value

    return hand


def back(name: str, data: bytes) -> Read:
    """A workbook that came back, as it was read."""
    return Read(name, str(hash(data)), returned_form(read_xlsx(data, Path(name))))


def collected(*files: Read, project: Project | None = None) -> Collected:
    """What files tell beside the project."""
    return collect(project or carried(), files, TODAY)


def states(found: Collected) -> dict[str, tuple[str, str | None]]:
    """By label: the state of a line, and what came."""
    return {line.choice.label: (line.state.label, line.choice.theirs) for line in found.lines}


def labels(lines: Sequence[Any]) -> list[str]:
    """What lines are called."""
    return [line.choice.label for line in lines]
