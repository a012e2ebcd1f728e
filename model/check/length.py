"""Is a text within its length."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem, Severity
from model.compose.compose import compose
from model.report.project import Project
from model.report.report import Report

_A_MINUTE = 200


def characters(text: str) -> int:
    """Characters as Word counts them for Chinese: all but spaces and line ends."""
    return sum(not sign.isspace() for sign in text)


def check(project: Project, report: Report) -> Iterator[Problem]:
    """A problem where the whole text is longer than its limit."""
    limit = report.length.in_characters if report.length else None
    if limit is None:
        return
    count = characters(compose(project, report).text)
    if count > limit:
        minutes = report.length.minutes if report.length else None
        allowed = f"{minutes}分钟（约{limit}字）" if minutes else f"{limit}字"
        place = f"{report.id}.{'minutes' if minutes else 'characters'}"
        message = f"全文{count}字（读出来约{round(count / _A_MINUTE)}分钟），超过限定的{allowed}"
        yield Problem("length", Severity.WARNING, place, message, "删减，或改限定的篇幅")
