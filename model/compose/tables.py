"""Tables with typed columns; a share is computed from two cells of its row."""

from __future__ import annotations

from collections.abc import Iterator

from model.compose.project_reader import ProjectReader, date_shown
from model.compose.prose import said
from model.document import Cell, Paragraph, Role, Span, Table, line_id
from model.report.carried import cell_state
from model.report.section import Column, Row, TableBlock
from model.report.tables import cell_of, computed_share
from model.typesetting.table_look import NUMBERED
from model.values.field_kind import FieldKind
from model.values.state import State
from model.wording.saying.words import BLANK


def table_block(one: TableBlock, reader: ProjectReader) -> Iterator[Paragraph | Table]:
    """Caption and table; nothing for a table without rows or columns."""
    if not one.rows or not one.columns:
        return
    if one.caption:
        caption = line_id(one.id, Role.CAPTION)
        yield Paragraph(Role.CAPTION, said(one, "caption", reader), 0, (caption,))
    numbered = one.numbered
    titles = tuple(_title(column) for column in one.columns)
    widths = tuple(column.width for column in one.columns)
    keys = tuple(column.key for column in one.columns)
    yield Table(
        ("序号", *titles) if numbered else titles,
        (2, *widths) if numbered else widths,
        tuple(_row(one, row, index + 1) for index, row in enumerate(one.rows)),
        (one.id,),
        tuple(row.id for row in one.rows),
        (NUMBERED, *keys) if numbered else keys,
    )


def _title(column: Column) -> str:
    """`总投资（亿元）`: the unit stands in the head, once."""
    return f"{column.title}（{column.unit}）" if column.unit else column.title


def _row(block: TableBlock, row: Row, number: int) -> tuple[Cell, ...]:
    cells = tuple(_cell(block, row, column) for column in block.columns)
    return (Cell((Span(str(number)),), True), *cells) if block.numbered else cells


def _cell(block: TableBlock, row: Row, column: Column) -> Cell:
    place = f"{row.id}.{column.key}"
    text = cell_of(block, row, column.key)
    if text is None:
        share = computed_share(block, row, column)
        if share is not None:
            return Cell((Span(str(share), place, state=State.COMPUTED),), True)
        return Cell((Span(BLANK, place, state=State.EMPTY),), column.kind.is_number)
    state = cell_state(row, column, text)
    return Cell((Span(_shown(column, text), place, state=state),), column.kind.is_number)


def _shown(column: Column, text: str) -> str:
    """Dates in words; a number without the unit its column's head already gives."""
    if column.kind is FieldKind.DATE:
        return date_shown(text)
    if column.kind.is_number and column.unit and text.endswith(column.unit):
        return text.removesuffix(column.unit)
    return text
