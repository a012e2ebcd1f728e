"""The table of indicators (指标表): what a text states in its blocks, as one table.

Its columns are 指标 · 单位 · 本期 · 同比 · 占年度计划 · 位次, without those that hold nothing. It
says what the text says: a blank of the text is a blank here too, a forecast stands where nothing
else is known (`118.6（预计）`), and a value of another period that the text gives names its period.
— is an indicator that has no such value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from model.compose.project_reader import ProjectReader
from model.document import Cell, Span, Table
from model.numbers.ask import Known, Query
from model.report.indicator import Indicator
from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse
from model.report.uses import said_children
from model.values.aspect import Aspect
from model.values.facet import Facet
from model.values.number import written
from model.values.state import State
from model.wording.saying.words import BLANK

_NOTHING = "—"
_FORECAST = "预计"
_FORECASTS: Mapping[Facet, Facet] = {
    Facet.ACTUAL: Facet.FORECAST,
    Facet.YOY: Facet.FORECAST_YOY,
    Facet.PLAN_SHARE: Facet.FORECAST_PLAN_SHARE,
}


class _Column(NamedTuple):
    """A column: its key, title and width in characters."""

    key: str
    title: str
    width: int


_NAME, _UNIT = _Column("name", "指标", 9), _Column("unit", "单位", 4)
_FACETS = {
    Facet.ACTUAL: _Column(Facet.ACTUAL.value, "本期", 4),
    Facet.YOY: _Column(Facet.YOY.value, "同比（%）", 4),
    Facet.PLAN_SHARE: _Column(Facet.PLAN_SHARE.value, "占年度计划（%）", 4),
    Facet.RANK: _Column(Facet.RANK.value, "位次", 6),
}
_COLUMNS = (_NAME, _UNIT, *_FACETS.values())
_ALWAYS = (0, 2)
"""Columns that stand though they hold nothing: 指标 and 本期."""

Uses = tuple[IndicatorUse, ...]


def indicator_table(report: Report, reader: ProjectReader) -> Table | None:
    """The table of the indicators that a report states in its blocks, or did before they were made
    text; None where it states none.

    Its rows are no records; their ids are `r7k2x_a3`, and 0 is the head.
    """
    uses: dict[str, list[IndicatorUse]] = {}
    for use in _uses(report):
        for id_ in filter(None, (use.indicator, use.paired_with)):
            uses.setdefault(id_, []).append(use)
    for id_ in report.annex_indicators:
        uses.setdefault(id_, [])
    known = [one for one in map(reader.indicator, uses) if one is not None]
    if not known:
        return None
    ordered = sorted(known, key=lambda indicator: indicator.order)
    rows = [_row(indicator, tuple(uses[indicator.id]), reader) for indicator in ordered]
    shown = [at for at in range(len(_COLUMNS)) if at in _ALWAYS or _holds(rows, at)]
    return Table(
        tuple(_COLUMNS[at].title for at in shown),
        tuple(_COLUMNS[at].width for at in shown),
        tuple(tuple(row[at] for at in shown) for row in rows),
        (f"{report.id}_a0",),
        tuple(f"{report.id}_a{number}" for number in range(1, len(rows) + 1)),
        tuple(_COLUMNS[at].key for at in shown),
        tuple(indicator.id for indicator in ordered),
    )


def _uses(record: Record) -> Iterator[IndicatorUse]:
    """The uses that a record and what stands below it say, in reading order."""
    if isinstance(record, IndicatorUse):
        if record.dropped:
            return
        yield record
    for child in said_children(record):
        yield from _uses(child)


def _holds(rows: Sequence[tuple[Cell, ...]], column: int) -> bool:
    return any(row[column].text != _NOTHING for row in rows)


def _row(indicator: Indicator, uses: Uses, reader: ProjectReader) -> tuple[Cell, ...]:
    """The cells of one indicator in all columns."""
    return reader.pieces.made(indicator, uses, lambda: _cells(indicator, uses, reader))


def _cells(indicator: Indicator, uses: Uses, reader: ProjectReader) -> tuple[Cell, ...]:
    reader.indicator(indicator.id)
    name = Cell((Span(indicator.name),))
    unit = Cell((Span(indicator.unit or _NOTHING),))
    queries = tuple(_queries(indicator, uses, reader))
    return (name, unit, *(_cell(indicator, facet, uses, queries, reader) for facet in _FACETS))


def _queries(indicator: Indicator, uses: Uses, reader: ProjectReader) -> Iterator[Query]:
    """What may be known of an indicator, best first: what uses of this period ask for, all that
    is known of it, then what is said of other periods."""
    numbers = reader.numbers
    understood = [numbers.settled(use) for use in uses if numbers.understands(use)]
    asked = [numbers.query_of_use(indicator, use) for use in understood]
    yield from (query for query in asked if query.period == numbers.period)
    yield Query.at(indicator, numbers.period)
    yield from (query for query in asked if query.period != numbers.period)


def _cell(
    indicator: Indicator,
    facet: Facet,
    uses: Uses,
    queries: Sequence[Query],
    reader: ProjectReader,
) -> Cell:
    """The first value that is known; a blank where the text has one; else —."""
    numeric = facet is not Facet.RANK
    for query in queries:
        for aspect in _aspects(facet):
            known = reader.numbers.known(query.asked(aspect), aspect)
            if known:
                text = ("、" if known[0].is_rank else ":").join(
                    _shown(one, indicator) for one in known
                )
                text += _remark(query, aspect, reader)
                return Cell((Span(text, str(query.place(aspect)), state=known[0].state),), numeric)
    for query, blank in _blanks(indicator, facet, uses, reader):
        text = BLANK + _remark(query, blank, reader)
        return Cell((Span(text, str(query.place(blank)), state=State.EMPTY),), numeric)
    return Cell((Span(_NOTHING),), numeric)


def _aspects(facet: Facet) -> Iterator[Facet]:
    yield facet
    if facet in _FORECASTS:
        yield _FORECASTS[facet]


def _blanks(
    indicator: Indicator, facet: Facet, uses: Uses, reader: ProjectReader
) -> Iterator[tuple[Query, Aspect]]:
    """Where the text asks for what a cell would say and nothing is known."""
    numbers = reader.numbers
    for use in map(numbers.settled, filter(numbers.understands, uses)):
        query = numbers.query_of_use(indicator, use)
        wanted = numbers.wanted(indicator, use)
        yield from ((query, aspect) for aspect in _aspects(facet) if aspect in wanted)


def _remark(query: Query, aspect: Aspect, reader: ProjectReader) -> str:
    """What a value is that is not the reached one of this period: （预计）, （1—5月）."""
    period, own = query.asked(aspect).period, reader.numbers.period
    said = period.label if period.year == own.year else period.label_with_year
    said = "" if period == own else said
    said += _FORECAST if aspect.is_forecast else ""
    return f"（{said}）" if said else ""


def _shown(known: Known, indicator: Indicator) -> str:
    """The number as typed, with its sign; its unit where that is not the column's."""
    if known.is_rank:
        return str(known.rank)
    number = written(known.value)
    return number if known.unit in (indicator.unit, "%") else number + known.unit
