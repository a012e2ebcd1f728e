"""What is changed in bulk is not looked at: over every place of every carried sample."""

from datetime import date
from typing import Any

import pytest

from model.entry.apply import Assignment, set_values
from model.errors import XugaoError
from model.jobs.find_replace import replace_all
from model.jobs.proposals import PERIODS, SLIPS, TIES, ProposalKind
from model.jobs.samples import sample_keys
from model.places.inventory import places_of
from model.renewal.next_period import carry
from model.report.project import Project
from model.report.uses import placed_texts
from model.values.state import State
from tests.samples import example

TODAY = date(2026, 7, 5)
SAID = "上半年、截止6月底地区生产总值增长5.1%，"
"""A period, a slip and a number of an indicator."""


def sample_that_says_all(key: str) -> Project:
    """A carried sample with `SAID` in front of every text that takes it."""
    project = example(key)
    for report in project.reports:
        for place, _, text in placed_texts(report):
            try:
                project = set_values(project, [Assignment(place, SAID + text)], TODAY)
            except XugaoError:
                continue
    return set_values(carry(project), [Assignment("gdp@2026-Q1-3.yoy", "5.1")], TODAY)


def waiting(project: Project) -> set[str]:
    return {one.place for one in places_of(project) if one.state is State.CARRIED}


def read(project: Project) -> set[str]:
    return {one.place for one in places_of(project) if one.state is not State.CARRIED}


@pytest.mark.parametrize("key", sample_keys())
def test_no_bulk_change_turns_a_waiting_place_into_one_that_was_read(key: str) -> None:
    project = sample_that_says_all(key)
    before = waiting(project)
    kinds: tuple[ProposalKind[Any], ...] = (PERIODS, SLIPS, TIES)
    for kind in kinds:
        found = kind.find_all(project)
        assert len(found) > 5, kind.title
        project = set_values(project, kind.accept(project, found), TODAY)
        assert not before & read(project), kind.title
    for query, by in (("地区生产总值", "生产总值"), ("县", "区")):
        done = replace_all(project, query, by, TODAY)
        assert done.hits > 5
        project = done.project
        assert not before & read(project), query
    assert PERIODS.find_all(project) == []
