"""One state of a text as lines: a draft that left the office, or the project as it reads now.

Both have the same shape, so that a returned file is compared with either in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.document import Document, Paragraph, Part, Span, Table

MARKER = ".marker"
"""What the place of a sign that opens a point ends with."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text from one place; `at` is where it begins in the raw text there, if it
    stands there sign by sign (not known of a draft)."""

    text: str
    place: str | None = None
    at: int | None = None
    is_lead: bool = False

    @property
    def is_marker(self) -> bool:
        """Whether it is the sign that opens a point."""
        return self.place is not None and self.place.endswith(MARKER)


@dataclass(frozen=True, slots=True)
class Segment:
    """What one record shows in a line."""

    id: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: what each of its records shows, in order."""

    segments: tuple[Segment, ...]
    text: str

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(segment.id for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its own id, the keys of its columns, and what stands in every row, by id and key."""

    id: str
    keys: tuple[str, ...]
    rows: Mapping[str, Mapping[str, tuple[Run, ...]]]

    def cell(self, row: str, key: str) -> str:
        """Return the text of a cell, '' where there is none."""
        return "".join(run.text for run in self.rows.get(row, {}).get(key, ()))


@dataclass(frozen=True, slots=True)
class Text:
    """All lines and tables of one state of a text."""

    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]

    def segments(self) -> dict[str, Segment]:
        """Return what every record shows, by its id."""
        return {segment.id: segment for line in self.lines for segment in line.segments}


def line_of(segments: Sequence[Segment]) -> Line:
    """Return records that stand in one paragraph as a line."""
    return Line(tuple(segments), "".join(segment.text for segment in segments))


def lines_of(document: Document) -> Text:
    """Return a text as it is composed now; runs know where they stand in the raw text."""
    lines: list[Line] = []
    grids: list[Grid] = []
    for block in document.body:
        if isinstance(block, Table):
            grids.append(_grid(block))
        else:
            lines.append(line_of([*_segments(block)]))
    return Text(tuple(lines), tuple(grids))


def _segments(paragraph: Paragraph) -> Iterator[Segment]:
    for id_, first, after in paragraph.reach():
        yield Segment(id_, tuple(map(_run, paragraph.spans[first:after])))


def _run(span: Span) -> Run:
    return Run(span.text, span.place, span.at, span.part is Part.LEAD)


def _grid(table: Table) -> Grid:
    rows = {
        id_: {key: tuple(map(_run, cell.spans)) for key, cell in zip(table.keys, row, strict=True)}
        for id_, row in zip(table.row_ids, table.rows, strict=True)
    }
    return Grid(table.ids[0], table.keys, rows)


Spans = Sequence[tuple[str, str | None]]


def lines_of_draft(
    spans: Mapping[str, Spans],
    cells: Mapping[str, Mapping[str, Spans]],
    rows: Sequence[Sequence[str]],
) -> Text:
    """Return a draft that was kept. One that does not say which ids stand together (`rows`) has
    every id in a line of its own."""
    together = rows or [(id_,) for id_ in spans]
    lines = [
        line_of([Segment(id_, _runs(spans[id_])) for id_ in row if id_ in spans])
        for row in together
        if any(id_ in spans for id_ in row)
    ]
    return Text(tuple(lines), tuple(_grids(cells)))


def _runs(spans: Spans) -> tuple[Run, ...]:
    return tuple(Run(text, place) for text, place in spans)


def _grids(cells: Mapping[str, Mapping[str, Spans]]) -> Iterator[Grid]:
    """The tables of a draft: a head, which has no places, opens each."""
    ids = [*cells]
    heads = [n for n, id_ in enumerate(ids) if n == 0 or _is_head(cells, ids[n - 1], id_)]
    for first, after in pairwise([*heads, len(ids)]):
        rows = {
            id_: {key: _runs(spans) for key, spans in cells[id_].items()}
            for id_ in ids[first + 1 : after]
        }
        yield Grid(ids[first], tuple(cells[ids[first]]), rows)


def _is_head(cells: Mapping[str, Mapping[str, Spans]], before: str, id_: str) -> bool:
    """Whether a row opens another table: nothing in it can be edited, and something before can."""
    places = [place for spans in cells[id_].values() for _, place in spans]
    return not any(places) and any(place for spans in cells[before].values() for _, place in spans)
