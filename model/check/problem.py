"""What a check finds."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """`error` must be mended before a final version; a `warning` can be dismissed for good."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def label(self) -> str:
        return "必须改" if self is Severity.ERROR else "请留意"


class Problem(NamedTuple):
    """One finding: the check it comes from, where it is, what is wrong, and what to do."""

    check: str
    severity: Severity
    place: str
    message: str
    fix: str = ""

    @property
    def key(self) -> str:
        """What a dismissal is kept under: the same finding with other numbers is a new one."""
        return f"{self.check}:{self.place}:{self.message}"
