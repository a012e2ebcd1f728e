"""Warnings the clerk has looked at and does not want to see again."""

from __future__ import annotations

from model.check.problem import Problem, Severity
from model.check.registry import RULES
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


def switch_off(project: Project, key: str) -> Project:
    """The project that does without a rule; raises `ValueRefused` for one that must be kept."""
    rule = RULES.get(key)
    if rule is None:
        raise ValueRefused(f"没有“{key}”这条规则。rules 命令列出全部规则。")
    if rule.severity is Severity.ERROR:
        raise ValueRefused(f"“{rule.title}”是必须改的，不能关掉。")
    if key in project.rules_off:
        return project
    return project.changed(rules_off=(*project.rules_off, key))


def switch_on(project: Project, key: str) -> Project:
    """The project with a rule again; raises `ValueRefused` for one that is not switched off."""
    if key not in project.rules_off:
        raise ValueRefused(f"“{key}”没有关掉过。")
    return project.changed(rules_off=tuple(one for one in project.rules_off if one != key))
