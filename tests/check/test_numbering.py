"""Rows that are longer than their style has signs."""

from typing import Any

from model.check.problem import Severity
from model.report.project import Project
from tests.check.clean import found
from tests.small_project import small


def test_a_row_past_the_last_sign_is_an_error_at_the_first_such_item() -> None:
    def row(count: int) -> Project:
        items = [
            {"id": f"i{n}", "marker": {"style": "首先，"}, "text": "甲。"} for n in range(count)
        ]
        return small([{"kind": "text", "id": "b1", "paragraphs": [items]}])

    assert found(row(4), "numbering") == []
    (one,) = found(row(5), "numbering")
    assert (one.place, one.severity) == ("i4.marker", Severity.ERROR)
    assert "编不到第5个" in one.message


def test_headings_tasks_and_groups_are_numbered_too() -> None:
    marker = {"style": "一方面，"}
    sections = [
        {"kind": "section", "id": f"s{n}", "heading": {"marker": marker, "text": "甲"}}
        for n in range(3)
    ]
    tasks = [{"id": f"t{n}", "marker": marker, "text": "甲"} for n in range(3)]
    groups = [
        {"id": f"g{n}", "outlook": "ahead", "marker": marker, "text": "甲", "use": ["gdp"]}
        for n in range(3)
    ]
    content: list[dict[str, Any]] = [
        *sections,
        {"kind": "tasks", "id": "b1", "tasks": tasks},
        {"kind": "outlook", "id": "b2", "groups": groups},
    ]
    places = [one.place for one in found(small(content), "numbering")]
    assert places == ["s2.marker", "t2.marker", "g2.marker"]


def test_an_unknown_style_is_an_error_and_a_literal_sign_is_not() -> None:
    items = [
        {"id": "i1", "marker": {"style": "☆"}, "text": "甲。"},
        {"id": "i2", "marker": {"literal": "☆"}, "text": "甲。"},
    ]
    project = small([{"kind": "text", "id": "b1", "paragraphs": [items]}])
    assert [one.place for one in found(project, "numbering")] == ["i1.marker"]
