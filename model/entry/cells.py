"""A typed value into a cell of a table, told by its row's id and its column's key."""

from __future__ import annotations

from model.entry.attributes import CHECKED, set_attribute, settable
from model.entry.typed import normalize
from model.errors import PlaceError
from model.report.carried import with_checked_cell, with_renewed_cell
from model.report.project import Project
from model.report.section import Row, TableBlock
from model.report.tables import cell_of
from model.report.tree import exchange, walk


def set_cell(
    project: Project, row: Row, key: str, typed: str, scope: str, *, in_bulk: bool = False
) -> Project:
    """A new root with one cell set, normalized by its column's kind; '' makes it blank.

    One typed counts as looked at, one set `in_bulk` does not. A number keeps a unit that is not
    its column's. Raises `ValueRefused`, `PlaceError`.
    """
    block = _table_of(project, row)
    keys = [column.key for column in block.columns]
    of = key.removesuffix(f".{CHECKED}")
    if key not in keys and (key in settable(row) or (of != key and of in keys)):
        return exchange(project, row.id, lambda old: (set_attribute(old, key, typed),))
    if key not in keys:
        raise PlaceError(f"表里没有“{of}”这一列。有：{'、'.join(keys)}。")
    column = block.columns[keys.index(key)]
    text: str | None = None
    if typed.strip():
        value = normalize(column.kind, typed, column.unit, column.choices, scope)
        same = not column.kind.is_number or value.unit == column.unit
        text = value.text if same else value.text + value.unit
    cells = list(row.cells) + [None] * (len(keys) - len(row.cells))
    cells[keys.index(key)] = text
    before = cell_of(block, row, key) or ""
    if in_bulk:
        row = with_renewed_cell(row, key, before, text or "")
    else:
        row = with_checked_cell(row, key)
    return exchange(project, row.id, lambda _: (row.changed(cells=tuple(cells)),))


def _table_of(project: Project, row: Row) -> TableBlock:
    for report in project.reports:
        for record in walk(report):
            if isinstance(record, TableBlock) and any(one is row for one in record.rows):
                return record
    raise PlaceError(f"“{row.id}”不在任何表里。")
