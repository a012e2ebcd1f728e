"""What a rule of 核对 is: what it looks for, why, when it keeps silent, and an example of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from model.check.passage import Passage, Setting
from model.check.problem import Problem, Severity

if TYPE_CHECKING:
    from model.check.subject import Subject


class Finding(NamedTuple):
    """What a rule finds in a passage: from `start` to `end` of its text, and what is wrong.

    `after` is what would stand there instead, None where only the clerk can tell.
    """

    start: int
    end: int
    message: str
    fix: str = ""
    after: str | None = None
    is_sure: bool = True
    """Whether its source is known; else it is told for information only."""


OfPassage = Callable[[Passage, Setting], Iterator[Finding]]
OfReport = Callable[["Subject"], Iterator[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. It looks at one passage alone (`in_passage`), or at a report as a whole
    (`in_report`): its numbers, or several of its passages.

    `reason` says why the finding is one, `source` the clause or the arithmetic it stands on,
    `silent` when it does not speak. `wrong` and `right` are its example. `fix` is what to do
    where a finding does not say it.
    """

    key: str
    title: str
    severity: Severity = Severity.WARNING
    reason: str
    source: str
    fix: str
    silent: str = ""
    wrong: str = ""
    right: str = ""
    in_passage: OfPassage | None = None
    in_report: OfReport | None = None
    merged: bool = False
    """Whether several findings in one text are told as one."""
    again: bool = False
    """Whether it is told once more before a final version, though it was dismissed."""
    kept_as: str = ""
    """The name under which former programs kept its dismissals."""

    def problem(self, place: str, message: str, fix: str = "") -> Problem:
        """A finding of this rule at a place."""
        return Problem(self.key, self.severity, place, message, fix or self.fix)


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of one module, under the head they are shown under."""

    title: str
    rules: tuple[Rule, ...]
    at_once: bool = False
    """Whether all its corrections may be made together: of form, not of what is said."""
