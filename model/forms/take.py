"""TAKING what came into the project, as one new root: values remember who gave them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from model.arrange.tables import add_row
from model.choices.choice import ChoiceKind
from model.choices.decisions import Decisions
from model.entry.apply import Assignment, set_values
from model.entry.observe import with_giver
from model.forms.lines import AT_ONCE, Came, File
from model.forms.linked import with_links
from model.report.departments import FormReturn, SentForm
from model.report.indicator import Given
from model.report.project import Project
from model.report.section import Row, TableBlock
from model.report.tree import exchange, find


def decisions_of(lines: Sequence[Came]) -> Decisions:
    """The lines as choices that nobody decided on yet."""
    return Decisions(tuple(line.choice for line in lines))


def take_plain(decisions: Decisions, lines: Sequence[Came]) -> Decisions:
    """Take all that speaks for itself and is open (全部采用)."""
    open_ = {choice.key for choice in decisions.open()}
    for line in lines:
        if line.choice.key in open_ and line.state in AT_ONCE:
            decisions = decisions.take(line.choice.key)
    return decisions


def take(
    project: Project,
    lines: Sequence[Came],
    decisions: Decisions,
    files: Iterable[File],
    today: date,
) -> Project:
    """The project with what was taken, and with the returns of `files` remembered.

    Raises `ValueRefused` for what does not fit any more; nothing is taken then.
    """
    taken = {choice.key for choice, _ in decisions.taken()}
    by_file: dict[File, list[Came]] = {}
    for line in lines:
        if line.choice.key in taken:
            by_file.setdefault(line.file, []).append(line)
    for file, of_file in by_file.items():
        project = _with_values(project, file, of_file, today)
    for of_file in by_file.values():
        project = _with_texts(project, of_file, today)
    for file in files:
        project = remember_return(project, file.department, file.returned, today)
    return project


def _with_values(project: Project, file: File, lines: Sequence[Came], today: date) -> Project:
    """The values that one file gives, and new rows."""
    assignments = [
        Assignment(line.choice.place, line.choice.theirs or "")
        for line in lines
        if line.row is None and line.choice.kind is not ChoiceKind.TEXT
    ]
    project = with_giver(project, set_values(project, assignments, today), _given(file, today))
    for line in lines:
        if line.row is not None:
            project = with_row(project, *line.row, line.department, today)
    return project


def _with_texts(project: Project, lines: Sequence[Came], today: date) -> Project:
    """The texts that one file gives; what links say there now, with the values taken, stays so."""
    texts = [line.choice for line in lines if line.choice.kind is ChoiceKind.TEXT]
    return set_values(
        project,
        [Assignment(one.place, with_links(project, one.place, one.theirs or "")) for one in texts],
        today,
    )


def _given(file: File, today: date) -> Given:
    came = file.returned
    by = came.file or (came.way.label if came.way else "")
    return Given(
        file=by, digest=came.digest, person=came.person or file.department, date=came.date or today
    )


def with_row(
    project: Project,
    block: str,
    cells: tuple[tuple[str, str], ...],
    department: str,
    today: date,
) -> Project:
    """A new row at the end of a table, with its cells as they came; raises `ValueRefused`."""
    known = find(project, block)
    if not isinstance(known, TableBlock):
        return project
    before = {row.id for row in known.rows}
    project = add_row(project, block)
    table = find(project, block)
    assert isinstance(table, TableBlock)
    made = next(row for row in table.rows if row.id not in before)
    project = exchange(project, made.id, lambda row: (_supplied(row, department),))
    values = [Assignment(f"{made.id}.{key}", said) for key, said in cells]
    return set_values(project, values, today)


def _supplied(row: Row, department: str) -> Row:
    return row.changed(supplier=department)


def remember_return(project: Project, department: str, came: FormReturn, today: date) -> Project:
    """The project that knows that a department answered; one file is remembered once."""
    renewed: list[SentForm] = []
    done = False
    for form in project.forms:
        if not done and form.department == department and form.period == project.period:
            done = True
            known = {one.digest for one in form.returns if one.digest}
            if came.digest not in known:
                dated = came if came.date else came.changed(date=today)
                form = form.changed(returns=(*form.returns, dated))  # noqa: PLW2901
        renewed.append(form)
    return project.changed(forms=tuple(renewed)) if done else project
