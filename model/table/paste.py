"""Where the cells of a pasted block go: by position from a cell, or by the names of indicators.

Nothing is changed here: the result says of every cell where it would go, what stands there, and
why it cannot go. The clerk chooses, and what she chose is set in one step.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from model.entry.apply import Assignment
from model.entry.observe import observe
from model.errors import ValueRefused, XugaoError
from model.library.bank import Bank
from model.report.address import ObservationPlace, parse_place
from model.report.indicator import Indicator
from model.table.cells import why_not
from model.table.clipboard import Block
from model.table.edits import place_for
from model.table.grid import Grid
from model.table.paste_heads import Head, Role, heads_of, period_of
from model.table.rows import GridRow
from model.values.against import Against
from model.values.aspect import Aspect, aspect
from model.values.facet import Facet, Source
from model.values.period import Period
from model.values.units import comparable, known_units
from model.wording.fold import fold

_NUMBER_SIGN = re.compile(
    r"^(?:[一二三四五六七八九十]+、|\((?:[一二三四五六七八九十]+|\d+)\)|\d+[.、]|[①-⑳]|其中:?|[#*·-])+"
)
_NAME_UNIT = re.compile(r"\(([^()]{1,8})\)$")
_GROWTH_NAME = re.compile(r"(?:同比)?(?:增长速度|增长率|增长|增速|增幅)$")
_NOTHING = frozenset(("", "-", "--", "/", "…", "——", "—", "－", "待定"))
_VALUE = re.compile(r"[+-]?[\d,]*\.?\d+")


class Landing(NamedTuple):
    """A cell of the block (line, column from 0) and where it goes; `fault` says why it cannot,
    `doubt` why it probably should not."""

    at: tuple[int, int]
    text: str
    place: str = ""
    label: str = ""
    now: str = ""
    typed: str = ""
    fault: str = ""
    doubt: str = ""

    @property
    def fits(self) -> bool:
        return not self.fault


class Named(NamedTuple):
    """A name of a block: the indicator, whether its growth is named, the unit behind the name."""

    indicator: str
    is_growth: bool
    unit: str


class Names:
    """The indicators of a project and of the bank by all their names."""

    def __init__(self, indicators: Iterable[Indicator], bank: Bank) -> None:
        self._ids: dict[str, str] = {}
        self._units = set(known_units())
        for one in (*indicators, *bank):
            for name in (one.name, *one.synonyms):
                self._ids.setdefault(_bare(name), one.id)

    def find(self, text: str) -> Named | None:
        """The indicator a cell names: `1.一般公共预算收入（亿元）`, `固定资产投资增速`."""
        bare = _NUMBER_SIGN.sub("", _bare(text))
        exact = self._ids.get(bare)
        if exact:
            return Named(exact, False, "")
        bracket = _NAME_UNIT.search(bare)
        unit = bracket[1] if bracket and bracket[1] in self._units else ""
        bare = bare[: bracket.start()] if bracket and unit else bare
        for name, is_growth in ((bare, False), (_GROWTH_NAME.sub("", bare), True)):
            if name in self._ids:
                return Named(self._ids[name], is_growth, unit)
        return None


def _bare(name: str) -> str:
    return fold("".join(name.split())).upper()


def name_column(block: Block, names: Names) -> int | None:
    """The column that holds the names of indicators; None where none does."""
    width = len(block[0]) if block else 0
    found = [sum(names.find(line[column]) is not None for line in block) for column in range(width)]
    best = max(found, default=0)
    return found.index(best) if best else None


class Target(NamedTuple):
    """Where a block is pasted: the rows and facets of the table that are seen, in order, and the
    cell it begins at. `source` None keeps the sources there are."""

    rows: Sequence[int]
    facets: Sequence[Aspect | None]
    row: int = 0
    column: int = 0
    source: Source | None = None


def by_position(grid: Grid, block: Block, target: Target, today: date) -> tuple[Landing, ...]:
    """Cell by cell from the target's cell, over the columns that can be filled; an empty cell
    changes nothing."""
    landing = _Landings(grid, target.source, today)
    behind = target.facets[target.column + 1 :]
    facets = [*target.facets[target.column :][:1], *(one for one in behind if one is not None)]
    for line, cells in enumerate(block):
        for column, text in enumerate(cells):
            row = target.row + line
            if text in _NOTHING:
                continue
            if row >= len(target.rows) or column >= len(facets):
                landing.refuse((line, column), text, "超出了表格的范围，没有地方可填。")
                continue
            facet = facets[column]
            if facet is None:
                landing.refuse((line, column), text, "这一列不能填。")
            else:
                landing.put((line, column), text, text, target.rows[row], facet)
    return landing.made


def by_name(
    grid: Grid, block: Block, names: Names, target: Target, today: date
) -> tuple[Landing, ...]:
    """Line by line to the indicator that the line names, column by column to what its head says.

    Without heads the columns are those of the table from the target's column on.
    """
    column = name_column(block, names)
    if column is None:
        return ()
    first = next(at for at, line in enumerate(block) if names.find(line[column]))
    heads = heads_of(block[:first], len(block[0]))
    if not any(head.role is Role.VALUE for head in heads):
        heads = _heads_by_order(block[first:], column, target)
    year = grid.project.period.year
    told = [period_of(block[:first], at, year) for at in range(len(block[0]))]
    landing = _Landings(grid, target.source, today, told)
    for line in range(first, len(block)):
        _land_line(landing, grid, block, (line, column), heads, names)
    return landing.made


def _heads_by_order(lines: Block, names_at: int, target: Target) -> list[Head]:
    """The value columns of a block without heads, as the table's columns from the cell on."""
    facets = iter([facet for facet in target.facets[target.column :] if facet is not None])
    made: list[Head] = []
    for column in range(len(lines[0])):
        cells = [line[column] for line in lines if line[column] not in _NOTHING]
        is_unit = bool(cells) and all(fold(cell) in known_units() for cell in cells)
        is_value = column > names_at and not is_unit and any(map(_has_number, cells))
        facet = next(facets, None) if is_value else None
        role = Role.UNIT if is_unit else Role.VALUE if facet else Role.ASIDE
        made.append(Head(role, facet))
    return made


