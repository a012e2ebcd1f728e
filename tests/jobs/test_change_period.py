"""A project in which nothing was written can still be of another period."""

import pytest

from model.entry.apply import Assignment, set_values
from model.jobs.change_period import at_period, is_untouched
from model.jobs.new_project import new_project
from model.library import shipped
from model.report.project import Organization, Project
from model.session import Session
from model.values.period import Period


@pytest.fixture(params=shipped.template_keys())
def fresh(request: pytest.FixtureRequest) -> Project:
    """A new project of each template."""
    place = Organization(name="云岭县", superior="江州市")
    template = shipped.template(request.param)
    return new_project(template, shipped.bank(), place, Period.parse("2026-H1")).project


def test_a_new_project_is_untouched(fresh: Project) -> None:
    assert is_untouched(fresh)


def test_another_period_gives_what_a_new_project_of_it_has(fresh: Project) -> None:
    moved = at_period(fresh, Period.parse("2026-Q1-3"))
    assert str(moved.period) == "2026-Q1-3"
    assert moved.id == fresh.id
    assert moved.reports[0].id == fresh.reports[0].id
    assert is_untouched(moved)


def test_what_was_chosen_for_the_whole_text_stays(fresh: Project) -> None:
    report = fresh.reports[0].changed(house_style="windows", name="汇报")
    moved = at_period(fresh.changed(reports=(report,)), Period.parse("2026-Y"))
    assert (moved.reports[0].house_style, moved.reports[0].name) == ("windows", "汇报")


def test_a_value_or_a_word_of_ones_own_touches_it(fresh: Project) -> None:
    session = Session.new(fresh)
    title = f"{fresh.reports[0].id}.title"
    session.set(title, "另一个标题")
    assert not is_untouched(session.project)
    field = next(one for one in fresh.fields if one.kind == "text")
    today = Period.parse("2026-H1").end
    assert not is_untouched(set_values(fresh, [Assignment(field.id, "甲")], today))


def test_a_project_whose_template_is_gone_is_left_alone(fresh: Project) -> None:
    gone = fresh.reports[0].changed(
        template=fresh.reports[0].template.changed(key="no-such-template")
    )
    assert not is_untouched(fresh.changed(reports=(gone,)))
