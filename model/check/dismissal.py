"""Warnings the clerk has looked at and does not want to see again."""

from __future__ import annotations

from collections.abc import Iterable

from model.check.problem import Problem, Severity
from model.check.registry import RULES
from model.check.remarks import REMARK, ticked_off
from model.errors import ValueRefused
from model.report.project import Project


def dismiss(project: Project, problem: Problem) -> Project:
    """The project in which a warning stays away; raises `ValueRefused` for an error.

    A remark is ticked off as done.
    """
    if not may_dismiss(problem):
        raise ValueRefused("空白和待核的内容不能忽略，填上或核过就不再出现。")
    if problem.check == REMARK.key:
        return ticked_off(project, problem)
    if problem.key in project.dismissed:
        return project
    return project.changed(dismissed=(*project.dismissed, problem.key))


def dismiss_all(project: Project, found: Iterable[Problem]) -> Project:
    """The project in which these warnings stay away; what goes only one by one is left."""
    for problem in found:
        if may_dismiss(problem) and not RULES[problem.check].again:
            project = dismiss(project, problem)
    return project


def may_dismiss(problem: Problem) -> bool:
    """Whether a finding may be put away at all: what must be mended stays."""
    return problem.severity is not Severity.ERROR


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


def switch_rules(project: Project, off: Iterable[str]) -> Project:
    """The project in which these rules are off and all others on; rules of other versions of the
    program, which this one does not know, stay as they are.
    """
    wanted = set(off)
    for key in project.rules_off:
        if key in RULES and key not in wanted:
            project = switch_on(project, key)
    for key in sorted(wanted):
        project = switch_off(project, key)
    return project


def switch_on(project: Project, key: str) -> Project:
    """The project with a rule again; raises `ValueRefused` for one that is not switched off."""
    if key not in project.rules_off:
        raise ValueRefused(f"“{key}”没有关掉过。")
    return project.changed(rules_off=tuple(one for one in project.rules_off if one != key))
