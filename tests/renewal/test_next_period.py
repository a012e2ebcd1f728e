"""The next period's project: what is a blank again, what waits to be looked at, what stays."""

from typing import Any

import pytest

from model.errors import ValueRefused
from model.renewal.next_period import carry, next_period
from model.report.project import Project
from model.values.period import Period
from model.values.state import State
from tests.carried_project import on_the_page, places, tasks_block, text_block, waiting
from tests.samples import example
from tests.small_project import FIELDS, INDICATORS, line, put, small, text

H1, Q3 = Period.parse("2026-H1"), Period.parse("2026-Q1-3")

TABLE: dict[str, Any] = {
    "kind": "table", "id": "b1", "caption": "重点项目表", "columns": [
        {"key": "name", "title": "项目"},
        {"key": "total", "title": "总投资", "kind": "money", "unit": "亿元"},
        {"key": "plan", "title": "年度计划", "kind": "money", "unit": "亿元"},
        {"key": "done", "title": "已完成", "kind": "money", "unit": "亿元"},
        {"key": "progress", "title": "进度", "kind": "percent", "unit": "%",
         "share_of": ["done", "plan"]},
        {"key": "status", "title": "状态", "kind": "choice", "choices": ["正常", "滞后"]},
    ],
    "rows": [
        {"id": "w1", "cells": ["茶产业园", "28.6", "6.0", "3.4", None, "正常"]},
        {"id": "w2", "cells": ["竹木新材料园", "12", "4", "1", "30", "滞后"]},
        {"id": "w3", "cells": ["抽水蓄能电站"]},
    ],
}  # fmt: skip


def table() -> Project:
    return small([TABLE])


def tasks(*tasks: dict[str, Any], **more: Any) -> Project:
    return small([tasks_block("b1", *tasks, **more)])


def test_what_a_table_says_is_done_is_blank_again_with_last_periods_value_beside_it() -> None:
    seen = places(carry(table()))
    assert [seen[f"w1.{key}"].value for key in ("done", "progress", "status")] == [None] * 3
    assert [seen[f"w2.{key}"].value for key in ("done", "progress", "status")] == [None] * 3
    assert [seen[f"w1.{key}"].state for key in ("done", "progress", "status")] == [State.EMPTY] * 3
    assert [seen[f"w1.{key}"].last for key in ("done", "status")] == ["3.4", "正常"]
    assert [seen[f"w2.{key}"].last for key in ("done", "progress", "status")] == ["1", "30", "滞后"]
    assert "3.4" not in text(carry(table()))


def test_names_totals_and_plans_of_a_table_stay() -> None:
    seen = places(carry(table()))
    assert [seen[f"w1.{key}"].value for key in ("name", "total", "plan")] == [
        "茶产业园", "28.6", "6.0"
    ]  # fmt: skip
    assert seen["w3.name"].value == "抽水蓄能电站"
    assert [seen[f"w3.{key}"].value for key in ("total", "plan", "done", "status")] == [None] * 4


def test_a_cell_filled_again_gives_its_share_and_still_stands_beside_last_periods() -> None:
    seen = places(put(carry(table()), ("w1.done", "4.5")))
    assert (seen["w1.done"].value, seen["w1.done"].last) == ("4.5", "3.4")
    assert (seen["w1.progress"].value, seen["w1.progress"].state) == ("75.0", State.COMPUTED)


def test_a_table_carried_twice_stands_beside_the_period_just_before() -> None:
    again = carry(put(carry(table()), ("w1.done", "4.5"), ("w1.status", "滞后")))
    seen = places(again)
    assert (seen["w1.done"].value, seen["w1.done"].last) == (None, "4.5")
    assert (seen["w1.status"].value, seen["w1.status"].last) == (None, "滞后")


def test_the_words_of_a_point_wait_to_be_looked_at_with_last_periods_beside_them() -> None:
    point = {"id": "i1", "lead": "项目推进有力。", "text": "新建项目36个，势头良好。"}
    renewed = carry(small([text_block("b1", point)]))
    seen = places(renewed)
    assert (seen["i1.text"].state, seen["i1.text"].last) == (State.CARRIED, point["text"])
    assert (seen["i1.figures.0"].value, seen["i1.figures.0"].last) == ("36", "36")
    assert seen["i1.figures.0"].state is State.CARRIED
    assert any(place.startswith("i1") for place in waiting(renewed))


