"""ONE TABLE laid out: cells as small paragraphs, rows that never split, a head that repeats."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from model.document import Cell, Span, Table
from model.typesetting.columns import CELL_MARGIN, column_widths
from model.typesetting.house_style import Alignment, HouseStyle, Look
from model.typesetting.sanitize import clean
from ui.preview.breaking import PLAIN
from ui.preview.faces import Face, Faces
from ui.preview.paragraph import Laid, Measure, Stretch

_OVER = 40
"""Over and under the text of a cell, in twips."""
_RULE = 10
"""Thickness of a rule, in twips."""


class LaidCell(NamedTuple):
    """A cell: its text, and how far under the row's upper edge it begins, in twips."""

    laid: Laid
    top: int


class LaidRow(NamedTuple):
    """A row: its cells and its height in twips, one rule included."""

    cells: tuple[LaidCell, ...]
    height: int


class LaidTable:
    """A table: column edges in points from the left of the type area, its head, its rows."""

    def __init__(self, edges: tuple[float, ...], head: LaidRow, rows: tuple[LaidRow, ...]) -> None:
        self.edges = edges
        self.head = head
        self.rows = rows
        self.height = head.height + sum(row.height for row in rows)
        """In twips."""

    @cached_property
    def owners(self) -> frozenset[str]:
        """The owners of all places that the cells are edited at."""
        cells = (cell for row in self.rows for cell in row.cells)
        return frozenset(owner for cell in cells for owner in cell.laid.owners)


Known = dict[Measure, dict[tuple[Span, ...], Laid]]
"""Cells laid out, by column and content."""


class TableSetter:
    """Lays out tables of a house style; a cell that was in the table before is not done again."""

    def __init__(self, style: HouseStyle, faces: Faces) -> None:
        self._style = style
        self._faces = faces
        self._known: Known = {}

    def laid(self, table: Table) -> LaidTable:
        """The table laid out; a row with too few cells is filled with empty ones."""
        character = round(self._style.looks.table_cell.size_pt * 20)
        widths = column_widths(table, self._style.text_width, character)
        edges = tuple(edge / 20 for edge in accumulate(widths, initial=0))
        used: Known = {}
        titles = tuple(Cell((Span(title),)) for title in table.titles)
        head = self._row(titles, edges, self._style.looks.table_head, used)
        cell = self._style.looks.table_cell
        rows = tuple(self._row(row, edges, cell, used) for row in table.rows)
        self._known |= used
        return LaidTable(edges, head, rows)

    def _row(
        self, cells: Sequence[Cell], edges: Sequence[float], look: Look, used: Known
    ) -> LaidRow:
        face = self._faces.of(look)
        laid = [
            self._cell(cell, look, face, (left, right), used)
            for cell, (left, right) in zip(cells, pairwise(edges), strict=False)
        ]
        text = max((one.height for one in laid), default=0)
        placed = tuple(LaidCell(one, _OVER + (text - one.height) // 2) for one in laid)
        return LaidRow(placed, text + 2 * _OVER + _RULE)

    def _cell(
        self, cell: Cell, look: Look, face: Face, column: tuple[float, float], used: Known
    ) -> Laid:
        margin = CELL_MARGIN / 20
        align = Alignment.RIGHT if cell.numeric else look.align
        pitch = round((look.pitch_pt or self._style.grid.pitch_pt) * 20)
        left, width = column[0] + margin, column[1] - column[0] - 2 * margin
        measure = Measure(left, width, 0.0, align, pitch, PLAIN)
        known = self._known.get(measure, {}).get(cell.spans)
        if known is None:
            texts = [clean(span.text)[0] for span in cell.spans]
            stretches = [Stretch(sum(map(len, texts)), face)]
            known = Laid(cell.spans, texts, stretches, measure)
        used.setdefault(measure, {})[cell.spans] = known
        return known
