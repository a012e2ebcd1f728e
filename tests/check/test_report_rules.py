"""Rules that see a whole report: its numbers, its rows of points, one thing at several places."""

from __future__ import annotations

from typing import Any

import pytest

from model.check.registry import problems
from model.report.project import Project
from tests.small_project import put, small

BANK: list[dict[str, Any]] = [
    {"id": "gdp", "name": "地区生产总值", "unit": "亿元", "growth": "constant_price"},
    {"id": "primary-va", "name": "第一产业增加值", "unit": "亿元", "growth": "constant_price"},
    {"id": "secondary-va", "name": "第二产业增加值", "unit": "亿元", "growth": "constant_price"},
    {"id": "tertiary-va", "name": "第三产业增加值", "unit": "亿元", "growth": "constant_price"},
    {"id": "general-public-budget-revenue", "name": "一般公共预算收入", "unit": "亿元",
     "growth": "nominal", "target": "total"},
    {"id": "disposable-income-urban", "name": "城镇居民人均可支配收入", "unit": "元",
     "growth": "nominal"},
    {"id": "disposable-income-rural", "name": "农村居民人均可支配收入", "unit": "元",
     "growth": "nominal"},
    {"id": "urban-new-jobs", "name": "城镇新增就业", "unit": "人", "measure": "count",
     "target": "total", "growth": "nominal"},
]  # fmt: skip


def report(*texts: str, use: tuple[str, ...] = (), **more: Any) -> Project:
    """A report that states `use` and has one paragraph for each of `texts`."""
    items = [[{"id": f"i{number}", "text": text}] for number, text in enumerate(texts)]
    content: list[dict[str, Any]] = [{"kind": "text", "id": "b2", "paragraphs": items}]
    if use:
        uses = [{"id": f"u{number}", "indicator": id_} for number, id_ in enumerate(use)]
        content.insert(0, {"kind": "indicators", "id": "b1", "use": uses})
    return small(content, indicators=BANK, **more)


def keys(project: Project) -> set[str]:
    return {one.check for one in problems(project)}


SECTORS = ("gdp", "primary-va", "secondary-va", "tertiary-va")


def sectors(*values: str, facet: str = "actual") -> Project:
    typed = zip(SECTORS, values, strict=True)
    return put(report(use=SECTORS), *((f"{id_}@2026-H1.{facet}", value) for id_, value in typed))


def test_complete_parts_add_up_within_their_roundings() -> None:
    assert "sum" not in keys(sectors("118.6", "17.2", "49.3", "52.1"))
    assert "sum" not in keys(sectors("118.7", "17.2", "49.3", "52.1"))
    assert "sum" in keys(sectors("118.6", "17.2", "49.3", "62.1"))


def test_parts_are_silent_where_one_is_missing() -> None:
    three = ("gdp", "primary-va", "secondary-va")
    project = put(report(use=three), ("gdp@2026-H1.actual", "118.6"),
                  ("primary-va@2026-H1.actual", "17.2"))  # fmt: skip
    assert "sum" not in keys(project)


def test_a_whole_grows_among_its_parts() -> None:
    assert "growth-between" not in keys(sectors("5.8", "3.6", "6.4", "5.9", facet="yoy"))
    assert "growth-between" in keys(sectors("7.2", "3.6", "6.4", "5.9", facet="yoy"))


@pytest.mark.parametrize(("value", "is_slip"), [("68.2", True), ("0.682", True), ("6.82", False)])
def test_a_slip_of_ten_against_last_year(value: str, is_slip: bool) -> None:
    project = put(
        report(use=("general-public-budget-revenue",)),
        ("general-public-budget-revenue@2026-H1.actual", value),
        ("general-public-budget-revenue@2025-H1.actual", "6.49"),
    )
    assert ("slip-of-ten" in keys(project)) is is_slip


def test_a_small_count_may_be_ten_times_as_large() -> None:
    project = put(report(use=("urban-new-jobs",)), ("urban-new-jobs@2026-H1.actual", "60"),
                  ("urban-new-jobs@2025-H1.actual", "6"))  # fmt: skip
    assert "slip-of-ten" not in keys(project)


