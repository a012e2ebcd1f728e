"""A plan that words alone tell: kept and said, reported on, never computed with or compared."""

from pathlib import Path
from typing import Any

import pytest

from model.check.registry import problems
from model.errors import ValueRefused
from model.places.inventory import places_of
from model.renewal.changes import changes
from model.renewal.next_period import carry
from model.report.project import Project
from model.storage.project_file import dumps, loads
from model.values.period import Period
from tests.small_project import put, small, text

PLAN = "revenue@2026-Y.plan"
WORDS = "与经济增长基本同步"


@pytest.fixture(name="project", scope="module")
def made_project() -> Project:
    content: list[dict[str, Any]] = [
        {
            "kind": "indicators",
            "id": "b1",
            "opening": "全年要{@revenue@2026-Y.plan}。",
            "use": [
                {"id": "u1", "indicator": "revenue", "facets": ["actual", "plan"]},
                {"id": "u2", "indicator": "revenue", "facets": ["plan_share"]},
            ],
        }
    ]
    return put(small(content), (PLAN, WORDS), ("revenue@2026-H1.actual", "6.8"))


def test_it_is_said_in_its_words(project: Project) -> None:
    assert f"全年要{WORDS}。" in text(project)
    assert f"一般公共预算收入完成6.8亿元，年度目标是{WORDS}" in text(project)
    assert f'"words": "{WORDS}"' in dumps(project)
    assert (
        loads(dumps(project).encode(), Path("a.json")).project.observations == project.observations
    )


def test_nothing_is_computed_from_it_or_compared_with_it(project: Project) -> None:
    places = {one.place: one for one in places_of(project, project.reports[0])}
    plan = places[PLAN]
    assert (plan.value, plan.unit) == (WORDS, "")
    assert "占年初预算的XX%" in text(project)
    assert {one.check for one in problems(project, project.reports[0])} == {"blank"}


def test_a_number_takes_its_place_and_it_takes_a_numbers(project: Project) -> None:
    numbered = put(project, (PLAN, "13.5"))
    assert [one.words for one in numbered.observations if one.facet == "plan"] == [""]
    again = put(numbered, (PLAN, WORDS))
    assert [one.words for one in again.observations if one.facet == "plan"] == [WORDS]
    assert not [one for one in put(again, (PLAN, "")).observations if one.facet == "plan"]


def test_the_next_year_shows_it_as_the_last_one(project: Project) -> None:
    next_year = carry(project, Period.parse("2027-Y"))
    told = put(next_year, ("revenue@2027-Y.plan", "完成市下达任务"))
    (row,) = [one for one in changes(told) if one.place == "revenue@2027-Y.plan"]
    assert (row.last, row.now, row.difference) == (WORDS, "完成市下达任务", None)


@pytest.mark.parametrize("typed", ["1.3万abc", "约五亿元", "未定", "好于x年"])
def test_what_is_neither_a_number_nor_a_goal_is_refused(typed: str) -> None:
    with pytest.raises(ValueRefused):
        put(small(), (PLAN, typed))
    with pytest.raises(ValueRefused):
        put(small(), ("revenue@2026-H1.actual", WORDS))


def test_growth_can_be_the_plan_of_what_usually_has_a_total(project: Project) -> None:
    planned = put(project, (PLAN, "增长5%"), ("revenue@2026-H1.yoy", "5.4"))
    assert "全年要增长5%。" in text(planned)
    assert "年度目标为增长5%" in text(planned)
    assert "占年初预算的XX%" in text(planned)
