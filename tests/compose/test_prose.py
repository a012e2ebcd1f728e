"""Prose with links, fields, blanks and braces: what it says and where each span is edited."""

from typing import Any

import pytest

from model.document import Document, Span
from model.report.built_in import BUILT_IN_NAMES
from model.report.project import Project
from model.values.state import State
from tests.small_project import document, put, small, spans_of, text


def _prose(words: str, *typed: tuple[str, str]) -> Project:
    content: list[dict[str, Any]] = [
        {"kind": "text", "id": "b1", "paragraphs": [[{"id": "i1", "text": words}]]}
    ]
    return put(small(content), *typed)


def _said(words: str, *typed: tuple[str, str]) -> str:
    return text(_prose(words, *typed)).splitlines()[1]


def _span(project: Project, words: str) -> Span:
    """The one span of the item that says just these words."""
    item = Document("", (document(project).body[1],))
    (found,) = [span for span in spans_of(item) if span.text == words]
    return found


@pytest.mark.parametrize("name", sorted(BUILT_IN_NAMES))
def test_every_built_in_name_says_something(name: str) -> None:
    said = _said(f"{{{name}}}")
    assert said
    assert "{" not in said


ACTUAL = ("revenue@2026-H1.actual", "6.82")
GROWN = ("revenue@2026-H1.yoy", "5.10")


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        ("收入{@revenue.yoy}。", [GROWN], "收入增长5.10%。"),
        ("收入增幅{@revenue.yoy|n}%。", [GROWN], "收入增幅5.10%。"),
        ("收入{@revenue.actual}。", [ACTUAL], "收入6.82亿元。"),
        ("收入{@revenue.actual|n}亿。", [ACTUAL], "收入6.82亿。"),
        ("{@revenue}。", [ACTUAL, GROWN], "一般公共预算收入完成6.82亿元，同比增长5.10%。"),
        ("收入{@revenue@2026-Q1.yoy}。", [("revenue@2026-Q1.yoy", "-2")], "收入下降2%。"),
        ("收入{@revenue.plan}。", [("revenue@2026-Y.plan", "12.5")], "收入12.5亿元。"),
        ("收入{@revenue.rank}。", [("revenue@2026-H1.rank", "增速3")], "收入增速居全市第3位。"),
        ("收入{@revenue.yoy}。", [], "收入增长XX%。"),
        ("收入{@revenue.rank}。", [], "收入居全市第XX位。"),
        ("{leader}到会。", [("leader", "王市长")], "王市长到会。"),
        ("{leader}到会。", [], "XX到会。"),
        ("{meeting-day}开会。", [("meeting-day", "2026-7-5")], "2026年7月5日开会。"),
        ("{since}以来。", [("since", "2026-H1")], "2026年上半年以来。"),
        ("辖{towns}镇。", [("towns", "12")], "辖12个镇。"),
        ("辖{towns|n}镇。", [("towns", "12")], "辖12镇。"),
        ("辖{towns}镇。", [], "辖XX个镇。"),
        ("投入{money}。", [("money", "820万元")], "投入820万元。"),
        ("占{share}。", [("share", "80.80")], "占80.80%。"),
        ("由{offices}办。", [("offices", "财政局 住建局")], "由财政局、住建局办。"),
        ("备注{note}。", [], "备注。"),
        ("{place}向{superior}汇报。", [], "云岭县向江州市汇报。"),
        ("{year}年{period}，比{last-year}年好。", [], "2026年上半年，比2025年好。"),
        ("{rest}从{end}起。", [], "下半年从6月底起。"),
        ("写{{leader}}和}}。", [], "写{leader}和}。"),
        ("写{nobody}和{@nothing.yoy}。", [], "写{nobody}和{@nothing.yoy}。"),
        ("写{@revenue@2026-H2.yoy}。", [], "写{@revenue@2026-H2.yoy}。"),
        ("写{@revenue.colour}和{半。", [], "写{@revenue.colour}和{半。"),
    ],
)  # fmt: skip
def test_links_and_fields_are_said_in_place(
    words: str, typed: list[tuple[str, str]], said: str
) -> None:
    assert _said(words, *typed) == said


@pytest.mark.parametrize(
    ("words", "shown", "place", "state"),
    [
        ("收入{@revenue.yoy}。", "增长XX%", "revenue@2026-H1.yoy", State.EMPTY),
        ("收入{@revenue@2026-Q1.yoy|n}。", "XX", "revenue@2026-Q1.yoy", State.EMPTY),
        ("{leader}到会。", "XX", "leader", State.EMPTY),
        ("{place}到会。", "云岭县", "organization.name", State.FILLED),
        ("{superior}到会。", "江州市", "organization.superior", State.FILLED),
        ("{period}到会。", "上半年", "i1.text", State.FILLED),
        ("写{nobody}。", "{nobody}", "i1.text", State.EMPTY),
        ("写{半。", "{", "i1.text", State.EMPTY),
        ("5个和XX个。", "XX", "i1.figures.1", State.EMPTY),
        ("在X月开会。", "X", "i1.blanks.0", State.EMPTY),
    ],
)
def test_every_span_knows_where_it_is_edited(
    words: str, shown: str, place: str, state: State
) -> None:
    span = _span(_prose(words), shown)
    assert (span.place, span.state) == (place, state)


def test_words_of_last_period_are_carried_until_someone_looks() -> None:
    content: list[dict[str, Any]] = [
        {"kind": "text", "id": "b1", "paragraphs": [[
            {"id": "i1", "text": "工作有力。", "former": {"text": {"text": "工作有力。"}}}]]}
    ]  # fmt: skip
    project = small(content)
    assert _span(project, "工作有力。").state is State.CARRIED
    seen = put(project, ("i1.checked", "是"))
    assert _span(seen, "工作有力。").state is State.CONFIRMED
    assert _span(put(project, ("i1.text", "工作很好。")), "工作很好。").state is State.UPDATED
