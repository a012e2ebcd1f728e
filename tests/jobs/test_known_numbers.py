"""认数: the numbers of a new text beside what the project keeps, and what ticking each does."""

from __future__ import annotations

from datetime import date

import pytest

from model.jobs.known_numbers import Answer, KnownNumber, known_numbers, with_numbers
from model.renewal.next_period import carry
from model.report.item import Item
from model.report.project import Project
from model.report.tree import exchange, find, walk
from model.values.facet import Facet
from model.values.period import Period
from tests.samples import example

TODAY = date(2026, 7, 6)
TEXT = (
    "上半年，全县地区生产总值118.6亿元，增长5.9%。城镇新增就业2120人。"
    "高速公路通车里程61.5公里，下降3.2%。新建茶园36亩。"
)


def first_item(project: Project) -> Item:
    return next(one for one in walk(project.reports[0]) if isinstance(one, Item) and one.text)


@pytest.fixture(scope="module")
def written() -> Project:
    project = example("work-briefing")
    return exchange(project, first_item(project).id, lambda old: (old.changed(text=TEXT),))


def found_in(project: Project) -> dict[tuple[str, Answer], KnownNumber]:
    item = first_item(project)
    found = known_numbers(project, project.reports[0], item, TODAY)
    return {(one.before, one.answer): one for one in found}


def value(project: Project, indicator: str, facet: Facet) -> str:
    return next(
        str(one.value)
        for one in project.observations
        if (one.indicator, one.period, one.facet) == (indicator, project.period, facet)
    )


def test_same_numbers_follow_others_are_asked_about_and_new_ones_can_be_kept(
    written: Project,
) -> None:
    found = found_in(written)
    assert {key: one.now for key, one in found.items()} == {
        ("118.6亿元", Answer.FOLLOW): "118.6亿元",
        ("增长5.9%", Answer.KEPT): "增长5.8%",
        ("增长5.9%", Answer.WRITTEN): "增长5.8%",
        ("2120人", Answer.KEPT): "2310人",
        ("2120人", Answer.WRITTEN): "2310人",
        ("61.5公里", Answer.WRITTEN): "",
        ("下降3.2%", Answer.WRITTEN): "",
    }


def test_ticking_links_the_figures_and_keeps_the_number_that_is_right(written: Project) -> None:
    found = found_in(written)
    chosen = [
        found["118.6亿元", Answer.FOLLOW],
        found["增长5.9%", Answer.KEPT],
        found["2120人", Answer.KEPT],
        found["2120人", Answer.WRITTEN],
        found["61.5公里", Answer.WRITTEN],
        found["下降3.2%", Answer.WRITTEN],
    ]
    project = with_numbers(written, chosen, TODAY)
    assert value(project, "gdp", Facet.YOY) == value(written, "gdp", Facet.YOY)
    assert value(project, "urban-new-jobs", Facet.ACTUAL) == "2120"
    assert value(project, "highways", Facet.ACTUAL) == "61.5"
    assert value(project, "highways", Facet.YOY) == "-3.2"
    assert first_item(project).text == (
        "上半年，全县地区生产总值{@gdp.actual}，{@gdp.yoy}。城镇新增就业{@urban-new-jobs.actual}。"
        "高速公路通车里程{@highways.actual}，{@highways.yoy}。新建茶园36亩。"
    )
    assert not found_in(project)


def test_nothing_is_ticked_nothing_changes_and_last_periods_numbers_are_not_read(
    written: Project,
) -> None:
    assert with_numbers(written, [], TODAY) is written
    carried = carry(written, Period.parse("2026-Q1-3"))
    item = find(carried, first_item(written).id)
    assert isinstance(item, Item)
    assert known_numbers(carried, carried.reports[0], item, TODAY) == ()
    new = item.changed(text="前三季度，全县地区生产总值190.2亿元。", former={})
    renewed = exchange(carried, item.id, lambda _: (new,))
    (number,) = known_numbers(renewed, renewed.reports[0], new, TODAY)
    assert (number.before, number.answer, number.now) == ("190.2亿元", Answer.WRITTEN, "")
