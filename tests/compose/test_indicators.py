"""Blocks that state indicators: pairs, parts, remarks, groups and how they are joined."""

from typing import Any

import pytest

from model.places.inventory import places_of
from tests.small_project import document, put, small, spans_of, text


def _said(block: dict[str, Any], *typed: tuple[str, str]) -> list[str]:
    return text(put(small([block]), *typed)).splitlines()[1:-1]


def _stated(*use: Any, **more: Any) -> dict[str, Any]:
    return {"kind": "indicators", "id": "b1", "use": list(use)} | more


REVENUE = ("revenue@2026-H1.actual", "6.82")
TAX = ("tax@2026-H1.actual", "5.51")
GDP = ("gdp@2026-H1.actual", "40.2")


def test_statements_are_joined_by_semicolons_and_closed_once() -> None:
    block = _stated("gdp", "revenue", opening="上半年，")
    assert _said(block, GDP, REVENUE) == [
        "上半年，地区生产总值完成40.2亿元；一般公共预算收入完成6.82亿元。"
    ]
    assert _said(_stated("gdp", closing="！"), GDP) == ["地区生产总值完成40.2亿元！"]


def test_nothing_used_and_nothing_opened_says_nothing() -> None:
    assert _said(_stated()) == []
    assert _said(_stated(opening="总体平稳。")) == ["总体平稳。"]


def test_what_is_left_out_keeps_its_value_and_leaves_no_comma() -> None:
    typed = [REVENUE, ("revenue@2026-H1.yoy", "5.1"), ("revenue@2026-H1.plan_share", "54.6")]
    use = {"indicator": "revenue", "omit": ["yoy"]}
    (said,) = _said(_stated(use), *typed)
    assert said == "一般公共预算收入完成6.82亿元，占年初预算的54.6%。"
    (all_of_it,) = _said(_stated("revenue"), *typed)
    assert "同比增长5.1%" in all_of_it


def test_wanted_facets_are_blanks_at_their_customary_place() -> None:
    use = {"indicator": "revenue", "facets": ["yoy", "actual"]}
    assert _said(_stated(use), REVENUE) == ["一般公共预算收入完成6.82亿元，同比增长XX%。"]


def test_a_share_of_the_plan_and_growth_are_computed_where_statistics_do() -> None:
    typed = [REVENUE, ("revenue@2026-Y.plan", "12.5"), ("revenue@2025-H1.actual", "6.2")]
    use = {"indicator": "revenue", "facets": ["actual", "yoy", "plan_share"]}
    (said,) = _said(_stated(use), *typed)
    assert said == "一般公共预算收入完成6.82亿元，同比增长10.0%，占年初预算的54.6%。"


def test_parts_stand_under_their_whole() -> None:
    use = {"indicator": "revenue", "parts": [{"indicator": "tax"}, {"indicator": "deposits"}]}
    (said,) = _said(_stated(use), REVENUE, TAX, ("deposits@2026-H1.actual", "90"))
    assert said == (
        "一般公共预算收入完成6.82亿元，其中，税收收入完成5.51亿元，住户存款余额达到90亿元。"
    )


def test_a_share_is_said_at_once_where_its_whole_was_just_named() -> None:
    typed = [REVENUE, TAX, ("tax@2026-H1.share", "80.8"), ("deposits@2026-H1.share", "19.2")]
    alone = {"indicator": "tax", "facets": ["actual", "share"]}
    (said,) = _said(_stated(alone), *typed)
    assert said == "税收收入完成5.51亿元，占一般公共预算收入的80.8%。"
    (said,) = _said(_stated({"indicator": "revenue", "parts": [alone]}), *typed)
    assert said == "一般公共预算收入完成6.82亿元，其中，税收收入完成5.51亿元，占80.8%。"
    pair = {"indicator": "tax", "paired_with": "deposits", "facets": ["share"]}
    (said,) = _said(_stated({"indicator": "revenue", "parts": [pair]}), *typed)
    assert said == "一般公共预算收入完成6.82亿元，其中，税收收入和住户存款余额分别占80.8%和19.2%。"