def _has_number(text: str) -> bool:
    return _VALUE.search(fold(text)) is not None


def _land_line(
    landing: _Landings,
    grid: Grid,
    block: Block,
    at: tuple[int, int],
    heads: Sequence[Head],
    names: Names,
) -> None:
    """One line of a block with names; `at` is its name."""
    line, names_at = at
    cells = block[line]
    named = names.find(cells[names_at])
    if named is None:
        if cells[names_at] and any(map(_has_number, cells[names_at + 1 :])):
            landing.refuse(at, cells[names_at], "指标库里没有这个名称，请核对写法，或按位置粘贴。")
        return
    title = " ".join(" ".join(above) for above in block[:line] if not names.find(above[names_at]))
    row = _row_of(grid, named.indicator, title)
    if row is None:
        landing.refuse(at, cells[names_at], "这份材料里没有用这个指标，没有地方可填。")
        return
    told = next((cells[i] for i, head in enumerate(heads) if head.role is Role.UNIT), "")
    for column, head in enumerate(heads):
        text = cells[column]
        if column == names_at or head.role is not Role.VALUE or text in _NOTHING:
            continue
        unit = head.unit or named.unit or fold("".join(told.split()))
        wanted = head.aspect_of(grid.rows[row].period) or Facet.ACTUAL
        facet = _facet_for(grid.rows[row].indicator, wanted, named, unit)
        typed = _with_unit(grid.rows[row].indicator, facet, text, unit)
        landing.put((line, column), text, typed, row, facet)


def _row_of(grid: Grid, indicator: str, title: str) -> int | None:
    """The row of an indicator: the one whose period the title names, else the project's own."""
    rows = [at for at, row in enumerate(grid.rows) if row.indicator.id == indicator]
    folded = fold("".join(title.split()))
    for at in rows:
        if len(rows) > 1 and fold(grid.rows[at].period.label) in folded:
            return at
    own = [at for at in rows if grid.rows[at].period == grid.project.period]
    return next(iter(own or rows), None)


def _facet_for(indicator: Indicator, facet: Aspect, named: Named, unit: str) -> Aspect:
    """The facet a value is meant for: a named growth is no level, a rate moves by 个百分点."""
    is_growth = named.is_growth or bool(why_not(indicator, facet) and unit in ("", "%"))
    if facet is Facet.ACTUAL and is_growth and not why_not(indicator, Facet.YOY):
        return Facet.YOY
    if facet is Facet.FORECAST and is_growth:
        return Facet.FORECAST_YOY
    if facet.facet is Facet.YOY and why_not(indicator, Facet.YOY):
        return Facet.POINTS if facet.against is None else _points_against(facet.against, facet)
    return facet


