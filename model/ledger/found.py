"""Tasks FOUND (从讲话生成台账): in tasks of a text of the project, in sentences that assign work.

Nothing is put into the ledger here: the clerk looks at what was found and takes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.compose.project_reader import ProjectReader
from model.compose.prose import plain
from model.errors import ValueRefused
from model.parse.tasks import Task as Sentence
from model.parse.understand import Understanding
from model.report.deadlines import deadline_named
from model.report.ledger import LedgerTask, Origin, Status
from model.report.project import Project
from model.report.report import Report
from model.report.section import Task, TasksBlock
from model.report.tree import walk
from model.values.number import parse_number, written
from model.values.period import Period
from model.wording.finding.figures import Figure
from model.wording.saying.words import BLANK

_LASTING = re.compile(r"长期坚持|常态化|持之以恒|始终坚持|常抓不懈|长效")
_ALIKE = re.compile(r"[\s，。；、：“”‘’（）]")


@dataclass(frozen=True, slots=True)
class Found:
    """A task as it would go into the ledger (without an id); `note` tells why it may not belong
    there: it is there already, or nobody may have meant it as one."""

    task: LedgerTask
    note: str = ""


def of_report(project: Project, report: Report) -> Iterator[LedgerTask]:
    """The tasks that stand in blocks of tasks of a text, in reading order."""
    reader = ProjectReader(project)
    for block in walk(report):
        if not isinstance(block, TasksBlock):
            continue
        for task in block.tasks:
            if not task.dropped and task.text.strip():
                yield _of_task(reader, report, block, task)


def _of_task(reader: ProjectReader, report: Report, block: TasksBlock, task: Task) -> LedgerTask:
    quantity = BLANK if task.quantity is None else written(task.quantity)
    text = plain(task.text.replace("{quantity}", quantity + task.unit), reader).strip()
    words = task.deadline or ""
    return LedgerTask(
        id="", text=text, lead=task.lead or block.lead, support=task.support,
        deadline=deadline_named(words, reader.project.period), deadline_words=words,
        quantity=task.quantity, unit=task.unit, status=status_said(text, words),
        origin=Origin(name=report.name, report=report.id, task=task.id),
    )  # fmt: skip


def of_text(
    understood: Understanding, name: str, of: Period, only: Iterable[int] | None = None
) -> Iterator[LedgerTask]:
    """The tasks of a text that was read; `only` some of its paragraphs, counted from 0."""
    wanted = None if only is None else frozenset(only)
    for task in understood.tasks:
        if wanted is None or task.paragraph in wanted:
            yield _of_sentence(understood, task, name, of)


def _of_sentence(understood: Understanding, task: Sentence, name: str, of: Period) -> LedgerTask:
    text = understood.shapes[task.paragraph].text
    words = task.deadline or ""
    quantity, unit = _quantity(
        [
            one.figure
            for one in understood.mentions[task.paragraph]
            if task.start <= one.figure.start < task.end
        ]
    )
    said = text[task.work : task.end].strip()
    return LedgerTask(
        id="", text=said, lead=task.lead, support=task.support,
        deadline=deadline_named(words, of), deadline_words=words,
        quantity=quantity, unit=unit, status=status_said(said, words),
        origin=Origin(name=name, paragraph=task.paragraph + 1),
    )  # fmt: skip


def _quantity(figures: Sequence[Figure]) -> tuple[Decimal | None, str]:
    """The one figure of a sentence; of several nobody can tell which is the goal."""
    if len(figures) != 1:
        return None, ""
    try:
        return parse_number(figures[0].text), figures[0].unit
    except ValueRefused:
        return None, ""


def status_said(text: str, deadline: str) -> Status:
    """长期坚持 where the words say so and no time is set; else it has not begun."""
    lasting = not deadline and _LASTING.search(text)
    return Status.STANDING if lasting else Status.NOT_STARTED


def compared(project: Project, tasks: Iterable[LedgerTask]) -> tuple[Found, ...]:
    """Tasks beside the ledger: those that it has (the same task, or the same words of the same
    leaders) are told so, and so is what stands twice in the text."""
    origins = {one.origin.task for one in project.tasks if one.origin.task}
    words = {_key(one) for one in project.tasks}
    found: list[Found] = []
    met: set[tuple[str, tuple[str, ...]]] = set()
    for task in tasks:
        key = _key(task)
        if task.origin.task in origins or key in words:
            note = "台账里已有"
        else:
            note = "与上面重复" if key in met else ""
        met.add(key)
        found.append(Found(task, note))
    return tuple(found)


def _key(task: LedgerTask) -> tuple[str, tuple[str, ...]]:
    return _ALIKE.sub("", task.text), tuple(sorted(task.lead))


def plain_of(found: Sequence[Found]) -> tuple[LedgerTask, ...]:
    """The tasks that nothing speaks against."""
    return tuple(one.task for one in found if not one.note)
