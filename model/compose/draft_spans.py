"""What a draft keeps of a document: every span with its place, by the record that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.document import Document, Span, Table
from model.typesetting.sanitize import clean

SpanText = tuple[str, str | None]
"""A span's text and the place it is edited at; None for what the program made."""


class DraftSpans(NamedTuple):
    """The spans of a document: of lines by id, of tables by row and column.

    The head of a table is kept as the row with the table's own id. `subjects` says which indicator
    each row of an annex is about, by the row's id. `rows` are the ids that stand together in each
    paragraph, and those of each table, in reading order.
    """

    spans: dict[str, tuple[SpanText, ...]]
    cells: dict[str, dict[str, tuple[SpanText, ...]]]
    subjects: dict[str, str]
    rows: tuple[tuple[str, ...], ...]


def draft_spans(document: Document) -> DraftSpans:
    """Return all that a document shows and nothing else, in reading order.

    Characters that no file may hold are left out, as they are there. Raises ValueError for a
    paragraph or a row without an id, by which it could never be found again.
    """
    made = DraftSpans({}, {}, {}, tuple(block.ids for block in document.body))
    for block in document.body:
        if isinstance(block, Table):
            made.cells.update(_rows(block))
            made.subjects.update(zip(block.row_ids, block.subjects, strict=False))
            continue
        if not block.ids:
            raise ValueError(f"a paragraph without an id: {block.text!r}")
        for id_, first, after in block.reach():
            made.spans[id_] = _texts(block.spans[first:after])
    return made


def _rows(table: Table) -> Iterator[tuple[str, dict[str, tuple[SpanText, ...]]]]:
    """The head and the rows of a table, each by its id."""
    titles = (_texts((Span(title),)) for title in table.titles)
    yield table.ids[0], dict(zip(table.keys, titles, strict=True))
    for id_, row in zip(table.row_ids, table.rows, strict=True):
        yield id_, {key: _texts(cell.spans) for key, cell in zip(table.keys, row, strict=True)}


def _texts(spans: Iterable[Span]) -> tuple[SpanText, ...]:
    return tuple((clean(span.text)[0], span.place) for span in spans)
