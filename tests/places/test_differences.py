"""What differs between two states of a project is told by place, old and new."""

from __future__ import annotations

import pytest

from model.arrange.order import remove
from model.entry.apply import Assignment, set_values
from model.jobs.samples import sample_keys
from model.places.differences import differences
from model.places.inventory import places_of
from model.report.item import Item
from model.report.project import Project
from model.report.tree import walk
from model.storage.project_file import dumps
from tests.samples import example
from tests.small_project import TODAY

PROJECT = example("county-head-briefing")


def with_(place: str, text: str, project: Project = PROJECT) -> Project:
    return set_values(project, [Assignment(place, text)], TODAY)


def items() -> list[Item]:
    return [one for one in walk(PROJECT.reports[0]) if isinstance(one, Item) and one.text]


@pytest.mark.parametrize("key", sample_keys())
def test_a_project_differs_in_nothing_from_itself(key: str) -> None:
    project = example(key)
    assert differences(project, Project.model_validate_json(dumps(project))) == ()


def test_a_value_is_told_with_old_and_new() -> None:
    value = next(one for one in places_of(PROJECT) if "@" in one.place and one.value)
    (found,) = differences(PROJECT, with_(value.place, "77.7"))
    assert (found.place, found.label) == (value.place, value.label)
    assert (found.before, found.after) == (value.value, "77.7")


def test_a_title_and_a_field_are_compared() -> None:
    report = PROJECT.reports[0].id
    changed = with_(f"{report}.title", "另一个标题")
    field = PROJECT.fields[0]
    changed = with_(field.id, "另一个说法", changed)
    assert {one.place for one in differences(PROJECT, changed)} == {f"{report}.title", field.id}


def test_a_long_text_is_cut_to_where_it_differs() -> None:
    plain = (one for one in items() if "{" not in one.text and not one.dropped)
    item = max(plain, key=lambda one: len(one.text))
    (found,) = differences(PROJECT, with_(f"{item.id}.text", item.text + "又加了一句。"))
    assert found.after.endswith("又加了一句。")
    assert len(found.after) < len(item.text)
    assert found.before.startswith("…")
    assert item.text.endswith(found.before[1:])


def test_what_is_gone_is_told_as_gone() -> None:
    item = items()[-1]
    found = differences(PROJECT, remove(PROJECT, item.id))
    assert any(one.place.startswith(item.id) and one.before and not one.after for one in found)
