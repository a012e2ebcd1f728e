"""Braces that lead nowhere, in every text that may hold them."""

from typing import Any

import pytest

from model.check.problem import Severity
from model.check.registry import problems
from tests.check.clean import clean, found
from tests.small_project import put, small


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{nobody}到会。", "“{nobody}”：这份材料里没有这个字段"),
        ("{@housing.yoy}。", "没有这个指标"),
        ("{@revenue.colour}。", "不是完整的引用"),
        ("{@revenue@2026-H2.yoy}。", "报告期写得不对"),
        ("半个{括号。", "花括号本身要写两遍"),
        ("{count}项。", "没有这个字段"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error(text: str, told: str) -> None:
    (one,) = found(clean(("i1.text", text)), "link")
    assert (one.place, one.severity) == ("i1.text", Severity.ERROR)
    assert told in one.message


@pytest.mark.parametrize(
    "text", ["{{nobody}}到会。", "{place}、{rest}。", "{@revenue.actual}。", "{@revenue}。"]
)
def test_what_exists_and_literal_braces_are_no_problem(text: str) -> None:
    assert found(clean(("i1.text", text)), "link") == []


@pytest.mark.parametrize("place", ["r1.title", "r1.closing", "i1.lead", "b1.opening", "u3.opening"])
def test_links_are_followed_in_every_text(place: str) -> None:
    (one,) = found(clean((place, "{nobody}，")), "link")
    assert one.place == place


def test_a_slot_is_known_where_its_record_fills_it() -> None:
    task = {"id": "t1", "text": "改造{quantity}", "quantity": "5", "unit": "个"}
    content = [{"kind": "tasks", "id": "b1", "tasks": [task]}]
    assert problems(small(content)) == ()
    assert found(put(small(content), ("t1.text", "改造{count}")), "link")


def test_an_indicator_the_project_has_not_is_told_at_its_block() -> None:
    content = [{"kind": "indicators", "id": "b1", "use": [{"id": "u9", "indicator": "housing"}]}]
    (one,) = found(small(content), "indicator")
    assert one.place == "u9.name"


@pytest.mark.parametrize("dropped", [True, False])
def test_what_is_not_shown_is_left_in_peace(dropped: bool) -> None:
    use = {"id": "u8", "indicator": "revenue", "facets": ["actual"], "dropped": dropped}
    group = {"id": "g1", "outlook": "ahead", "text": "{nobody}，", "use": [use]}
    stated = {"kind": "indicators", "id": "b2", "use": [use | {"id": "u9"}], "closing": "{nobody}"}
    point = {"id": "i1", "text": "{nobody}到会。", "dropped": dropped}
    empty = {"id": "g2", "outlook": "ahead", "text": "{nobody}，"}
    content: list[dict[str, Any]] = [
        {"kind": "outlook", "id": "b1", "groups": [group, empty]},
        stated,
        {"kind": "text", "id": "b3", "paragraphs": [[point]]},
    ]
    told = [problem.place for problem in found(small(content), "link")]
    assert told == ([] if dropped else ["g1.text", "b2.closing", "i1.text"])
