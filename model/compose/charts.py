"""A chart and its caption below it; its numbers in words for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from model.compose.project_reader import ProjectReader
from model.compose.prose import said
from model.document import Chart, Drawn, Mark, Paragraph, Part, Role, Span, line_id
from model.numbers.ask import place_of
from model.numbers.charts import Cell, ChartRow, ChartTable, chart_table
from model.report.section import ChartBlock, ChartForm, ChartShows
from model.values.facet import Facet
from model.values.number import written
from model.values.state import State

_GAP = "空缺"
_TOLD = 4


def chart_block(one: ChartBlock, reader: ProjectReader) -> Iterator[Paragraph]:
    """The chart and 图1 with its name; nothing for one without a row."""
    for series in one.series:
        reader.indicator(series.indicator)
    table = chart_table(reader.numbers, one)
    if not table.rows:
        return
    number = reader.field(one.id)
    is_beside = one.shows is ChartShows.INDICATORS
    name = said(one, "caption", reader) or (
        Span(_usual_name(table, is_beside=is_beside), f"{one.id}.caption"),
    )
    sign = Span(f"{number.text if number else '图'}　", f"{one.id}.caption", Part.MARKER)
    words = f"{sign.text}{''.join(span.text for span in name)}。{_words(table)}"
    yield Chart(
        Role.CHART,
        (Span("", f"{one.id}.caption"), *_cells(table)),
        0,
        (one.id,),
        (),
        table.categories,
        _drawn(table),
        words,
    )
    yield Paragraph(Role.CHART_CAPTION, (sign, *name), 0, (line_id(one.id, Role.CHART_CAPTION),))


def _usual_name(table: ChartTable, *, is_beside: bool) -> str:
    """What a chart is called that nobody has named: what its rows tell, or what it compares."""
    if is_beside:
        told = "、".join(table.categories[:_TOLD]) + ("等" if table.categories[_TOLD:] else "")
        return told if table.rows[0].facet is Facet.ACTUAL else f"{told}{table.rows[0].name}"
    return "、".join(row.name for row in table.rows)


def _cells(table: ChartTable) -> Iterator[Span]:
    """Where each value is filled in, row by row, without a word."""
    for row in table.rows:
        for cell in row.cells:
            state = State.EMPTY if cell.known is None else cell.known.state
            yield Span("", str(place_of(cell.asked, cell.facet)), state=state)


def _drawn(table: ChartTable) -> tuple[Drawn, ...]:
    first = table.rows[0]
    return tuple(
        Drawn(
            row.name,
            row.unit,
            tuple(cell.value for cell in row.cells),
            Mark.LINE if row.form is ChartForm.LINE else Mark.BARS,
            (row.unit, row.is_rank) != (first.unit, first.is_rank),
            row.is_rank,
        )
        for row in table.rows
    )


def _words(table: ChartTable) -> str:
    """`一般公共预算收入：2025年上半年5.1亿元，2026年上半年5.4亿元。`"""
    return "".join(
        f"{row.name}："
        + "，".join(
            f"{category}{_said(row, cell)}"
            for category, cell in zip(table.categories, row.cells, strict=True)
        )
        + "。"
        for row in table.rows
    )


def _said(row: ChartRow, cell: Cell) -> str:
    if cell.value is None:
        return _GAP
    if row.is_rank:
        return f"第{written(cell.value)}位"
    return f"{written(cell.value)}{row.unit}"
