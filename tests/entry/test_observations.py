"""Values of indicators: bases, sources, ranks, bounds, and what is refused."""

from typing import Any

import pytest

from model.errors import ValueRefused
from model.report.indicator import Observation
from model.report.project import Project
from model.values.facet import Source
from model.values.period import Basis
from tests.small_project import TODAY, put, small, text

REVENUE = "revenue@2026-H1"


def _kept(project: Project, facet: str) -> list[Observation]:
    return [one for one in project.observations if one.facet == facet]


def _values(project: Project) -> list[tuple[str, Source]]:
    return [(str(one.quantity), one.source) for one in project.observations]


def test_a_new_value_is_the_departments_of_today_on_the_periods_own_basis() -> None:
    (one,) = put(small(), (f"{REVENUE}.actual", "6.820")).observations
    assert (str(one.quantity), one.source, one.noted) == ("6.820亿元", Source.DEPARTMENT, TODAY)
    assert one.basis is Basis.CUMULATIVE
    (month,) = put(small(), ("revenue@2026-M5.actual", "1.1")).observations
    assert month.basis is Basis.MONTH


def test_a_forecast_is_an_estimate() -> None:
    (one,) = put(small(), ("revenue@2026-Y.forecast", "13")).observations
    assert one.source is Source.ESTIMATE


def test_a_place_without_a_source_replaces_the_value_that_is_shown() -> None:
    project = put(small(), (f"{REVENUE}.actual", "6.8"), (f"{REVENUE}.actual@bureau", "6.82"))
    again = put(project, (f"{REVENUE}.actual", "6.83"))
    assert _values(again) == [("6.8亿元", Source.DEPARTMENT), ("6.83亿元", Source.BUREAU)]


def test_a_place_with_a_source_adds_a_value_beside_and_the_best_is_said() -> None:
    project = put(small(), (f"{REVENUE}.actual", "6.8"), (f"{REVENUE}.actual@published", "6.82"))
    assert _values(project) == [("6.8亿元", Source.DEPARTMENT), ("6.82亿元", Source.PUBLISHED)]
    assert "收入完成6.82亿元" in text(project)
    weaker = put(project, (f"{REVENUE}.actual@estimate", "7"))
    assert "收入完成6.82亿元" in text(weaker)
    chosen = put(weaker, ("u2.source", "预计"))
    assert "收入完成7亿元" in text(chosen)


def test_nothing_typed_takes_the_shown_value_away_and_the_next_best_shows() -> None:
    project = put(small(), (f"{REVENUE}.actual", "6.8"), (f"{REVENUE}.actual@bureau", "6.82"))
    less = put(project, (f"{REVENUE}.actual", ""))
    assert _values(less) == [("6.8亿元", Source.DEPARTMENT)]
    assert put(less, (f"{REVENUE}.actual", "")).observations == ()
    assert put(small(), (f"{REVENUE}.actual", "")).observations == ()


def test_values_of_two_bases_of_one_period_lie_side_by_side() -> None:
    project = put(
        small(), ("revenue@2026-M1-5.actual", "5.5"), ("revenue@2026-M1-5:month.actual", "1.1")
    )
    assert [one.basis for one in project.observations] == [Basis.CUMULATIVE, Basis.MONTH]


def test_another_unit_that_converts_is_kept_as_it_was_typed() -> None:
    project = put(small(), (f"{REVENUE}.actual", "68213万元"), (f"{REVENUE}.plan", "12.5"))
    assert "收入完成68213万元" in text(project)


def test_growth_is_typed_as_a_number_or_with_its_direction_word() -> None:
    for typed in ("-3.2", "下降3.2%", "－３．２", "回落 3.2"):
        assert "下降3.2%" in text(put(small(), ("revenue@2026-H1.yoy", typed)))
    (flat,) = put(small(), ("revenue@2026-H1.yoy", "持平")).observations
    assert flat.value == 0


