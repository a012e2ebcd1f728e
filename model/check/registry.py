"""The one registry of checks, most serious family first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from model.check import completeness, figures, length, links, numbering
from model.check.problem import Problem, Severity
from model.report.project import Project
from model.report.report import Report

CHECKS: tuple[Callable[[Project, Report], Iterator[Problem]], ...] = (
    links.check,
    numbering.check,
    completeness.check,
    figures.check,
    length.check,
)


def problems(project: Project, report: Report | None = None) -> tuple[Problem, ...]:
    """All findings of one report or of all, errors first; what was dismissed is left out."""
    reports = project.reports if report is None else (report,)
    found = {
        problem: None
        for one in reports
        for check in CHECKS
        for problem in check(project, one)
        if problem.severity is Severity.ERROR or problem.key not in project.dismissed
    }
    return tuple(sorted(found, key=lambda one: one.severity is not Severity.ERROR))


def unfinished(project: Project, report: Report) -> tuple[Problem, ...]:
    """What stands against a final version of a report."""
    return tuple(one for one in problems(project, report) if one.severity is Severity.ERROR)
