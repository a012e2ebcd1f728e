"""Charts of a manuscript as charts again: where their rows are indicators and their numbers stand
over periods, or beside one another. Any other chart stays the table of its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from model.entry.dates import period as period_of
from model.errors import ValueRefused
from model.library.bank import Bank
from model.numbers.ask import main_facet
from model.numbers.ranking import superior_scope, usual_rank_of
from model.reading.source import Source, SourceTable
from model.report.indicator import Indicator, Observation
from model.report.project import Project
from model.report.section import (
    MOST_CATEGORIES,
    Block,
    ChartBlock,
    ChartForm,
    ChartSeries,
    ChartShows,
    Section,
    TableBlock,
    TextBlock,
)
from model.values.facet import Facet
from model.values.number import parse_number
from model.values.period import Period

_TITLE = re.compile(r"(?P<name>.+?)(?:（(?P<unit>[^（）]*)）)?")
_CAPTION = re.compile(r"图\s*\d+[\s　.．、]*(?P<name>.*)")
_FACETS = (Facet.YOY, Facet.POINTS, Facet.PLAN_SHARE, Facet.SHARE, Facet.RANK, Facet.ACTUAL)
Content = tuple[Section | Block, ...]
_Drawn = tuple[ChartShows, tuple[ChartSeries, ...]]


class _Column(NamedTuple):
    """What a column of numbers tells: of which indicator, which value, in which unit."""

    indicator: Indicator
    facet: Facet
    unit: str


def with_charts(project: Project, source: Source, bank: Bank) -> Project:
    """The project with a chart for every table that was one and can be drawn from its numbers."""
    drawn = [one for one in source.blocks if isinstance(one, SourceTable) and one.marks]
    if not drawn:
        return project
    maker, report = _Maker(project, bank, drawn), project.reports[0]
    content = maker.content(report.content)
    return maker.project.changed(reports=(report.changed(content=content),))


class _Maker:
    """Walks the content once; `project` takes up the indicators and values of its charts."""

    def __init__(self, project: Project, bank: Bank, drawn: list[SourceTable]) -> None:
        self.project = project
        self._bank = bank
        self._drawn = drawn

    def content(self, content: Content) -> Content:
        made: list[Section | Block] = []
        for part in content:
            if isinstance(part, Section):
                made.append(part.changed(content=self.content(part.content)))
            elif isinstance(part, TableBlock) and (source := self._source(part)) is not None:
                before, table = _named(made, part.caption), part
                if before is not None:  # the line above is the name of the chart before
                    made[-1], table = before, part.changed(caption="")
                made.append(self._chart(table, source) or table)
            elif isinstance(part, TextBlock) and made and isinstance(made[-1], ChartBlock):
                made[-1], rest = _captioned(made[-1], part)
                made += rest
            else:
                made.append(part)
        return tuple(made)

    def _source(self, table: TableBlock) -> SourceTable | None:
        """The chart that a table was."""
        cells = [tuple(cell or "" for cell in row.cells) for row in table.rows]
        return next((one for one in self._drawn if list(one.rows[1:]) == cells), None)

    def _chart(self, table: TableBlock, source: SourceTable) -> ChartBlock | None:
        """The chart over periods, or of indicators beside one another; None for any other."""
        if len(source.rows) - 1 > MOST_CATEGORIES:
            return None
        shows, series = self._over_periods(source) or self._beside(source) or (None, ())
        if shows is None:
            return None
        count = MOST_CATEGORIES if shows is ChartShows.INDICATORS else len(source.rows) - 1
        return ChartBlock(
            kind="chart",
            id=table.id,
            caption=table.caption,
            shows=shows,
            count=count,
            series=series,
        )

    def _over_periods(self, source: SourceTable) -> _Drawn | None:
        titles, lines = source.rows[0][1:], source.rows[1:]
        columns = [column for title in titles if (column := self._column(title)) is not None]
        periods = _periods([line[0] for line in lines])
        if len(columns) != len(titles) or not periods or periods[-1] != self.project.period:
            return None
        for number, column in enumerate(columns, start=1):
            self._keep(column, zip(periods, (line[number] for line in lines), strict=True))
        same = len({(period.first, period.last) for period in periods}) == 1
        shows = ChartShows.YEARS if same else ChartShows.PERIODS
        return shows, _series(columns, source.marks[0])

    def _beside(self, source: SourceTable) -> _Drawn | None:
        found = _TITLE.fullmatch(source.rows[0][1])
        facet = next((one for one in _FACETS if found and one.label == found["name"]), None)
        names = {one.name: one for one in (*self._bank, *self.project.indicators)}
        indicators = [names.get(line[0]) for line in source.rows[1:]]
        if found is None or facet is None or len(source.rows[0]) > 2:
            return None
        columns = [_Column(one, facet, found["unit"] or "") for one in indicators if one]
        if len(columns) != len(indicators):
            return None
        for column, line in zip(columns, source.rows[1:], strict=True):
            self._keep(column, [(self.project.period, line[1])])
        return ChartShows.INDICATORS, _series(columns, source.marks[0] * len(columns))

    def _column(self, title: str) -> _Column | None:
        """`一般公共预算收入同比增长（%）`: the indicator, and what of it the rest names."""
        found = _TITLE.fullmatch(title)
        name, unit = (found["name"], found["unit"] or "") if found else (title, "")
        for indicator in (*self.project.indicators, *self._bank):
            if name == indicator.name:
                return _Column(indicator, main_facet(indicator), unit)
            rest = name.removeprefix(indicator.name)
            facet = next((one for one in _FACETS if one.label == rest), None)
            if facet is not None:
                return _Column(indicator, facet, unit)
        return None

    def _keep(self, column: _Column, values: Iterable[tuple[Period, str]]) -> None:
        """Take up an indicator and those of its values that nothing else has told."""
        indicator = column.indicator
        if self.project.indicator(indicator.id) is None:
            indicators = (*self.project.indicators, indicator.for_project())
            self.project = self.project.changed(indicators=indicators)
        is_rank = column.facet is Facet.RANK
        scope = superior_scope(self.project.organization.superior) if is_rank else ""
        known = {(one.indicator, one.period, one.facet) for one in self.project.observations}
        added = [
            Observation(
                indicator=indicator.id,
                period=period,
                basis=period.basis,
                facet=column.facet,
                value=value,
                unit=column.unit or indicator.unit_of(column.facet),
                scope=scope,
                of=usual_rank_of(indicator) if is_rank else None,
            )
            for period, value in _numbers(values)
            if (indicator.id, period, column.facet) not in known
        ]
        self.project = self.project.changed(observations=(*self.project.observations, *added))


def _series(columns: Sequence[_Column], marks: Sequence[str]) -> tuple[ChartSeries, ...]:
    return tuple(
        ChartSeries(indicator=one.indicator.id, facet=one.facet, form=ChartForm(mark))
        for one, mark in zip(columns, marks, strict=True)
    )


def _numbers(values: Iterable[tuple[Period, str]]) -> Iterator[tuple[Period, Decimal]]:
    for period, said in values:
        try:
            yield period, parse_number(said)
        except ValueRefused:
            continue


def _periods(names: Sequence[str]) -> tuple[Period, ...]:
    """The categories as periods, oldest first; none where one of them is something else."""
    try:
        found = tuple(period_of(name) for name in names)
    except ValueRefused:
        return ()
    return found if list(found) == sorted(set(found), key=lambda one: (one.year, one.last)) else ()


def _captioned(chart: ChartBlock, text: TextBlock) -> tuple[ChartBlock, tuple[TextBlock, ...]]:
    """The chart with its name, which opens the text below it, and what is left of that."""
    first = text.paragraphs[0] if text.paragraphs else ()
    says = first[0].text if len(first) == 1 and not first[0].lead else ""
    named = _named([chart], says)
    if named is None:
        return chart, (text,)
    rest = text.paragraphs[1:]
    left = (text.changed(paragraphs=rest),) if rest else ()
    return named, left


def _named(made: Sequence[Section | Block], caption: str) -> ChartBlock | None:
    """The chart that stands last, with the name that a line (图1　…) below it gives it."""
    last = made[-1] if made else None
    found = _CAPTION.fullmatch(caption)
    if not isinstance(last, ChartBlock) or found is None:
        return None
    return last.changed(caption=found["name"])
