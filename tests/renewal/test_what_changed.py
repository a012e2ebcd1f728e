"""数据变化说明: each number with what it was, and what is still to be renewed."""

from decimal import Decimal

import pytest

from model.document import Paragraph, Role, Table
from model.renewal.changes import Changed, as_document, changes, difference
from model.renewal.next_period import carry
from model.report.project import Project
from model.values.facet import Facet
from tests.carried_project import part, text_block
from tests.small_project import put, small

USES = [{"indicator": "revenue", "facets": ["actual", "yoy", "rank"]}, "gdp"]
CONTENT = [
    {"kind": "indicators", "id": "b1", "use": USES},
    text_block("b2", {"id": "i1", "text": "{leader}走遍全县{towns}。"}),
]


def told(project: Project) -> dict[str, Changed]:
    return {one.place: one for one in changes(project)}


def renewed() -> Project:
    """A text carried on, its numbers of last period known."""
    half = put(
        small(CONTENT), ("revenue@2026-H1.actual", "6.82"), ("revenue@2026-H1.yoy", "5.1"),
        ("revenue@2026-H1.rank", "增速居全市第3位"), ("towns", "12"),
    )  # fmt: skip
    return carry(half)


@pytest.mark.parametrize(
    ("last", "now", "expected"),
    [
        ("5.8", "6.1", "+0.3"), ("6.1", "5.8", "-0.3"), ("5.8", "5.8", "0.0"), ("12", "12", "0"),
        ("-0.3", "0.2", "+0.5"), (None, "5.8", None), ("5.8", None, None),
        ("全市第3位", "全市第2位", None), ("68213万元", "6.9", None), ("6.8", "很多", None),
    ],
)  # fmt: skip
def test_a_difference_has_its_sign_and_none_is_none(
    last: str | None, now: str | None, expected: str | None
) -> None:
    assert difference(last, now) == expected


def test_a_number_not_filled_in_yet_says_so() -> None:
    found = told(renewed())["revenue@2026-Q1-3.actual"]
    assert (found.label, found.unit) == ("一般公共预算收入 本期数（亿元）", "亿元")
    assert (found.last, found.now, found.difference, found.note) == (
        "6.82", None, None, "本期未填"
    )  # fmt: skip


def test_a_rank_is_told_too() -> None:
    typed = put(renewed(), ("revenue@2026-Q1-3.rank", "增速居全市第2位"))
    found = told(typed)["revenue@2026-Q1-3.rank"]
    assert found.last is not None
    assert found.now is not None
    assert ("3" in found.last, "2" in found.now) == (True, True)
    assert (found.difference, found.note) == (None, "")


def test_a_number_filled_in_is_told_with_its_difference_and_without_a_note() -> None:
    typed = put(renewed(), ("revenue@2026-Q1-3.actual", "9.15"))
    found = told(typed)["revenue@2026-Q1-3.actual"]
    assert (found.last, found.now, found.difference, found.note) == ("6.82", "9.15", "+2.33", "")


def test_a_number_that_neither_period_knows_is_not_told() -> None:
    assert "gdp@2026-Q1-3.actual" not in told(renewed())
    typed = put(renewed(), ("gdp@2026-Q1-3.actual", "182.4"))
    assert told(typed)["gdp@2026-Q1-3.actual"].last is None


def test_a_field_still_with_last_periods_number_says_so_and_words_are_not_told() -> None:
    assert told(renewed())["towns"].note == "仍是上期数"
    assert "leader" not in told(put(renewed(), ("leader", "王市长")))


def test_a_figure_of_the_text_is_told_with_what_it_was() -> None:
    point = {"id": "i1", "text": "新建项目36个，同比增长7.3%。"}
    project = carry(small([text_block("b1", point)]))
    typed = put(project, ("i1.figures.0", "41"))
    assert (told(typed)["i1.figures.0"].last, told(typed)["i1.figures.0"].now) == ("36", "41")
    assert told(typed)["i1.figures.0"].difference == "+5"
    assert told(typed)["i1.figures.1"].note == "仍是上期数"
    without = put(typed, ("i1.dropped", "是"))
    assert told(without)["i1.figures.0"].note == "本期不写"


