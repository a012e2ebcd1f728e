"""Right sentences on which a plainer form of a rule would speak."""

from __future__ import annotations

from typing import Any

import pytest

from model.check.passage import Passage, Setting
from model.check.registry import in_passage
from model.values.facet import Facet
from tests.check.clean import clean, found
from tests.check.test_report_rules import keys, report, revenue
from tests.small_project import put, small

SETTING = Setting(2026, (1, 6), "云岭县", "江州市", peers=18)

MORE_BANK: list[dict[str, Any]] = [
    {"id": "farmland", "name": "高标准农田建设", "unit": "万亩", "growth": "nominal"},
    {"id": "profit", "name": "规模以上工业企业利润总额", "unit": "亿元", "growth": "nominal"},
    {"id": "net-loans", "name": "新增贷款净增额", "unit": "亿元", "growth": "nominal"},
]  # fmt: skip


def told(text: str, setting: Setting = SETTING) -> set[str]:
    return {key for key, _ in in_passage(Passage(text), setting)}


@pytest.mark.parametrize(
    "text",
    [
        "分别增长6.1%、7.3%，居全市第1、第3位。",
        "拨备覆盖率165%，资金到位率112%，居民消费价格指数为100.6。",
        "压力较大的有4项：地区生产总值占年度计划的50.1%。",
        "居全省第一方阵，列全省87位。",
        "近5年年均增长6%左右，频率提高12%。",
        "与青山县交界，赴外省开展招商，县委、县政府高度重视。",
        "三次产业比为14.5:41.6:43.9，报名截止日期为6月5日17:00。",
        "光纤\t千米\t1200",
        "增速好于预期，较预计高0.2个百分点。",
        "培育企业86家，其中高新技术企业52家、专精特新企业41家。",
    ],
)
def test_a_right_sentence_is_told_by_no_rule(text: str) -> None:
    assert told(text) == set()


def test_a_city_of_a_countys_rank_says_our_city() -> None:
    assert told("我市上下齐心，全市经济平稳。", SETTING._replace(place="云岭市")) == set()


@pytest.mark.parametrize("text", ["市委赵书记到会。", "李书记和我一起调研。", "李县长到会讲话。"])
def test_other_posts_and_an_address_without_deputy_are_right(text: str) -> None:
    setting = SETTING._replace(names=("李副县长", "王书记"))
    assert "other-person" not in told(text, setting)


@pytest.mark.parametrize(
    "text",
    [
        "全市一般公共预算收入增长5.6%。",
        "县本级一般公共预算收入完成3.2亿元。",
        "开发区一般公共预算收入增长9%。",
        "税收拉动一般公共预算收入增长0.3个百分点。",
    ],
)
def test_other_levels_parks_and_contributions_are_not_the_tables(text: str) -> None:
    assert "against-table" not in revenue(text)


@pytest.mark.parametrize(
    "text",
    ["预计一般公共预算收入增速居全市第3位。", "一般公共预算收入增速较预计高0.2个百分点。"],
)
def test_a_rank_that_is_expected_and_a_comparison_with_it_are_right(text: str) -> None:
    assert "expected-in-text" not in revenue(text)


def test_harvests_jump_and_profits_fall_honestly() -> None:
    def of(id_: str, earlier: str, now: str) -> set[str]:
        uses = [{"id": "u1", "indicator": id_}]
        project = small([{"kind": "indicators", "id": "b1", "use": uses}], indicators=MORE_BANK)
        return keys(
            put(project, (f"{id_}@2026-H1.actual", now), (f"{id_}@2026-Q1.actual", earlier))
        )

    assert "slip-of-ten" not in of("farmland", "0.4", "3.2")
    assert "slip-of-ten" in of("farmland", "0.4", "8.1")
    assert "falling-total" not in of("profit", "2.1", "1.8")
    assert "falling-total" not in of("net-loans", "2.1", "1.8")
    assert "falling-total" in of("farmland", "2.1", "1.8")


def test_a_part_of_another_price_basis_may_grow_beyond_its_whole() -> None:
    project = clean(("revenue@2026-H1.yoy", "4.7"), ("tax@2026-H1.yoy", "8"))
    assert found(project, "growth-between") == []


def test_closings_are_no_sentence_twice_and_fixed_names_no_promise() -> None:
    closing = "汇报完毕，不妥之处，请批评指正。"
    assert "sentence-twice" not in keys(report(closing, closing))
    rows = ("1.防汛有力。", "2.项目提速。", "3.民生改善。")
    assert "promise" not in keys(report("巩固两不愁三保障成果，四上企业增多。", *rows))


@pytest.mark.parametrize("share", ["98.4", "98.40"])
def test_a_share_of_the_plan_is_never_that_of_next_years_plan(share: str) -> None:
    values = (("revenue@2026-Y.actual", "12.3"), ("revenue@2026-Y.plan_share", share))
    next_year = ("revenue@2027-Y.plan", "14")
    alone = put(small(period="2026-Y"), *values, next_year)
    assert found(alone, "computed") == []
    both = put(alone, ("revenue@2026-Y.plan", "12.5"))
    assert found(both, "computed") == []
    (wrong,) = found(put(both, (f"revenue@2026-Y.{Facet.PLAN_SHARE.value}", "87.9")), "computed")
    assert "算是98.4%" in wrong.message


def test_a_share_in_prose_is_not_held_against_what_is_planned_for_next_year() -> None:
    texts = (
        "一般公共预算收入完成12.3亿元，占年度计划的98.4%。",
        "二、下一年工作安排",
        "一般公共预算收入计划14亿元，增长8%。",
    )
    project = put(
        report(*texts, use=("general-public-budget-revenue",), period="2026-Y"),
        ("general-public-budget-revenue@2026-Y.actual", "12.3"),
        ("general-public-budget-revenue@2026-Y.plan", "12.5"),
        ("general-public-budget-revenue@2027-Y.plan", "14"),
    )
    assert not keys(project) & {"against-table", "share-of-whole", "computed", "other-count"}
