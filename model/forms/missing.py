"""WHO HAS NOT ANSWERED (催报): how far every department is, from the forms and the places left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from model.document import Document, Paragraph, Role, Table
from model.forms.form import day_said
from model.forms.owed import owed_by
from model.forms.papers import cell, line
from model.report.departments import SentForm
from model.report.memory import remembered_last
from model.report.project import Project


class Standing(StrEnum):
    """How far a department is."""

    NOT_SENT = "not_sent"
    WAITING = "waiting"
    OVERDUE = "overdue"
    PART = "part"
    DONE = "done"

    @property
    def label(self) -> str:
        return {
            "not_sent": "没有发表", "waiting": "已发，没有报", "overdue": "逾期没有报",
            "part": "报了一部分", "done": "已报齐",
        }[self.value]  # fmt: skip


class Answering(NamedTuple):
    """A department: what it was sent and gave back, how much it owes and how much is left."""

    department: str
    form: SentForm | None
    owed: int
    left: int
    standing: Standing

    @property
    def is_missing(self) -> bool:
        """Whether it is still to answer what it was asked."""
        return self.standing in (Standing.WAITING, Standing.OVERDUE, Standing.PART)


def answering(project: Project, today: date) -> tuple[Answering, ...]:
    """How far every department is that owes something or was sent a form."""
    forms = {form.department: form for form in project.forms if form.period == project.period}
    found: list[Answering] = []
    for department, owed, left in _left(project):
        form = forms.pop(department, None)
        found.append(Answering(department, form, owed, left, _standing(form, left, today)))
    found += [
        Answering(name, form, 0, 0, _standing(form, 0, today)) for name, form in forms.items()
    ]
    return tuple(found)


@remembered_last
def _left(project: Project) -> tuple[tuple[str, int, int], ...]:
    """By department: how much it owes, how much of it is left."""
    return tuple((one.department, one.amount, one.left) for one in owed_by(project))


def _standing(form: SentForm | None, left: int, today: date) -> Standing:
    if form is None:
        return Standing.NOT_SENT if left else Standing.DONE
    if form.returns:
        return Standing.PART if left else Standing.DONE
    if not left:
        return Standing.DONE
    return Standing.OVERDUE if form.due is not None and form.due < today else Standing.WAITING


def said_in_short(found: Sequence[Answering]) -> str:
    """`还差5个部门`; '' where nobody was asked."""
    if not any(one.form for one in found):
        return ""
    missing = sum(one.is_missing for one in found)
    return f"还差{missing}个部门" if missing else "部门都报齐了"


def said_of_each(found: Sequence[Answering]) -> str:
    """`还差2个部门：财政局（逾期没有报）、发改局（还差3项）`; '' where nobody was asked."""
    short = said_in_short(found)
    missing = [one for one in found if one.is_missing]
    told = "、".join(
        f"{one.department}（还差{one.left}项）" if one.standing is Standing.PART
        else f"{one.department}（{one.standing.label}）"
        for one in missing
    )  # fmt: skip
    return f"{short}：{told}" if told else short


def pressing_list(project: Project, today: date) -> Document:
    """催报单: every department with what it was sent, what came, what is left."""
    title = f"{project.organization.name}{project.period.label_with_year}催报单"
    rows = tuple(
        tuple(
            cell(said, numeric=column in (4, 5)) for column, said in enumerate(_cells(number, one))
        )
        for number, one in enumerate(answering(project, today), 1)
    )
    heads = ("序号", "单位", "发表", "收到", "应报", "还差", "时限", "情况")
    body: list[Paragraph | Table] = [line(Role.TITLE, title)]
    if rows:
        body.append(Table(heads, (3, 8, 6, 6, 3, 3, 6, 6), rows, small=True))
        missing = [one.department for one in answering(project, today) if one.is_missing]
        if missing:
            body.append(line(Role.BODY, f"还没有报齐的：{'、'.join(missing)}。"))
    else:
        body.append(line(Role.BODY, "还没有哪一处写了供稿单位。"))
    return Document(title, tuple(body))


def _cells(number: int, one: Answering) -> tuple[str, ...]:
    form = one.form
    sent = _short(form.sent) if form else ""
    returned = "、".join(_short(came.date) for came in form.returns if came.date) if form else ""
    due = day_said(form.due) if form else ""
    return (
        str(number), one.department, sent, returned, str(one.owed), str(one.left), due,
        one.standing.label,
    )  # fmt: skip


def _short(day: date | None) -> str:
    return f"{day.month}月{day.day}日" if day else ""
