"""Rows that were added to a table: put where the file has them, cell by cell."""

from __future__ import annotations

from datetime import date

from model.arrange.records import added
from model.arrange.tables import add_row
from model.entry.apply import Assignment, set_values
from model.errors import PlaceError, ValueRefused
from model.redpen.change import NewRow
from model.report.project import Project
from model.report.section import TableBlock
from model.report.tree import exchange, find


def put_row(project: Project, row: NewRow, rows: dict[str | None, str], today: date) -> Project:
    """Put a row behind another; rows added one after the other stay in order (`rows`).

    Raises `PlaceError` where the table is gone, `ValueRefused` for cells that cannot be taken.
    """
    table = find(project, row.table)
    if not isinstance(table, TableBlock):
        raise PlaceError("表格已经删去了，不能再加行。")
    behind = rows.get(row.after) or row.after
    before = project
    project = add_row(before, behind or row.table)
    new = added(before, project)[-1]
    rows[row.after] = new
    if behind is None:
        moved = find(project, row.table)
        assert isinstance(moved, TableBlock)
        ordered = (moved.rows[-1], *moved.rows[:-1])
        project = exchange(project, row.table, lambda old: (old.changed(rows=ordered),))
    refused: list[str] = []
    for key, text in row.cells.items():
        try:
            project = set_values(project, [Assignment(f"{new}.{key}", text)], today)
        except ValueRefused as error:
            refused.append(str(error))
    if refused:
        raise ValueRefused("表格加的一行里有不能收的：\n" + "\n".join(refused))
    return project
