"""What the program offers while the clerk has not typed it: a period, a file name, departments."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from model.file_names import PROJECT_ENDING, fitting
from model.report.project import Organization, Project
from model.report.section import Task
from model.report.tree import walk
from model.values.field_kind import FieldKind
from model.values.period import Period

_AHEAD = timedelta(days=20)
"""Reports are begun before their period ends: in mid-June for the half-year."""


def suggested_period(today: date) -> Period:
    """The latest span from January to a quarter's end that is over, or will be in 20 days."""
    near = today + _AHEAD
    last = (near.month - 1) // 3 * 3
    return Period(near.year, 1, last) if last else Period(near.year - 1, 1, 12)


def period_to_write(former: Period, today: date) -> Period:
    """The period that is written with the report of `former` at hand: the last of its kind that is
    over, or will be in 20 days; `former` itself where none is later.
    """
    wanted = former
    while (following := _following(wanted, former)).end <= today + _AHEAD:
        wanted = following
    return wanted


def _following(period: Period, kind: Period) -> Period:
    """The next one of the kind: a yearly text stays yearly, 1—5月 goes on month by month."""
    if kind == kind.whole_year():
        return Period(period.year + 1, 1, 12)
    is_by_month = kind.first == 1 and kind.last % 3 and kind.last > 1
    if is_by_month and period.last < 12:
        return Period(period.year, 1, period.last + 1)
    is_by_quarter = 1 < kind.first < kind.last
    if is_by_quarter and period.last < 12:
        return Period(period.year, period.last + 1, period.last + 3)
    return period.following()


def suggested_spans(year: int) -> tuple[Period, ...]:
    """All periods of a year in the order in which they are likely to be wanted."""
    quarters = [Period(year, 1, last) for last in (3, 6, 9, 12)]
    alone = [Period(year, last - 2, last) for last in (6, 9, 12)]
    to_date = [Period(year, 1, last) for last in (2, 4, 5, 7, 8, 10, 11)]
    months = [Period(year, month, month) for month in range(1, 13)]
    return (*quarters, *alone, *to_date, *months)


def file_name(kind: str, organization: Organization | None, period: Period) -> str:
    """`工作总结（云岭县2026年上半年）.xugao`, without signs that a file name cannot hold.

    A place that is not known yet is left out.
    """
    place = organization.name if organization is not None else ""
    return fitting(kind, f"（{place}{period.label_with_year}）{PROJECT_ENDING}")


def departments_of(project: Project) -> tuple[str, ...]:
    """The departments named in a project, the most used first."""
    names = Counter(one.supplier for one in project.indicators if one.supplier)
    for report in project.reports:
        for record in walk(report):
            if isinstance(record, Task):
                names.update((*record.lead, *record.support))
    for field in project.fields:
        if field.kind is FieldKind.DEPARTMENTS and field.value:
            names.update(field.value.split("、"))
    return tuple(name for name, _ in names.most_common())