def _points_against(against: Against, otherwise: Aspect) -> Aspect:
    """个百分点 against the same base, where they can be."""
    try:
        return aspect(Facet.POINTS, against)
    except ValueRefused:
        return otherwise


def _with_unit(indicator: Indicator, facet: Aspect, text: str, unit: str) -> str:
    """A level in another unit than the table's says so; it converts or is refused."""
    usual = indicator.unit_of(facet)
    tells_itself = not text[-1:].isdigit()
    if facet.unit is not None or tells_itself or not unit or unit == usual:
        return text
    return text + unit if comparable(unit, usual) or unit in known_units() else text


class _Landings:
    """Gathers where cells go; each is tried on its own, and a place is filled once."""

    def __init__(
        self,
        grid: Grid,
        source: Source | None,
        today: date,
        told: Sequence[Period | None] = (),
    ) -> None:
        self._grid = grid
        self._told = told
        self._source = source
        self._today = today
        self._found: list[Landing] = []
        self._places: dict[str, tuple[int, int]] = {}

    @property
    def made(self) -> tuple[Landing, ...]:
        return tuple(self._found)

    def refuse(self, at: tuple[int, int], text: str, fault: str) -> None:
        self._found.append(Landing(at, text, fault=fault))

    def put(self, at: tuple[int, int], text: str, typed: str, row: int, facet: Aspect) -> None:
        """A cell for a value of the table, or the reason against it."""
        of, cell = self._grid.rows[row], self._grid.value(row, facet)
        label = f"{of.indicator.name} {facet.label}" + self._period_beside(of, facet)
        if not cell.place:
            self._found.append(Landing(at, text, label=label, fault=cell.reason))
            return
        place = place_for(cell.place, self._source)
        fault = self._fault(place, typed)
        if not fault and place in self._places:
            line = self._places[place][0]
            fault = f"第{line + 1}行已经填了这一格，只取前一个。"
        if not fault:
            self._places[place] = at
        doubt = "" if fault else self._doubt(at[1], of, facet)
        self._found.append(Landing(at, text, place, label, cell.typed, typed, fault, doubt))

    def _doubt(self, column: int, row: GridRow, facet: Aspect) -> str:
        """Why a number is probably of another period: the head of its column or the title says so.

        Of a single month the table may give what adds up to its end; plans and forecasts are of
        periods of their own.
        """
        told = self._told[column] if self._told else None
        if told is None or told == row.period or facet is Facet.PLAN or facet.is_forecast:
            return ""
        is_to_its_end = told.first == told.last and told.end == row.period.end
        if is_to_its_end or facet.against is not None:
            return ""
        return f"表头写的是{told.label_with_year}，这一行是{row.period.label_with_year}的。"

    def _period_beside(self, row: GridRow, facet: Aspect) -> str:
        """`（1—5月）` where a value is not of the project's own period."""
        own = self._grid.project.period
        period = row.forecast_period if facet.is_forecast else row.period
        if period == own:
            return ""
        words = period.beside(own) if facet.is_forecast else row.period_label(own)
        return f"（{words}）"

    def _fault(self, place: str, typed: str) -> str:
        try:
            parsed = parse_place(place)
            if isinstance(parsed, ObservationPlace):
                observe(self._grid.project, parsed, typed, self._today)
        except XugaoError as error:
            return str(error)
        return ""


def assignments(landings: Iterable[Landing]) -> tuple[Assignment, ...]:
    """What is set for the chosen cells that fit and change something."""
    return tuple(
        Assignment(one.place, one.typed) for one in landings if one.fits and one.typed != one.now
    )


def counted(landings: Iterable[Landing]) -> Mapping[str, int]:
    """How many cells fit, change nothing, have no place, are refused at their place."""
    told = {"fits": 0, "same": 0, "nowhere": 0, "refused": 0}
    for one in landings:
        if one.fits:
            told["same" if one.typed == one.now else "fits"] += 1
        else:
            told["refused" if one.label else "nowhere"] += 1
    return told
