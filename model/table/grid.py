"""The 指标 table without its window: which rows and columns it has, and what its cells hold.

A row is one indicator as a text asks for it: at a period, on a basis, from a source. A column is
something that is said of indicators; only what some row wants or holds has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from model.numbers.computed import can_compute
from model.report.address import ObservationPlace
from model.report.project import Project
from model.report.report import Report
from model.table.cells import GridCell, Lookup
from model.table.rows import GridRow, grid_rows
from model.values.against import Base
from model.values.aspect import Aspect, Compared, in_order, settled_aspect
from model.values.facet import BY_COLUMN, ComparedWith, Facet, Tense
from model.values.period import Period
from model.values.rank import RANK_UNIT
from model.values.state import State


class ColumnKind(StrEnum):
    """What a column tells; `facet` columns are typed in, `source` is chosen in."""

    LAST = "last"
    LAST_GROWTH = "last_growth"
    FACET = "facet"
    SOURCE = "source"
    STATE = "state"


_TITLES = {
    ColumnKind.LAST: "上期数",
    ColumnKind.LAST_GROWTH: "上期增长",
    ColumnKind.SOURCE: "来源",
    ColumnKind.STATE: "状态",
}
_FIRST: Mapping[Aspect, int] = {Facet.ACTUAL: 0, Facet.YOY: 1, Facet.PRIOR: 2}
"""The first columns; the others follow in their usual order."""
ABOUT_ROW = ("报数单位", "报告期", "单位")
"""The heads of what stands under a row's name."""
_OWN_TENSES = (Tense.REACHED, Tense.FORECAST)
"""What a row's 来源 cell speaks of: plans and last year's values have other sources."""


class GridColumn(NamedTuple):
    """A column of the table; `facet` where its kind is one."""

    kind: ColumnKind
    facet: Aspect | None = None

    @property
    def title(self) -> str:
        """The column's head, with the unit where all its values have the same."""
        if self.facet is None:
            unit = "(%)" if self.kind is ColumnKind.LAST_GROWTH else ""
            return _TITLES[self.kind] + unit
        has_unit = self.facet.unit is not None and self.facet.unit != RANK_UNIT
        return self.facet.label + (f"({self.facet.unit})" if has_unit else "")