def test_levels_and_growth_at_constant_prices_may_differ_but_not_by_so_much() -> None:
    def growth(prior: str) -> set[str]:
        return keys(put(report(use=("gdp",)), ("gdp@2026-H1.actual", "118.6"),
                        ("gdp@2025-H1.actual", prior), ("gdp@2026-H1.yoy", "5.8")))  # fmt: skip

    assert "level-against-growth" not in growth("108.3")
    assert "level-against-growth" in growth("90.1")


def test_incomes_of_towns_are_above_those_of_villages() -> None:
    def incomes(urban: str, rural: str) -> set[str]:
        use = ("disposable-income-urban", "disposable-income-rural")
        return keys(put(report(use=use), (f"{use[0]}@2026-H1.actual", urban),
                        (f"{use[1]}@2026-H1.actual", rural)))  # fmt: skip

    assert "incomes-exchanged" in incomes("10420", "19860")
    assert "incomes-exchanged" not in incomes("19860", "10420")


def test_growth_that_no_county_has_is_asked_about() -> None:
    for value, is_told in (("58", True), ("5.8", False), ("-31", True)):
        project = put(report(use=("gdp",)), ("gdp@2026-H1.actual", "118.6"),
                      ("gdp@2026-H1.yoy", value))  # fmt: skip
        assert ("large-growth" in keys(project)) is is_told


def test_points_that_were_promised_are_counted() -> None:
    said = "重点抓好{}个方面：一是抓项目。二是抓企业。三是抓民生。"
    assert "promise" in keys(report(said.format("四")))
    assert "promise" not in keys(report(said.format("三")))
    opens = "上半年，重点推进了{}个方面的工作。"
    rows = ("1.防汛有力。", "2.项目提速。", "3.民生改善。")
    assert "promise" in keys(report(opens.format("四"), *rows))
    assert "promise" not in keys(report(opens.format("三"), *rows))
    assert "promise" not in keys(report("开展八个方面“百日攻坚行动”，圆满完成任务。", *rows))


REVENUE = ("general-public-budget-revenue@2026-H1.actual", "6.82")


def revenue(*texts: str) -> set[str]:
    use = ("general-public-budget-revenue",)
    return keys(put(report(*texts, use=use), REVENUE, (REVENUE[0].replace("actual", "yoy"), "5.1")))


@pytest.mark.parametrize(
    "text",
    ["一般公共预算收入完成6.28亿元。", "上半年，一般公共预算收入增长6.1%。",
     "今年以来，一般公共预算收入完成68280万元。"],
)  # fmt: skip
def test_a_figure_in_prose_that_is_not_the_tables_is_told(text: str) -> None:
    assert "against-table" in revenue(text)


@pytest.mark.parametrize(
    "text",
    ["一般公共预算收入完成6.8亿元。", "一般公共预算收入完成68213万元。",
     "全市一般公共预算收入本级增长5.6%。", "一季度，一般公共预算收入完成3.4亿元。",
     "力争一般公共预算收入完成13.5亿元。", "开发区一般公共预算收入完成0.9亿元。",
     "全年一般公共预算收入目标增长7%左右。", "近三年一般公共预算收入年均增长6.3%。"],
)  # fmt: skip
def test_other_times_places_goals_and_roundings_are_no_other_value(text: str) -> None:
    assert "against-table" not in revenue(text)


def test_expected_is_not_said_of_what_is_there() -> None:
    assert "expected-in-text" in revenue("一般公共预算收入预计完成6.9亿元。")
    assert "expected-in-text" not in revenue("全年一般公共预算收入预计完成13.6亿元。")
    assert "expected-in-text" not in revenue("一般公共预算收入完成情况好于预期。")


