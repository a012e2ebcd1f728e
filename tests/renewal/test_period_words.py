"""Periods of carried text, proposed for renewal."""

from datetime import date

import pytest

from model.entry.apply import Assignment, set_values
from model.places.inventory import places_of
from model.renewal.next_period import carry
from model.renewal.period_words import accepted, proposals, renewed
from model.report.uses import text_at
from model.values.period import Period
from tests.samples import example
from tests.small_project import small

TODAY = date(2026, 7, 5)
H1, Q3 = Period.parse("2026-H1"), Period.parse("2026-Q1-3")
NEXT_H1 = Period.parse("2027-H1")
M5, M6 = Period.parse("2026-M1-5"), Period.parse("2026-M1-6")


@pytest.mark.parametrize(
    ("mention", "old", "new", "expected"),
    [
        ("今年上半年", H1, Q3, "今年前三季度"),
        ("今年上半年", H1, NEXT_H1, "今年上半年"),
        ("2026年上半年", H1, NEXT_H1, "2027年上半年"),
        ("2026年", H1, NEXT_H1, "2027年"),
        ("2025年", H1, NEXT_H1, "2026年"),
        ("2026年", H1, Q3, "2026年"),
        ("1—5月份", H1, Q3, "1—8月份"),
        ("1-5月", M5, M6, "1-6月"),
        ("6月底", H1, Q3, "9月底"),
        ("二季度", H1, Q3, "三季度"),
        ("下半年", H1, Q3, "四季度"),
        ("截至6月14日", H1, Q3, "截至XX月XX日"),
        ("11月底", H1, Q3, None),
        ("昨天下午", H1, Q3, None),
    ],
)
def test_a_period_is_called_what_it_is_now(
    mention: str, old: Period, new: Period, expected: str | None
) -> None:
    assert renewed(mention, old, new) == expected


def test_accepted_proposals_stand_in_the_text_and_nothing_else_changes() -> None:
    project = example("half-year-summary")
    item = next(one.place for one in places_of(project) if one.kind == "prose")
    text = "截至6月14日，2026年上半年完成造林3.2万亩，今年以来新增就业120人。"
    project = set_values(project, [Assignment(item, text)], TODAY)
    carried = carry(project)
    found = [one for one in proposals(carried, carried.reports[0]) if one.place == item]
    assert [(one.before, one.after) for one in found] == [
        ("截至6月14日", "截至XX月XX日"),
        ("2026年上半年", "2026年前三季度"),
    ]
    done = set_values(carried, accepted(carried, found[1:]), TODAY)
    again = [one for one in proposals(done, done.reports[0]) if one.place == item]
    assert [one.before for one in again][:1] == ["截至6月14日"]


def test_a_period_that_was_renewed_is_not_taken_for_the_one_that_stood_beside_it() -> None:
    items = [{"id": "i1", "text": "1—6月和1—3月。二季度完成。"}]
    content = [{"kind": "text", "id": "b1", "paragraphs": [items]}]
    carried = carry(small(content))
    first = [one for one in proposals(carried, carried.reports[0]) if one.place == "i1.text"]
    assert [one.after for one in first] == ["1—9月", "1—6月", "三季度"]
    done = set_values(carried, accepted(carried, first), TODAY)
    assert text_at(done, "i1.text") == "1—9月和1—6月。三季度完成。"
    assert not [one for one in proposals(done, done.reports[0]) if one.place == "i1.text"]
    half = set_values(carried, accepted(carried, first[:1]), TODAY)
    again = [one for one in proposals(half, half.reports[0]) if one.place == "i1.text"]
    assert [(one.start, one.after) for one in again] == [(5, "1—6月"), (10, "三季度")]


def test_a_project_that_was_not_carried_has_nothing_to_renew() -> None:
    project = example("half-year-summary")
    assert proposals(project, project.reports[0]) == ()


def test_a_period_of_the_title_is_proposed_once() -> None:
    half = example("work-briefing")
    report = half.reports[0]
    titled = set_values(half, [Assignment(f"{report.id}.title", "云岭县2026年上半年汇报")], TODAY)
    renewed_project = carry(titled)
    found = proposals(renewed_project, renewed_project.reports[0])
    assert len(set(found)) == len(found)
    done = set_values(renewed_project, accepted(renewed_project, found), TODAY)
    assert done.reports[0].front.title == "云岭县2026年前三季度汇报"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("到2030年建成现代化产业园。", []),
        ("根据2026年第3号文件，", []),
        ("根据〔2026〕3号文件，", []),
        ("2025年建成的体育馆完成改造。", []),
        ("2026年建成的体育馆投入使用。", []),
        ("2022年建成的体育馆完成改造。", []),
        ("自2026年起实行。", []),
        ("自2025年以来，", []),
        ("落实《云岭县2026年行动方案》。", []),
        ("2025年3月2日召开的会议", []),
        ("2026年，全县攻坚克难。", ["2027年"]),
        ("2026年实施的12个项目全部完工。", ["2027年"]),
        ("到2026年底，里程达到92公里。", ["2027年底"]),
        ("由2025年的3亿元增加到4亿元。", ["2026年"]),
        ("2027年，我们将再接再厉。", ["2028年"]),
        ("到2027年底建成。", []),
    ],
)
def test_only_years_that_the_old_period_explains_are_offered(text: str, offered: list[str]) -> None:
    content = [{"kind": "text", "id": "b1", "paragraphs": [[{"id": "i1", "text": text}]]}]
    year = small(content).changed(period=Period.parse("2026-Y"))
    project = carry(year, Period.parse("2027-Y"))
    found = [one for one in proposals(project, project.reports[0]) if one.place == "i1.text"]
    assert [one.after for one in found] == offered


@pytest.mark.parametrize(
    ("words", "new", "after"),
    [
        ("确保实现“双过半”。", Q3, "确保实现全年目标任务。"),
        ("确保完成“双过半”任务。", Q3, "确保完成全年目标任务。"),
        ("对照“双过半”目标，抓调度。", Q3, "对照全年目标任务，抓调度。"),
        ("确保实现“双过半”。", NEXT_H1, "确保实现“双过半”。"),
        ("确保实现“双过半”。", Period.parse("2027-Q1"), "确保实现首季“开门红”。"),
    ],
)
def test_the_goal_of_a_period_is_proposed_under_its_name_of_now(
    words: str, new: Period, after: str
) -> None:
    block = {"kind": "text", "id": "b1", "paragraphs": [[{"id": "i1", "text": words}]]}
    carried = carry(small([block]), new)
    found = [one for one in proposals(carried, carried.reports[0]) if one.place == "i1.text"]
    done = set_values(carried, accepted(carried, found), TODAY)
    assert text_at(done, "i1.text") == after
