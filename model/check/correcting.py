"""Corrections of a project's text that rules propose: applied in one step on request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.check.problem import Correction
from model.check.registry import problems
from model.check.rule import Family
from model.check.spots import text_or_own
from model.check.subject import Subject
from model.entry.apply import Assignment
from model.entry.exchanges import PlacedExchange, assignments
from model.report.project import Project
from model.report.report import Report


def proposed(
    project: Project, report: Report, family: Family | None = None
) -> tuple[Correction, ...]:
    """All corrections that can be made in the texts of a report, or those of one family of rules;
    none overlaps another.
    """
    keys = None if family is None else {rule.key for rule in family.rules}
    found = [
        one
        for problem in problems(project, report)
        if keys is None or problem.check in keys
        for one in problem.corrections
    ]
    kept: dict[str, list[Correction]] = {}
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        of_place = kept.setdefault(one.place, [])
        if not of_place or of_place[-1].end <= one.start:
            of_place.append(one)
    order = {place: number for number, place in enumerate(dict.fromkeys(_places(project, report)))}
    free = [one for of_place in kept.values() for one in dict.fromkeys(of_place)]
    return tuple(sorted(free, key=lambda one: (order.get(one.place, len(order)), one.start)))


def _places(project: Project, report: Report) -> Iterator[str]:
    """The places of the texts in reading order."""
    for paragraph in Subject(project, report).paragraphs:
        for span in paragraph.spans:
            if span.place is not None:
                yield text_or_own(span)


def corrected(project: Project, chosen: Iterable[Correction]) -> list[Assignment]:
    """What to set so that the chosen corrections stand in their texts."""
    signs: dict[str, Assignment] = {}
    texts: list[PlacedExchange] = []
    for one in chosen:
        if one.place.endswith(".marker"):
            signs.setdefault(one.place, Assignment(one.place, one.after))
        else:
            texts.append(PlacedExchange(one.place, one.start, one.end, one.after))
    return [*signs.values(), *assignments(project, texts)]
