"""Another period for a project in which nothing was written yet: its text is made anew.

Once there is something in it, the next period's project comes from carrying on.
"""

from __future__ import annotations

from model.compose.compose import compose
from model.errors import UsageError
from model.jobs.new_project import new_project
from model.library import shipped
from model.report.project import Project
from model.values.period import Period


def is_untouched(project: Project) -> bool:
    """Whether a project is still as its template made it: no values, no words of its own."""
    if project.observations or len(project.reports) != 1:
        return False
    try:
        made = at_period(project, project.period)
    except UsageError:
        return False
    former, fresh = project.reports[0], made.reports[0]
    return (
        project.fields == made.fields
        and project.indicators == made.indicators
        and compose(project, former).text == compose(made, fresh).text
    )


def at_period(project: Project, period: Period) -> Project:
    """The project of one report as its template makes it for another period.

    What the clerk chose for the report as a whole stays. Raises `UsageError` where the
    template is gone.
    """
    report = project.reports[0]
    template = shipped.template(report.template.key)
    made = new_project(template, shipped.bank(), project.organization, period).project
    fresh = made.reports[0].changed(
        id=report.id,
        name=report.name,
        house_style=report.house_style,
        annex=report.annex,
        base_once=report.base_once,
        length=report.length,
    )
    return made.changed(id=project.id, from_=project.from_, reports=(fresh,))
