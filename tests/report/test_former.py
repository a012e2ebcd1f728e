"""What last period said, aligned with what is said now: figures find their own again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.renewal.next_period import carry
from model.report.carried import (
    carry_over,
    figures_in,
    rebased,
    record_state,
    with_renewed_cell,
    words_of,
)
from model.report.former import (
    Former,
    aligned,
    divided,
    figure_states,
    last_figures,
    words_state,
    worst,
)
from model.report.item import Item
from model.report.project import Project
from model.report.section import Row, Task
from model.report.tree import walk
from model.values.state import State
from tests.carried_project import part, places, tasks_block, text_block
from tests.small_project import put, record, small

CLAUSES = ("新建项目12个", "完成投资3.5亿元", "同比增长7%", "带动就业36人", "改造道路4.2公里")
SAID = "，".join(CLAUSES) + "。"


def said_then(now: str) -> tuple[str | None, ...]:
    return last_figures(now, Former(text=SAID))


@pytest.mark.parametrize(
    ("now", "lasts"),
    [
        (SAID, ("12", "3.5", "7", "36", "4.2")),
        ("今年" + SAID + "成效明显。", ("12", "3.5", "7", "36", "4.2")),
        ("今年以来，" + "，".join(CLAUSES[1:4]) + "，群众满意。", ("3.5", "7", "36")),
        (SAID.replace("，同比", "，支出9万元，同比"), ("12", "3.5", None, "7", "36", "4.2")),
        (SAID.replace("12", "15").replace("4.2", "6.8"), ("12", "3.5", "7", "36", "4.2")),
        (SAID.replace("增长7", "下降7"), ("12", "3.5", "7", "36", "4.2")),
    ],
)  # fmt: skip
def test_a_figure_finds_its_own_whatever_is_written_around_it(
    now: str, lasts: tuple[str | None, ...]
) -> None:
    assert said_then(now) == lasts


def test_a_long_paragraph_changed_at_both_ends_keeps_its_figures() -> None:
    middle = "".join(
        f"第{name}片区建成{number}处。" for number, name in enumerate("甲乙丙丁戊己", 11)
    )
    former, now = f"上半年投入31万元。{middle}合计9个。", f"今年共投入45万元。{middle}总计8个片区。"
    assert last_figures(now, Former(text=former))[1:7] == ("11", "12", "13", "14", "15", "16")


@given(
    st.lists(st.sampled_from(CLAUSES), max_size=6), st.lists(st.sampled_from(CLAUSES), max_size=6)
)
def test_alignment_never_crosses_and_the_same_text_is_the_same(
    before: list[str], after: list[str]
) -> None:
    former, now = "，".join(before), "，".join(after)
    known = [number for number in aligned(former, now) if number is not None]
    assert known == sorted(set(known))
    assert all(number < len(before) for number in known)
    assert aligned(now, now) == tuple(range(len(after)))


def test_figures_looked_at_are_told_by_their_number_then() -> None:
    former = Former(text=SAID).with_checked_figures(SAID, (1, 4, 99))
    waits, done = State.CARRIED, State.CONFIRMED
    assert figure_states(SAID, former) == (waits, done, waits, waits, done)
    shorter = "，".join(CLAUSES[1:]) + "。"
    assert figure_states(shorter, former) == (done, waits, waits, done)
    assert figure_states(shorter, former.unchecked()) == (waits,) * 4
    assert figure_states(SAID, former.checked()) == (done,) * 5


def test_the_worst_of_states_is_what_has_most_left_to_do() -> None:
    assert worst(()) is State.FILLED
    assert worst((State.CONFIRMED, State.UPDATED)) is State.UPDATED
    assert worst((State.CARRIED, State.EMPTY, State.FILLED)) is State.EMPTY


def carried_table() -> Project:
    table = {
        "kind": "table", "id": "b5",
        "columns": [
            {"key": "name", "title": "项目", "kind": "text"},
            {"key": "plan", "title": "年度计划", "kind": "money", "unit": "亿元"},
            {"key": "done", "title": "已完成", "kind": "money", "unit": "亿元"},
            {"key": "share", "title": "进度", "kind": "percent", "share_of": ["done", "plan"]},
        ],
        "rows": [{"id": "w1", "cells": ["茶产业园", "2.5", "1.2"]},
                 {"id": "w2", "cells": ["2026年道路改造", "3", "0.6"]}],
    }  # fmt: skip
    return carry(small([table]))


def test_of_a_table_plans_wait_names_hold_still_and_what_was_done_is_blank() -> None:
    seen = places(carried_table())
    assert [seen[f"w1.{key}"].state for key in ("name", "plan", "done")] == [
        State.FILLED, State.CARRIED, State.EMPTY,
    ]  # fmt: skip
    assert seen["w2.name"].state is State.CARRIED
    assert [seen[f"w1.{key}"].last for key in ("name", "plan", "done")] == [
        "茶产业园",
        "2.5",
        "1.2",
    ]
    typed = places(put(carried_table(), ("w1.plan", "2.5"), ("w2.plan", "4")))
    assert (typed["w1.plan"].state, typed["w2.plan"].state) == (State.CONFIRMED, State.UPDATED)


def test_a_deadline_typed_once_more_counts_as_looked_at() -> None:
    task = {"id": "t1", "lead": ["住建局"], "deadline": "6月底前", "text": "改造小区{quantity}。",
            "quantity": "12", "unit": "个"}  # fmt: skip
    project = carry(small([tasks_block("b1", task)]))
    seen = places(project)
    assert (seen["t1.deadline"].state, seen["t1.deadline"].last) == (State.EMPTY, "6月底前")
    assert (seen["t1.quantity"].state, seen["t1.quantity"].last) == (State.EMPTY, "12")
    typed = places(put(project, ("t1.deadline", "6月底前"), ("t1.quantity", "15")))
    assert (typed["t1.deadline"].state, typed["t1.quantity"].state) == (
        State.CONFIRMED, State.UPDATED,
    )  # fmt: skip


def test_a_record_is_as_the_worst_of_its_texts_and_their_figures() -> None:
    point = {"id": "i1", "lead": "项目推进。", "text": "新建12个。"}
    project = carry(small([text_block("b1", point)]))

    def state(*typed: tuple[str, str]) -> State:
        return record_state(record(put(project, *typed), "i1"))

    assert state() is State.CARRIED
    assert state(("i1.text", "另写一段。")) is State.CARRIED
    assert state(("i1.text", "另写一段。"), ("i1.lead", "另起。")) is State.UPDATED
    assert state(("i1.checked", "是")) is State.CONFIRMED
    assert state(("i1.checked", "是"), ("i1.figures.0", "")) is State.EMPTY
    assert state(("i1.text", "")) is State.EMPTY
    assert state(("i1.dropped", "是")) is State.DROPPED


FILLERS = ("", "据统计，", "总的看，", "与此同时，")


@given(
    st.lists(st.booleans(), min_size=5, max_size=5),
    st.lists(st.sampled_from(FILLERS), min_size=6, max_size=6),
    st.sampled_from(("。", "，成效明显。", "；")),
)
def test_each_figure_kept_finds_its_own_between_words_put_in_anywhere(
    kept: list[bool], fillers: list[str], end: str
) -> None:
    own = ("12", "3.5", "7", "36", "4.2")
    clauses = [
        filler + clause
        for filler, clause, stays in zip(fillers, CLAUSES, kept, strict=False)
        if stays
    ]
    now = "，".join([*filter(None, [fillers[5].removesuffix("，")]), *clauses]) + end
    assert said_then(now) == tuple(figure for figure, stays in zip(own, kept, strict=True) if stays)


def test_figures_can_be_looked_at_again_one_by_one() -> None:
    former = Former(text=SAID).checked().with_unchecked_figures(SAID, (1, 3, 5, 99))
    waits, done = State.CARRIED, State.CONFIRMED
    assert figure_states(SAID, former) == (done, waits, done, waits, done)
    assert former.words


def test_a_place_that_said_nothing_and_says_nothing_has_nothing_to_fill() -> None:
    assert words_state("", Former(text="")) is State.FILLED
    assert words_state("", Former(text="新建12个。")) is State.EMPTY


def test_what_a_dropped_point_said_is_dropped_figure_by_figure() -> None:
    project = put(
        carry(small([text_block("b1", {"id": "i1", "text": SAID})])), ("i1.dropped", "是")
    )
    assert figures_in(record(project, "i1"), "text") == (State.DROPPED,) * 5


def test_a_heading_without_a_period_holds_still_and_one_with_it_waits() -> None:
    content = [part("s1", "工业经济"), part("s2", "上半年工作")]
    project = carry(small(content))
    assert words_of(record(project, "s1"), "heading") is State.FILLED
    assert words_of(record(project, "s2"), "heading") is State.CARRIED


def test_carried_once_more_a_point_forgets_what_the_period_before_last_said() -> None:
    project = carry(small([text_block("b1", {"id": "i1", "lead": "上半年平稳。", "text": SAID})]))
    emptied = put(project, ("i1.lead", ""), ("i1.text", ""))
    assert record(emptied, "i1").former
    assert not carry_over(record(emptied, "i1")).former


@pytest.mark.parametrize(
    ("before", "now", "base", "figures"),
    [
        (
            "上半年新建12个，投资3亿元。",
            "前三季度新建12个，投资3亿元。",
            "前三季度新建12个，投资3亿元。",
            (0, 1),
        ),
        (
            "上半年新建15个，投资3亿元。",
            "前三季度新建15个，投资3亿元。",
            "前三季度新建12个，投资3亿元。",
            (0, 1),
        ),
        (
            "上半年新建12个，投资3亿元。",
            "上半年新建{@a.actual}，投资3亿元。",
            "上半年新建{@a.actual}，投资3亿元。",
            (0,),
        ),
        ("上半年新建12个。", "前三季度新建12个。", None, (0, 1)),
        ("上半年新建12个，投资3亿元。", "上半年新建12个，投资3亿元，增长5%。", None, (0, 1)),
    ],
)
def test_words_renewed_in_bulk_move_the_base_and_keep_last_periods_figures(
    before: str, now: str, base: str | None, figures: tuple[int, ...]
) -> None:
    former = Former(text="上半年新建12个，投资3亿元。").checked()
    renewed = former.with_renewed_words(before, now)
    assert (renewed.base, renewed.figures) == (base, figures)
    assert renewed.text == former.text


def test_a_value_renewed_in_bulk_moves_the_base_only_where_nobody_changed_it() -> None:
    former = Former(text="2.5")
    assert former.with_renewed_value("2.5", "2.8").compared == "2.8"
    assert former.with_renewed_value("2.6", "2.8").compared == "2.5"


def test_a_bulk_change_is_not_a_reading_of_values_cells_and_words() -> None:
    table = carried_table()
    row = next(one for one in walk(table) if isinstance(one, Row))
    assert with_renewed_cell(row, "plan", "2.5", "2.8").former["cells.plan"].compared == "2.8"
    assert with_renewed_cell(row, "no such column", "2.5", "2.8") is row
    task = Task(id="t1", deadline="6月底前", former={"deadline": Former(text="6月底前")})
    now = task.changed(deadline="9月底前", quantity="3")
    assert rebased(task, now, "deadline").former["deadline"].compared == "9月底前"
    assert rebased(task, now, "quantity") is now
    item = Item(id="i1", text="上半年新建12个。", former={"text": Former(text="上半年新建12个。")})
    renewed = rebased(item, item.changed(text="前三季度新建12个。"), "text")
    assert renewed.former["text"].compared == "前三季度新建12个。"


@pytest.mark.parametrize(
    ("text", "at", "left", "figures"),
    [
        ("新建12个，投资3亿元。", 6, "新建12个，", ((0,), (0,))),  # nothing changed
        ("新建7个，投资3亿元。", 5, "新建12个，", ((0,), (0,))),  # a figure is shorter by now
        ("新建7个，投资3亿元。", 2, "新建", ((), (0, 1))),  # right before it
        ("新建1000个，投资3亿元。", 4, None, ()),  # inside it
        ("新开工7个，投资3亿元。", 6, None, ()),  # the words were changed
    ],
)
def test_a_point_that_is_broken_is_compared_half_by_half_where_only_numbers_changed(
    text: str, at: int, left: str | None, figures: tuple[tuple[int, ...], ...]
) -> None:
    said = "新建12个，投资3亿元。"
    one, other = divided(Former(text=said, figures=(0, 1)), text, at)
    if left is None:
        assert one.compared == other.compared == said
    else:
        assert (one.compared, other.compared) == (left, said.removeprefix(left))
        assert (one.figures, other.figures) == figures
