"""Rows and columns of a table."""

from __future__ import annotations

from collections.abc import Callable

from model.arrange.order import shifted
from model.arrange.records import holder_of, maker, the, the_kind
from model.entry.cleaning import one_line
from model.errors import PlaceError, ValueRefused
from model.report.ids import IdMaker
from model.report.project import Project
from model.report.section import Column, Row, TableBlock
from model.report.tree import exchange
from model.values.field_kind import FieldKind

Cells = tuple[str | None, ...]


def add_row(project: Project, beside_id: str) -> Project:
    """An empty row after another, or the last one of a table. Raises `PlaceError`."""
    record = the(project, beside_id)
    table_id = holder_of(project, beside_id) if isinstance(record, Row) else record
    table = the_kind(project, getattr(table_id, "id", ""), TableBlock)
    at = len(table.rows)
    if isinstance(record, Row):
        at = next(n for n, one in enumerate(table.rows) if one is record) + 1
    rows = (*table.rows[:at], Row(id=maker(project).new("w")), *table.rows[at:])
    return exchange(project, table.id, lambda old: (old.changed(rows=rows),))


def add_column(
    project: Project,
    table_id: str,
    title: str,
    *,
    kind: FieldKind = FieldKind.TEXT,
    unit: str = "",
    after: str | None = None,
) -> Project:
    """A column after the one with the key `after`, or the last one; its cells are blank.

    Raises `PlaceError`, `ValueRefused` for an empty title or one that is there.
    """
    table = the_kind(project, table_id, TableBlock)
    title = _new_title(table, title)
    if kind is FieldKind.CHOICE:
        raise ValueRefused("新加的列不能是选择项，因为没有可选的内容。请用文字列。")
    key = IdMaker(column.key for column in table.columns).new("c")
    at = _index(table, after) + 1 if after is not None else len(table.columns)
    column = Column(key=key, title=title, kind=kind, unit=one_line(unit))
    columns = (*table.columns[:at], column, *table.columns[at:])
    return _with(project, table, columns, lambda cells: (*cells[:at], None, *cells[at:]))


def remove_column(project: Project, table_id: str, key: str) -> Project:
    """Take a column and its cells away.

    Raises `PlaceError`, and `ValueRefused` for the last one or one others are computed from.
    """
    table = the_kind(project, table_id, TableBlock)
    at = _index(table, key)
    if len(table.columns) == 1:
        raise ValueRefused("表格至少要有一列。要去掉整张表，请删去表格。")
    computed = [one.title for one in table.columns if one.share_of and key in one.share_of]
    if computed:
        title = table.columns[at].title
        raise ValueRefused(f"“{computed[0]}”要用“{title}”来算。请先删去“{computed[0]}”。")
    columns = (*table.columns[:at], *table.columns[at + 1 :])
    return _with(project, table, columns, lambda cells: (*cells[:at], *cells[at + 1 :]))


def rename_column(project: Project, table_id: str, key: str, title: str) -> Project:
    """Another title for a column. Raises `PlaceError`, `ValueRefused`."""
    table = the_kind(project, table_id, TableBlock)
    at = _index(table, key)
    if one_line(title) == table.columns[at].title:
        return project
    renewed = table.columns[at].changed(title=_new_title(table, title))
    columns = (*table.columns[:at], renewed, *table.columns[at + 1 :])
    return _with(project, table, columns, lambda cells: cells)


def shift_column(project: Project, table_id: str, key: str, by: int) -> Project:
    """Move a column right, or (negative) left, at most to the edge. Raises `PlaceError`."""
    table = the_kind(project, table_id, TableBlock)
    at = _index(table, key)
    now = list(range(len(table.columns)))
    order = shifted(now, at, by)
    if order == now:
        return project
    columns = tuple(table.columns[n] for n in order)
    return _with(project, table, columns, lambda cells: tuple(cells[n] for n in order))


def _index(table: TableBlock, key: str) -> int:
    for place, column in enumerate(table.columns):
        if column.key == key:
            return place
    keys = "、".join(column.key for column in table.columns)
    raise PlaceError(f"表里没有“{key}”这一列。有：{keys}。")


def _new_title(table: TableBlock, title: str) -> str:
    plain = one_line(title)
    if not plain:
        raise ValueRefused("请写出这一列的名称。")
    if any(column.title == plain for column in table.columns):
        raise ValueRefused(f"表里已经有“{plain}”这一列。请换一个名称。")
    return plain


def _with(
    project: Project,
    table: TableBlock,
    columns: tuple[Column, ...],
    arranged: Callable[[Cells], Cells],
) -> Project:
    """The table with other columns; cells go along. Last period's are kept by column."""
    count = len(table.columns)

    def cells_of(cells: Cells) -> Cells:
        return arranged((*cells, *(None,) * (count - len(cells)))) if cells else cells

    rows = tuple(row.changed(cells=cells_of(row.cells)) for row in table.rows)
    return exchange(project, table.id, lambda old: (old.changed(columns=columns, rows=rows),))