def test_parts_that_say_more_than_one_thing_are_a_sentence_of_their_own() -> None:
    typed = [REVENUE, TAX, ("tax@2026-H1.yoy", "3.1"), ("deposits@2026-H1.actual", "90")]
    parts = [
        {"indicator": "tax", "facets": ["actual", "yoy"]},
        {"indicator": "deposits", "facets": ["actual"]},
    ]
    (said,) = _said(_stated({"indicator": "revenue", "parts": parts}), *typed)
    assert said == (
        "一般公共预算收入完成6.82亿元。"
        "其中，税收收入完成5.51亿元，同比增长3.1%；住户存款余额达到90亿元。"
    )


@pytest.mark.parametrize(
    ("remark", "joined"),
    [
        ("主要是烟草税减少", "完成6.82亿元，主要是烟草税减少。"),
        ("，主要是烟草税减少。", "完成6.82亿元，主要是烟草税减少。"),
        ("（不含基金）", "完成6.82亿元（不含基金）。"),
        ("。全市领先", "完成6.82亿元。全市领先。"),
        ("", "完成6.82亿元。"),
    ],
)
def test_a_remark_follows_with_one_mark_between(remark: str, joined: str) -> None:
    use = {"indicator": "revenue", "remark": {"id": "i9", "text": remark}}
    assert _said(_stated(use), REVENUE) == [f"一般公共预算收入{joined}"]


def test_the_ranks_of_two_years_stand_in_one_statement_each_with_its_own_place() -> None:
    remark = "2025年列第{@gdp@2025-Y.rank|n}位；2026年列第{@gdp.rank|n}位"
    use = {"indicator": "gdp", "facets": ["yoy"], "remark": {"id": "i9", "text": remark}}
    project = small([_stated(use)])
    empty = {one.place for one in places_of(project)}
    assert {"gdp@2025-Y.rank", "gdp@2026-H1.rank"} <= empty
    typed = ("gdp@2026-H1.yoy", "5.8"), ("gdp@2025-Y.rank", "3"), ("gdp@2026-H1.rank", "2")
    assert _said(_stated(use), *typed) == [
        "地区生产总值同比增长5.8%，2025年列第3位；2026年列第2位。"
    ]
    places = {span.text: span.place for span in spans_of(document(put(project, *typed)))}
    assert (places["3"], places["2"]) == ("gdp@2025-Y.rank", "gdp@2026-H1.rank")


def test_a_pair_is_one_sentence_and_each_number_keeps_its_own_place() -> None:
    use = {
        "indicator": "revenue",
        "paired_with": "tax",
        "name": "财政收入和税收",
        "facets": ["yoy"],
    }
    project = put(small([_stated(use)]), ("revenue@2026-H1.yoy", "5.1"), ("tax@2026-H1.yoy", "4.2"))
    assert "财政收入和税收分别增长5.1%和4.2%" in text(project)
    places = {span.text: span.place for span in spans_of(document(project))}
    assert places["增长5.1%"] == "revenue@2026-H1.yoy"
    assert places["4.2%"] == "tax@2026-H1.yoy"


def test_a_period_of_its_own_is_named_and_a_balance_stands_at_its_end() -> None:
    use = [{"indicator": one, "period": "2026-M1-5"} for one in ("revenue", "deposits")]
    said = _said(
        _stated(*use), ("revenue@2026-M1-5.actual", "5"), ("deposits@2026-M1-5.actual", "9")
    )
    assert "1—5月" in said[0].split("；")[0]
    assert "5月末" in said[0].split("；")[1]


def test_a_forecast_says_so_with_its_period() -> None:
    use = {"indicator": "revenue", "forecast_period": "2026-Y", "facets": ["forecast"]}
    assert _said(_stated(use), ("revenue@2026-Y.forecast", "13")) == [
        "一般公共预算收入预计全年完成13亿元。"
    ]


def test_an_unknown_indicator_or_period_stays_as_written() -> None:
    assert _said(_stated("housing")) == ["{@housing}。"]
    assert _said(_stated({"indicator": "gdp", "period": "latest-month"})) == ["{@gdp}。"]


GROUPS = [
    {"id": "g1", "outlook": "ahead", "marker": {"style": "一是"}, "text": "提前的有{count}项。",
     "use": ["revenue", "tax"]},
    {"id": "g2", "outlook": "on_track", "marker": {"style": "一是"}, "text": "如期的有{count}项。"},
    {"id": "g3", "outlook": "hard", "marker": {"style": "一是"},
     "text": "困难的有{count}项，涉及XX个部门。", "use": ["gdp"]},
]  # fmt: skip


