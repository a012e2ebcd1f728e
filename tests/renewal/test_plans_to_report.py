"""What was announced last period comes back, to be reported on."""

from typing import Any

import pytest

from model.renewal.next_period import carry
from model.report.project import Project
from model.report.tree import walk
from model.values.period import Period
from model.values.state import State
from tests.carried_project import on_the_page, part, places, tasks_block, text_block, waiting
from tests.small_project import put, small, text

HEADING = "上期安排事项落实情况"
RESULT = "进展情况：XX。"


def point(id_: str, lead: str, words: str = "狠抓落实。", **more: Any) -> dict[str, Any]:
    return {"id": id_, "marker": {"style": "（一）"}, "lead": lead, "text": words} | more


def announcing(heading: str = "下步打算") -> dict[str, Any]:
    return part("s2", heading, text_block("b2", point("i2", "抓投资。"), point("i3", "抓增收。")))


def before(*content: dict[str, Any]) -> Project:
    """A text with a first part, and more."""
    first = part("s1", "工作情况", text_block("b1", point("i1", "项目推进有力。")))
    return small([first, *content])


def listed(project: Project) -> list[str]:
    """The lines of the part that lists plans, its heading first; none where there is no list."""
    lines = text(project).splitlines()
    starts = [number for number, line in enumerate(lines) if HEADING in line]
    return lines[starts[0] : -1] if starts else []


def lists_in(project: Project) -> int:
    return text(project).count(HEADING)


def new_point(project: Project, number: int = 0) -> str:
    """The id of a point of the list of plans."""
    made = [place for place, one in places(project).items() if one.value == RESULT]
    return made[number].removesuffix(".text")


def test_points_of_a_part_that_speaks_of_what_comes_are_listed_at_the_end() -> None:
    assert listed(carry(before(announcing()))) == [
        f"三、{HEADING}", f"（一）抓投资。{RESULT}", f"（二）抓增收。{RESULT}"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    ["下一步工作", "下步打算", "下半年安排", "下一阶段任务", "{rest}工作", "几点打算",
     "工作安排", "今后工作重点"],
)  # fmt: skip
def test_such_a_part_is_known_by_the_words_of_its_heading(heading: str) -> None:
    assert len(listed(carry(before(announcing(heading))))) == 3


def test_a_text_that_announces_nothing_gets_no_list() -> None:
    project = before(announcing("主要成效"))
    assert listed(carry(project)) == []
    assert [one.id for one in carry(project).reports[0].content] == ["s1", "s2"]


def test_parts_below_one_that_announces_do_too_and_those_after_it_do_not() -> None:
    below = part("s3", "强基础", text_block("b3", point("i4", "修好路。")), marker="（一）")
    plans = part("s2", "下步打算", below)
    after = part("s4", "有关建议", text_block("b4", point("i5", "多支持。")))
    assert [line.partition(RESULT)[0] for line in listed(carry(before(plans, after)))[1:]] == [
        "（一）修好路。"
    ]


def test_only_numbered_points_with_a_lead_are_plans() -> None:
    block = text_block(
        "b2",
        {"id": "i2", "text": "下半年要做好以下工作。"},
        {"id": "i3", "lead": "没有序号。", "text": "一句话。"},
        {"id": "i4", "marker": {"style": "（一）"}, "text": "没有段首句。"},
        point("i5", "抓投资："),
        point("i6", "抓增收，"),
        point("i7", "新增企业XX。"),
    )
    assert listed(carry(before(part("s2", "下步打算", block))))[1:] == [
        f"（一）抓投资。{RESULT}", f"（二）抓增收。{RESULT}",
        f"（三）新增企业XX。{RESULT}",
    ]  # fmt: skip


def test_a_plan_said_twice_is_listed_once() -> None:
    block = text_block("b2", point("i2", "抓投资。"), point("i3", "抓投资，", "再说一遍。"))
    assert len(listed(carry(before(part("s2", "下步打算", block))))) == 2


def test_tasks_with_a_deadline_come_back_with_who_does_them_and_how_much() -> None:
    block = tasks_block(
        "b2",
        {"id": "t1", "lead": ["住建局", "财政局"], "deadline": "6月底前",
         "text": "改造老旧小区{quantity}。", "quantity": "12.5", "unit": "万平方米"},
        {"id": "t3", "lead": ["水利局"], "text": "抓好防汛。"},
        {"id": "t2", "deadline": "", "text": "修路{quantity}", "unit": "公里"},
        {"id": "t4", "deadline": "", "text": "种树{quantity}"},
        lead=["交通局"],
    )  # fmt: skip
    assert listed(carry(before(part("s2", "重点任务", block))))[1:] == [
        f"（一）住建局、财政局　改造老旧小区12.5万平方米。{RESULT}",
        f"（二）交通局　修路XX公里。{RESULT}",
        f"（三）交通局　种树XX。{RESULT}",
    ]


def test_a_task_that_nobody_was_given_is_listed_by_its_words() -> None:
    block = tasks_block("b2", {"id": "t1", "deadline": "年底前", "text": "修路"})
    assert listed(carry(before(block)))[1:] == [f"（一）修路。{RESULT}"]