def test_what_was_looked_at_last_period_waits_again() -> None:
    point = {"id": "i1", "lead": "项目推进有力。", "text": "新建项目36个，势头良好。"}
    task = {"id": "t1", "text": "抓好防汛。"}
    content = [text_block("b1", point), tasks_block("b2", task)]
    confirmed = put(carry(small(content)), ("i1.checked", "是"), ("t1.checked", "是"))
    assert not {one for one in waiting(confirmed) if one.startswith(("i1", "t1"))}
    again = carry(confirmed)
    assert places(again)["i1.text"].state is State.CARRIED
    assert places(again)["i1.figures.0"].state is State.CARRIED
    assert State.CARRIED in on_the_page(again, "t1.text")
    assert "t1.text" in waiting(again)


def test_what_was_not_said_last_period_is_asked_again() -> None:
    point = {"id": "i1", "text": "稳中有进。"}
    task = {"id": "t1", "text": "抓好防汛。"}
    content = [text_block("b1", point), tasks_block("b2", task)]
    without = put(carry(small(content)), ("i1.dropped", "是"), ("t1.dropped", "是"))
    assert "稳中有进" not in text(without)
    assert "抓好防汛" not in text(without)
    again = text(carry(without))
    assert "稳中有进" in again
    assert "抓好防汛" in again


def test_a_wanted_deadline_is_wanted_again_and_one_that_was_not_wanted_is_not() -> None:
    project = tasks(
        {"id": "t1", "lead": ["住建局"], "deadline": "6月底前", "text": "改造老旧小区"},
        {"id": "t2", "lead": ["住建局"], "deadline": "", "text": "修路"},
        {"id": "t3", "lead": ["住建局"], "text": "抓好防汛"},
    )
    seen = places(carry(project))
    assert (seen["t1.deadline"].value, seen["t1.deadline"].state) == (None, State.EMPTY)
    assert (seen["t2.deadline"].value, seen["t2.deadline"].state) == (None, State.EMPTY)
    assert (seen["t3.deadline"].value, seen["t3.deadline"].state) == (None, State.OPTIONAL)
    assert "6月底前" not in line(carry(project), "住建局")


def test_the_quantity_of_a_task_is_a_blank_again_in_its_unit() -> None:
    project = tasks({"id": "t1", "text": "改造老旧小区{quantity}", "quantity": "12", "unit": "个"})
    assert "改造老旧小区12个" in text(project)
    seen = places(carry(project))["t1.quantity"]
    assert (seen.value, seen.unit, seen.state) == (None, "个", State.EMPTY)
    assert "改造老旧小区XX个" in text(carry(project))


def test_who_does_a_task_stays() -> None:
    project = tasks({"id": "t1", "lead": ["住建局"], "support": ["财政局"], "text": "修路"})
    seen = places(carry(project))
    assert (seen["t1.lead"].value, seen["t1.support"].value) == ("住建局", "财政局")


def test_dates_and_periods_of_fields_are_blank_again_and_other_fields_wait() -> None:
    filled = put(
        small(), ("meeting-day", "2026-07-08"), ("since", "2026-M1-5"), ("leader", "王市长"),
        ("towns", "12"), ("tone", "平稳"), ("i3.text", "{meeting-day}、{since}、{towns}、{tone}"),
    )  # fmt: skip
    seen = places(carry(filled))
    for id_, last in (("meeting-day", "2026-07-08"), ("since", "2026-M1-5")):
        assert (seen[id_].value, seen[id_].last, seen[id_].state) == (None, last, State.EMPTY)
    for id_, value in (("leader", "王市长"), ("towns", "12"), ("tone", "平稳")):
        assert (seen[id_].value, seen[id_].last, seen[id_].state) == (value, value, State.CARRIED)
    assert seen["note"].state is State.OPTIONAL


def test_a_field_confirmed_last_period_waits_again() -> None:
    confirmed = put(carry(put(small(), ("leader", "王市长"))), ("leader.checked", "是"))
    assert places(confirmed)["leader"].state is State.CONFIRMED
    assert places(carry(confirmed))["leader"].state is State.CARRIED


