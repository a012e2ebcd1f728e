"""How periods move with the report, in what is stored and in what is written."""

import pytest

from model.renewal.next_period import carry
from model.renewal.period_words import accepted, proposals, renewed
from model.report.period_codes import shifted
from model.report.project import Project
from model.values.period import Period
from tests.carried_project import part, places, tasks_block, text_block
from tests.small_project import put, small, text

H1, Q3, YEAR = (Period.parse(code) for code in ("2026-H1", "2026-Q1-3", "2026-Y"))
Q1, NEXT_Q1, NEXT_H1 = (Period.parse(code) for code in ("2026-Q1", "2027-Q1", "2027-H1"))
M5, M8, M11 = (Period.parse(code) for code in ("2026-M1-5", "2026-M1-8", "2026-M1-11"))


@pytest.mark.parametrize(
    ("code", "old", "new", "expected"),
    [
        ("2026-H1", H1, Q3, "2026-Q1-3"),
        ("2026-M1-5", H1, Q3, "2026-M1-8"),
        ("2026-Q1", H1, Q3, "2026-H1"),
        ("2026-Q2", H1, Q3, "2026-Q3"),
        ("2026-Y", H1, Q3, "2026-Y"),
        ("2025-H1", H1, Q3, "2025-Q1-3"),
        ("2025-Y", H1, Q3, "2025-Y"),
        ("2024-H1", H1, Q3, "2024-H1"),
        ("2024-H1", H1, NEXT_H1, "2025-H1"),
        ("2026-M3", H1, Q3, "2026-M3"),
        ("2026-M3", H1, NEXT_Q1, "2027-M3"),
        ("2026-Y", YEAR, NEXT_Q1, "2027-Q1"),
        ("2025-Y", YEAR, NEXT_Q1, "2026-Q1"),
    ],
)
def test_a_period_named_moves_to_the_one_that_plays_its_part(
    code: str, old: Period, new: Period, expected: str
) -> None:
    assert shifted(code, old, new) == expected


@pytest.mark.parametrize(
    ("mention", "old", "new", "expected"),
    [
        ("本年上半年", H1, Q3, "本年前三季度"),
        ("截至6月底", H1, Q3, "截至9月底"),
        ("到6月底", H1, Q3, "到9月底"),
        ("截止6月末", H1, Q3, "截止9月末"),
        ("6月份", H1, Q3, "9月份"),
        ("6月上旬", H1, Q3, "9月上旬"),
        ("6月", H1, Q3, "9月"),
        ("6月底前", H1, Q3, "9月底前"),
        ("9月底", H1, Q3, "12月底"),
        ("10月底", H1, Q3, None),
        ("3月底", Q3, Q1, None),
        ("9月底", Q3, Q1, "3月底"),
        ("6月底", Q3, Q1, None),
        ("7月底", Q3, Q1, "1月底"),
        ("6月14日", H1, Q3, "XX月XX日"),
        ("6月14日前", H1, Q3, "XX月XX日前"),
        ("6月14日", H1, H1, None),
        ("2026年6月14日", H1, NEXT_H1, "2027年XX月XX日"),
        ("一季度", Q1, H1, "上半年"),
        ("一季度", H1, Q3, "二季度"),
        ("三季度", H1, Q3, "四季度"),
        ("四季度", H1, Q3, None),
        ("二季度", Q3, H1, "一季度"),
        ("一季度", Q3, H1, None),
        ("下半年", H1, Q3, "四季度"),
        ("二季度", Q1, H1, "下半年"),
        ("四季度", Q3, YEAR, "明年"),
        ("全年", H1, Q3, "全年"),
        ("前三季度", H1, Q3, "前三季度"),
        ("前三季度", Q3, YEAR, "全年"),
        ("上半年", Q3, YEAR, "上半年"),
        ("2024年", H1, NEXT_H1, "2025年"),
        ("今年", H1, NEXT_H1, "今年"),
        ("1—5月", M5, M8, "1—8月"),
        ("1至5月份", M5, M8, "1至8月份"),
        ("1—9月", M5, M8, "1—12月"),
        ("1—10月", M5, M8, None),
        ("1—8月", M11, M5, "1—2月"),
        ("1—7月", M11, M5, None),
        ("一到5月", M5, M8, "一到8月"),
    ],
)
def test_a_written_period_moves_as_far_as_the_report(
    mention: str, old: Period, new: Period, expected: str | None
) -> None:
    assert renewed(mention, old, new) == expected


