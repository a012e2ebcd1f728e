"""From a template to a project: fresh ids, real periods, shared fields and numbers."""

import pytest

from model.jobs.new_project import Made, add_report, new_project
from model.library import shipped
from model.report.ids import IdMaker, project_id
from model.report.period_tokens import period_tokens
from model.report.project import Organization
from model.report.section import IndicatorUse
from model.report.tree import ids_in, walk
from model.report.uses import placed_texts
from model.values.period import Period
from model.wording.links import IndicatorLink, links

KEYS = shipped.template_keys()
ORGANIZATION = Organization(name="云岭县", superior="江州市")


def _made(key: str, period: str = "2026-H1") -> Made:
    return new_project(shipped.template(key), shipped.bank(), ORGANIZATION, Period.parse(period))


@pytest.mark.parametrize("key", KEYS)
def test_ids_are_fresh_unique_and_known_by_those_of_the_template(key: str) -> None:
    made = _made(key)
    report = made.project.reports[0]
    ids = [one.id for one in walk(report) if getattr(one, "id", "")]  # type: ignore[attr-defined]
    assert len(set(ids)) == len(ids)
    uses = {one.id for one in walk(report) if isinstance(one, IndicatorUse)}
    assert set(made.ids.values()) | {made.report} | uses == set(ids)
    template_ids = {id_ for part in shipped.template(key).content for id_ in ids_in(part)}
    assert set(made.ids) == template_ids
    assert not template_ids & set(ids)
    assert made.report == report.id


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("period", ["2026-H1", "2026-M1", "2026-M5", "2026-Y"])
def test_every_period_of_a_new_report_is_real(key: str, period: str) -> None:
    report = _made(key, period).project.reports[0]
    for one in walk(report):
        if isinstance(one, IndicatorUse):
            for code in (one.period, one.forecast_period):
                assert code is None or Period.parse(code)
    for _, _, text in placed_texts(report):
        for link in links(text):
            if isinstance(link, IndicatorLink) and link.period is not None:
                assert Period.parse(link.period)


@pytest.mark.parametrize(
    ("period", "latest_month", "latest_quarter", "this_quarter"),
    [
        ("2026-H1", "2026-M1-5", "2026-Q1", "2026-Q2"),
        ("2026-M5", "2026-M1-4", "2026-Q1", "2026-Q2"),
        ("2026-Q1", "2026-M1-2", "2025-Y", "2026-Q1"),
        ("2026-M1", "2025-Y", "2025-Y", "2026-Q1"),
        ("2026-Y", "2026-M1-11", "2026-Q1-3", "2026-Q4"),
    ],
)
def test_periods_without_a_year_are_those_before_the_report(
    period: str, latest_month: str, latest_quarter: str, this_quarter: str
) -> None:
    tokens = period_tokens(Period.parse(period))
    assert tokens["latest-month"] == latest_month
    assert tokens["latest-quarter"] == latest_quarter
    assert tokens["this-quarter"] == this_quarter
    assert tokens["last-whole-year"] == "2025-Y"


@pytest.mark.parametrize("key", KEYS)
def test_a_project_has_what_its_report_needs_and_no_numbers_yet(key: str) -> None:
    project = _made(key).project
    template = shipped.template(key)
    assert [one.id for one in project.indicators] == [
        *template.indicators,
        *(one.id for one in template.own_indicators),
    ]
    assert project.observations == ()
    assert project.fields == template.fields


def test_a_second_report_shares_fields_and_indicators_and_keeps_what_is_typed() -> None:
    first = _made("county-head-briefing").project
    filled = first.changed(
        fields=tuple(field.changed(value="某") for field in first.fields[:1]) + first.fields[1:],
        observations=(),
    )
    both = add_report(filled, shipped.template("work-briefing"), shipped.bank()).project
    assert len(both.reports) == 2
    assert both.reports[0] is filled.reports[0]
    assert both.fields[: len(filled.fields)] == filled.fields
    assert both.fields[0].value == "某"
    names = [one.id for one in both.indicators]
    assert len(set(names)) == len(names)
    assert set(shipped.template("work-briefing").indicators) <= set(names)
    one, other = (ids_in(report) for report in both.reports)
    assert not one & other


def test_ids_never_repeat_even_when_the_short_ones_run_out() -> None:
    maker = IdMaker({"i000"})
    made = [maker.new("i") for _ in range(3000)]
    assert len(set(made)) == len(made)
    assert "i000" not in made
    assert all(one[0] == "i" and one.isalnum() and one.islower() for one in made)
    assert project_id() != project_id()
