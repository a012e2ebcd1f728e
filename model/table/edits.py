"""What the 指标 table changes beside typed values: where a value comes from, what is not said."""

from __future__ import annotations

from collections.abc import Iterable

from model.arrange.uses import drop_facet, restore_facet
from model.entry.apply import Assignment
from model.errors import PlaceError, ValueRefused
from model.report.address import ObservationPlace, parse_place
from model.report.project import Project
from model.table.cells import at_source
from model.table.grid import Grid
from model.table.rows import GridRow
from model.values.aspect import Aspect
from model.values.facet import Facet, Source
from model.values.state import State


def place_for(place: str, source: Source | None) -> str:
    """Where typing goes: beside what is shown where a source was chosen, else in its place."""
    parsed = parse_place(place)
    if source is None or not isinstance(parsed, ObservationPlace):
        return place
    return str(at_source(parsed, source))


def with_source(
    grid: Grid, cells: Iterable[tuple[int, Aspect]], source: Source
) -> tuple[Assignment, ...]:
    """The typed values of cells told to come from another source, as one step.

    Raises `ValueRefused` where that source has told another value already.
    """
    made: list[Assignment] = []
    for row, facet in cells:
        cell = grid.value(row, facet)
        if cell.source is None or cell.source is source:
            continue
        if source in cell.other_sources:
            name = grid.rows[row].indicator.name
            raise ValueRefused(
                f"{name}的{facet.label}已经另有{cell.others}。请先清除其中一个，再改来源。"
            )
        made.append(Assignment(place_for(cell.place, cell.source), ""))
        made.append(Assignment(place_for(cell.place, source), cell.typed))
    return tuple(made)


def with_choice(row: GridRow, source: Source | None) -> tuple[Assignment, ...]:
    """The text uses only one source for a row; None: the best there is."""
    key = source.value if source else ""
    return tuple(Assignment(f"{holder.use}.source", key) for holder in row.holders)


def can_leave_out(grid: Grid, row: int, facet: Aspect) -> bool:
    """Whether a value can be left out of the text or taken into it: a block must state it."""
    return bool(grid.rows[row].holders) and bool(grid.value(row, facet).place)


def is_said(grid: Grid, row: int, facet: Aspect) -> bool:
    """Whether the text says a value (or leaves a blank for it)."""
    of, cell = grid.rows[row], grid.value(row, facet)
    if facet in of.omitted or not cell.place:
        return False
    is_known = cell.state in (State.FILLED, State.COMPUTED) and facet is not Facet.PRIOR
    return facet in of.facets or cell.state is State.EMPTY or (of.is_open and is_known)


def with_said(project: Project, row: GridRow, facet: Aspect, said: bool) -> Project:
    """A value said by the blocks that state a row's indicator, or left out of them (本期不写).

    Raises `PlaceError` where only a link in prose uses the indicator.
    """
    if not row.holders:
        raise PlaceError(
            f"{row.indicator.name}只写在文字里，没有列在指标段里。请到那一段的文字里改。"
        )
    for holder in row.holders:
        change = restore_facet if said else drop_facet
        project = change(project, holder.id, holder.indicator, facet)
    return project
