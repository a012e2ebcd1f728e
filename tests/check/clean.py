"""A finished text without a problem, and what one check finds in it."""

from __future__ import annotations

from typing import Any

from model.check.problem import Problem
from model.check.registry import RULES, problems
from model.report.project import Project
from tests.small_project import put, small

CLEAN: list[dict[str, Any]] = [
    {"kind": "indicators", "id": "b1", "use": [
        {"id": "u2", "indicator": "revenue", "parts": [{"id": "u3", "indicator": "tax"}]}]},
    {"kind": "text", "id": "b2", "paragraphs": [[{"id": "i1", "text": "工作有力。"}]]},
]  # fmt: skip
LEVELS = (("revenue@2026-H1.actual", "6.82"), ("tax@2026-H1.actual", "5.51"))


def clean(*typed: tuple[str, str], **changes: Any) -> Project:
    """The finished text with more typed into it."""
    return put(small(CLEAN, **changes), *LEVELS, *typed)


def found(project: Project, check: str) -> list[Problem]:
    """The problems of one rule, or of all that one check of former programs found."""
    return [one for one in problems(project) if check in (one.check, RULES[one.check].kept_as)]
