"""Tasks of the ledger on the forms of their departments: out, back, and into the next period."""

import io
from functools import cache
from pathlib import Path

from docx import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.entry.apply import Assignment, set_values
from model.excel.read import read_xlsx
from model.excel.write_form import write_form
from model.forms.came import Asking, came, together
from model.forms.lines import CameState, File
from model.forms.owed import form_of, owed_by
from model.forms.papers import word_form
from model.forms.returned import returned_form
from model.forms.take import decisions_of, take, take_plain
from model.jobs.forms import Asked, document_bytes, make_forms
from model.jobs.take_forms import Collected, Read, collect
from model.ledger.edits import with_tasks
from model.reading.files import read_forms
from model.reading.workbook import EMPTY_CELL, Sheet, SheetCell
from model.reading.workbook import Workbook as Book
from model.renewal.next_period import carry
from model.report.departments import FormReturn, SentForm
from model.report.ledger import LedgerTask, Status
from model.report.project import Project
from tests.forms.sent import FINANCE, TODAY, carried

ROADS, DEBT = "修好农村公路30公里。", "清理拖欠账款4300万元。"
TAX = "general-public-budget-revenue"


@cache
def project() -> Project:
    """A project with two tasks of 财政, one of them led by 住建, too; a third is done."""
    tasks = (
        LedgerTask(id="", text=ROADS, lead=("住建局", "财政部门"), deadline="2026-Y"),
        LedgerTask(id="", text=DEBT, lead=("财政局",), notes={"2026-H1": "已清理2100万元。"}),
        LedgerTask(id="", text="清产核资。", lead=("财政局",), status=Status.DONE),
    )
    made = with_tasks(carried(), tasks)
    housing = SentForm(id="f99", department="住建局", period=made.period, sent=TODAY)
    return made.changed(forms=(*made.forms, housing))


def sheet_of(name: str) -> bytes:
    owed = {one.department: one for one in owed_by(project())}
    sent = next(one for one in project().forms if one.department == name)
    return write_form(form_of(project(), owed[name], sent))


@cache
def finance_sheet() -> bytes:
    return sheet_of(FINANCE)


@cache
def finance_cells() -> Book:
    return read_xlsx(finance_sheet(), Path("财政局.xlsx"))


@cache
def asking() -> Asking:
    return Asking.of(project(), TODAY)


def with_cells(data: bytes, told: dict[str, tuple[str, str]]) -> bytes:
    """The form with status and progress of tasks, by their words."""
    book = load_workbook(io.BytesIO(data))
    for row in book["任务"].iter_rows(min_row=3):
        if row[1].value in told:
            row[5].value, row[6].value = told[row[1].value]
    return saved(book)


