"""Tasks to sentences: who leads, who supports, by when, what, how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.compose.joining import ends_sentence
from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.compose.rows import Member, laid_out, marker_text, numbers_of
from model.document import Paragraph, Part, Span
from model.report.carried import value_in
from model.report.section import Task, TasksBlock
from model.values.number import written
from model.values.state import State
from model.wording.numbering import Numbered
from model.wording.saying.words import BLANK

_KIND = "部门"


def tasks_block(
    one: TasksBlock, reader: ProjectReader, numbered: Numbered | None = None
) -> Iterator[Paragraph]:
    """All tasks in one paragraph after the opening, or each in its own."""
    tasks = [task for task in one.tasks if not task.dropped]
    numbers = numbers_of([[task.marker] for task in tasks])
    sign = marker_text(one.marker, numbered)
    marker = (Span(sign, f"{one.id}.marker", Part.MARKER),) if sign else ()
    opening = (*marker, *said(one, "opening", reader))
    members = [
        Member(task.id, task.marker, _task_spans(task, row[0], reader, one.alone))
        for task, row in zip(tasks, numbers, strict=True)
    ]
    return laid_out(one.id, opening, members, separate=one.separate)


def _task_spans(
    task: Task, numbered: Numbered | None, reader: ProjectReader, alone: str
) -> tuple[Span, ...]:
    given = (numbered, alone)
    return reader.pieces.made(task, given, lambda: tuple(_task(task, numbered, reader, alone)))


def _task(
    task: Task, numbered: Numbered | None, reader: ProjectReader, alone: str
) -> Iterator[Span]:
    """A task's sentence; the lead of its whole block is named by the opening, not again here.

    牵头 supposes others; a department that has nobody to support it is told `alone` (要).
    """
    sign = marker_text(task.marker, numbered)
    if sign:
        yield Span(sign, f"{task.id}.marker", Part.MARKER)
    if task.lead:
        yield Span(listed(task.lead), f"{task.id}.lead")
        if task.support or not alone:
            yield Span("牵头，")
        else:
            yield Span(alone if task.deadline is None else f"{alone}在")
    if task.support:
        yield Span(listed(task.support), f"{task.id}.support")
        yield Span("配合，")
    body = [*_deadline(task), *_text(task, reader)]
    yield from body
    if body and not ends_sentence(body):
        yield Span("。")


def listed(departments: Sequence[str]) -> str:
    """`财政、住建等部门` where all are 部门, else their names with 、 between."""
    alike = len(departments) > 1 and all(name.endswith(_KIND) for name in departments)
    if not alike:
        return "、".join(departments)
    return "、".join(name.removesuffix(_KIND) for name in departments) + f"等{_KIND}"


def _deadline(task: Task) -> Iterator[Span]:
    """`10月底前`; a wanted deadline that is still open is a blank, none wanted says nothing."""
    if task.deadline is None:
        return
    place = f"{task.id}.deadline"
    if task.deadline == "":
        yield Span(BLANK, place, Part.TEXT, State.EMPTY)
        yield Span("前")
    else:
        yield Span(task.deadline, place, state=value_in(task, "deadline"))


def _text(task: Task, reader: ProjectReader) -> tuple[Span, ...]:
    """The task's words with its quantity in the place of `{quantity}`."""
    number, filled = BLANK, State.EMPTY
    if task.quantity is not None:
        number, filled = written(task.quantity), value_in(task, "quantity")
    quantity = Span(number + task.unit, f"{task.id}.quantity", Part.TEXT, filled)
    return said(task, "text", reader, own={"quantity": quantity})
