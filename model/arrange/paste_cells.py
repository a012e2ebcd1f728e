"""A block of copied cells into a table: rows and columns are added for all of it, as one step.

A cell that does not fit its column is told and left as it was; the rest is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.arrange.records import maker, the_kind
from model.arrange.tables import add_column
from model.entry.cleaning import one_line
from model.entry.typed import normalize
from model.errors import ValueRefused
from model.numbers.ranking import superior_scope
from model.report.carried import with_checked_cell
from model.report.project import Project
from model.report.section import Column, Row, TableBlock
from model.report.tree import exchange
from model.wording.fold import fold

Cells = Sequence[Sequence[str]]

_MOST_ROWS = 1000


class Refusal(NamedTuple):
    """A copied cell that was not taken: where it was to stand, what it says, why."""

    row: str
    key: str
    typed: str
    message: str


class Pasted(NamedTuple):
    """The project with what was taken, and what became of the rest."""

    project: Project
    taken: int
    refused: tuple[Refusal, ...] = ()
    new_rows: int = 0
    new_columns: int = 0


def surplus(table: TableBlock, column: int, cells: Cells) -> int:
    """How many columns of the block find no place from a column on."""
    return max(0, column + max(map(len, cells), default=0) - len(table.columns))


def is_head(table: TableBlock, column: int, line: Sequence[str]) -> bool:
    """Whether a line repeats the titles of the columns it would fall into."""
    pairs = list(zip(line, table.columns[column:], strict=False))
    return any(cell for cell, _ in pairs) and all(
        _bare(cell) in (_bare(of.title), _bare(f"{of.title}（{of.unit}）")) for cell, of in pairs
    )


def paste_cells(
    project: Project, table_id: str, at: tuple[int, int], cells: Cells, *, widen: bool
) -> Pasted:
    """Put a block into a table from a row and a column on; `widen` adds columns for all of it.

    A first line that repeats the titles of the columns is their head and no row. Raises
    `PlaceError`, and `ValueRefused` for more rows than a table takes.
    """
    table = the_kind(project, table_id, TableBlock)
    row, column = at
    head: Sequence[str] = ()
    if len(cells) > 1 and is_head(table, column, cells[0]):
        head, cells = cells[0], cells[1:]
    if row + len(cells) > _MOST_ROWS:
        raise ValueRefused(f"一张表最多{_MOST_ROWS}行，放不下复制的{len(cells)}行。请少复制几行。")
    added = surplus(table, column, cells) if widen else 0
    for number in range(len(table.columns), len(table.columns) + added):
        title = head[number - column] if number - column < len(head) else ""
        project = add_column(project, table_id, _free_title(project, table_id, title, number))
    table = the_kind(project, table_id, TableBlock)
    ids = maker(project)
    missing = max(0, row + len(cells) - len(table.rows))
    rows = [*table.rows, *(Row(id=ids.new("w")) for _ in range(missing))]
    scope = superior_scope(project.organization.superior)
    taken, refused = 0, list[Refusal]()
    for number, line in enumerate(cells, row):
        rows[number], of_line = _filled(rows[number], table.columns, column, line, scope)
        refused += of_line
        taken += min(len(line), len(table.columns) - column) - len(of_line)
    renewed = exchange(project, table_id, lambda old: (old.changed(rows=tuple(rows)),))
    return Pasted(renewed, taken, tuple(refused), missing, added)


def _filled(
    row: Row, columns: tuple[Column, ...], start: int, line: Sequence[str], scope: str
) -> tuple[Row, list[Refusal]]:
    """A row with a line of the block in it, and what did not fit."""
    now = [*row.cells, *(None,) * (len(columns) - len(row.cells))]
    refused: list[Refusal] = []
    for column, typed in zip(columns[start:], line, strict=False):
        try:
            now[columns.index(column)] = _kept(column, typed, scope)
        except ValueRefused as error:
            refused.append(Refusal(row.id, column.key, typed, str(error)))
        else:
            row = with_checked_cell(row, column.key)
    return row.changed(cells=tuple(now)), refused


def _kept(column: Column, typed: str, scope: str) -> str | None:
    """What a cell keeps of what is typed, None where it is blank; raises `ValueRefused`."""
    if not typed.strip():
        return None
    kept = normalize(column.kind, typed, column.unit, column.choices, scope)
    same = not column.kind.is_number or kept.unit == column.unit
    return kept.text if same else kept.text + kept.unit


def _free_title(project: Project, table_id: str, wanted: str, number: int) -> str:
    """A title that no column has: the one of the head, else its number."""
    taken = {column.title for column in the_kind(project, table_id, TableBlock).columns}
    usual = f"第{number + 1}列"
    for title in (one_line(wanted.replace("\n", "")), usual, f"新{usual}"):
        if title and title not in taken:
            return title
    return next(f"{usual}（{more}）" for more in range(2, 99) if f"{usual}（{more}）" not in taken)


def _bare(words: str) -> str:
    return fold("".join(words.split()))
