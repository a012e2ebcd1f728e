"""The annex: the table of indicators under its title."""

from __future__ import annotations

from collections.abc import Iterator

from model.compose.indicator_table import indicator_table
from model.compose.project_reader import ProjectReader
from model.document import Paragraph, Role, Span, Table, line_id
from model.report.report import Report


def annex(report: Report, reader: ProjectReader) -> Iterator[Paragraph | Table]:
    """The annex of a report that asks for it and states indicators."""
    table = indicator_table(report, reader) if report.annex else None
    if table is None:
        return
    title = f"{reader.numbers.period.label_with_year}主要指标完成情况"
    for role, text in ((Role.ANNEX_LABEL, "附件"), (Role.ANNEX_TITLE, title)):
        yield Paragraph(role, (Span(text),), 0, (line_id(report.id, role),))
    yield table
