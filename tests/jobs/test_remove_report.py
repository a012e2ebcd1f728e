"""A text added by mistake goes with the blanks it brought; what was filled in stays."""

from __future__ import annotations

import pytest

from model.check.registry import problems
from model.errors import PlaceError, ValueRefused
from model.jobs.new_project import add_report
from model.jobs.remove_report import remove_report
from model.library import shipped
from model.report.project import Project
from model.session import Session
from tests.samples import example

FIRST = example("county-head-briefing")


@pytest.fixture(scope="module")
def both() -> Project:
    """The county head's briefing, finished, and a second text in which nothing is filled in."""
    return add_report(FIRST, shipped.template("work-briefing"), shipped.bank()).project


def second(project: Project) -> str:
    return project.reports[1].id


def test_its_blanks_go_with_it(both: Project) -> None:
    assert len(problems(both)) > 0
    left = remove_report(both, second(both))
    assert left == FIRST
    assert problems(left) == ()


def test_what_was_filled_in_stays(both: Project) -> None:
    field = next(field for field in both.fields if FIRST.field(field.id) is None)
    known = {indicator.id for indicator in FIRST.indicators}
    indicator = next(one for one in both.indicators if one.id not in known and one.unit == "亿元")
    session = Session.new(both)
    session.set(field.id, "12")
    session.set(f"{indicator.id}@2026-H1.actual", "12.5")
    filled = session.project
    left = remove_report(filled, second(filled))
    assert left.field(field.id) == filled.field(field.id)
    assert left.indicator(indicator.id) is not None
    assert left.observations == filled.observations


def test_what_another_text_speaks_of_stays(both: Project) -> None:
    first = FIRST.reports[0].id
    left = remove_report(both, first)
    named = {field.id for field in left.fields if field.value is None}
    assert named
    assert {report.id for report in left.reports} == {second(both)}


def test_the_only_text_and_what_is_none_are_refused() -> None:
    with pytest.raises(ValueRefused, match="唯一的一份文稿"):
        remove_report(FIRST, FIRST.reports[0].id)
    with pytest.raises(PlaceError):
        remove_report(FIRST, "nothing")
