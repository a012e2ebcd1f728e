"""Forty forms out, and forty back, against what openpyxl alone needs for the same cells.

Out: the same cells with the same looks, set and saved. Back: the same files loaded and every value
looked at; ours finds rows by their keys and tries every value as typing it would be.
"""

import io
from collections.abc import Sequence
from copy import copy
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from bench.harness import Row, best_in_turn
from model.excel.read import read_xlsx
from model.excel.write_form import write_form
from model.forms.form import Form
from model.forms.owed import form_of, owed_by
from model.forms.returned import returned_form
from model.jobs.samples import example
from model.jobs.take_forms import Read, collect
from model.renewal.next_period import carry
from model.report.departments import SentForm
from model.report.project import Project

RUNS = 3
FORMS = 40
LIMIT = 2.0
_TODAY = date(2026, 10, 9)


def run() -> list[Row]:
    """The forms of 重点工作情况, as often as it takes."""
    project = carry(example("key-work-report"))
    forms = _forms(project)
    files = [_filled(write_form(form)) for form in forms]
    plans = [_plan(write_form(form)) for form in forms]
    ours_out, floor_out, ours_back, floor_back = best_in_turn(
        [
            lambda: [write_form(form) for form in forms],
            lambda: [_written(plan) for plan in plans],
            lambda: _taken(project, files),
            lambda: [_looked_at(data) for data in files],
        ],
        RUNS,
    )
    return [
        Row(f"{FORMS} forms out", ours_out, floor_out, LIMIT),
        Row(f"{FORMS} forms back", ours_back, floor_back, LIMIT),
    ]


def _forms(project: Project) -> list[Form]:
    made = [
        form_of(
            project,
            owed,
            SentForm(id="f1", department=owed.department, period=project.period, sent=_TODAY),
        )
        for owed in owed_by(project)
    ]
    return (made * (FORMS // len(made) + 1))[:FORMS]


def _filled(data: bytes) -> bytes:
    book = load_workbook(io.BytesIO(data))
    for row in book["数据"].iter_rows(min_row=3):
        row[6].value = 12.3
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _plan(data: bytes) -> list[tuple[str, list[tuple[int, int, Any, tuple[Any, ...]]]]]:
    """The cells of a workbook by sheet, with their looks; cells that look alike share them."""
    looks: dict[tuple[int, ...], tuple[Any, ...]] = {}
    sheets = []
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        cells = []
        for row in sheet.iter_rows():
            for cell in row:
                parts = (cell.font, cell.alignment, cell.border, cell.fill, cell.protection)
                look = looks.setdefault(tuple(cell._style), tuple(map(copy, parts)))
                cells.append((cell.row, cell.column, cell.value, look))
        sheets.append((sheet.title, cells))
    return sheets


def _written(plan: list[tuple[str, list[tuple[int, int, Any, tuple[Any, ...]]]]]) -> bytes:
    """The cells set one by one, and saved."""
    made = Workbook()
    made.remove(made.active)
    for title, cells in plan:
        sheet = made.create_sheet(title)
        for row, column, value, look in cells:
            put: Any = sheet.cell(row, column)
            put.value = value
            put.font, put.alignment, put.border, put.fill, put.protection = look
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def _looked_at(data: bytes) -> int:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return sum(
        cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row
    )


def _taken(project: Project, files: Sequence[bytes]) -> object:
    read = [
        Read(f"{number}.xlsx", str(number), returned_form(read_xlsx(data, Path("表.xlsx"))))
        for number, data in enumerate(files)
    ]
    return collect(project, read, _TODAY)