def test_a_task_that_was_not_said_is_no_plan() -> None:
    block = tasks_block("b2", {"id": "t1", "deadline": "年底前", "text": "修路", "dropped": True})
    assert listed(carry(before(block))) == []


def test_a_point_that_was_not_said_is_no_plan() -> None:
    without = put(before(announcing()), ("i2.dropped", "是"))
    assert listed(carry(without))[1:] == [f"（一）抓增收。{RESULT}"]


def test_announced_points_stand_before_assigned_tasks() -> None:
    block = tasks_block("b3", {"id": "t1", "lead": ["交通局"], "deadline": "", "text": "修路"})
    found = listed(carry(before(part("s3", "责任分工", block), announcing())))
    assert [line.partition(RESULT)[0] for line in found[1:]] == [
        "（一）抓投资。", "（二）抓增收。", "（三）交通局　修路。"
    ]  # fmt: skip


def test_the_list_is_numbered_as_the_other_parts_are() -> None:
    def numbered(project: Project) -> str:
        return next(line for line in text(carry(project)).splitlines() if HEADING in line)

    plans = announcing() | {"heading": {"text": "下步打算"}}
    assert numbered(before(announcing())) == f"三、{HEADING}"
    other = part("s0", "总体情况", marker="（一）")
    assert numbered(small([other, announcing()])) == f"（一）{HEADING}"
    assert numbered(small([plans])) == HEADING
    assert numbered(small([plans, part("s3", "其他")])) == f"二、{HEADING}"


def test_a_plan_waits_and_its_result_is_a_blank() -> None:
    renewed = carry(before(announcing()))
    new = new_point(renewed)
    seen = places(renewed)
    assert (seen[f"{new}.text"].state, seen[f"{new}.text"].last) == (State.CARRIED, RESULT)
    assert seen[f"{new}.text"].label == "抓投资"
    blanks = [one for one in seen if one.startswith(f"{new}.") and seen[one].state is State.EMPTY]
    assert len(blanks) == 1
    assert State.CARRIED in on_the_page(renewed, f"{new}.lead")
    assert any(place.startswith(new) for place in waiting(renewed))


def test_the_list_says_what_to_do_with_it_and_its_ids_are_new() -> None:
    project = before(announcing())
    section = carry(project).reports[0].content[-1]
    assert getattr(section, "hint", "") == "逐项写明进展，并入正文后把这一部分删去。"
    assert [one.id[0] for one in walk(section) if hasattr(one, "id")] == ["s", "b", "i", "i"]
    ids = {place.partition(".")[0] for place in places(project) if "@" not in place}
    renewed = carry(project)
    assert new_point(renewed) not in ids
    assert new_point(renewed) != new_point(renewed, 1)


def test_a_list_nobody_wrote_into_is_replaced_by_the_next() -> None:
    once = carry(before(announcing()))
    twice = carry(once)
    assert lists_in(once) == lists_in(twice) == 1
    assert listed(twice)[1:] == listed(once)[1:]
    assert len(carry(twice).reports[0].content) == 3


def test_a_list_nobody_wrote_into_goes_where_nothing_is_announced_any_more() -> None:
    once = carry(before(announcing()))
    done = put(once, ("s2.heading", "主要成效"))
    assert listed(carry(done)) == []
    assert [one.id for one in carry(done).reports[0].content] == ["s1", "s2"]


def test_a_list_somebody_wrote_into_stays_and_is_no_plan_itself() -> None:
    once = carry(before(announcing()))
    written = put(once, (f"{new_point(once)}.text", "进展情况：已完成投资88亿元。"))
    twice = carry(written)
    assert lists_in(twice) == 2
    lines = text(twice).splitlines()
    assert "（一）抓投资。进展情况：已完成投资88亿元。" in lines
    assert lines.count(f"（一）抓投资。{RESULT}") == 1
    assert lines.count(f"（二）抓增收。{RESULT}") == 2


def test_a_list_that_was_moved_is_no_plan_and_hides_none() -> None:
    once = carry(before(announcing()))
    written = put(once, (f"{new_point(once)}.text", "进展情况：已完成投资88亿元。"))
    list_first = written.reports[0].content[-1:] + written.reports[0].content[:-1]
    moved = written.changed(reports=(written.reports[0].changed(content=list_first),))
    assert listed(carry(moved))[1:3] == ["（一）抓投资。进展情况：已完成投资88亿元。",
                                         f"（二）抓增收。{RESULT}"]  # fmt: skip
    assert text(carry(moved)).splitlines().count(f"（一）抓投资。{RESULT}") == 1


def test_a_list_inside_a_part_that_announces_is_no_plan() -> None:
    below = part("s3", HEADING, text_block("b3", point("i4", "旧安排。", "已完成。")))
    plans = part("s2", "下步打算", below, text_block("b2", point("i2", "抓投资。")))
    assert [line for line in text(carry(before(plans))).splitlines() if RESULT in line] == [
        f"（一）抓投资。{RESULT}"
    ]


def test_plans_of_the_text_of_another_project_come_from_that() -> None:
    quarter = small(period="2026-Q1")
    words = before(announcing()).changed(period=Period.parse("2025-H1"))
    found = listed(carry(quarter, Period.parse("2026-H1"), text_from=words))
    assert len(found) == 3