def saved(book: Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def back(*files: bytes) -> Collected:
    read = [
        Read(f"{at}.xlsx", str(at), returned_form(read_xlsx(data, Path(f"{at}.xlsx"))))
        for at, data in enumerate(files)
    ]
    return collect(project(), read, TODAY)


def test_a_department_is_asked_for_the_tasks_it_leads_and_owes_them() -> None:
    sheet: Worksheet = load_workbook(io.BytesIO(finance_sheet()))["任务"]
    rows = [tuple(cell.value or "" for cell in row) for row in sheet.iter_rows(min_row=2)]
    assert rows[0] == (
        "编号", "任务", "配合单位", "完成时限", "上期进展", "现在的状态", "本期进展",
    )  # fmt: skip
    assert [row[1:6] for row in rows[1:]] == [
        (ROADS, "", "2026年底前", "未启动", ""),
        (DEBT, "", "", "未启动。已清理2100万元。", ""),
    ]
    owed = {one.department: one for one in owed_by(project())}
    plain = {one.department: one for one in owed_by(carried())}
    assert owed[FINANCE].left == plain[FINANCE].left + 2
    assert [task.text for task in owed["住建局"].tasks] == [ROADS]


def test_the_forms_of_named_departments_are_made_with_their_tasks(tmp_path: Path) -> None:
    asked = Asked(departments=("住建局", FINANCE, "住建局"), as_word=False)
    made = make_forms(project(), tmp_path, asked, TODAY)
    assert [(form.department, len(form.tasks)) for form, _ in made.forms] == [
        ("住建局", 1), (FINANCE, 2),
    ]  # fmt: skip


def test_what_departments_tell_of_their_tasks_goes_in_and_is_last_of_the_next_period() -> None:
    told = {ROADS: ("推进中", "已修12公里。"), DEBT: ("", "已清理2100万元。")}
    housing = with_cells(sheet_of("住建局"), {ROADS: ("快了", "已修15公里。")})
    found = back(with_cells(finance_sheet(), told), housing)
    lines = {(line.choice.label, line.department): line for line in found.lines}
    states = {where: line.state for where, line in lines.items()}
    assert states == {
        ("修好农村公路30公里 现在的状态", FINANCE): CameState.READY,
        ("修好农村公路30公里 本期进展", FINANCE): CameState.TWICE,
        ("清理拖欠账款4300万元 本期进展", FINANCE): CameState.FAR,
        ("修好农村公路30公里 现在的状态", "住建局"): CameState.UNKNOWN,
        ("修好农村公路30公里 本期进展", "住建局"): CameState.TWICE,
    }
    decisions = take_plain(decisions_of(found.lines), found.lines)
    key = lines["修好农村公路30公里 本期进展", FINANCE].choice.key
    now = take(project(), found.lines, decisions.take(key), found.files, TODAY)
    assert (now.tasks[0].status, now.tasks[0].notes) == (
        Status.UNDER_WAY, {"2026-Q1-3": "已修12公里。"},
    )  # fmt: skip
    after = carry(now)
    owed = {one.department: one for one in owed_by(after)}
    sent = SentForm(id="f1", department=FINANCE, period=after.period, sent=TODAY)
    assert form_of(after, owed[FINANCE], sent).tasks[0].last == "推进中。已修12公里。"


def test_forms_of_the_next_period_show_this_periods_numbers_as_last_values() -> None:
    made = project()
    for value in ("9.87", "13.21"):
        made = set_values(made, [Assignment(f"{TAX}@{made.period}.actual", value)], TODAY)
        made = carry(made)
        owed = next(one for one in owed_by(made) if one.department == FINANCE)
        sent = SentForm(id="f1", department=FINANCE, period=made.period, sent=TODAY)
        rows = {row.name: row.last for row in form_of(made, owed, sent).numbers}
        assert rows["一般公共预算收入"].partition("；")[0] == value


def test_a_word_form_takes_the_progress_of_tasks_too(tmp_path: Path) -> None:
    owed = next(one for one in owed_by(project()) if one.department == FINANCE)
    sent = next(one for one in project().forms if one.department == FINANCE)
    path = tmp_path / "财政局.docx"
    path.write_bytes(document_bytes(word_form(form_of(project(), owed, sent))))
    word = WordDocument(str(path))
    table = next(one for one in word.tables if one.cell(0, 1).text == "任务")
    table.cell(1, 5).text, table.cell(1, 6).text = "已完成", "全部修好。"
    word.save(str(path))
    (source,) = read_forms([path])
    read = Read(path.name, "1", returned_form(source))  # type: ignore[arg-type]
    found = collect(project(), [read], TODAY)
    assert [(line.choice.theirs, line.state) for line in found.lines] == [
        ("已完成", CameState.READY), ("全部修好。", CameState.READY),
    ]  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.integers(2, 5), st.integers(1, 8),
            st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)
            | st.sampled_from(("推进中", "已完成", "滞后", "=1+1", "财政-00001", "编号", "—")),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_whatever_stands_in_the_sheet_of_tasks_nothing_is_lost_or_raised(
    edits: list[tuple[int, int, str]],
) -> None:
    sheet = next(one for one in finance_cells().sheets if one.name == "任务")
    rows = [[*row, *(EMPTY_CELL,) * (8 - len(row))] for row in sheet.rows]
    for row, column, text in edits:
        rows[row - 1 if row <= len(rows) else 0][column - 1] = SheetCell(text)
    returned = returned_form(Book((Sheet("任务", tuple(map(tuple, rows))),)))
    file = File("财政局.xlsx", "1", FINANCE, FormReturn())
    lines = together(came(asking(), returned, file))
    now = take(project(), lines, take_plain(decisions_of(lines), lines), [file], TODAY)
    assert [task.text for task in now.tasks] == [task.text for task in project().tasks]
    for found in returned.rows:
        told = found.text("本期进展").strip()
        if found.key in asking().by_key and told:
            assert any(told in (line.choice.theirs or "") for line in lines)
