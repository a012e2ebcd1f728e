"""The names that every text may use in braces without a field of its own: place, year, period."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from model.report.project import Project

_REST = {"一季度": "二季度", "上半年": "下半年", "前三季度": "四季度", "全年": "明年"}
_SAYS: Mapping[str, Callable[[Project], str]] = {
    "place": lambda project: project.organization.name,
    "superior": lambda project: project.organization.superior,
    "year": lambda project: str(project.period.year),
    "last-year": lambda project: str(project.period.year - 1),
    "period": lambda project: project.period.label,
    "rest": lambda project: _REST.get(project.period.label, "下一步"),
    "end": lambda project: f"{project.period.end_label}底",
}
BUILT_IN_NAMES = frozenset(_SAYS)


def built_in(project: Project) -> dict[str, str]:
    """What each of the names stands for in the texts of a project."""
    return {name: says(project) for name, says in _SAYS.items()}
