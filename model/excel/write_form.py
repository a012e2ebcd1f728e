"""A FORM AS A WORKBOOK: 填报说明, 数据, 文字, 项目, and a hidden sheet that tells what it is."""

from __future__ import annotations

import hashlib
import io
import json

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from model.excel.looks import (
    FREE,
    HEAD,
    KEY,
    KNOWN,
    NOT_ASKED,
    NOTE,
    NUMBER_FREE,
    NUMBER_KNOWN,
    Look,
    fit_height,
    protect,
    put,
    put_title,
    set_page,
    set_widths,
)
from model.forms.form import (
    CORRECTED,
    HEADS,
    NOW,
    PROGRESS_HEAD,
    REMARK,
    STATUS_HEAD,
    TASK_HEADS,
    Ask,
    Form,
    FormTable,
    NumberRow,
    TextRow,
)
from model.forms.words import (
    HIDDEN,
    MORE_ROWS,
    STATUS_WORDS,
    about_lines,
    filled_in,
    meta_of,
    row_facts,
)

_NUMBER_WIDTHS = (9.5, 26.0, 14.0, 15.0, 15.0, 13.0)
_WIDE = {NOW: 13.0, REMARK: 18.0, CORRECTED: 16.0}
_TASK_WIDTHS = (9.5, 44.0, 16.0, 16.0, 28.0, 11.0, 36.0)
_TEXT_WIDTHS = (9.5, 18.0, 52.0, 52.0)


def write_form(form: Form) -> bytes:
    """The workbook of a form."""
    book = Workbook()
    book.properties.creator = form.office
    first = book.active
    assert isinstance(first, Worksheet)
    _write_about(first, form)
    if form.numbers:
        _write_numbers(book.create_sheet("数据"), form)
    if form.texts:
        _write_texts(book.create_sheet("文字"), form)
    if form.tasks:
        _write_tasks(book.create_sheet("任务"), form)
    for number, table in enumerate(form.tables, 1):
        _write_table(book.create_sheet("项目" if number == 1 else f"项目{number}"), form, table)
    _write_hidden(book.create_sheet(HIDDEN), form)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _write_about(sheet: Worksheet, form: Form) -> None:
    sheet.title = "填报说明"
    set_widths(sheet, (16.0, 60.0))
    put_title(sheet, form.title, 2)
    at = 2
    for name, said in about_lines(form):
        put(sheet, (at, 1), name, HEAD)
        put(sheet, (at, 2), said, KNOWN)
        fit_height(sheet, at, ((said, 60.0),))
        at += 1
    for name in filled_in():
        put(sheet, (at, 1), name, HEAD)
        put(sheet, (at, 2), "", FREE)
        sheet.row_dimensions[at].height = 24
        at += 1
    set_page(sheet, 0, turned=False)
    protect(sheet)


def _write_numbers(sheet: Worksheet, form: Form) -> None:
    asked = [head for head in HEADS if any(row.ask(head) for row in form.numbers)]
    heads = ("编号", "指标", "单位", "报告期", "上期数", "上年同期数", *asked, CORRECTED, REMARK)
    widths = (*_NUMBER_WIDTHS, *(_WIDE.get(head, 10.0) for head in heads[6:]))
    set_widths(sheet, widths)
    put_title(sheet, form.title, len(heads))
    _write_head(sheet, heads)
    rules: dict[str, DataValidation] = {}
    for at, row in enumerate(form.numbers, 3):
        put(sheet, (at, 1), row.key, KEY)
        for column, text in enumerate(row.known, 2):
            said = _with_decimals(row) if column == 3 else text
            put(sheet, (at, column), said, KNOWN if column < 5 else NUMBER_KNOWN)
        for column, head in enumerate(asked, 7):
            _write_ask(sheet, (at, column), row, row.ask(head), rules)
        for column in (len(heads) - 1, len(heads)):
            put(sheet, (at, column), "", FREE)
        fit_height(sheet, at, ((row.name, 26.0), (_with_decimals(row), 14.0), (row.last, 15.0)))
    for rule in rules.values():
        sheet.add_data_validation(rule)
    set_page(sheet, 2, turned=True)
    protect(sheet)


def _with_decimals(row: NumberRow) -> str:
    if row.decimals is None or not row.unit:
        return row.unit
    return f"{row.unit}（{row.decimals}位小数）" if row.decimals else f"{row.unit}（整数）"


def _write_ask(
    sheet: Worksheet,
    at: tuple[int, int],
    row: NumberRow,
    ask: Ask | None,
    rules: dict[str, DataValidation],
) -> None:
    if ask is None:
        put(sheet, at, "—", NOT_ASKED)
        return
    cell = put(sheet, at, "", NUMBER_FREE if ask.is_number else FREE)
    if not ask.is_number:
        cell.number_format = "@"
        return
    places = row.decimals if ask.column == NOW else 1
    if places is not None:
        cell.number_format = "0" + ("." + "0" * places if places else "")
    rule = rules.setdefault(ask.unit, _rule(ask.unit))
    rule.add(cell)