def test_a_better_source_is_told_with_both_values() -> None:
    project = put(
        small(CONTENT), ("revenue@2026-H1.actual@department", "6.82"),
        ("revenue@2026-H1.actual@bureau", "6.9"),
    )  # fmt: skip
    found = told(project)["revenue@2026-H1.actual@department"]
    assert (found.label, found.unit) == ("一般公共预算收入 本期数", "亿元")
    assert (found.last, found.now, found.difference) == ("6.82", "6.9", "+0.08")
    assert found.note == "部门报送数换成统计局反馈数"
    assert [one.note for one in changes(project) if "换成" in one.note] == [found.note]


def test_each_better_source_is_told_whatever_stands_before_it() -> None:
    project = put(
        small(CONTENT), ("gdp@2026-H1.actual", "118.6"), ("tax@2026-H1.actual@bureau", "5.5"),
        ("revenue@2026-H1.actual@department", "6.82"), ("revenue@2026-H1.actual@bureau", "6.9"),
        ("gdp@2026-H1.yoy@department", "5.1"), ("gdp@2026-H1.yoy@published", "5.8"),
    )  # fmt: skip
    found = [(one.place, one.note) for one in changes(project) if "换成" in one.note]
    assert found == [
        ("revenue@2026-H1.actual@department", "部门报送数换成统计局反馈数"),
        ("gdp@2026-H1.yoy@department", "部门报送数换成公布数"),
    ]


def test_several_ranks_of_one_source_replace_nothing() -> None:
    project = put(small(CONTENT), ("revenue@2026-H1.rank", "全市第3位、全省第12位"))
    assert len([one for one in project.observations if one.facet is Facet.RANK]) == 2
    assert [one for one in changes(project) if "换成" in one.note] == []


def test_a_better_source_that_says_the_same_is_not_told() -> None:
    project = put(
        small(CONTENT), ("revenue@2026-H1.actual@department", "6.82"),
        ("revenue@2026-H1.actual@bureau", "6.82"),
    )  # fmt: skip
    assert [one for one in changes(project) if "换成" in one.note] == []


def test_a_better_source_is_told_at_the_value_of_its_own_basis() -> None:
    monthly = "revenue@2026-M5:cumulative.actual"
    project = put(
        small(CONTENT, period="2026-M5"), (f"{monthly}@department", "3.1"),
        (f"{monthly}@bureau", "3.2"),
    )  # fmt: skip
    (found,) = [one for one in changes(project) if "换成" in one.note]
    assert found.place == f"{monthly}@department"
    assert {one.value for one in put(project, (found.place, "3.3")).observations} == {
        Decimal("3.3"), Decimal("3.2"),
    }  # fmt: skip


def test_a_better_source_of_another_basis_replaces_nothing() -> None:
    project = put(
        small(CONTENT, period="2026-M5"), ("revenue@2026-M5:cumulative.actual@department", "3.1"),
        ("revenue@2026-M5.actual@bureau", "0.6"),
    )  # fmt: skip
    assert len(project.observations) == 2
    assert [one for one in changes(project) if "换成" in one.note] == []


def test_better_sources_of_other_periods_are_not_told() -> None:
    project = put(
        small(CONTENT), ("revenue@2025-H1.actual@department", "6.1"),
        ("revenue@2025-H1.actual@bureau", "6.2"),
    )  # fmt: skip
    assert [one for one in changes(project) if "换成" in one.note] == []


