"""PAPERS of forms: one as a Word text, the notice (报送通知), words that press (催报)."""

from __future__ import annotations

from collections.abc import Sequence

from model.document import Cell, Document, Paragraph, Role, Span, Table
from model.forms.form import (
    CORRECTED,
    HEADS,
    PROGRESS_HEAD,
    REMARK,
    STATUS_HEAD,
    TASK_HEADS,
    Form,
    FormTable,
    NumberRow,
    TaskRow,
    day_said,
)
from model.forms.returned import KEY_HEAD, TEXT_HEAD
from model.forms.words import MORE_ROWS, about_lines, due_said, filled_in

_OPEN = Cell((Span(""),))


def line(role: Role, text: str, level: int = 0) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(role, (Span(text),), level)


def cell(text: str, *, numeric: bool = False) -> Cell:
    """A cell of plain words."""
    return Cell((Span(text),), numeric)


def word_form(form: Form) -> Document:
    """A form as a Word text: numbers in a table, texts below it, the same keys."""
    body: list[Paragraph | Table] = [line(Role.TITLE, form.title)]
    body += [line(Role.BODY, f"{name}：{said}") for name, said in about_lines(form, in_word=True)]
    body += [line(Role.BODY, f"{name}：") for name in filled_in()]
    if form.numbers:
        body += [line(Role.HEADING, "一、数据", 1), _numbers(form.numbers)]
    for table in form.tables:
        body += [line(Role.CAPTION, table.title), _table(table)]
    if form.tasks:
        body += [line(Role.CAPTION, "任务进展"), _tasks(form.tasks)]
    if form.texts:
        body.append(line(Role.HEADING, f"{'二' if form.numbers else '一'}、文字", 1))
    for row in form.texts:
        body += [
            line(Role.BODY, f"【{row.key}】{row.label}"),
            line(Role.BODY, f"上期文字：{row.last or '（没有）'}"),
            line(Role.BODY, f"{TEXT_HEAD}："),
            line(Role.BODY, ""),
        ]
    return Document(form.title, tuple(body))


def _numbers(rows: Sequence[NumberRow]) -> Table:
    asked = [head for head in HEADS if any(row.ask(head) for row in rows)]
    titles = (KEY_HEAD, "指标", "单位", "报告期", "上期数", "上年同期数", *asked, CORRECTED, REMARK)
    widths = (5, 7, 5, 5, 5, 5, *(5,) * len(asked), 5, 4)
    made = tuple(
        (
            cell(row.key),
            *map(cell, row.known),
            *(_OPEN if row.ask(head) else cell("—") for head in asked),
            _OPEN,
            _OPEN,
        )
        for row in rows
    )
    return Table(titles, widths, made, small=True)


def _table(table: FormTable) -> Table:
    heads = tuple(f"{one.title}（{one.unit}）" if one.unit else one.title for one in table.columns)
    rows = [
        (cell(row.key), *(cell(text) for text in row.cells), cell(row.last)) for row in table.rows
    ]
    empty = (_OPEN,) * (len(heads) + 2)
    return Table(
        (KEY_HEAD, *heads, "上期"),
        (5, 8, *(5,) * (len(heads) - 1), 8),
        (*rows, *(empty,) * (MORE_ROWS // 2)),
        small=True,
    )


def _tasks(rows: Sequence[TaskRow]) -> Table:
    return Table(
        (KEY_HEAD, *TASK_HEADS, STATUS_HEAD, PROGRESS_HEAD),
        (5, 9, 5, 5, 6, 4, 8),
        tuple((cell(row.key), *map(cell, row.known), _OPEN, _OPEN) for row in rows),
        small=True,
    )


def notice(forms: Sequence[Form]) -> Document:
    """The notice to all departments: what, by when, whom to ask."""
    first = forms[0]
    title = f"关于报送{first.period_label}有关数据和文字的通知"
    due = day_said(first.due)
    what = f"为做好{first.report}的起草工作" if first.report else "为做好有关材料的起草工作"
    body: list[Paragraph | Table] = [
        line(Role.TITLE, title),
        line(Role.RECIPIENTS, "各有关单位："),
        line(
            Role.BODY,
            f"{what}，请按附表报送{first.period_label}有关数据和文字。现将有关事项通知如下：",
        ),
        line(Role.HEADING, "一、报送内容", 1),
        line(Role.BODY, "各单位报送内容见随发的报数表，每个单位一份，汇总如下："),
        Table(
            ("序号", "报送单位", "数据", "文字", "项目、任务"),
            (3, 10, 4, 4, 4),
            tuple(
                tuple(
                    cell(said, numeric=column > 1)
                    for column, said in enumerate((str(number), form.department, *_counts(form)))
                )
                for number, form in enumerate(forms, 1)
            ),
        ),
        line(Role.HEADING, "二、报送时限", 1),
        line(Role.BODY, f"请于{due}前报送。" if due else "请尽快报送。"),
        line(Role.HEADING, "三、有关要求", 1),
        line(
            Role.BODY,
            "数据请经单位负责人审核，与统计部门口径一致；表中灰色部分和“编号”请勿改动；"
            "暂无数据的留空，并在备注中说明。",
        ),
    ]
    if first.ask:
        body.append(line(Role.BODY, f"联系人：{first.ask}"))
    body += [line(Role.SIGNATURE, f"{first.office}人民政府办公室"),
             line(Role.ISSUED, day_said(first.sent))]  # fmt: skip
    return Document(title, tuple(body))


def _counts(form: Form) -> tuple[str, ...]:
    numbers = sum(len(row.asks) for row in form.numbers)
    rows = sum(len(table.rows) for table in form.tables)
    counted = (numbers, len(form.texts), rows + len(form.tasks))
    return tuple(str(count) if count else "" for count in counted)


def sending_text(form: Form) -> str:
    """Words to send a form with."""
    ask = f"有疑问请联系{form.ask}。" if form.ask else ""
    return (
        f"{form.department}：请填报{form.office}{form.period_label}报数表（附后），"
        f"{due_said(form)}发回。{ask}"
    )


def pressing_text(form: Form, left: int) -> str:
    """Words that remind a department that has not answered (催报)."""
    return (
        f"{form.department}：{form.office}{form.period_label}报数表还没有收到"
        f"（共{left}项），请于{due_said(form)}报来。谢谢！"
    )
