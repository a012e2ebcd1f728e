"""The groups of 核对: every finding stands in one of them, in the order of the text or of rules."""

from __future__ import annotations

import pytest

from model.check import numerals, punctuation
from model.check.dismissal import dismiss_all, switch_rules
from model.check.problem import Problem, Severity
from model.check.registry import RULES, problems
from model.errors import ValueRefused
from model.jobs.new_project import new_project
from model.jobs.problem_groups import REFUSED, Grouper, Grouping
from model.jobs.proposals import SLIPS, slips_of
from model.jobs.steps import next_blank, steps
from model.library import shipped
from model.report.project import Organization, Project
from model.report.tree import items_of
from model.session import Session
from model.values.period import Period
from tests.samples import example


@pytest.fixture(scope="module")
def fresh() -> Project:
    place = Organization(name="云岭县", superior="江州市")
    template = shipped.template("half-year-summary")
    return new_project(template, shipped.bank(), place, Period.parse("2026-H1")).project


@pytest.fixture(scope="module")
def faulty() -> Project:
    """Slips of two families of form, and a phrase one sign off."""
    session = Session.new(example("county-head-briefing"))
    item = next(item for item in items_of(session.project.reports[0]) if len(item.text) > 40)
    session.set(f"{item.id}.text", "群众满意，，税收增长5-10%，坚持稳中求进工作总调基。")
    return session.project


@pytest.mark.parametrize("by", Grouping)
def test_every_finding_stands_in_exactly_one_group(fresh: Project, by: Grouping) -> None:
    report = fresh.reports[0]
    lost = Problem("blank", Severity.ERROR, "", "没有地方")
    refused = Problem(REFUSED, Severity.ERROR, f"{report.id}.title", "没有收下")
    found = (*problems(fresh, report), lost, refused)
    groups = Grouper().groups(fresh, report, found, by)
    listed = [one for group in groups for one in group.problems]
    assert sorted(listed) == sorted(found)
    assert groups[0].problems == (refused,)
    assert len({group.key for group in groups}) == len(groups)


def test_parts_stand_in_the_order_of_the_text_and_count_what_is_left(fresh: Project) -> None:
    report = fresh.reports[0]
    groups = Grouper().groups(fresh, report, problems(fresh, report))
    counted = {group.title: group.counted for group in groups if group.is_open}
    left = {step.title: step.blanks for step in steps(fresh, report)[:-2] if step.blanks}
    assert list(counted) == list(left)
    assert counted["指标"] == f"{left['指标']}处未填"


def test_a_family_of_form_offers_only_its_own_corrections(faulty: Project) -> None:
    report = faulty.reports[0]
    of_marks = slips_of(punctuation.FAMILY).find(faulty, report)
    of_numerals = slips_of(numerals.FAMILY).find(faulty, report)
    assert [one.before for one in of_marks] == ["，，"]
    assert len(of_numerals) == 1
    assert set(of_marks) | set(of_numerals) <= set(SLIPS.find(faulty, report))


def test_what_is_dismissed_singly_and_what_must_be_mended_stay_when_a_group_goes(
    faulty: Project,
) -> None:
    singly = [one for one in problems(faulty) if RULES[one.check].again]
    assert singly
    left = problems(dismiss_all(faulty, problems(faulty)))
    assert set(left) == {*singly, *(one for one in problems(faulty) if one.severity == "error")}


def test_rules_are_switched_together_and_unknown_ones_stay(faulty: Project) -> None:
    project = faulty.changed(rules_off=("of-a-later-program", "doubled-mark"))
    switched = switch_rules(project, ["half-width"])
    assert switched.rules_off == ("of-a-later-program", "half-width")
    assert switch_rules(switched, ["half-width"]) is switched
    with pytest.raises(ValueRefused):
        switch_rules(project, ["blank"])


def test_the_walk_through_what_is_to_be_looked_at_passes_the_blanks_by(fresh: Project) -> None:
    report = fresh.reports[0]
    assert next_blank(fresh, report, carried=True) is not None
    assert next_blank(fresh, report, carried=True, blanks=False) is None
