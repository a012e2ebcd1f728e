"""Tables that came back: cells, rows taken away and put in, and what cannot be taken."""

import pytest

from model.choices.decisions import Decisions
from model.compose.compose import compose
from model.reading.returned import Returned, ReturnedTable
from model.redpen.apply import apply
from model.redpen.change import Plan
from model.redpen.lines import Grid, lines_of
from model.report.project import Project
from tests.redpen.returned_at_random import returned_of
from tests.redpen.taking import plan_of
from tests.samples import example
from tests.small_project import TODAY


@pytest.fixture(scope="module")
def project() -> Project:
    return example("key-work-report")


def grids(project: Project) -> tuple[Grid, ...]:
    return lines_of(compose(project, project.reports[0])).grids


def table_of(grid: Grid) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The rows of a table as they come back, and their ids, the head first."""
    rows = [
        tuple(grid.keys),
        *(tuple(grid.cell(id_, key) for key in grid.keys) for id_ in grid.rows),
    ]
    return rows, [(grid.id,), *((id_,) for id_ in grid.rows)]


def plan_with(project: Project, change: int, rows: object, ids: object) -> Plan:
    """What a file brings in which one table has other rows."""
    text = lines_of(compose(project, project.reports[0]))
    tables = []
    for number, grid in enumerate(text.grids):
        own, marks = (rows, ids) if number == change else table_of(grid)
        tables.append(ReturnedTable(tuple(own), tuple(marks)))  # type: ignore[arg-type]
    return plan_of(project, Returned((*returned_of(text), *tables)), None)


def taken(plan: Plan) -> Project:
    return apply(plan, Decisions(plan.choices).take_all(), TODAY)


def test_tables_nobody_changed_bring_nothing(project: Project) -> None:
    rows, ids = table_of(grids(project)[0])
    assert plan_with(project, 0, rows, ids).choices == ()


def test_cells_and_rows_come_back_as_the_file_has_them(project: Project) -> None:
    grid = grids(project)[0]
    rows, ids = table_of(grid)
    name = grid.keys.index("name")
    cells = [*rows[1]]
    cells[name] = "云岭县第二水厂"
    added = ["" for _ in grid.keys]
    added[name] = "县图书馆新馆"
    changed = [rows[0], tuple(cells), rows[2], tuple(added), *rows[4:]]
    marks = [ids[0], ids[1], ids[2], (), *ids[4:]]
    plan = plan_with(project, 0, changed, marks)
    assert len(plan.choices) == 3
    after = grids(taken(plan))[0]
    assert [after.cell(id_, "name") for id_ in after.rows] == [row[name] for row in changed[1:]]


def test_a_cell_that_its_column_does_not_take_is_told_and_not_taken(project: Project) -> None:
    grid = grids(project)[0]
    rows, ids = table_of(grid)
    plan_column = grid.keys.index("plan")
    cells = [*rows[1]]
    cells[plan_column] = "还没有定"
    added = ["还没有定" for _ in grid.keys]
    plan = plan_with(project, 0, [rows[0], tuple(cells), *rows[2:], tuple(added)], [*ids, ()])
    first = next(iter(grid.rows))
    refused, row = plan.choices
    assert refused.ways == ()
    assert "不是数字" in refused.note
    assert "“还没有定”不收，留空" in row.note
    after = grids(taken(plan))[0]
    last = [*after.rows][-1]
    assert after.cell(last, "name") == "还没有定"
    assert after.cell(first, "plan") == grid.cell(first, "plan")
