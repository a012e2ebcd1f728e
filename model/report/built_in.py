"""The names that every text may use in braces without a field of its own: place, year, period."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from model.report.project import Project
from model.values.period import Period

_REST = {"一季度": "二季度", "上半年": "下半年", "前三季度": "四季度", "全年": "明年"}


def rest_of(period: Period) -> str | None:
    """What remains of the year behind a period (下半年); None where reports have no word for it."""
    return _REST.get(period.label)


_SAYS: Mapping[str, Callable[[Project], str]] = {
    "place": lambda project: project.organization.name,
    "superior": lambda project: project.organization.superior,
    "year": lambda project: str(project.period.year),
    "last-year": lambda project: str(project.period.year - 1),
    "period": lambda project: project.period.label,
    "rest": lambda project: rest_of(project.period) or "下一步",
    "end": lambda project: f"{project.period.end_label}底",
}
BUILT_IN_NAMES = frozenset(_SAYS)


def built_in(project: Project) -> dict[str, str]:
    """What each of the names stands for in the texts of a project."""
    return {name: says(project) for name, says in _SAYS.items()}
