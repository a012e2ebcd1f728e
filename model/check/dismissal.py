"""Warnings the clerk has looked at and does not want to see again."""

from __future__ import annotations

from model.check.problem import Problem, Severity
from model.errors import ValueRefused
from model.report.project import Project


def dismiss(project: Project, problem: Problem) -> Project:
    """The project in which a warning stays away; raises `ValueRefused` for an error."""
    if problem.severity is Severity.ERROR:
        raise ValueRefused("空白和待核的内容不能忽略，填上或核过就不再出现。")
    if problem.key in project.dismissed:
        return project
    return project.changed(dismissed=(*project.dismissed, problem.key))


def show_again(project: Project) -> Project:
    """The project with all its warnings again."""
    return project.changed(dismissed=()) if project.dismissed else project
