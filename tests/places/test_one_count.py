"""However one asks how far a text is filled in, the answer is the same."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.check.registry import problems
from model.compose.compose import compose
from model.entry.apply import Assignment, set_values
from model.errors import XugaoError
from model.jobs.steps import StepKind, next_blank, steps
from model.library import shipped
from model.places.inventory import Inventory, is_left, places_of
from model.places.place import Place
from model.renewal.next_period import carry
from model.report.project import Project
from model.report.report import Report
from model.values.state import State
from tests.random_edits import edited
from tests.samples import example
from tests.small_project import CONTENT, TODAY, put, record, small, spans_of

SAMPLES = {key: example(key) for key in shipped.template_keys()}
CARRIED = {key: carry(project) for key, project in SAMPLES.items()}


def left(project: Project, report: Report, state: State) -> set[str]:
    return {one.place for one in places_of(project, report) if one.state is state}


def visited(project: Project, report: Report, *, carried: bool) -> set[str]:
    """All places that going on from blank to blank meets, until it begins again."""
    met: list[str] = []
    inventory = Inventory()
    place = next_blank(project, report, carried=carried, inventory=inventory)
    while place is not None and place not in met:
        met.append(place)
        place = next_blank(project, report, place, carried=carried, inventory=inventory)
    return set(met)


def assert_all_agree(project: Project, report: Report, inventory: Inventory) -> None:
    blank, carried = left(project, report, State.EMPTY), left(project, report, State.CARRIED)
    check = next(one for one in steps(project, report, inventory) if one.kind is StepKind.CHECK)
    assert (check.blanks, check.carried) == (len(blank), len(carried))
    told = problems(project, report)
    assert {one.place for one in told if one.check in ("blank", "title")} == blank
    assert {one.place for one in told if one.check == "carried"} == carried
    shown = spans_of(compose(project, report))
    broken = {one.place for one in told if one.check in ("link", "indicator", "period")}
    assert {one.place for one in shown if one.state is State.CARRIED} <= carried
    assert {one.place for one in shown if one.state is State.EMPTY} - broken <= {*blank, None}


@pytest.mark.parametrize("key", SAMPLES)
def test_a_sample_and_what_is_carried_on_from_it_are_counted_alike(key: str) -> None:
    for project in (SAMPLES[key], CARRIED[key]):
        assert_all_agree(project, project.reports[0], Inventory())


@pytest.mark.parametrize("key", CARRIED)
def test_going_on_meets_every_place_that_is_left(key: str) -> None:
    project = CARRIED[key]
    report = project.reports[0]
    blank, carried = left(project, report, State.EMPTY), left(project, report, State.CARRIED)
    assert visited(project, report, carried=False) == blank
    assert visited(project, report, carried=True) == blank | carried


@pytest.mark.parametrize("key", CARRIED)
def test_once_all_is_confirmed_nothing_of_last_period_is_left(key: str) -> None:
    project = CARRIED[key]
    report = project.reports[0]
    confirmed = set_values(project, map(_confirmed, filter(_is_carried, places_of(project))), TODAY)
    report = confirmed.reports[0]
    assert left(confirmed, report, State.CARRIED) == set()
    assert_all_agree(confirmed, report, Inventory())


def _is_carried(place: Place) -> bool:
    return place.state is State.CARRIED


def _confirmed(place: Place) -> Assignment:
    """As the clerk confirms it: a number typed once more, all else looked at."""
    if ".figures." in place.place:
        return Assignment(place.place, place.value or "")
    return Assignment(f"{place.place}.checked", "是")


@pytest.mark.parametrize("key", CARRIED)
@settings(max_examples=6)
@given(seed=st.integers(0, 10**6))
def test_all_agree_after_whatever_is_done(key: str, seed: int) -> None:
    chance = random.Random(seed)
    project, inventory = CARRIED[key], Inventory()
    for _ in range(12):
        try:
            project = edited(project, chance)
        except XugaoError:
            continue
    assert_all_agree(project, project.reports[0], inventory)


_ODD_BLOCKS: list[dict[str, Any]] = [
    {"kind": "text", "id": "b21", "paragraphs": [
        [{"id": "i21", "marker": {"literal": "　"}}], [{"id": "i22", "text": "{since}。"}],
        [{"id": "i23", "marker": {"literal": " "}, "dropped": True}]]},
    {"kind": "chart", "id": "b22", "rows": [{"id": "w22", "cells": [None]}]},
    {"kind": "table", "id": "b23", "caption": "上半年{leader}", "columns": [
        {"key": "done", "title": "已完成"}]},
    {"kind": "table", "id": "b24", "caption": "上半年XX个", "rows": [
        {"id": "w24", "cells": ["3"]}]},
    {"kind": "outlook", "id": "b25", "opening": "{tone}", "groups": [
        {"id": "g25", "outlook": "hard", "text": "XX项。", "use": []}]},
    {"kind": "section", "id": "s26", "heading": {"text": ""}, "content": [
        {"kind": "indicators", "id": "b26", "opening": "上半年{area}，", "use": []},
        {"kind": "indicators", "id": "b27", "use": [
            {"id": "u27", "indicator": "urban-rate", "paired_with": "deposits", "name": "上半年",
             "remark": {"id": "i27", "text": "降幅XX个百分点"}}]},
        {"kind": "tasks", "id": "b28", "tasks": [
            {"id": "t28", "text": "新建{quantity}。", "deadline": "", "dropped": True}]}]},
]  # fmt: skip


def odd_project() -> Project:
    """Two texts that share fields and indicators, of all that shows nothing or half of it."""
    project = small([*CONTENT, *_ODD_BLOCKS])
    other = small([{"kind": "text", "id": "b31", "paragraphs": [[
        {"id": "i31", "text": "{money}，{@gdp.yoy}，{leader}，XX个。"}]]}]).reports[0]  # fmt: skip
    return project.changed(reports=(*project.reports, other.changed(id="r2")))


def test_what_shows_nothing_or_half_of_it_is_counted_alike_in_every_text() -> None:
    once = carry(put(odd_project(), ("w1.done", "3"), ("leader", "王县长"), ("money", "3")))
    for project in (odd_project(), once, carry(once)):
        for report in project.reports:
            assert_all_agree(project, report, Inventory())
            blank, carried = (left(project, report, s) for s in (State.EMPTY, State.CARRIED))
            assert visited(project, report, carried=True) == blank | carried


def test_a_table_without_columns_shows_nothing_and_has_nothing_to_fill() -> None:
    project = odd_project()
    report = project.reports[0]
    assert record(project, "b24").rows
    assert not {one.place for one in places_of(project, report)} & {"w24.", "b24.figures.0"}
    assert "上半年XX个" not in compose(project, report).text


def test_what_is_left_is_blank_or_of_last_period() -> None:
    project = CARRIED["plenary-speech"]
    report = project.reports[0]
    both = left(project, report, State.EMPTY) | left(project, report, State.CARRIED)
    assert {one.place for one in places_of(project, report) if is_left(one)} == both
