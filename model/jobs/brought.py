"""What somebody else's file brings to a project: choices, and how those taken go in.

A Word file that came back and another copy of the project are shown, decided and applied alike.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, Protocol

from model.check.problem import Problem
from model.check.registry import problems
from model.choices.choice import Choice
from model.choices.decisions import Decisions
from model.redpen.marked_choice import Piece, marked_choice
from model.report.project import Project


class Brought(NamedTuple):
    """What a file brings to a project as it is now; `reports` are the texts it is about.

    `told` is what the clerk must know first; `draft` which draft it is, where it is one.
    """

    project: Project
    choices: tuple[Choice, ...]
    apply: Callable[[Decisions, date], Project]
    told: tuple[str, ...]
    reports: tuple[str, ...]
    draft: int | None = None
    title: str = ""
    """What 意见采纳情况表 is about: the title of the text."""
    marked: Callable[[Choice], tuple[Piece, ...]] = marked_choice
    """The paragraph of a change, with what is changed in it."""


class ChangeSource(Protocol):
    """A file with changes: `title` names the window, `called` their side of a change.

    `read` may take long and knows no project; `compare` takes what it gave.
    """

    @property
    def title(self) -> str: ...

    @property
    def called(self) -> str: ...

    def read(self) -> Any: ...

    def compare(self, project: Project, read: Any, today: date) -> Brought: ...


def new_problems(before: Project, after: Project, reports: tuple[str, ...]) -> tuple[Problem, ...]:
    """What 核对 finds in these texts now and did not find before."""
    found: list[Problem] = []
    for id_ in reports:
        former, report = before.report(id_), after.report(id_)
        if report is None:
            continue
        known = {problem.key for problem in problems(before, former)} if former else set()
        found += (one for one in problems(after, report) if one.key not in known)
    return tuple(found)