USES = [
    {"indicator": "revenue", "period": "2026-M1-5", "facets": ["actual"], "parts": [
        {"indicator": "tax", "period": "2026-M1-5", "facets": ["actual"]}]},
    {"indicator": "deposits", "period": "2026-H1", "facets": ["actual"]},
    {"indicator": "gdp", "period": "2025-H1", "facets": ["actual"]},
    {"indicator": "industry", "forecast_period": "2026-Y", "facets": ["forecast_yoy"]},
]  # fmt: skip


def test_periods_that_texts_name_move_with_the_report() -> None:
    block = {"kind": "indicators", "id": "b1", "use": USES}
    point = {"id": "i1", "text": "上年{@gdp@2025-H1.actual}，前5个月{@tax@2026-M1-5.actual}。"}
    project = small(
        [part_with_link(), block, text_block("b2", point)],
        report={"front": {"title": "至{@gdp@2026-M1-5.actual}", "closing": "{@tax@2025-Y.actual}"}},
    )
    seen = {place for place in places(carry(project)) if "@" in place}
    assert seen == {
        "revenue@2026-M1-8.actual", "tax@2026-M1-8.actual", "deposits@2026-Q1-3.actual",
        "gdp@2025-Q1-3.actual", "industry@2026-Y.forecast_yoy", "gdp@2026-M1-8.actual",
        "tax@2025-Y.actual", "deposits@2026-M1-8.actual",
    }  # fmt: skip


def part_with_link() -> dict[str, Any]:
    heading = {"text": "存款{@deposits@2026-M1-5.actual}"}
    return {"kind": "section", "id": "s9", "heading": heading, "content": []}


def test_a_year_on_every_period_is_a_year_on() -> None:
    block = {"kind": "indicators", "id": "b1", "use": USES}
    seen = {place for place in places(carry(small([block]), H1_NEXT)) if "@" in place}
    assert seen == {
        "revenue@2027-M1-5.actual", "tax@2027-M1-5.actual", "deposits@2027-H1.actual",
        "gdp@2026-H1.actual", "industry@2027-Y.forecast_yoy",
    }  # fmt: skip


H1_NEXT = Period.parse("2027-H1")


def test_a_link_with_a_period_that_is_none_stays_and_is_told() -> None:
    project = small([text_block("b1", {"id": "i1", "text": "约{@gdp@2026-X9.actual}。"})])
    renewed = carry(project)
    assert places(renewed)["i1.text"].value == "约{@gdp@2026-X9.actual}。"


def test_the_former_period_and_earlier_ones_are_refused_and_others_are_not() -> None:
    with pytest.raises(ValueRefused, match="就是2026年上半年"):
        carry(small(), H1)
    for earlier in ("2026-Q1", "2025-Y", "2026-M5"):
        with pytest.raises(ValueRefused, match="还早"):
            carry(small(), Period.parse(earlier))
    assert carry(small(), Period.parse("2026-M6")).period == Period.parse("2026-M6")
    assert carry(small()).period == Q3


def test_the_project_is_a_new_one_that_knows_where_it_comes_from() -> None:
    project = small(dismissed=["figure:gdp@2026-H1.rank:位次"])
    renewed = carry(project)
    assert renewed.id != project.id
    assert renewed.from_ == project.id
    assert (renewed.last_period, renewed.text_period) == (H1, H1)
    assert renewed.organization == project.organization
    assert renewed.dismissed == ()
    assert renewed.reports[0].id == project.reports[0].id
    assert renewed.reports[0].name == "汇报"


def other() -> Project:
    """Last year's half-year, whose words are wanted: other texts, fields and indicators."""
    more = {"id": "urban-jobs", "name": "城镇新增就业", "unit": "人"}
    content = [text_block("b1", {"id": "i9", "text": "{visitor}到会，{leader}讲话，来自{towns}。"})]
    field = {"id": "visitor", "label": "来宾", "value": "李书记"}
    was = {"id": "leader", "label": "领导", "value": "张市长"}
    project = small(
        content, id="p0", period="2025-H1", fields=[field, was], indicators=[more, INDICATORS[0]]
    )
    return put(
        project, ("revenue@2025-H1.actual@bureau", "6.1"), ("revenue@2025-Y.actual@bureau", "12.3")
    )


