"""Undo goes to the place where two states differ, and tells it in words of the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from model.arrange.items import add_item
from model.arrange.order import duplicate, remove, shift
from model.entry.apply import Assignment, set_values
from model.jobs.samples import sample_keys
from model.jobs.steps import step_of
from model.places.changed import changed_place
from model.places.inventory import places_of
from model.places.naming import name_of
from model.report.project import Project
from model.report.tree import items_of
from tests.samples import example
from tests.small_project import TODAY


@dataclass(frozen=True)
class Edit:
    name: str
    change: Callable[[Project, str], Project]


EDITS = (
    Edit("text", lambda project, id_: _set(project, f"{id_}.text", "另写了一句。")),
    Edit("add", add_item),
    Edit("copy", duplicate),
    Edit("remove", remove),
    Edit("move", lambda project, id_: shift(project, id_, 1)),
    Edit("drop", lambda project, id_: _set(project, f"{id_}.dropped", "是")),
)


def _set(project: Project, place: str, value: str) -> Project:
    return set_values(project, [Assignment(place, value)], TODAY)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_every_edit_of_a_point_leads_to_a_place_on_its_page_and_back(edit: Edit) -> None:
    before = example("county-head-briefing")
    report = before.reports[0]
    rows = [item for item in items_of(report) if item.text][:6]
    for item in rows:
        after = edit.change(before, item.id)
        if after is before:
            continue
        page = step_of(report, f"{item.id}.text")
        for one, other in ((before, after), (after, before)):
            place = changed_place(one, other)
            assert place is not None
            assert step_of(other.reports[0], place) == page, place
        if edit.name in ("text", "drop"):
            assert changed_place(before, after) == f"{item.id}.text"


def test_a_field_a_value_and_a_cell_lead_to_themselves() -> None:
    for key in sample_keys():
        project = example(key)
        for kind in ("leader", "@", "."):
            found = [
                place
                for place in places_of(project)
                if kind in place.place
                and (place.value or "").isdigit()
                and ".figures." not in place.place
            ]
            for place in found[:3]:
                after = _set(project, place.place, str(int(place.value or "0") + 1))
                assert changed_place(project, after) is not None
        assert changed_place(project, project) is None


def test_a_name_never_shows_a_link_as_it_is_kept() -> None:
    project = example("county-head-briefing")
    item = next(item for item in items_of(project.reports[0]) if item.text)
    linked = _set(project, f"{item.id}.text", "{place}认真落实{@gdp.yoy}。")
    assert "{" not in name_of(linked, f"{item.id}.text")
