"""The samples as projects, each made once in a process: a project never changes."""

from __future__ import annotations

from functools import cache

from model.jobs import samples
from model.report.project import Project


@cache
def example(key: str) -> Project:
    """The sample of a template, every value set."""
    return samples.example(key)
