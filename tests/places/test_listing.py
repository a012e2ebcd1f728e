"""The list of places: complete, in reading order, and true to what it would set."""

import pytest

from model.entry.apply import Assignment, set_values
from model.jobs.new_project import new_project
from model.library import shipped
from model.places.listing import Fillable, fillables
from model.report.project import Organization, Project
from model.values.period import Period
from model.values.state import State
from tests.small_project import TODAY, full, put, small, text

KEYS = shipped.template_keys()
SAMPLES = {
    "text": "某事", "prose": "某事。", "integer": "12", "decimal": "12", "percent": "12.5",
    "points": "1.2", "money": "12", "date": "2026-7-5", "period": "2026-H1", "rank": "3",
    "departments": "财政局",
}  # fmt: skip


def _by_place(project: Project) -> dict[str, Fillable]:
    return {one.place: one for one in fillables(project)}


def _blank(project: Project) -> list[Fillable]:
    return [one for one in fillables(project) if one.state is State.EMPTY]


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS)
def test_every_place_set_to_its_own_value_changes_no_text(key: str) -> None:
    project = full(key)
    before = text(project)
    places = fillables(project)
    for one in places:
        again = put(project, (one.place, one.value or ""))
        assert text(again) == before, one.place
    together = set_values(
        project, [Assignment(one.place, one.value or "") for one in places], TODAY
    )
    assert text(together) == before


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("period", ["2026-H1", "2026-M1", "2026-Q1-3"])
def test_every_blank_of_a_template_can_be_filled_in_one_go(key: str, period: str) -> None:
    organization = Organization(name="云岭县", superior="江州市")
    project = new_project(
        shipped.template(key), shipped.bank(), organization, Period.parse(period)
    ).project
    blank = _blank(project)
    assert blank
    typed = [(one.place, (*one.choices, SAMPLES.get(one.kind, ""))[0]) for one in blank]
    filled = put(project, *typed)
    assert _blank(filled) == []
    assert "XX" not in text(filled)


def test_places_come_in_reading_order_fields_first() -> None:
    places = [one.place for one in fillables(small())]
    picked = [
        "leader", "note", "gdp@2026-H1.actual", "tax@2026-H1.actual", "i1.text", "i1.figures.0",
        "i3.blanks.0", "t1.lead", "t1.quantity", "deposits@2026-H1.actual", "w1.plan",
    ]  # fmt: skip
    assert [one for one in places if one in picked] == picked
    assert len(set(places)) == len(places)


def test_a_place_tells_its_section_label_unit_and_state() -> None:
    found = _by_place(put(small(), ("w1.plan", "2"), ("w1.done", "1"), ("leader", "王市长")))
    figure = found["i1.figures.1"]
    assert (figure.section, figure.label, figure.unit) == ("经济运行", "完成投资▁亿元", "亿元")
    assert (figure.value, figure.state) == ("3.5", State.FILLED)
    assert found["leader"].state is State.FILLED
    assert (found["w1.progress"].value, found["w1.progress"].state) == ("50.0", State.COMPUTED)
    assert found["w1.plan"].label == "茶产业园 年度计划"
    growth = found["revenue@2026-H1.yoy"]
    assert (growth.indicator, growth.facet, growth.period) == ("revenue", "yoy", "2026-H1")
    assert growth.label == "一般公共预算收入 同比增长（%）"
    assert growth.hint == "财政局"


def test_a_share_of_nothing_done_is_computed_too() -> None:
    found = _by_place(put(small(), ("w1.plan", "2"), ("w1.done", "0")))["w1.progress"]
    assert (found.value, found.state) == ("0.0", State.COMPUTED)


def test_last_and_last_year_are_former_observations() -> None:
    project = put(
        small(),
        ("revenue@2026-Q1.actual", "3.1"),
        ("revenue@2025-H1.actual", "61200万元"),
        ("revenue@2025-Y.plan", "12"),
        ("b1.revenue.facets", "本期数、年度计划"),
    )
    found = _by_place(project)
    actual, plan = found["revenue@2026-H1.actual"], found["revenue@2026-Y.plan"]
    assert (actual.value, actual.last, actual.last_year) == (None, "3.1", "61200万元")
    assert (plan.value, plan.last, plan.last_year) == (None, "12", "12")


def test_a_value_in_another_unit_is_listed_with_it_and_survives_being_typed_again() -> None:
    project = put(small(), ("revenue@2026-H1.actual", "68213万元"))
    one = _by_place(project)["revenue@2026-H1.actual"]
    assert (one.value, one.unit) == ("68213万元", "亿元")
    assert text(put(project, (one.place, one.value or ""))) == text(project)


def test_a_figure_that_falls_is_listed_with_its_sign() -> None:
    project = put(small(), ("i2.figures.0", "-1.5"))
    assert _by_place(project)["i2.figures.0"].value == "-1.5"


def test_a_use_of_a_period_that_does_not_exist_has_no_places() -> None:
    use = {"indicator": "gdp", "period": "latest-month"}
    project = small([{"kind": "indicators", "id": "b1", "use": [use, "revenue"]}])
    places = [one.place for one in fillables(project) if one.indicator]
    assert places == ["revenue@2026-H1.actual"]


def test_blanks_in_the_opening_of_an_indicator_are_listed_under_its_block() -> None:
    project = put(small(), ("b1.tax.opening", "在XX个部门中，"))
    one = _by_place(project)["b1.tax.opening.figures.0"]
    assert (one.section, one.state) == ("经济运行", State.EMPTY)


def test_one_report_alone_lists_the_fields_and_its_own_places() -> None:
    project = small()
    other = project.reports[0].changed(id="r2", content=())
    both = project.changed(reports=(*project.reports, other))
    assert {one.place for one in fillables(both, other)} == {field.id for field in project.fields}