class Grid:
    """The table over one root of a project, for one of its texts.

    `former` is the table over the root before: its rows are taken over where the text and the
    indicators are still the same records, and its columns stay, so that none goes under a hand.
    """

    def __init__(self, project: Project, report: Report | None, former: Grid | None = None) -> None:
        self.project = project
        self.report = report
        self._lookup = Lookup(project)
        self._values: dict[tuple[int, Aspect], GridCell] = {}
        same = former is not None and former.asks_the_same(project, report)
        self.rows: tuple[GridRow, ...] = (
            former.rows if same and former else grid_rows(project, report)
        )
        stays = former is not None and former.report_id == self.report_id
        keep = former.columns if stays and former else ()
        self.columns: tuple[GridColumn, ...] = self._columns(keep)

    @property
    def report_id(self) -> str:
        return self.report.id if self.report else ""

    def asks_the_same(self, project: Project, report: Report | None) -> bool:
        """Whether the rows for these very records are the rows here."""
        mine = self.project
        return (
            report is self.report
            and project.indicators is mine.indicators
            and (project.period, project.last_period) == (mine.period, mine.last_period)
        )

    def changed_rows(self, former: Grid) -> tuple[int, ...]:
        """The rows that say other values than in the table before, or hold others.

        Both tables must have the same rows in the same order.
        """
        touched = self._touched(former)
        return tuple(
            at
            for at, (row, old) in enumerate(zip(self.rows, former.rows, strict=True))
            if not touched.isdisjoint((row.indicator.id, *row.indicator.structure_parts))
            or (row is not old and row != old)
        )

    def _touched(self, former: Grid) -> set[str]:
        """The indicators that have other observations than in the table before."""
        if former.project.observations is self.project.observations:
            return set()
        before = {id(one): one for one in former.project.observations}
        after = {id(one): one for one in self.project.observations}
        return {before[key].indicator for key in before.keys() - after.keys()} | {
            after[key].indicator for key in after.keys() - before.keys()
        }

    def cell(self, row: int, column: int) -> GridCell:
        """What a cell holds."""
        what, of = self.columns[column], self.rows[row]
        match what.kind:
            case ColumnKind.FACET:
                return self.value(row, what.facet or Facet.ACTUAL)
            case ColumnKind.LAST:
                return GridCell.said(self._lookup.last(of, of.lead))
            case ColumnKind.LAST_GROWTH:
                return GridCell.said(self._last_growth(of))
            case ColumnKind.SOURCE:
                return GridCell.said(self._sources(row))
            case ColumnKind.STATE:
                return GridCell.said(self.state_label(row, 0))

    def about(self, row: int) -> tuple[str, str, str]:
        """What stands under a row's name: 报数单位, 报告期, 单位."""
        of = self.rows[row]
        period = of.period_label(self.project.period)
        return of.indicator.supplier, period, self._lookup.unit(of)

    def value(self, row: int, facet: Aspect) -> GridCell:
        """The cell of a value, whether or not the table has a column for it."""
        key = (row, facet)
        if key not in self._values:
            self._values[key] = self._lookup.cell(self.rows[row], facet)
        return self._values[key]

    def states(self, row: int) -> tuple[State, ...]:
        """The states of a row's values, column by column; what cannot be filled has none."""
        cells = (self.value(row, facet) for facet in self._facets)
        return tuple(cell.state for cell in cells if cell.state is not None)

    def state_label(self, row: int, wrong: int) -> str:
        """A row's state in words: what is wrong in it first (`wrong` cells), then what is left."""
        of = self.rows[row]
        if wrong:
            return f"填错{wrong}处"
        if not of.used:
            return "本文未用"
        states = self.states(row)
        blank = states.count(State.EMPTY)
        if blank:
            return f"未填{blank}处"
        written = (State.FILLED, State.COMPUTED)
        said = [state for state in states if state is not State.OPTIONAL]
        if said and all(state is State.DROPPED for state in said):
            return State.DROPPED.label
        return State.FILLED.label if any(one in written for one in said) else State.OPTIONAL.label

    def former_values(self, row: int, facet: Aspect) -> tuple[str, str]:
        """上期数 and 上年同期 of a value, '' where they are not known."""
        of = self.rows[row]
        return self._lookup.last(of, facet), self._lookup.last_year(of, facet)

    def find(self, place: ObservationPlace) -> tuple[int, Aspect] | None:
        """The row of a place, whatever its source; None where the table has none."""
        exact, period = self._places
        facet = settled_aspect(place.facet, place.period)
        key = (place.indicator, place.period, facet, place.basis)
        at = exact.get(key)
        if at is None and place.facet is Facet.PLAN:
            at = exact.get((place.indicator, place.period.whole_year(), place.facet, None))
        if at is None:
            at = period.get((place.indicator, place.period))
        return None if at is None else (at, facet)

    @cached_property
    def _places(
        self,
    ) -> tuple[dict[tuple[object, ...], int], dict[tuple[str, Period], int]]:
        exact: dict[tuple[object, ...], int] = {}
        by_period: dict[tuple[str, Period], int] = {}
        for at, row in enumerate(self.rows):
            by_period.setdefault((row.indicator.id, row.period), at)
            for facet in (*Facet, *row.facets):
                place = row.place(facet)
                exact.setdefault((row.indicator.id, place.period, facet, place.basis), at)
        return exact, by_period

    @cached_property
    def _facets(self) -> tuple[Aspect, ...]:
        return tuple(column.facet for column in self.columns if column.facet is not None)

    def own_values(self, row: int) -> tuple[tuple[int, Aspect], ...]:
        """The typed values of a row whose sources its 来源 cell names: no forecasts, no plans."""
        return tuple(
            (row, facet)
            for facet in self._facets
            if facet.spec.tense is Tense.REACHED and self.value(row, facet).source
        )

    def _sources(self, row: int) -> str:
        """Where a row's values come from, in words; forecasts count where alone, plans never."""
        chosen = self.rows[row].source
        if chosen is not None:
            return f"只用{chosen.label}"
        found = [(facet, self.value(row, facet).source) for facet in self._facets]
        said = [
            (facet, source) for facet, source in found if source and facet.spec.tense in _OWN_TENSES
        ]
        own = [source for facet, source in said if not facet.is_forecast]
        names = own or [source for _, source in said]
        return "、".join(dict.fromkeys(source.label for source in names))

    def _last_growth(self, row: GridRow) -> str:
        growth = Facet.YOY if row.lead is not Facet.YOY else None
        return self._lookup.last(row, growth, bare=True) if growth else ""

    def _columns(self, keep: Iterable[GridColumn]) -> tuple[GridColumn, ...]:
        kept = {column.facet for column in keep if column.facet}
        there = {one.facet for one in self.project.observations}
        wanted = {
            facet for facet in BY_COLUMN if facet in kept or self._is_wanted(facet, facet in there)
        }
        wanted |= {Facet.PRIOR}
        compared = self._compared(kept)
        facets = [
            one
            for facet in BY_COLUMN
            for one in (*((facet,) if facet in wanted else ()), *compared.get(facet, ()))
        ]
        # What is typed most stands beside the name, what it was last period beside it.
        facets.sort(key=lambda facet: _FIRST.get(facet, len(_FIRST)))
        columns = [GridColumn(ColumnKind.FACET, facet) for facet in facets]
        columns.insert(1, GridColumn(ColumnKind.LAST))
        growth = GridColumn(ColumnKind.LAST_GROWTH)
        if growth in keep or any(self._last_growth(row) for row in self.rows if row.used):
            at = next((i for i, one in enumerate(columns) if one.facet is Facet.YOY), -1)
            columns.insert(at + 1 or len(columns), growth)
        return (*columns, GridColumn(ColumnKind.SOURCE), GridColumn(ColumnKind.STATE))

    def _compared(self, kept: set[Aspect]) -> dict[Facet, list[Aspect]]:
        """What rows want or hold that is measured against something else than last year, by its
        facet."""
        found = {one for one in kept if isinstance(one, Compared)}
        for row in self.rows:
            found |= {one for one in row.facets | row.omitted if isinstance(one, Compared)}
            found |= set(self._lookup.compared(row))
        by_facet: dict[Facet, list[Aspect]] = {}
        for one in sorted(found, key=in_order):
            by_facet.setdefault(one.facet, []).append(one)
        return by_facet

    def _is_wanted(self, facet: Aspect, is_there: bool) -> bool:
        """Whether some row wants a facet, holds one, or computes what it wants from it.

        `is_there` False: no indicator has a value of it, at any period.
        """
        for row in self.rows:
            if facet in row.facets or facet in row.omitted:
                return True
            if is_there and self._lookup.holds(row, facet):
                return True
            if facet is Facet.PLAN and _needs_plan(row):
                return True
        no_row_asks = not any(row.facets for row in self.rows)
        return no_row_asks and facet in (Facet.ACTUAL, Facet.YOY)


def _needs_plan(row: GridRow) -> bool:
    """Whether a row says what is computed from its plan."""
    return any(
        (facet.spec.compared_with is ComparedWith.PLAN or facet.against is Base.PLAN)
        and can_compute(row.indicator, facet)
        for facet in row.facets
    )
