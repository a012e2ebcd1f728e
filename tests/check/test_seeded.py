"""Errors seeded one by one into the finished samples: nearly all are found."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from model.check.registry import problems
from model.report.project import Project
from model.storage import project_file
from tests.small_project import full

SEEDED = Path(__file__).parents[1] / "data" / "check" / "seeded.json"
FOUND_AT_LEAST = 0.96

pytestmark = pytest.mark.slow


@cache
def clean(key: str) -> tuple[str, frozenset[tuple[str, str, str]]]:
    """A finished sample as JSON, and what is found in it as it is."""
    project = full(key)
    return project_file.dumps(project), told(project)


def told(project: Project) -> frozenset[tuple[str, str, str]]:
    return frozenset((one.check, one.place, one.message) for one in problems(project))


def seeded(raw: str, spec: dict[str, Any]) -> Project:
    """The sample with one error: words replaced, or a value set."""
    data = json.loads(raw)
    if "replace" in spec:
        before, after = spec["replace"]
        text = json.dumps(data, ensure_ascii=False)
        assert before in text, before
        data = json.loads(text.replace(before, after, 1))
    else:
        wanted = spec["set"]
        key = ("indicator", "period", "facet")
        same = [
            one for one in data["observations"] if all(one[name] == wanted[name] for name in key)
        ]
        for one in same:
            one.update(wanted)
        if not same:
            data["observations"].append({"basis": "cumulative"} | wanted)
    return Project.model_validate(data)


def test_nearly_every_seeded_error_is_found_and_the_samples_are_clean() -> None:
    specs = json.loads(SEEDED.read_text(encoding="utf-8"))
    missed = []
    for spec in specs:
        raw, known = clean(spec["base"])
        assert not known, spec["base"]
        if not told(seeded(raw, spec)) - known:
            missed.append(spec)
    assert len(specs) >= 60
    assert len(missed) <= len(specs) * (1 - FOUND_AT_LEAST), missed
