"""Keys that a newer program added to a record are kept, and never taken for attributes of ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from model.check.registry import problems
from model.compose.compose import compose
from model.jobs.steps import steps
from model.places.inventory import places_of
from model.renewal.next_period import carry
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import TextBlock
from model.report.tree import walk
from model.storage import project_file
from model.table.grid import Grid
from tests.small_project import full

NAMES = (
    "heading", "content", "text", "lead", "marker", "former", "dropped", "supplier", "hint", "use",
    "paragraphs", "tasks", "rows", "columns", "task", "remark", "parts", "title", "length",
)  # fmt: skip
ODD: tuple[object, ...] = (None, 3, "写错的", [], [{"text": 1}], {"text": "新版本的"})


class Newer(Record):
    """A record of a newer program, as this one reads it."""

    id: str = "x"


def widened(project: Project, odd: object) -> Project:
    """The project with a key of every name in every record that does not know it."""
    known = {getattr(one, "id", ""): one for text in project.reports for one in walk(text)}

    def walked(value: Any) -> Any:
        if isinstance(value, list):
            return [walked(one) for one in value]
        if not isinstance(value, dict):
            return value
        renewed = {name: walked(one) for name, one in value.items()}
        record = known.get(value.get("id"))
        if record is None:
            return renewed
        return {name: odd for name in NAMES if name not in type(record).model_fields} | renewed

    data = json.loads(project_file.dumps(project))
    data["reports"] = walked(data["reports"])
    return project_file.loads(json.dumps(data).encode(), Path("a.json")).project


def test_an_unknown_key_is_no_attribute() -> None:
    record = Newer.model_validate({"heading": {"text": "一"}})
    assert getattr(record, "heading", None) is None
    assert record.model_dump() == {"id": "x", "heading": {"text": "一"}}
    assert record.changed(id="y").model_dump() == {"id": "y", "heading": {"text": "一"}}


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: type(odd).__name__)
@pytest.mark.parametrize("key", ["county-head-briefing", "key-work-report"])
def test_unknown_keys_of_any_kind_stop_nothing(key: str, odd: object) -> None:
    plain = full(key)
    project = widened(plain, odd)
    blocks = [one for one in walk(project.reports[0]) if isinstance(one, TextBlock)]
    assert blocks
    assert blocks[0].model_extra
    for report, same in zip(project.reports, plain.reports, strict=True):
        assert compose(project, report).text == compose(plain, same).text
        assert [one.message for one in problems(project, report)] == [
            one.message for one in problems(plain, same)
        ]
        assert _places(project, report) == _places(plain, same)
        assert [step.title for step in steps(project, report)] == [
            step.title for step in steps(plain, same)
        ]
    assert len(Grid(project, project.reports[0]).rows) == len(Grid(plain, plain.reports[0]).rows)
    assert '"heading"' in project_file.dumps(carry(project))


def _places(project: Project, report: Report) -> list[str]:
    return [place.place for place in places_of(project, report)]
