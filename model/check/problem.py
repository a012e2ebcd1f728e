"""What a check finds."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """`error` must be mended before a final version; a `warning` can be dismissed for good; an
    `info` only asks to have a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        return {"error": "必须改", "warning": "请留意", "info": "供参考"}[self.value]


class Correction(NamedTuple):
    """What would stand in the raw text of a place instead; a sign is corrected as a whole."""

    place: str
    start: int
    end: int
    before: str
    after: str
    reason: str


class Problem(NamedTuple):
    """One finding: the rule it comes from, where it is, what is wrong, and what to do."""

    check: str
    severity: Severity
    place: str
    message: str
    fix: str = ""
    corrections: tuple[Correction, ...] = ()

    @property
    def key(self) -> str:
        """What a dismissal is kept under: the same finding with other numbers is a new one."""
        return f"{self.check}:{self.place}:{self.message}"
