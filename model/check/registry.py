"""The one registry of rules, most serious family first, and what they find together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from model.check import (
    claims,
    completeness,
    counts,
    direction,
    elsewhere,
    figures,
    framing,
    leftovers,
    length,
    levels,
    links,
    manners,
    misheard,
    moved,
    numbering,
    numerals,
    order,
    outdated,
    pace,
    people,
    phrases,
    punctuation,
    ranks,
    ratios,
    remarks,
    repeated,
    reported,
    several,
    shares,
    stale,
    sums,
    terms,
    wholes,
)
from model.check.passage import Passage, Setting
from model.check.problem import Correction, Problem, Severity
from model.check.rule import Family, Finding, Rule
from model.check.spots import Spot, spot_of, stands
from model.check.subject import Subject
from model.compose.compose import Composer
from model.document import Paragraph
from model.report.leaders import NO_ROLL, Roll
from model.report.project import Project
from model.report.report import Report
from model.report.sent import Sents

FAMILIES: tuple[Family, ...] = (
    links.FAMILY,
    numbering.FAMILY,
    completeness.FAMILY,
    remarks.FAMILY,
    leftovers.FAMILY,
    framing.FAMILY,
    phrases.FAMILY,
    misheard.FAMILY,
    stale.FAMILY,
    people.FAMILY,
    outdated.FAMILY,
    figures.FAMILY,
    sums.FAMILY,
    levels.FAMILY,
    ranks.FAMILY,
    pace.FAMILY,
    several.FAMILY,
    elsewhere.FAMILY,
    reported.FAMILY,
    claims.FAMILY,
    ratios.FAMILY,
    moved.FAMILY,
    wholes.FAMILY,
    shares.FAMILY,
    counts.FAMILY,
    direction.FAMILY,
    terms.FAMILY,
    repeated.FAMILY,
    manners.FAMILY,
    punctuation.FAMILY,
    numerals.FAMILY,
    order.FAMILY,
    length.FAMILY,
)
RULES: dict[str, Rule] = {rule.key: rule for family in FAMILIES for rule in family.rules}
_ALL = tuple(RULES)
_ERRORS = tuple(key for key, rule in RULES.items() if rule.severity is Severity.ERROR)
_AGAIN = tuple(key for key, rule in RULES.items() if rule.again)
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class _Asked(NamedTuple):
    """What is checked: as records are never changed, the same ones have the same findings."""

    project: Project
    report: Report | None
    roll: Roll
    is_final: bool
    sent: Sents

    def is_same(self, other: _Asked) -> bool:
        return (
            self.project is other.project and self.report is other.report and self[2:] == other[2:]
        )


class Checker:
    """Checks, and keeps what was composed, so that after an edit only what it touched is new, and
    nothing where the same is asked again.
    """

    def __init__(self) -> None:
        self._composers: dict[str, Composer] = {}
        self._last: tuple[_Asked, tuple[Problem, ...]] | None = None

    def problems(
        self,
        project: Project,
        report: Report | None = None,
        roll: Roll = NO_ROLL,
        *,
        is_final: bool = False,
        sent: Sents = (),
    ) -> tuple[Problem, ...]:
        """All findings of one report or of all, errors first; what was dismissed is left out.

        `roll` is who leads the place, and who did. `is_final`: as a final version, in which
        sensitive numbers are told too, and some findings again that were dismissed. `sent`: the
        drafts that were reported before.
        """
        asked = _Asked(project, report, roll, is_final, sent)
        if self._last is None or not self._last[0].is_same(asked):
            self._last = asked, self._checked(asked)
        return self._last[1]

    def _checked(self, asked: _Asked) -> tuple[Problem, ...]:
        project, report, is_final = asked.project, asked.report, asked.is_final
        found: dict[Problem, None] = {}
        subjects = self._subjects(asked)
        for subject in subjects if report is None else subjects[:1]:
            for problem in _found(subject):
                if problem.check in project.rules_off:
                    continue
                is_kept = problem.severity is Severity.ERROR or (
                    is_final and RULES[problem.check].again
                )
                if is_kept or not is_dismissed(project, problem):
                    found.setdefault(problem)
        return tuple(sorted(found, key=lambda one: _ORDER.index(one.severity)))

    def _subjects(self, asked: _Asked) -> list[Subject]:
        """The reports as the rules see them, the asked one first; each knows the others."""
        project, report = asked.project, asked.report
        rest = [one for one in project.reports if report is None or one.id != report.id]
        subjects = [
            Subject(
                project,
                one,
                self._composers.setdefault(one.id, Composer()),
                leaders=asked.roll.in_office,
                left_office=asked.roll.left_office,
                is_final=asked.is_final,
                sent=asked.sent,
            )
            for one in ([] if report is None else [report]) + rest
        ]
        for subject in subjects:
            subject.others = tuple(other for other in subjects if other is not subject)
        return subjects


def problems(
    project: Project, report: Report | None = None, roll: Roll = NO_ROLL
) -> tuple[Problem, ...]:
    """All findings of one report or of all, without a memory of composing."""
    return Checker().problems(project, report, roll)


def unfinished(project: Project, report: Report) -> tuple[Problem, ...]:
    """What stands against a final version of a report."""
    return tuple(dict.fromkeys(_found(Subject(project, report), _ERRORS)))


def once_more(project: Project, report: Report) -> tuple[Problem, ...]:
    """What is looked at once more before a final version, dismissed or not."""
    keys = tuple(key for key in _AGAIN if key not in project.rules_off)
    return tuple(dict.fromkeys(_found(Subject(project, report), keys)))


def is_dismissed(project: Project, problem: Problem) -> bool:
    """Whether the clerk does not want to see a finding again, or a former program kept it so."""
    if problem.key in project.dismissed:
        return True
    former = RULES[problem.check].kept_as
    return bool(former) and problem._replace(check=former).key in project.dismissed


def _found(subject: Subject, keys: tuple[str, ...] = _ALL) -> Iterator[Problem]:
    for key in keys:
        in_report = RULES[key].in_report
        if in_report is not None:
            yield from in_report(subject)
    merged: dict[tuple[str, str], list[Problem]] = {}
    for paragraph, passage in zip(subject.paragraphs, subject.passages, strict=True):
        for key, finding in in_passage(passage, subject.setting, keys):
            problem = _placed(subject, paragraph, RULES[key], finding)
            if problem is None:
                continue
            if RULES[key].merged:
                merged.setdefault((key, problem.place), []).append(problem)
            else:
                yield problem
    for findings in merged.values():
        yield _as_one(findings)


def _as_one(several: list[Problem]) -> Problem:
    """The findings of one rule in one text as one problem."""
    first = several[0]
    if len(several) == 1:
        return first
    corrections = tuple(one for problem in several for one in problem.corrections)
    message = f"{first.message}等{len(several)}处"
    return first._replace(message=message, corrections=corrections)


@lru_cache(maxsize=8192)
def in_passage(
    passage: Passage, setting: Setting, keys: tuple[str, ...] = _ALL
) -> tuple[tuple[str, Finding], ...]:
    """What the rules of a passage find in it; remembered by its words."""
    return tuple(
        (key, finding)
        for key in keys
        if (look := RULES[key].in_passage) is not None
        for finding in look(passage, setting)
    )


def _placed(subject: Subject, paragraph: Paragraph, rule: Rule, finding: Finding) -> Problem | None:
    """A finding at the place it is edited at; one in what only the program says has none."""
    spot = spot_of(paragraph, finding.start, finding.end)
    if spot is None:
        return None
    problem = rule.problem(spot.place, finding.message, finding.fix)
    if not finding.is_sure:
        problem = problem._replace(severity=Severity.INFO)
    words = paragraph.text[finding.start : finding.end]
    if finding.after is None or not stands(subject.project, spot, words):
        return problem
    return problem._replace(corrections=(_correction(spot, words, finding.after, rule),))


def _correction(spot: Spot, before: str, after: str, rule: Rule) -> Correction:
    return Correction(spot.place, spot.start or 0, spot.end or 0, before, after, rule.reason)
