"""The annex: one table of the indicators that a text states in its blocks.

Its columns are 指标 · 单位 · 本期 · 同比 · 占年度计划 · 位次.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.compose.project_reader import ProjectReader
from model.document import Cell, Paragraph, Role, Span, Table, line_id
from model.numbers.ask import Known, Query
from model.report.indicator import Indicator
from model.report.report import Report
from model.report.uses import stated_indicators
from model.values.aspect import Aspect
from model.values.facet import Facet
from model.values.number import written

_TITLES = ("指标", "单位", "本期", "同比（%）", "占年度计划（%）", "位次")
_WIDTHS = (9, 4, 4, 4, 4, 6)
_COLUMNS = (Facet.ACTUAL, Facet.YOY, Facet.PLAN_SHARE, Facet.RANK)
_KEYS = ("name", "unit", *(facet.value for facet in _COLUMNS))
_NOTHING = "—"


def annex(report: Report, reader: ProjectReader) -> Iterator[Paragraph | Table]:
    """The annex of a report that asks for it and states indicators."""
    if not report.annex:
        return
    known = map(reader.indicator, stated_indicators(report))
    stated = [one for one in known if one is not None]
    if not stated:
        return
    title = f"{reader.numbers.period.label_with_year}主要指标完成情况"
    for role, text in ((Role.ANNEX_LABEL, "附件"), (Role.ANNEX_TITLE, title)):
        yield Paragraph(role, (Span(text),), 0, (line_id(report.id, role),))
    ordered = sorted(stated, key=lambda indicator: indicator.order)
    yield Table(
        _TITLES,
        _WIDTHS,
        tuple(_row(indicator, reader) for indicator in ordered),
        (_row_id(report, 0),),
        tuple(_row_id(report, number + 1) for number in range(len(ordered))),
        _KEYS,
        tuple(indicator.id for indicator in ordered),
    )


def _row_id(report: Report, number: int) -> str:
    """`r7k2x_a3`: rows of an annex are no records; 0 is its head."""
    return f"{report.id}_a{number}"


def _row(indicator: Indicator, reader: ProjectReader) -> tuple[Cell, ...]:
    return reader.pieces.made(indicator, None, lambda: _cells(indicator, reader))


def _cells(indicator: Indicator, reader: ProjectReader) -> tuple[Cell, ...]:
    reader.indicator(indicator.id)
    query = Query.at(indicator, reader.numbers.period)
    name = Cell((Span(indicator.name),))
    unit = Cell((Span(indicator.unit or _NOTHING),))
    return (name, unit, *(_cell(query, facet, reader) for facet in _COLUMNS))


def _cell(query: Query, facet: Aspect, reader: ProjectReader) -> Cell:
    """A value with its sign, as tables give it; — where the indicator has none for the period."""
    known = reader.numbers.known(query.asked(facet), facet)
    if not known:
        return Cell((Span(_NOTHING),), True)
    text = ("、" if known[0].is_rank else ":").join(_shown(one, query.indicator) for one in known)
    place = str(query.place(facet))
    return Cell((Span(text, place, state=known[0].state),), facet is not Facet.RANK)


def _shown(known: Known, indicator: Indicator) -> str:
    """The number as typed, with its sign; its unit where that is not the column's."""
    if known.is_rank:
        return str(known.rank)
    number = written(known.value)
    return number if known.unit in (indicator.unit, "%") else number + known.unit