def test_several_ranks_are_typed_in_one_place() -> None:
    project = put(small(), (f"{REVENUE}.rank", "增速居全市第3位、总量居全市第5位"))
    said = [(int(one.value), one.scope, one.of and one.of.label) for one in _kept(project, "rank")]
    assert said == [(3, "全市", "增速"), (5, "全市", "总量")]
    again = put(project, (f"{REVENUE}.rank", "总量居全省12个县（市、区）第4位，增速2"))
    assert [str(one.scope) for one in _kept(again, "rank")] == ["全省12个县（市、区）", "全市"]


def test_what_a_bare_rank_orders_comes_from_the_indicator_and_its_scope_from_the_superior() -> None:
    project = put(small(), ("gdp@2026-H1.rank", "3"), (f"{REVENUE}.rank", "3"))
    assert [one.of and one.of.label for one in _kept(project, "rank")] == ["增速", None]
    province = small(organization={"name": "江州市", "superior": "云南省"})
    (one,) = put(province, ("gdp@2026-H1.rank", "3")).observations
    assert one.scope == "全省"


@pytest.mark.parametrize(
    ("place", "typed", "why"),
    [
        (f"{REVENUE}.actual", "12,5", "逗号"),
        (f"{REVENUE}.actual", "6.82吨", "亿元"),
        (f"{REVENUE}.plan_share", "4,700%", "超出了范围"),
        (f"{REVENUE}.plan_share", "-1", "超出了范围"),
        (f"{REVENUE}.share", "101", "超出了范围"),
        (f"{REVENUE}.yoy", "-101", "超出了范围"),
        (f"{REVENUE}.yoy", "1.2个百分点", "个百分点.*%"),
        (f"{REVENUE}.points", "1.2%", "%.*个百分点"),
        (f"{REVENUE}.rank", "0", "从1算起"),
        (f"{REVENUE}.rank", "、", "看不懂位次"),
        (f"{REVENUE}.rank", "3、4", "写了两次"),
        (f"{REVENUE}.rank", "约3", "看不懂位次"),
        ("urban-rate@2026-H1.yoy", "1.2", "同比升降"),
        ("urban-rate@2026-H1.actual", "4700", "超出了范围"),
        ("deposits@2026-H1.actual", "-1", "不会小于0"),
        ("unknown@2026-H1.actual", "1", "没有指标"),
        ("revenue@2026-H2.actual", "1", "看不懂报告期"),
        ("revenue@2026-H1.colour", "1", "能说的方面"),
        ("revenue@2026-H1.actual@friend", "1", "来源有"),
        ("revenue@2026-H1:week.actual", "1", "当月、当季"),
        ("revenue@2026-H1", "1", "指标的位置写作"),
    ],
)
def test_a_refusal_names_the_place_and_changes_nothing(place: str, typed: str, why: str) -> None:
    with pytest.raises(ValueRefused, match=f"(?s)^{place}：.*{why}"):
        put(small(), (place, typed))


def test_a_plan_is_a_growth_or_a_level_where_growth_is_planned() -> None:
    (growth,) = put(small(), ("gdp@2026-Y.plan", "6.5")).observations
    assert str(growth.quantity) == "6.5%"
    (level,) = put(small(), ("gdp@2026-Y.plan", "62.8亿元")).observations
    assert str(level.quantity) == "62.8亿元"


def test_a_rate_in_per_mille_changes_by_its_own_points() -> None:
    births = {"id": "births", "name": "人口出生率", "unit": "‰", "measure": "rate",
              "flow": "ratio", "order": 9}  # fmt: skip
    use = {"id": "u1", "indicator": "births", "facets": ["actual", "change"]}
    block: dict[str, Any] = {"kind": "indicators", "id": "b1", "use": [use]}
    project = small([block], indicators=[births])
    told = put(project, ("births@2026-H1.actual", "6.5"), ("births@2026-H1.change", "-0.3"))
    assert "人口出生率达到6.5‰，同比降低0.3个千分点" in text(told)
    for facet in ("yoy", "points"):
        with pytest.raises(ValueRefused, match="千分率"):
            put(project, (f"births@2026-H1.{facet}", "3"))
