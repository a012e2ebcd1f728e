"""The numbers of charts (图1): counted through a text in reading order."""

from __future__ import annotations

from model.report.memory import remembered
from model.report.project import Project
from model.report.record import Record
from model.report.section import ChartBlock, Section


@remembered
def _charts_in(part: Record) -> tuple[str, ...]:
    """The ids of the charts that a part or block shows; remembered, since every key asks."""
    if isinstance(part, Section):
        return tuple(id_ for below in part.content for id_ in _charts_in(below))
    return (part.id,) if isinstance(part, ChartBlock) and part.series else ()


def chart_numbers(project: Project) -> dict[str, str]:
    """What prose calls each chart, by its id: `图1`; each text counts for itself."""
    return {
        id_: f"图{number}"
        for report in project.reports
        for number, id_ in enumerate(
            (id_ for part in report.content for id_ in _charts_in(part)), start=1
        )
    }
