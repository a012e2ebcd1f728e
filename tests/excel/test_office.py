"""Eighteen forms filled in, saved by LibreOffice's own engine, and taken back all at once."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.forms.lines import CameState
from model.forms.owed import owed_by
from model.jobs.take_forms import collect, read_returns
from model.renewal.next_period import carry
from tests.forms.sent import FINANCE, TODAY, carried, filled, form, heads, sheet_bytes, write

TAX, SPENT, ALL = "一般公共预算收入", "一般公共预算支出", "财政总收入"


def has_calc() -> bool:
    """Whether LibreOffice is here with its spreadsheets."""
    found = shutil.which("soffice")
    return found is not None and (Path(found).resolve().parent / "libscfiltlo.so").exists()


def number_of(key: str, head: str) -> float:
    """A value that belongs to one cell of all forms only."""
    return int(key[-5:]) / 1000 + len(head)


def fill_all(sheet: Worksheet) -> None:
    """Every free cell of numbers gets its own value; the rows are turned upside down."""
    names = heads(sheet)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    for row in rows:
        for at, head in enumerate(names):
            if head in ("本期数", "同比", "占计划") and row[at] != "—":
                row[at] = number_of(str(row[0]), head)
    for line, row in enumerate(reversed(rows), 3):
        for column, value in enumerate(row, 1):
            sheet.cell(line, column).value = value


def odd(sheet: Worksheet) -> None:
    """A formula, a percentage in a cell of percent, a locked cell changed, an inserted row."""
    write(TAX, {"本期数": "=6.8+0.1", "同比": 0.051})(sheet)
    write(SPENT, {"本期数": 22.5, "上期数": "20"})(sheet)
    write(ALL, {"本期数": "12,300"})(sheet)
    for row in sheet.iter_rows(min_row=3):
        if row[1].value == TAX:
            row[7].number_format = "0.0%"
    sheet.insert_rows(4)
    sheet.cell(4, 2).value = "其中：税收收入"
    sheet.cell(4, 7).value = 3.3


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All forms as LibreOffice saves them."""
    if not has_calc():
        pytest.skip("LibreOffice Calc is not installed")
    folder = tmp_path_factory.mktemp("forms")
    sent = folder / "sent"
    sent.mkdir()
    for one in owed_by(carried()):
        (sent / f"{one.department}.xlsx").write_bytes(filled(one.department, fill_all))
    (sent / "odd.xlsx").write_bytes(filled(FINANCE, odd))
    (sent / "empty.xlsx").write_bytes(sheet_bytes(FINANCE))
    files = [str(path) for path in sorted(sent.glob("*.xlsx"))]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ["--headless", "--convert-to", "xlsx", "--outdir", str(folder)]
    subprocess.run(["soffice", profile, *to, *files], check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.slow
def test_every_value_of_eighteen_forms_comes_to_its_place(back: Path) -> None:
    names = [one.department for one in owed_by(carried())]
    files = [back / f"{name}.xlsx" for name in names]
    found = collect(carried(), read_returns(files), TODAY)
    assert found.refused == ()
    assert [file.department for file in found.files] == names
    wanted = {
        ask.place: number_of(row.key, ask.column)
        for name in names
        for row in form(name).numbers
        for ask in row.asks
    }
    came = {
        line.choice.place.removesuffix("@department"): float(line.choice.theirs or "nan")
        for line in found.lines
        if line.choice.place
    }
    odd_ones = [line for line in found.lines if line.state is CameState.UNKNOWN]
    told = {line.choice.theirs for line in odd_ones}
    lost = {place for place, value in wanted.items() if f"{value:g}" not in told} - came.keys()
    assert not lost
    assert all(abs(value - wanted[place]) < 1e-9 for place, value in came.items())
    assert len(came) + len(odd_ones) == len(wanted)


@pytest.mark.slow
def test_odd_things_are_named_as_the_office_program_saved_them(back: Path) -> None:
    found = collect(carried(), read_returns([back / "odd.xlsx", back / "empty.xlsx"]), TODAY)
    known: dict[str, Any] = {line.choice.label: line for line in found.lines}
    assert (known[TAX].choice.theirs, known[TAX].state) == ("6.9", CameState.READY)
    assert known[f"{TAX} 同比"].choice.theirs == "5.1"
    assert known[SPENT].state is CameState.CHANGED
    assert "上期数原是“21.4；同比3.2%”，表里是“20”" in known[SPENT].choice.note
    assert known[ALL].choice.theirs == "12,300"
    assert "其中：税收收入，3.3" in [line.choice.theirs for line in found.lines]
    assert [file.name for file in found.files] == ["odd.xlsx", "empty.xlsx"]
    later = collect(carry(carried()), read_returns([back / "odd.xlsx"]), TODAY)
    assert "上一期" in later.refused[0].reason
    book = load_workbook(io.BytesIO((back / "empty.xlsx").read_bytes()))
    assert book["_xg"].sheet_state == "hidden"
    assert book["数据"].protection.sheet
    rules = book["数据"].data_validations.dataValidation
    assert {rule.errorStyle for rule in rules} == {"warning"}
