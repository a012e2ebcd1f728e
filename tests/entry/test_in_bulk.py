"""What is changed with many others at once is looked at no more than before, wherever it stands."""

from __future__ import annotations

import pytest

from model.entry.apply import Assignment, set_values
from model.jobs.find_replace import replace_all
from model.jobs.proposals import PERIODS
from model.renewal.next_period import carry
from model.report.project import Project
from model.values.period import Period
from model.values.state import State
from tests.carried_project import part, places, tasks_block, text_block, waiting
from tests.small_project import TODAY, put, record, small

WORDS = "上半年新建项目36个，完成投资41.2亿元，同比增长5.1%。"
TASK = {"id": "t1", "lead": ["住建局"], "text": "上半年改造小区12个。"}
TABLE = {
    "kind": "table", "id": "b5", "caption": "上半年项目进展",
    "columns": [{"key": "name", "title": "项目", "kind": "text"},
                {"key": "plan", "title": "年度计划", "kind": "money", "unit": "亿元"}],
    "rows": [{"id": "w1", "cells": ["上半年道路改造", "2.5"]}],
}  # fmt: skip
FIELD = {"id": "leader", "label": "领导", "value": "上半年组"}


def carried() -> Project:
    points = text_block("b1", {"id": "i1", "lead": "上半年平稳。", "text": WORDS})
    content = part("s1", "上半年工作", points, tasks_block("b2", TASK), TABLE)
    return carry(small([content], fields=[FIELD]), Period(2026, 1, 9))


def in_bulk(project: Project, place: str, typed: str) -> Project:
    return set_values(project, [Assignment(place, typed, in_bulk=True)], TODAY)


EVERYWHERE = ("i1.lead", "i1.text", "t1.text", "s1.heading", "b5.caption", "w1.name")


def test_everything_that_says_the_old_period_waits_to_be_looked_at() -> None:
    seen = places(carried())
    assert {seen[place].state for place in EVERYWHERE} == {State.CARRIED}


@pytest.mark.parametrize("place", EVERYWHERE)
def test_replacing_everywhere_looks_at_nothing(place: str) -> None:
    project = carried()
    was = places(project)[place]
    now = places(replace_all(project, "上半年", "前三季度", TODAY).project)[place]
    assert now.value is not None
    assert now.value == (was.value or "").replace("上半年", "前三季度")
    assert (now.state, now.last) == (State.CARRIED, was.last)
    assert "上半年" in (now.last or "")


@pytest.mark.parametrize("place", EVERYWHERE)
def test_typing_the_same_change_by_hand_looks_at_it(place: str) -> None:
    typed = (places(carried())[place].value or "").replace("上半年", "前三季度")
    assert places(put(carried(), (place, typed)))[place].state is State.UPDATED


def test_an_exchanged_period_looks_at_no_heading_or_caption() -> None:
    project = carried()
    accepted = PERIODS.accept(project, PERIODS.find_all(project))
    assert {"s1.heading", "b5.caption", "i1.text"} <= {one.place for one in accepted}
    renewed = set_values(project, accepted, TODAY)
    assert record(renewed, "s1").heading.text == "前三季度工作"
    assert {"s1", "b5", "i1", "t1"} <= {place.partition(".")[0] for place in waiting(renewed)}
    seen = places(renewed)
    assert (seen["s1.heading"].state, seen["s1.heading"].last) == (State.CARRIED, "上半年工作")
    confirmed = put(renewed, ("s1.heading.checked", "是"))
    assert places(confirmed)["s1.heading"].state is State.CONFIRMED


def test_what_was_looked_at_before_stays_so() -> None:
    project = put(carried(), ("s1.heading.checked", "是"), ("i1.figures.0", "36"))
    project = replace_all(project, "上半年", "前三季度", TODAY).project
    seen = places(project)
    assert seen["s1.heading"].state is State.CONFIRMED
    figures = [seen[f"i1.figures.{number}"].state for number in range(3)]
    assert figures == [State.CONFIRMED, State.CARRIED, State.CARRIED]


def test_words_written_by_hand_before_stay_written_by_hand() -> None:
    project = put(carried(), ("s1.heading", "上半年经济工作"), ("w1.name", "上半年桥梁改造"))
    project = replace_all(project, "上半年", "前三季度", TODAY).project
    seen = places(project)
    assert seen["s1.heading"].state is State.UPDATED
    assert seen["w1.name"].state is State.UPDATED


def test_values_changed_in_bulk_wait_and_show_what_they_were() -> None:
    project = in_bulk(carried(), "w1.plan", "2.8")
    seen = places(project)["w1.plan"]
    assert (seen.value, seen.state, seen.last) == ("2.8", State.CARRIED, "2.5")
    typed = places(put(project, ("w1.plan", "2.8")))["w1.plan"]
    assert (typed.state, typed.last) == (State.CONFIRMED, "2.5")
    field = in_bulk(carried(), "leader", "前三季度组").field("leader")
    assert field is not None
    assert (field.value, field.state, field.last) == ("前三季度组", State.CARRIED, "上半年组")


def test_a_figure_that_became_a_link_leaves_the_words_and_the_others_waiting() -> None:
    project = in_bulk(carried(), "i1.text", WORDS.replace("增长5.1%", "{@gdp.yoy}"))
    seen = places(project)
    assert seen["i1.text"].state is State.CARRIED
    assert [seen[f"i1.figures.{number}"].last for number in range(2)] == ["36", "41.2"]
    assert [seen[f"i1.figures.{number}"].state for number in range(2)] == [State.CARRIED] * 2


def test_a_figure_that_is_new_counts_as_written() -> None:
    project = in_bulk(carried(), "i1.lead", "上半年平稳，新增3家。")
    seen = places(project)
    assert seen["i1.lead"].state is State.UPDATED
    assert seen["i1.lead.figures.0"].last is None
