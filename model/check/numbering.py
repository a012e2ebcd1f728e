"""Does the numbering hold: no row is longer than its style has signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.check.problem import Problem, Severity
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.compose.rows import numbers_of
from model.report.item import Marker
from model.report.report import Report
from model.report.section import OutlookBlock, Section, TasksBlock, TextBlock
from model.report.tree import walk
from model.report.uses import said_uses
from model.wording.numbering import sign

Row = tuple[str, Marker | None]


def _past_last_sign(subject: Subject) -> Iterator[Problem]:
    """A problem for every marker past the last sign of its style, or of a style unknown."""
    for record in walk(subject.report):
        for rows in _marked(record):
            yield from _row(rows)


def _marked(record: object) -> Iterator[Sequence[Sequence[Row]]]:
    if isinstance(record, Report | Section):
        yield [
            [(part.id, part.heading.marker)]
            for part in record.content
            if isinstance(part, Section) and part.heading
        ]
    elif isinstance(record, TextBlock):
        yield [[(item.id, item.marker) for item in row] for row in record.paragraphs]
    elif isinstance(record, TasksBlock):
        yield [[(task.id, task.marker)] for task in record.tasks]
    elif isinstance(record, OutlookBlock):
        yield [[(group.id, group.marker)] for group in record.groups if said_uses(group.use)]


def _row(rows: Sequence[Sequence[Row]]) -> Iterator[Problem]:
    numbers = numbers_of([[marker for _, marker in row] for row in rows])
    for row, of_row in zip(rows, numbers, strict=True):
        for (id_, marker), numbered in zip(row, of_row, strict=True):
            if marker is None or marker.style is None or numbered is None:
                continue
            if sign(marker.style, numbered.number, numbered.count) is None:
                message = f"“{marker.style}”这种序号编不到第{numbered.number}个"
                yield NUMBERING.problem(f"{id_}.marker", message)


NUMBERING = Rule(
    key="numbering",
    title="序号用完了",
    severity=Severity.ERROR,
    reason="这种序号没有那么多个",
    source="序号的写法",
    fix="换一种序号或分开写",
    in_report=_past_last_sign,
)
FAMILY = Family("序号", (NUMBERING,))
