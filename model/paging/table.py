"""ONE TABLE laid out: cells as small paragraphs, rows that never split, a head that repeats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from model.document import Cell, Span, Table
from model.paging.breaking import PLAIN
from model.paging.faces import Face, Faces
from model.paging.paragraph import Laid, Measure, Stretch
from model.typesetting.columns import CELL_MARGIN
from model.typesetting.house_style import Alignment, HouseStyle, Look
from model.typesetting.sanitize import clean
from model.typesetting.table_look import TableLook, table_look

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


Known = dict[tuple[Measure, Face], dict[tuple[Span, ...], Laid]]
"""Cells laid out, by column, face and content."""


class _Column(NamedTuple):
    """A column: how its cells are aligned, and its edges in points."""

    align: Alignment
    left: float
    right: float

    def measure(self, pitch: int) -> Measure:
        margin = CELL_MARGIN / 20
        width = self.right - self.left - 2 * margin
        return Measure(self.left + margin, width, 0.0, self.align, pitch, PLAIN)


class TableSetter:
    """Lays out tables of a house style; a cell that was in the table before is not done again."""

    def __init__(self, style: HouseStyle, faces: Faces) -> None:
        self._style = style
        self._faces = faces
        self._known: Known = {}
        self._looks: dict[int, tuple[Table, TableLook]] = {}

    def look(self, table: Table) -> TableLook:
        """How a table is set; asked for every table at every change, so it is remembered."""
        table_before, look = self._looks.get(id(table), (None, None))
        if look is None or table_before is not table:
            look = table_look(table, self._style)
            self._looks[id(table)] = (table, look)
        return look

    def forget_others(self, tables: Iterable[Table]) -> None:
        """Forget the looks of all tables but these."""
        kept = {id(table) for table in tables}
        self._looks = {key: known for key, known in self._looks.items() if key in kept}

    def laid(self, table: Table) -> LaidTable:
        """The table laid out; a row with too few cells is filled with empty ones."""
        look = self.look(table)
        edges = tuple(edge / 20 for edge in accumulate(look.widths, initial=0))
        used: Known = {}
        columns = [_Column(*each) for each in zip(look.aligns, edges[:-1], edges[1:], strict=True)]
        centred = [column._replace(align=Alignment.CENTER) for column in columns]
        titles = tuple(Cell((Span(title),)) for title in look.titles)
        head = self._row(titles, centred, look.head, used, keep_breaks=True)
        rows = tuple(self._row(row, columns, look.cell, used) for row in table.rows)
        self._known |= used
        return LaidTable(edges, head, rows)

    def _row(
        self,
        cells: Sequence[Cell],
        columns: Sequence[_Column],
        look: Look,
        used: Known,
        *,
        keep_breaks: bool = False,
    ) -> LaidRow:
        face = self._faces.of(look)
        pitch = round((look.pitch_pt or self._style.grid.pitch_pt) * 20)
        laid = [
            self._cell(cell.spans, face, column.measure(pitch), used, keep_breaks=keep_breaks)
            for cell, column in zip(cells, columns, strict=False)
        ]
        text = max((one.height for one in laid), default=0)
        placed = tuple(LaidCell(one, _OVER + (text - one.height) // 2) for one in laid)
        return LaidRow(placed, text + 2 * _OVER + _RULE)

    def _cell(
        self,
        spans: tuple[Span, ...],
        face: Face,
        measure: Measure,
        used: Known,
        *,
        keep_breaks: bool,
    ) -> Laid:
        known = self._known.get((measure, face), {}).get(spans)
        if known is None:
            texts = [clean(span.text, keep_breaks=keep_breaks)[0] for span in spans]
            stretches = [Stretch(sum(map(len, texts)), face)]
            known = Laid(spans, texts, stretches, measure)
        used.setdefault((measure, face), {})[spans] = known
        return known