def test_groups_count_what_they_hold_and_empty_ones_take_no_number() -> None:
    block = {"kind": "outlook", "id": "b1", "opening": "预计：", "groups": GROUPS}
    (said,) = _said(block, REVENUE, TAX, GDP)
    assert said == (
        "预计：一是提前的有2项。一般公共预算收入完成6.82亿元。税收收入完成5.51亿元。"
        "二是困难的有1项，涉及XX个部门。地区生产总值完成40.2亿元。"
    )
    assert len(_said(block | {"separate": True}, REVENUE, TAX, GDP)) == 3


def test_a_blank_behind_the_count_is_filled_at_the_place_it_shows() -> None:
    project = small([{"kind": "outlook", "id": "b1", "groups": GROUPS}])
    (blank,) = [
        span for span in spans_of(document(project)) if (span.place or "").startswith("g3.figures")
    ]
    assert "涉及7个部门" in text(put(project, (str(blank.place), "7")))


def test_a_use_that_is_not_said_leaves_neither_words_nor_marks_nor_parts() -> None:
    dropped = {"indicator": "revenue", "dropped": True, "opening": "其中", "parts": ["tax"]}
    assert _said(_stated("gdp", dropped), GDP, REVENUE, TAX) == ["地区生产总值完成40.2亿元。"]
    whole = {"indicator": "revenue", "parts": [{"indicator": "tax", "dropped": True}]}
    assert _said(_stated(whole), REVENUE, TAX) == ["一般公共预算收入完成6.82亿元。"]


def test_a_period_of_another_year_is_named_with_its_year() -> None:
    (said,) = _said(
        _stated(
            {"indicator": "gdp", "period": "2025-Y"}, {"indicator": "gdp", "period": "2025-H1"}
        ),
        ("gdp@2025-Y.actual", "231"),
        ("gdp@2025-H1.actual", "112"),
    )
    assert said == "地区生产总值，2025年完成231亿元；地区生产总值，2025年上半年完成112亿元。"
    (balance,) = _said(
        _stated({"indicator": "deposits", "period": "2025-Y"}), ("deposits@2025-Y.actual", "88")
    )
    assert balance == "2025年末住户存款余额达到88亿元。"


def test_a_month_has_no_share_of_the_years_plan() -> None:
    use = {"indicator": "revenue", "period": "2026-M5", "facets": ["actual", "plan_share"]}
    plan = ("revenue@2026-Y.plan", "12.5")
    assert _said(_stated(use), ("revenue@2026-M5.actual", "1.2"), plan) == [
        "一般公共预算收入，5月份完成1.2亿元。"
    ]
    since_january = use | {"period": "2026-M1-5"}
    assert _said(_stated(since_january), ("revenue@2026-M1-5.actual", "5"), plan) == [
        "一般公共预算收入，1—5月完成5亿元，占年初预算的40.0%。"
    ]


def test_what_is_known_is_not_expected_any_more() -> None:
    use = {"indicator": "gdp", "period": "2026-Q1",
           "facets": ["actual", "yoy", "forecast", "forecast_yoy"]}  # fmt: skip
    quarter = (("gdp@2026-Q1.actual", "55.8"), ("gdp@2026-Q1.yoy", "5.3"))
    forecast = (("gdp@2026-H1.forecast", "118"), ("gdp@2026-H1.forecast_yoy", "5.7"))
    assert _said(_stated(use), *quarter, *forecast) == [
        "地区生产总值，一季度完成55.8亿元，同比增长5.3%，预计6月底完成118亿元，增长5.7%。"
    ]
    known = (("gdp@2026-H1.actual", "118.6"), ("gdp@2026-H1.yoy", "5.8"))
    assert _said(_stated(use), *quarter, *forecast, *known) == [
        "地区生产总值完成118.6亿元，同比增长5.8%。"
    ]


def test_a_block_none_of_whose_indicators_is_said_says_nothing_at_all() -> None:
    dropped = {"indicator": "revenue", "dropped": True}
    assert _said(_stated(dropped, opening="累计看，"), REVENUE) == []
    assert "b1.opening" not in {one.place for one in places_of(small([_stated(dropped)]))}