def written() -> Project:
    """A text that names its period wherever words stand."""
    point = {"id": "i1", "lead": "上半年有作为。", "text": "截至6月底，完成{@revenue.actual}。"}
    task = {"id": "t1", "text": "6月底前修好路"}
    indicators = {"kind": "indicators", "id": "b3", "opening": "上半年，", "use": ["gdp"]}
    return small(
        [
            part("s1", "上半年工作", text_block("b1", point), indicators),
            tasks_block("b2", task, opening="二季度要做："),
            {
                "kind": "outlook",
                "id": "b4",
                "groups": [
                    {"id": "g1", "outlook": "ahead", "text": "上半年能完成。", "use": ["deposits"]}
                ],
            },
        ],
        report={"front": {"title": "{place}上半年汇报", "closing": "全年任务能完成。"}},
    )


def found(project: Project) -> dict[str, tuple[str, str]]:
    return {one.place: (one.before, one.after) for one in proposals(project, project.reports[0])}


def test_every_written_period_of_a_carried_text_is_proposed_with_its_place() -> None:
    assert found(carry(written())) == {
        "r1.title": ("上半年", "前三季度"),
        "s1.heading": ("上半年", "前三季度"),
        "i1.lead": ("上半年", "前三季度"),
        "i1.text": ("截至6月底", "截至9月底"),
        "b3.opening": ("上半年", "前三季度"),
        "b2.opening": ("二季度", "三季度"),
        "t1.text": ("6月底前", "9月底前"),
        "g1.text": ("上半年", "前三季度"),
    }


def test_proposals_stand_in_reading_order_and_where_their_text_says() -> None:
    project = carry(written())
    made = proposals(project, project.reports[0])
    assert [one.place for one in made] == [
        "r1.title", "s1.heading", "i1.lead", "i1.text", "b3.opening", "b2.opening", "t1.text",
        "g1.text",
    ]  # fmt: skip
    title = made[0]
    assert "{place}上半年汇报"[title.start : title.end] == title.before


def test_accepting_all_says_the_new_period_everywhere() -> None:
    project = carry(written())
    done = put(project, *accepted(project, proposals(project, project.reports[0])))
    assert text(done).splitlines() == [
        "云岭县前三季度汇报",
        "一、前三季度工作",
        "前三季度有作为。截至9月底，完成XX亿元。",
        "前三季度，地区生产总值完成XX亿元。",
        "三季度要做：",
        "9月底前修好路。",
        "前三季度能完成。住户存款余额达到XX亿元。",
        "全年任务能完成。",
    ]


def test_what_was_accepted_is_not_proposed_again() -> None:
    project = carry(written())
    done = put(project, *accepted(project, proposals(project, project.reports[0])))
    assert {place for place in found(done) if place.startswith(("i1", "t1"))} == set()


@pytest.mark.parametrize(
    ("before", "after", "again"),
    [
        ("3月底和6月底各一次", "6月底和9月底各一次", []),
        ("3月底和6月底各一次", "6月底和6月底各一次", ["6月底"]),
        ("6月底前办结", "全部在6月底前办结，不留尾巴", ["6月底前"]),
        ("全部办结", "6月底前全部办结", []),
        ("截至6月底，办结", "截至6月底和9月底，办结", ["截至6月底"]),
    ],
)
def test_only_a_period_where_last_periods_words_had_it_is_proposed(
    before: str, after: str, again: list[str]
) -> None:
    project = put(
        carry(small([tasks_block("b1", {"id": "t1", "text": before})])), ("t1.text", after)
    )
    made = proposals(project, project.reports[0])
    assert [one.before for one in made if one.place == "t1.text"] == again


def test_periods_of_a_long_text_that_was_added_to_are_all_proposed() -> None:
    point = {"id": "i1", "text": "6月底抓好一件事；" * 40}
    project = carry(small([text_block("b1", point)]))
    longer = put(project, ("i1.text", point["text"] + "再抓一件。"))
    assert len(proposals(longer, longer.reports[0])) == 40


def test_a_text_written_anew_keeps_the_periods_the_clerk_wrote() -> None:
    project = put(carry(written()), ("i1.text", "截至8月底，已经完成，9月份不松劲。"))
    assert "i1.text" not in found(project)
    assert found(project)["i1.lead"] == ("上半年", "前三季度")


def test_a_point_that_is_new_or_not_said_has_nothing_to_renew() -> None:
    project = put(carry(written()), ("i1.dropped", "是"))
    assert not [place for place in found(project) if place.startswith("i1")]


def test_a_period_inside_a_link_is_no_word() -> None:
    point = {"id": "i1", "text": "完成{@revenue@2026-M1-5.actual}。"}
    project = carry(small([text_block("b1", point)]))
    assert "i1.text" not in found(project)
    assert "{@revenue@2026-M1-8.actual}" in (places(project)["i1.text"].value or "")


def test_with_the_text_of_another_project_its_period_is_the_one_words_speak_of() -> None:
    last_year = written().changed(period=Period.parse("2025-H1"))
    renewed_text = put(last_year, ("i1.text", "2025年上半年完成任务。"))
    project = carry(small(period="2026-Q1"), H1, text_from=renewed_text)
    assert found(project) == {"i1.text": ("2025年上半年", "2026年上半年")}