def quarter() -> Project:
    """This year's first quarter, whose numbers are wanted."""
    typed = put(small(period="2026-Q1"), ("leader", "王市长"), ("towns", "12"))
    return put(typed, ("revenue@2025-H1.actual@bureau", "6.2"), ("gdp@2026-Q1.actual", "58.1"))


def test_with_the_text_of_another_project_words_come_from_it_and_numbers_from_both() -> None:
    renewed = carry(quarter(), H1, text_from=other())
    assert (renewed.last_period, renewed.text_period) == (
        Period.parse("2026-Q1"), Period.parse("2025-H1")
    )  # fmt: skip
    assert renewed.from_ == "p1"
    assert "{visitor}到会，{leader}讲话，来自{towns}。" in [
        one.value for one in places(renewed).values()
    ]
    known = {str(one.value) for one in renewed.observations if one.indicator == "revenue"}
    assert known == {"6.2", "12.3"}
    assert "58.1" in {str(one.value) for one in renewed.observations}
    ids = [one.id for one in renewed.indicators]
    assert ids == [one["id"] for one in INDICATORS] + ["urban-jobs"]


def test_of_a_field_that_both_know_the_own_value_counts() -> None:
    renewed = carry(quarter(), H1, text_from=other())
    seen = places(renewed)
    assert (seen["leader"].value, seen["visitor"].value, seen["towns"].value) == (
        "王市长", "李书记", "12"
    )  # fmt: skip
    order = [one.id for one in renewed.fields]
    assert order == ["visitor", "leader", *(one["id"] for one in FIELDS if one["id"] != "leader")]
    assert seen["towns"].state is State.CARRIED


def test_the_text_of_another_project_may_be_taken_for_the_same_period() -> None:
    renewed = carry(small(), H1, text_from=other())
    assert renewed.period == H1
    assert "讲话" in text(renewed)


def test_what_is_said_follows_the_span_of_the_new_period() -> None:
    both: list[dict[str, Any]] = [
        {"id": "i1", "text": "下半年要加力。", "spans": ["H1"]},
        {"id": "i2", "text": "2027年要开好局，新建项目XX个。", "spans": ["Y"], "dropped": True},
    ]
    half = small([text_block("b1", *both)])
    year = carry(half, Period.parse("2026-Y"))
    assert "下半年" not in text(year)
    assert "2027年要开好局" in text(year)
    assert places(year)["i2.text"].last is None
    assert "下半年要加力" in text(carry(year, Period.parse("2027-H1")))


def test_an_indicator_is_left_out_of_a_month_and_comes_back_with_the_quarter() -> None:
    quarterly = [one | ({"periods": ["Q1", "H1"]} if one["id"] == "gdp" else {})
                 for one in INDICATORS]  # fmt: skip
    block = {"kind": "indicators", "id": "b1", "use": [{"id": "u1", "indicator": "gdp"}]}
    quarter = small([block], period="2026-Q1", indicators=quarterly)
    month = carry(quarter, Period.parse("2026-M1-5"))
    assert "地区生产总值" not in text(month)
    assert "gdp@2026-M1-5.actual" not in places(month)
    assert "gdp@2026-H1.actual" in places(carry(month, Period.parse("2026-H1")))


@pytest.mark.parametrize(
    ("period", "before", "after"),
    [
        ("2026-Y", None, "2027-Y"),
        ("2026-Y", "2025-Y", "2027-Y"),
        ("2026-Y", "2026-Q1-3", "2027-Q1"),
        ("2026-H1", None, "2026-Q1-3"),
        ("2026-M12", "2026-M11", "2027-M1"),
    ],
)
def test_after_a_yearly_text_comes_the_next_year(
    period: str, before: str | None, after: str
) -> None:
    project = example("work-briefing").changed(
        period=Period.parse(period), last_period=Period.parse(before) if before else None
    )
    assert next_period(project) == Period.parse(after)
    assert carry(project).period == Period.parse(after)
