"""What stands on a form beside its rows, whatever file it is: how to fill it in, what it is."""

from __future__ import annotations

import json

from model.entry.ledger import STATUSES
from model.forms.form import Form, day_said

HIDDEN = "_xg"
"""The sheet that tells a program what the form is."""
FORMAT = "xugao-form"
MORE_ROWS = 10
"""Empty rows below a table, for what is new."""
DEPARTMENT, PERIOD, NUMBER = "报送单位", "报告期", "表号"
STATUS_WORDS = tuple(STATUSES)
"""What a department may say of how far a task is."""
PERSON, PHONE, DAY = "填报人", "联系电话", "填报时间"
_HOW = (
    "只填白色的格子，灰色的不用动。数字只填数，单位已经写在表里；暂时没有的留空。"
    "可以排序、插入行、复制到别的表里填，只要每行带着“编号”。填好后把文件发回来。"
)


_HOW_IN_WORD = (
    "填空着的格子，文字写在“本期文字：”后面；上期数、编号不用动。数字只填数，单位已经写在表里；"
    "暂时没有的留空。填好后把文件发回来。"
)


def about_lines(form: Form, *, in_word: bool = False) -> tuple[tuple[str, str], ...]:
    """The lines over a form: name and what is said."""
    lines = (
        (DEPARTMENT, form.department),
        (PERIOD, form.period_label),
        ("用于", form.report),
        ("报送时限", day_said(form.due)),
        ("联系人", form.ask),
        ("怎么填", _HOW_IN_WORD if in_word else _HOW),
        (NUMBER, form.id),
    )
    return tuple((name, said) for name, said in lines if said)


def filled_in() -> tuple[str, ...]:
    """What the department writes of itself."""
    return PERSON, PHONE, DAY


def meta_of(form: Form) -> list[tuple[str, str]]:
    """What a form is, for the program that reads it."""
    return [
        ("format", FORMAT),
        ("form", form.id),
        ("project", form.project),
        ("period", form.period),
        ("department", form.department),
    ]


def row_facts(form: Form) -> list[tuple[str, str]]:
    """By the key of a row: what its locked cells say, and what we had of it."""
    facts = [
        (row.key, _said(row.known, {one.place: one.have for one in row.asks if one.have}))
        for row in form.numbers
    ]
    facts += [(row.key, _said((row.label, row.last), {row.place: row.have})) for row in form.texts]
    facts += [(row.key, _said(row.known, {f"{row.task}.progress": row.have})) for row in form.tasks]
    facts += [(row.key, _said(row.cells, {})) for table in form.tables for row in table.rows]
    return facts


def _said(known: tuple[str, ...], have: dict[str, str]) -> str:
    return json.dumps({"known": known, "have": have}, ensure_ascii=False)


def due_said(form: Form) -> str:
    """`7月5日前`."""
    return f"{form.due.month}月{form.due.day}日前" if form.due else "近日"
