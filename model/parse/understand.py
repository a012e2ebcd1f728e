"""ALL THAT THE PROGRAM UNDERSTANDS of a manuscript: the contract of `read --json`.

Paragraphs are those that are not blank, counted from 0; places count characters of their text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from model.errors import ReadRefused
from model.library.bank import Bank
from model.parse.corrections import Correction, find_corrections
from model.parse.planning import settings
from model.parse.structure import Given, Shape, structure
from model.parse.structure_topics import Span
from model.parse.tables import find_in_tables
from model.parse.tasks import Task, find_tasks
from model.progress import counted
from model.reading import limits
from model.reading.source import Note, Source
from model.values.facet import Facet
from model.wording.finding.bases import OTHER
from model.wording.finding.blanks import Blank, find_blanks
from model.wording.finding.dates import PeriodMention, find_periods
from model.wording.finding.mentions import Mention, find_mentions
from model.wording.finding.names import Lexicon
from model.wording.finding.times import Setting


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood: for each paragraph its shape, what surrounds it, its figures, blanks
    and periods; then the tasks and proposed corrections of the whole, and what reading the file
    had to tell."""

    shapes: tuple[Shape, ...]
    settings: tuple[Setting, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    blanks: tuple[tuple[Blank, ...], ...]
    periods: tuple[tuple[PeriodMention, ...], ...]
    tasks: tuple[Task, ...]
    corrections: tuple[Correction, ...]
    notes: tuple[Note, ...]


def lexicon_of(bank: Bank) -> Lexicon:
    """The names and synonyms of the bank, each with its standard name."""
    return Lexicon({name: one.name for name, one in bank.by_name.items()})


def understand(
    source: Source, lexicon: Lexicon, given: Mapping[int, Given] | None = None
) -> Understanding:
    """Everything there is to know of `source`; names of indicators come from `lexicon`, roles that
    the clerk corrected (by the number of the paragraph) from `given`. Raises `ReadRefused` for
    more than any report has, which would take minutes."""
    _refuse_too_long(source)
    lines = list(source.lines())
    shapes = structure(lines, given)
    around = settings(shapes)
    tables = find_in_tables(lines, shapes, around, lexicon)
    read = [shape.text if shape.role in {"body", "heading"} else "" for shape in shapes]
    return Understanding(
        shapes=shapes,
        settings=tuple(around),
        mentions=tuple(
            tables.get(index) or find_mentions(text, lexicon, setting)
            for index, (text, setting) in enumerate(counted(list(zip(read, around, strict=True))))
        ),
        blanks=tuple(find_blanks(shape.text) for shape in shapes),
        periods=tuple(find_periods(shape.text) for shape in shapes),
        tasks=find_tasks(shapes),
        corrections=find_corrections(shapes),
        notes=source.notes,
    )


def _refuse_too_long(source: Source) -> None:
    lengths = [len(line.text) for line in source.lines() if not line.blank]
    for found, most, what in (
        (len(lengths), limits.UNDERSTOOD_PARAGRAPHS, "段"),
        (sum(lengths), limits.UNDERSTOOD_CHARACTERS, "字"),
    ):
        if found > most:
            raise ReadRefused(
                f"没有读旧稿：里面有{found}{what}，超过{most}{what}的上限，不像一份报告。"
                "请删去附表、名单等数据，或分成几份，再来读。"
            )


def as_json(understood: Understanding) -> dict[str, Any]:
    """The contract as plain values."""
    shapes = understood.shapes
    return {
        "paragraphs": [
            {
                "index": index,
                "text": shape.text,
                "role": shape.role,
                "level": shape.level or None,
                "marker": _said(shape.text, shape.marker),
                "lead": _said(shape.text, shape.lead),
            }
            for index, shape in enumerate(shapes)
        ],
        "points": [
            {
                "paragraph": index,
                "start": point.start,
                "end": point.end,
                "marker": _said(shape.text, point.marker),
                "lead": _said(shape.text, point.lead),
            }
            for index, shape in enumerate(shapes)
            for point in shape.points
        ],
        "figures": [
            _figure(index, one) for index, found in enumerate(understood.mentions) for one in found
        ],
        "blanks": [
            {"paragraph": index, "start": one.start, "end": one.end, "kind": one.kind}
            for index, found in enumerate(understood.blanks)
            for one in found
        ],
        "periods": [
            {"paragraph": index, "start": one.start, "end": one.end, "text": one.text}
            for index, found in enumerate(understood.periods)
            for one in found
        ],
        "tasks": [_task(one) for one in understood.tasks],
        "corrections": [_correction(one) for one in understood.corrections],
        "notes": [
            {"kind": one.kind, "count": one.count, "message": one.message, "texts": list(one.texts)}
            for one in understood.notes
        ],
    }


def _said(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span[0] : span[1]]


_LABELLED = {
    str(Facet.YEARLY): str(Facet.YOY),
    str(Facet.PULL): str(Facet.POINTS),
    str(Facet.SCHEDULE): str(Facet.POINTS),
    str(Facet.CONTRIBUTION): str(Facet.ACTUAL),
}
"""How the contract names a facet that it does not know."""


def _figure(index: int, mention: Mention) -> dict[str, Any]:
    figure = mention.figure
    against = OTHER if mention.facet == Facet.SCHEDULE else mention.against
    return {
        "paragraph": index,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "unit": figure.unit,
        "blank": figure.blank,
        "indicator": mention.written or mention.indicator or None,
        "facet": _LABELLED.get(mention.facet, str(mention.facet)),
        "time": str(mention.time),
        "scope": str(mention.scope),
    } | ({"against": against} if against else {})


def _task(task: Task) -> dict[str, Any]:
    return {
        "paragraph": task.paragraph,
        "start": task.start,
        "end": task.end,
        "lead": list(task.lead),
        "support": list(task.support),
        "deadline": task.deadline,
    }


def _correction(one: Correction) -> dict[str, Any]:
    return {
        "paragraph": one.paragraph,
        "start": one.start,
        "end": one.end,
        "before": one.before,
        "after": one.after,
        "reason": one.reason,
    }