def test_of_several_texts_one_alone_can_be_told() -> None:
    other = {"id": "r2", "template": {"key": "work-briefing", "version": 1}, "name": "总结"}
    block = {"kind": "indicators", "id": "b2", "use": ["deposits"]}
    raw = small(CONTENT).model_dump(by_alias=True, mode="json")
    raw["reports"].append(other | {"content": [block]})
    project = put(
        Project.model_validate(raw), ("deposits@2026-H1.actual", "301"),
        ("revenue@2026-H1.actual", "6.8"),
    )  # fmt: skip
    first, second = project.reports
    assert "deposits@2026-H1.actual" not in {one.place for one in changes(project, first)}
    assert "deposits@2026-H1.actual" in {one.place for one in changes(project, second)}
    assert {"deposits@2026-H1.actual", "revenue@2026-H1.actual"} <= set(told(project))
    assert "住户存款余额" not in as_document(project, first).text


def rows(project: Project) -> list[list[str]]:
    table = next(one for one in as_document(project).body if isinstance(one, Table))
    return [["".join(span.text for span in cell.spans) for cell in row] for row in table.rows]


def test_the_document_says_periods_values_and_units_and_a_dash_for_none() -> None:
    project = put(renewed(), ("revenue@2026-Q1-3.yoy", "4.9"))
    made = as_document(project)
    assert made.title == "云岭县2026年前三季度数据变化说明"
    table = next(one for one in made.body if isinstance(one, Table))
    assert (len(table.widths), table.widths[0]) == (6, max(table.widths))
    heads = ("项目", "2026年上半年", "2026年前三季度", "变化", "说明", "近期走势")
    assert table.titles == heads
    growth = ["一般公共预算收入 同比增长（%）", "5.1", "4.9", "-0.2", "", "5.1→4.9 ↓"]
    assert growth in rows(project)
    assert ["一般公共预算收入 本期数（亿元）", "6.82", "—", "—", "本期未填", ""] in rows(project)
    assert ["镇（个）", "12", "12", "0", "仍是上期数", ""] in rows(project)


def test_without_a_course_the_document_has_no_column_for_it() -> None:
    table = next(one for one in as_document(renewed()).body if isinstance(one, Table))
    assert table.titles[-1] == "说明"


def test_the_document_leads_back_to_each_place_and_numbers_stand_to_the_right() -> None:
    project = put(renewed(), ("revenue@2026-Q1-3.yoy", "4.9"))
    table = next(one for one in as_document(project).body if isinstance(one, Table))
    row = next(one for one in table.rows if "同比增长" in one[0].spans[0].text)
    assert row[0].spans[0].place == row[2].spans[0].place == "revenue@2026-Q1-3.yoy"
    assert [cell.numeric for cell in row] == [False, True, True, True, False, False]


def test_without_anything_to_compare_the_document_says_so() -> None:
    empty = small([part("s1", "甲")], fields=[])
    roles = [one.role for one in as_document(empty).body if isinstance(one, Paragraph)]
    assert roles == [Role.TITLE, Role.BODY]
    assert as_document(empty).text.splitlines() == [
        "云岭县2026年上半年数据变化说明", "没有可以比较的数据。"
    ]  # fmt: skip


def test_a_unit_that_the_label_says_is_not_said_twice() -> None:
    labelled = [row[0] for row in rows(renewed())]
    assert "一般公共预算收入 本期数（亿元）" in labelled
    assert not [one for one in labelled if one.count("亿元") > 1]
    point = {"id": "i1", "text": "新建项目36个。"}
    assert [row[0] for row in rows(carry(small([text_block("b1", point)], fields=[])))] == [
        "新建项目▁个"
    ]


def test_a_value_of_an_indicator_that_is_gone_is_told_by_its_id() -> None:
    project = put(
        small(CONTENT), ("tax@2026-H1.actual@department", "1.2"),
        ("tax@2026-H1.actual@bureau", "1.3"),
    )  # fmt: skip
    gone = project.changed(indicators=tuple(one for one in project.indicators if one.id != "tax"))
    found = told(gone)["tax@2026-H1.actual@department"]
    assert found.label == "tax 本期数"
