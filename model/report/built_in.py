"""The names that every text may use in braces without a field of its own: place, year, period."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from model.report.period_tokens import period_tokens
from model.report.project import Project
from model.values.period import Period

_REST = {"一季度": "二季度", "上半年": "下半年", "前三季度": "四季度", "全年": "明年"}


def rest_of(period: Period) -> str | None:
    """What remains of the year behind a period (下半年); None where reports have no word for it."""
    return _REST.get(period.label)


def goal_of(period: Period) -> str:
    """What is to be reached by the end of a period, as reports call it (“双过半”)."""
    if period.last <= 3:
        return "首季“开门红”"
    return "“双过半”" if period.last <= 6 else "全年目标任务"


def _is_whole(period: Period) -> bool:
    return period == period.whole_year()


def _close(period: Period) -> str:
    """The moment at which balances stand: 6月末, 年末."""
    return "年末" if period.last == 12 else f"{period.end_label}末"


def _rest_or_year(period: Period) -> str:
    """下半年; behind a whole year the next one by its number, in December as in January."""
    return f"{period.year + 1}年" if _is_whole(period) else rest_of(period) or "下一步"


def _named(project: Project, token: str) -> str:
    """A period by its token: inside its year 一季度, of another year 2025年."""
    period = Period.parse(period_tokens(project.period)[token])
    return period.label if period.year == project.period.year else period.label_with_year


_SAYS: Mapping[str, Callable[[Project], str]] = {
    "place": lambda project: project.organization.name,
    "superior": lambda project: project.organization.superior,
    "year": lambda project: str(project.period.year),
    "last-year": lambda project: str(project.period.year - 1),
    "next-year": lambda project: str(project.period.year + 1),
    "period": lambda project: project.period.label,
    "year-period": lambda project: project.period.label_with_year,
    "period-or-year": lambda project: (
        project.period.label_with_year if _is_whole(project.period) else project.period.label
    ),
    "so-far": lambda project: "一年来" if _is_whole(project.period) else "今年以来",
    "rest": lambda project: rest_of(project.period) or "下一步",
    "rest-or-year": lambda project: _rest_or_year(project.period),
    "year-ago": lambda project: "上年" if _is_whole(project.period) else "上年同期",
    "end": lambda project: "年底" if project.period.last == 12 else f"{project.period.end_label}底",
    "close": lambda project: _close(project.period),
    "goal": lambda project: goal_of(project.period),
    "growth-base": lambda project: "比上年" if _is_whole(project.period) else "同比",
    "quarter": lambda project: _named(project, "this-quarter"),
    "latest-month": lambda project: _named(project, "latest-month"),
    "latest-quarter": lambda project: _named(project, "latest-quarter"),
}
BUILT_IN_NAMES = frozenset(_SAYS)


def built_in(project: Project) -> dict[str, str]:
    """What each of the names stands for in the texts of a project."""
    return {name: says(project) for name, says in _SAYS.items()}
