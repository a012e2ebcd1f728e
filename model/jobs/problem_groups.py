"""What 核对 found, in groups: by the parts of the text, or by the families of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from model.check import completeness
from model.check.problem import Problem, Severity
from model.check.registry import FAMILIES
from model.check.rule import Family
from model.jobs.steps import places_by_step, step_of, steps
from model.places.inventory import Inventory
from model.report.project import Project
from model.report.report import Report

REFUSED = "refused"
"""What a problem is called that no rule found: something typed was not taken."""
_OPEN = (completeness.BLANK.key, completeness.CARRIED.key)


class Grouping(StrEnum):
    """What the findings are sorted by."""

    PART = "part"
    FAMILY = "family"


class Line(NamedTuple):
    """One finding as it is listed; `title` names the field where it is about one."""

    problem: Problem
    title: str


class Group(NamedTuple):
    """Findings under one head. `is_open`: what is still to be filled in, or to be looked at."""

    key: str
    title: str
    lines: tuple[Line, ...]
    is_open: bool = False
    family: Family | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(line.problem for line in self.lines)

    @property
    def counted(self) -> str:
        """How many findings of which weight, in words."""
        problems = self.problems
        if self.is_open:
            carried = sum(one.check == completeness.CARRIED.key for one in problems)
            counts = {"未填": len(problems) - carried, "待核": carried}
            return "、".join(f"{count}处{name}" for name, count in counts.items() if count)
        by_weight = dict.fromkeys(Severity, 0)
        for problem in problems:
            by_weight[problem.severity] += 1
        return "、".join(f"{weight.label}{count}处" for weight, count in by_weight.items() if count)


class Grouper:
    """Sorts findings into groups; keeps the places of a text from edit to edit."""

    def __init__(self) -> None:
        self._inventory = Inventory()

    def groups(
        self,
        project: Project,
        report: Report,
        found: Sequence[Problem],
        by: Grouping = Grouping.PART,
    ) -> tuple[Group, ...]:
        """The groups that hold anything: what was refused, what is blank, then the doubts."""
        lines = self._lines(project, report, found)
        refused = tuple(line for line in lines if line.problem.check == REFUSED)
        head = (Group(REFUSED, "填了、没有存进材料的", refused),)
        rest = [line for line in lines if line.problem.check != REFUSED]
        sort = _by_family if by is Grouping.FAMILY else self._by_part
        return tuple(group for group in (*head, *sort(project, report, rest)) if group.lines)

    def _lines(
        self, project: Project, report: Report, found: Iterable[Problem]
    ) -> tuple[Line, ...]:
        labels = {
            place.place: place.label
            for _, of_step in places_by_step(project, report, self._inventory)
            for place in of_step.places
        }
        return tuple(Line(problem, _title(problem, labels)) for problem in found)

    def _by_part(self, project: Project, report: Report, lines: Iterable[Line]) -> Iterator[Group]:
        of_step: dict[str, list[Line]] = {}
        for line in lines:
            of_step.setdefault(step_of(report, line.problem.place) or "", []).append(line)
        named = [(step.key, step.title) for step in steps(project, report, self._inventory)]
        named.append(("", "整份材料"))
        for key, title in named:
            left = tuple(line for line in of_step.get(key, ()) if line.problem.check in _OPEN)
            yield Group(f"open:{key}", title, left, is_open=True)
        for key, title in named:
            doubts = tuple(line for line in of_step.get(key, ()) if line.problem.check not in _OPEN)
            yield Group(key, title, doubts)


def _by_family(_project: Project, _report: Report, lines: Iterable[Line]) -> Iterator[Group]:
    of_check: dict[str, list[Line]] = {}
    for line in lines:
        of_check.setdefault(line.problem.check, []).append(line)
    for family in sorted(FAMILIES, key=lambda one: one is not completeness.FAMILY):
        keys = [rule.key for rule in family.rules]
        held = tuple(line for key in keys for line in of_check.get(key, ()))
        is_open = bool(held) and all(line.problem.check in _OPEN for line in held)
        yield Group(f"family:{family.title}", family.title, held, is_open, family)


def _title(problem: Problem, labels: dict[str, str]) -> str:
    """A blank is told by its field's name; everything else by what is wrong."""
    label = labels.get(problem.place, "") if problem.check in _OPEN else ""
    return f"{label}　{problem.message}" if label else problem.message
