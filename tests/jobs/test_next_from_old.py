"""An old report becomes the next one in one go, for whatever the samples say."""

from __future__ import annotations

from datetime import date

import pytest

from model.compose.compose import compose
from model.errors import ValueRefused
from model.jobs import take_in
from model.jobs.next_from_old import next_messages, next_report
from model.jobs.proposals import PERIODS, TIES
from model.parse.intake import Intake, said
from model.places.inventory import places_of
from model.renewal.outlines import TextWay, is_outline
from model.report.project import Organization
from model.report.section import Section
from model.values.period import Period
from model.values.state import State
from tests import manuscripts
from tests.samples import example

TODAY = date(2026, 11, 28)
KEYS = ("county-head-briefing", "half-year-summary", "work-briefing")


def taken_in(key: str) -> Intake:
    """An example as an old manuscript, of the half-year 2026."""
    project = example(key)
    read = manuscripts.pasted(compose(project, project.reports[0]).text)
    return take_in.take_in(read, Organization(name="云岭县"), Period(2026, 1, 6), None)


@pytest.mark.parametrize("key", KEYS)
def test_numbers_follow_indicators_and_stand_as_fields_with_the_old_ones_beside(key: str) -> None:
    done = taken_in(key)
    made = next_report(done, Period(2026, 1, 9), TODAY)
    assert str(made.project.period) == "2026-Q1-3"
    assert made.tied == len(TIES.find_all(done.project)) > 0
    assert made.renewed > 0
    assert not any(map(PERIODS.is_sure, PERIODS.find_all(made.project)))
    places = places_of(made.project)
    own = [place for place in places if place.place.endswith(".actual")]
    assert own
    assert all(place.state is State.EMPTY for place in own)
    assert made.blanks == sum(place.state is State.EMPTY for place in places)
    assert made.in_text > 0


@pytest.mark.parametrize("key", KEYS)
def test_nothing_of_the_text_counts_as_read(key: str) -> None:
    made = next_report(taken_in(key), Period(2026, 1, 9), TODAY)
    places = places_of(made.project)
    texts = [place for place in places if place.place.endswith(".text") and place.value]
    assert texts
    assert all(place.state is State.CARRIED for place in texts)


def test_work_parts_may_be_written_anew_and_it_is_told_how_many_are() -> None:
    done = taken_in("half-year-summary")
    made = next_report(done, Period(2026, 1, 9), TODAY, TextWay.USUAL)
    bare = [
        part for part in made.project.reports[0].content
        if isinstance(part, Section) and is_outline(part)
    ]  # fmt: skip
    assert len(bare) == made.outlines > 0
    assert any("只留了提纲" in told for told in next_messages(done, made))


def test_the_same_period_leaves_the_report_as_it_was() -> None:
    done = taken_in("work-briefing")
    made = next_report(done, Period(2026, 1, 6), TODAY)
    assert said(made.project) == said(done.project)
    assert next_messages(done, made) == ()


def test_a_year_later_the_old_numbers_are_told_to_be_last_years() -> None:
    done = taken_in("work-briefing")
    told = next_messages(done, next_report(done, Period(2027, 1, 6), TODAY))
    assert told[0].startswith("已接着写2027年上半年：")
    assert "2026年上半年的数现在是上年同期数（按上年文稿，可能已修订）。" in told


def test_an_earlier_period_is_refused() -> None:
    with pytest.raises(ValueRefused, match="还早"):
        next_report(taken_in("work-briefing"), Period(2026, 1, 3), TODAY)
