"""Numbers that do not agree: with what is computed, their whole, their year, their peers."""

import pytest

from model.check.problem import Severity
from tests.check.clean import clean, found
from tests.small_project import put, small

PLAN = ("revenue@2026-Y.plan", "12.5")


@pytest.mark.parametrize("share", ["54.6", "54.56", "55", "54.5"])
def test_a_typed_share_within_rounding_is_no_problem(share: str) -> None:
    project = clean(PLAN, ("revenue@2026-H1.plan_share", share))
    assert found(project, "figure") == []


@pytest.mark.parametrize("share", ["53.0", "64.6", "56"])
def test_a_typed_share_beyond_rounding_is_told_and_wins(share: str) -> None:
    project = clean(PLAN, ("revenue@2026-H1.plan_share", share))
    (one,) = found(project, "figure")
    assert one.place == "revenue@2026-H1.plan_share"
    assert f"填的是{share}%" in one.message
    assert "算是54.6%" in one.message
    assert one.severity is Severity.WARNING


def test_growth_of_small_rounded_amounts_is_not_told_to_be_wrong() -> None:
    small_ones = [("revenue@2026-H1.actual", "0.52"), ("revenue@2025-H1.actual", "0.49")]
    close, far = ("revenue@2026-H1.yoy", "5.0"), ("revenue@2026-H1.yoy", "9.0")
    project = clean(("tax@2026-H1.actual", "0.4"), *small_ones)
    assert found(put(project, close), "figure") == []
    assert len(found(put(project, far), "figure")) == 1


def test_growth_at_constant_prices_is_not_compared_with_levels() -> None:
    content = [{"kind": "indicators", "id": "b1", "use": ["gdp"]}]
    project = put(
        small(content),
        ("gdp@2026-H1.actual", "44"),
        ("gdp@2025-H1.actual", "40"),
        ("gdp@2026-H1.yoy", "5"),
    )
    assert found(project, "figure") == []


def test_a_part_larger_than_its_whole_is_told_whatever_the_units() -> None:
    (one,) = found(clean(("tax@2026-H1.actual", "68300万元")), "figure")
    assert one.place == "tax@2026-H1.actual"
    assert "税收收入（68300万元）比一般公共预算收入（6.82亿元）还大" in one.message
    assert found(clean(("tax@2026-H1.actual", "68213万元")), "figure") == []


@pytest.mark.parametrize("earlier", ["2026-Q1", "2026-M1-5", "2026-M1"])
def test_a_value_since_january_that_falls_is_told(earlier: str) -> None:
    (one,) = found(clean((f"revenue@{earlier}.actual", "7.5亿元")), "figure")
    assert one.place == "revenue@2026-H1.actual"
    assert "7.5亿元降到上半年的6.82亿元" in one.message


@pytest.mark.parametrize(
    "other",
    ["revenue@2025-Y.actual", "revenue@2026-M6.actual", "revenue@2026-Q2.actual",
     "revenue@2026-H1:month.actual"],
)  # fmt: skip
def test_other_years_single_months_and_quarters_are_not_compared(other: str) -> None:
    assert found(clean((other, "1")), "figure") == []
    assert found(clean((other, "9")), "figure") == []


def test_a_balance_may_fall() -> None:
    content = [{"kind": "indicators", "id": "b1", "use": ["deposits"]}]
    project = put(
        small(content), ("deposits@2026-Q1.actual", "90"), ("deposits@2026-H1.actual", "80")
    )
    assert found(project, "figure") == []


def test_a_rank_beyond_the_peers_is_told_and_one_in_the_province_is_not() -> None:
    (one,) = found(clean(("revenue@2026-H1.rank", "增速居全市第19位")), "figure")
    assert "参加排名的只有18个" in one.message
    for fine in ("增速居全市第18位", "增速居全省第45位"):
        assert found(clean(("revenue@2026-H1.rank", fine)), "figure") == []


def test_a_rank_must_tell_of_what_where_both_are_ranked() -> None:
    (one,) = found(clean(("revenue@2026-H1.rank", "3")), "figure")
    assert "没有说明是增速还是总量" in one.message
    content = [{"kind": "indicators", "id": "b1", "use": ["gdp"]}]
    project = put(small(content), ("gdp@2026-H1.actual", "4"), ("gdp@2026-H1.rank", "3"))
    assert found(project, "figure") == []


def test_a_value_that_is_not_shown_is_told_with_its_source() -> None:
    project = clean(("revenue@2026-H1.rank@estimate", "增速居全市第19位"))
    assert [one.place for one in found(project, "figure")] == ["revenue@2026-H1.rank"]
    better = put(project, ("revenue@2026-H1.rank@bureau", "增速居全市第2位"))
    assert [one.place for one in found(better, "figure")] == ["revenue@2026-H1.rank@estimate"]


def test_numbers_of_indicators_that_no_text_uses_are_not_looked_at() -> None:
    assert found(clean(("deposits@2026-H1.rank", "3")), "figure") == []
    linked = clean(("deposits@2026-H1.rank", "3"), ("i1.text", "存款{@deposits.rank}。"))
    assert len(found(linked, "figure")) == 1