def test_a_share_is_that_of_its_whole() -> None:
    assert "share-of-whole" in revenue("契税完成0.68亿元，占一般公共预算收入的20.0%。")
    assert "share-of-whole" not in revenue("契税完成0.68亿元，占一般公共预算收入的10.0%。")
    assert "share-of-whole" not in revenue("契税完成0.68亿元，占年度计划的50.0%。")
    told = "常住人口46.8万人，注册用户35.6万人，占常住人口的{}%。"
    assert "share-of-whole" in keys(report(told.format("86.1")))
    assert "share-of-whole" not in keys(report(told.format("76.1")))


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("主要指标均实现正增长，一般公共预算收入下降2.1%。", True),
        ("工业经济保持增长，规模以上工业增加值下降2.1%。", True),
        ("部分指标尚未实现正增长：民间投资增长1.8%。", True),
        ("工业投资增长3.2%，消费下降1.5%，投资消费实现双增长。", True),
        ("出口增长8.6%，进口增长2.5%，实现双提升。", False),
        ("主要指标均实现正增长，一般公共预算收入增长2.1%。", False),
        ("除房地产外，主要指标均实现正增长，商品房销售下降6%。", False),
        ("地方工业保持增长，民间投资下降1.8%。", False),
        ("规上工业降幅收窄，规模以上工业增加值下降1.2%。", False),
    ],
)
def test_a_claim_has_the_sign_of_what_it_names(text: str, is_told: bool) -> None:
    assert ("claim" in keys(report(text))) is is_told


def test_one_thing_under_two_names() -> None:
    assert "two-names" in keys(report("地区生产总值增长5.8%。", "GDP稳步提升。"))
    fine = ("单位GDP能耗下降3%。", "人均GDP提高。", "拉动GDP增长0.2个百分点。")
    assert "two-names" not in keys(report("地区生产总值（GDP）增长5.8%。", *fine))


def test_a_sentence_that_stands_twice() -> None:
    words = "健全经济运行调度机制，主要指标保持在合理区间。"
    assert "sentence-twice" in keys(report(words, f"上半年平稳。{words}"))
    assert "sentence-twice" not in keys(report("汇报完毕。", "汇报完毕。"))


def test_money_beyond_what_the_place_makes() -> None:
    def money(text: str) -> set[str]:
        return keys(put(report(text, use=("gdp",)), ("gdp@2026-H1.actual", "118.6")))

    assert "too-much-money" in money("依法查补税款1260亿元。")
    assert "too-much-money" not in money("依法查补税款1260万元。")
    assert "too-much-money" not in money("各项存款余额1260亿元。")


def test_signs_that_jump_are_put_right_through_the_marker() -> None:
    rows = [
        [{"id": f"i{number}", "marker": {"literal": sign}, "text": "抓好项目建设，稳步推进。"}]
        for number, sign in enumerate(("一、", "二、", "四、"))
    ]
    project = small([{"kind": "text", "id": "b2", "paragraphs": rows}])
    (told,) = [one for one in problems(project) if one.check == "numbering-order"]
    assert told.place == "i2.marker"
    assert [one.after for one in told.corrections] == ["三、"]


def outlook(place: str, share: str) -> set[str]:
    facets = ["actual", "plan_share", "forecast", "forecast_plan_share"]
    use = {"id": "u1", "indicator": "urban-new-jobs", "facets": facets}
    groups = [{"id": "g1", "outlook": place, "text": "有{count}项。", "use": [use]}]
    project = small(
        [{"kind": "outlook", "id": "b4", "groups": groups}], indicators=BANK, period="2026-M1-5"
    )
    named = "plan_share" if place == "ahead" else "forecast_plan_share"
    return keys(put(project, (f"urban-new-jobs@2026-M1-5.{named}", share)))


def test_what_is_ahead_is_past_its_share_of_the_year() -> None:
    assert "outlook" in outlook("ahead", "38")
    assert "outlook" not in outlook("ahead", "42")
    assert "outlook" in outlook("on_track", "35")
    assert "outlook" not in outlook("on_track", "40.5")
    assert "outlook" not in outlook("hard", "20")
