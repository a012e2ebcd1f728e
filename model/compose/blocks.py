"""Blocks to paragraphs and tables, one function a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import assert_never

from model.compose.indicators import indicators_block, outlook_block
from model.compose.project_reader import ProjectReader
from model.compose.rows import Member, item_spans, marker_level, numbers_of, together
from model.compose.tables import table_block
from model.compose.task_table import task_table_block
from model.compose.tasks import tasks_block
from model.document import Paragraph, Table
from model.report.item import Item, is_blank_line
from model.report.section import (
    Block,
    IndicatorsBlock,
    Opaque,
    OutlookBlock,
    TableBlock,
    TasksBlock,
    TaskTableBlock,
    TextBlock,
)
from model.wording.numbering import Numbered


def block(
    one: Block, reader: ProjectReader, numbered: Numbered | None = None
) -> Iterator[Paragraph | Table]:
    """What a block shows; a kind of a newer version shows nothing and is told by the check.

    `numbered` is the number of a block that has a marker of its own.
    """
    match one:
        case TextBlock():
            yield from _text_block(one, reader)
        case IndicatorsBlock():
            yield from indicators_block(one, reader)
        case OutlookBlock():
            yield from outlook_block(one, reader)
        case TasksBlock():
            yield from tasks_block(one, reader, numbered)
        case TableBlock():
            yield from table_block(one, reader)
        case TaskTableBlock():
            yield from task_table_block(one, reader)
        case Opaque():
            return
        case _:
            assert_never(one)


def _text_block(one: TextBlock, reader: ProjectReader) -> Iterator[Paragraph]:
    """Its paragraphs without the items that are not said this period."""
    said = [tuple(item for item in row if not item.dropped) for row in one.paragraphs]
    numbers = numbers_of([[item.marker for item in row] for row in said])
    for row, row_numbers in zip(said, numbers, strict=True):
        if row:
            given = (row[1:], row_numbers)
            yield from reader.pieces.made(row[0], given, partial(_row, row, row_numbers, reader))


def _row(
    row: tuple[Item, ...], numbers: Sequence[Numbered | None], reader: ProjectReader
) -> tuple[Paragraph, ...]:
    members = [
        Member(item.id, item.marker, tuple(item_spans(item, numbered, reader)))
        for item, numbered in zip(row, numbers, strict=True)
    ]
    if any(member.spans for member in members) or any(is_blank_line(item) for item in row):
        return (together(members, marker_level(row[0].marker)),)
    return ()
