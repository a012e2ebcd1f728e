"""What a choice of a merge does when it is taken, and all choices of one merge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from model.choices.choice import Choice
from model.merging.parts import Said
from model.report.indicator import Observation
from model.report.project import Project
from model.report.record import Record


@dataclass(frozen=True, slots=True)
class Put:
    """A record to be put, new or moved, into a list of a holder, behind the nearest of `behind`
    that is there; `record` None: the one that the project has is moved."""

    id: str
    holder: str
    slot: str
    behind: tuple[str, ...]
    opens: bool
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A choice with what taking it does, of which it has one."""

    choice: Choice
    said: tuple[str, str, Said] | None = None
    put: Put | None = None
    gone: str = ""
    opens: tuple[str, bool] | None = None
    observed: tuple[tuple[object, ...], Observation | None] | None = None
    whole: Mapping[str, Any] = field(default_factory=dict)
    """Attributes of the project itself."""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """All that another copy brings, in its reading order."""

    project: Project
    steps: tuple[Step, ...]

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(step.choice for step in self.steps)
