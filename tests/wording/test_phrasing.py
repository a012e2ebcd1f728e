"""Statements of indicators: the table of statements.txt, and what a table cannot tell."""

from __future__ import annotations

import pytest

from model.values.facet import Facet
from model.values.growth import Better, Flow, Measure
from model.wording.saying.clauses import SaidOf
from model.wording.saying.phrasing import IndicatorWords, Piece, Said, Wording, state, text_of
from tests.wording.phrasing_cases import INDICATORS, spoken, statements, values


@pytest.mark.parametrize(("name", "notation", "words", "expected"), statements())
def test_a_statement(name: str, notation: str, words: dict[str, str], expected: str) -> None:
    assert text_of(spoken(INDICATORS[name], values(notation), words)) == expected


def test_each_run_shows_its_value_apart_from_what_connects() -> None:
    said = values("actual 6.82; yoy -5.1; rank 增速全市3; rank 总量全市12; forecast ?")
    assert state(INDICATORS["一般公共预算收入"], said, wording=Wording(base="同比")) == (
        Piece("一般公共预算收入完成"),
        Piece("6.82亿元", Facet.ACTUAL),
        Piece("，同比"),
        Piece("下降5.1%", Facet.YOY),
        Piece("，总量"),
        Piece("居全市第12位", Facet.RANK, nth=1),
        Piece("，增速"),
        Piece("居全市第3位", Facet.RANK),
        Piece("，预计完成"),
        Piece("XX亿元", Facet.FORECAST, blank=True),
    )


def test_a_full_width_percent_sign_is_written_half_width() -> None:
    said: SaidOf = {Facet.YOY: [Said(values("yoy 5.1")[Facet.YOY][0].value, "％")]}
    assert text_of(state(INDICATORS["固定资产投资"], said)) == "固定资产投资增长5.1%"


def test_facets_without_values_are_as_good_as_absent() -> None:
    said: SaidOf = {Facet.ACTUAL: [], **values("yoy 5.1"), Facet.RANK: []}
    assert text_of(state(INDICATORS["固定资产投资"], said)) == "固定资产投资增长5.1%"


def test_without_a_name_the_statement_begins_with_its_verb() -> None:
    nameless = IndicatorWords("", "亿元", ("完成",))
    said = values("actual 6.82; yoy 5.1")
    assert text_of(state(nameless, said)) == "完成6.82亿元，增长5.1%"
    assert text_of(state(nameless, said, period="1—5月")) == "1—5月完成6.82亿元，增长5.1%"


def test_a_place_is_not_said_twice() -> None:
    indicator = IndicatorWords(
        "综合考核位次", "位", ("位列",), Flow.RATIO, Measure.RANK, better=Better.DOWN
    )
    assert text_of(state(indicator, values("actual 全市3"))) == "综合考核位次居全市第3位"


def test_verbs_of_the_lexicon_come_first_and_those_that_do_not_fit_are_passed_over() -> None:
    said = values("actual 6.82")
    for verbs, verb in [
        (("实现", "完成"), "实现"),
        ((), "完成"),
        (("突破",), "完成"),
        (("增长", "实现"), "实现"),
        (("分别达到", "达到"), "达到"),
    ]:
        indicator = IndicatorWords("税收收入", "亿元", verbs)
        assert text_of(state(indicator, said)) == f"税收收入{verb}6.82亿元"
