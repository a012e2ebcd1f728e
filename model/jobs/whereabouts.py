"""In which text and step of the wizard a place is, so that a list of places can say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.jobs.steps import step_of, steps
from model.places.inventory import Inventory
from model.report.project import Project
from model.report.report import Report


class Whereabouts(NamedTuple):
    """The id of the text to show for a place, and where that is in words."""

    report: str
    said: str


def whereabouts(
    project: Project, shown: Report, places: Sequence[str], inventory: Inventory
) -> list[Whereabouts]:
    """For each place: the text that is shown where it has it, else the first that does."""
    reports = [shown, *(one for one in project.reports if one.id != shown.id)]
    titles = {
        one.id: {step.key: step.title for step in steps(project, one, inventory)} for one in reports
    }
    return [_where(reports, titles, place) for place in places]


def _where(reports: Sequence[Report], titles: dict[str, dict[str, str]], place: str) -> Whereabouts:
    for report in reports:
        key = step_of(report, place)
        if key is not None:
            title = titles[report.id].get(key, "")
            named = f"{report.name} · {title}" if len(reports) > 1 else title
            return Whereabouts(report.id, named)
    return Whereabouts(reports[0].id, "")