def _rule(unit: str) -> DataValidation:
    """Warns of what is no number and lets it stand."""
    said = f"单位：{unit}。" if unit else ""
    rule = DataValidation(
        type="decimal", operator="between", formula1="-1000000000000", formula2="1000000000000",
        allow_blank=True, errorStyle="warning", showErrorMessage=True, showInputMessage=True,
    )  # fmt: skip
    rule.errorTitle, rule.error = "看一看", f"这里一般只填数字。{said}要是没有写错，可以照样填。"
    rule.promptTitle, rule.prompt = "只填数字", said or "单位不用写"
    return rule


def _write_head(sheet: Worksheet, heads: tuple[str, ...]) -> None:
    for column, head in enumerate(heads, 1):
        put(sheet, (2, column), head, HEAD)
    sheet.row_dimensions[2].height = 36


def _write_texts(sheet: Worksheet, form: Form) -> None:
    set_widths(sheet, _TEXT_WIDTHS)
    put_title(sheet, form.title, 4)
    _write_head(sheet, ("编号", "要点", "上期文字", "本期文字"))
    for at, row in enumerate(form.texts, 3):
        for column, (text, look) in enumerate(_text_cells(row), 1):
            put(sheet, (at, column), text, look)
        fit_height(sheet, at, ((row.label, 18.0), (row.last, 52.0)))
    set_page(sheet, 2, turned=True)
    protect(sheet)


def _text_cells(row: TextRow) -> tuple[tuple[str, Look], ...]:
    return (row.key, KEY), (row.label, KNOWN), (row.last, KNOWN), ("", FREE)


def _write_tasks(sheet: Worksheet, form: Form) -> None:
    """What the department leads: its status from a list, how it goes in words."""
    set_widths(sheet, _TASK_WIDTHS)
    put_title(sheet, f"{form.title}　任务", len(_TASK_WIDTHS))
    _write_head(sheet, ("编号", *TASK_HEADS, STATUS_HEAD, PROGRESS_HEAD))
    rule = DataValidation(
        type="list", formula1=f'"{",".join(STATUS_WORDS)}"', allow_blank=True,
        errorStyle="warning", showErrorMessage=True,
    )  # fmt: skip
    rule.errorTitle, rule.error = "看一看", f"这里填{'、'.join(STATUS_WORDS)}。"
    sheet.add_data_validation(rule)
    for at, row in enumerate(form.tasks, 3):
        put(sheet, (at, 1), row.key, KEY)
        for column, text in enumerate(row.known, 2):
            put(sheet, (at, column), text, KNOWN)
        rule.add(put(sheet, (at, 6), "", FREE))
        put(sheet, (at, 7), "", FREE)
        texts = zip(row.known, _TASK_WIDTHS[1:], strict=False)
        fit_height(sheet, at, tuple(texts))
    set_page(sheet, 2, turned=True)
    protect(sheet)


def _write_table(sheet: Worksheet, form: Form, table: FormTable) -> None:
    heads = tuple(f"{one.title}（{one.unit}）" if one.unit else one.title for one in table.columns)
    heads = ("编号", *heads, "上期")
    set_widths(sheet, (9.5, 28.0, *(14.0,) * (len(heads) - 3), 26.0)[: len(heads)])
    put_title(sheet, f"{form.title}　{table.title}", len(heads))
    _write_head(sheet, heads)
    at = 3
    for row in table.rows:
        put(sheet, (at, 1), row.key, KEY)
        for column, (text, of) in enumerate(zip(row.cells, table.columns, strict=True), 2):
            put(sheet, (at, column), text, NUMBER_FREE if of.is_number else FREE)
        put(sheet, (at, len(heads)), row.last, KNOWN)
        texts = (*((cell, 14.0) for cell in row.cells[1:]), (row.last, 26.0))
        fit_height(sheet, at, ((row.cells[0] if row.cells else "", 28.0), *texts))
        at += 1
    for more in range(MORE_ROWS):
        put(sheet, (at + more, 1), "", FREE)
        for column, of in enumerate(table.columns, 2):
            put(sheet, (at + more, column), "", NUMBER_FREE if of.is_number else FREE)
        put(sheet, (at + more, len(heads)), "", FREE)
    said = "有新增的，写在下面空行里，编号不用填；行不够可以再插入。"
    put(sheet, (at + MORE_ROWS, 1), said, NOTE)
    sheet.merge_cells(
        start_row=at + MORE_ROWS, start_column=1, end_row=at + MORE_ROWS, end_column=len(heads)
    )
    set_page(sheet, 2, turned=True)
    protect(sheet)


def _write_hidden(sheet: Worksheet, form: Form) -> None:
    """What the form is, and what its locked cells said when it was sent."""
    rows = [*meta_of(form), *row_facts(form)]
    told = hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()
    for at, (name, said) in enumerate([*rows, ("digest", told)], 1):
        put(sheet, (at, 1), name, NOTE)
        put(sheet, (at, 2), said, NOTE)
    sheet.sheet_state = "hidden"
