"""Blanks by kind, and the periods named in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.wording.finding.blanks import find_blanks
from model.wording.finding.dates import find_periods
from model.wording.finding.figures import find_figures
from model.wording.finding.linked import blanks_of, figures_of, may_have_blanks


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("完成X亿元，增长x.x%", [("X", "number"), ("x.x", "number")]),
        ("X月底前完成*个村", [("X", "period"), ("*", "number")]),
        ("20XX年，x–x月运行平稳", [("20XX", "period"), ("x", "period"), ("x", "period")]),
        ("历时X个月", [("X", "period")]),
        ("XX县XX书记带队", [("XX", "name"), ("XX", "name")]),
        ("与*集团签约，X等项目开工", [("*", "name"), ("X", "name")]),
        ("X亿元以上项目X个", [("X", "other"), ("X", "number")]),
        ("指数为 ，排名第  ；", [(" ", "number"), ("  ", "number")]),
        ("投入  万元，张  明出席", [("  ", "number")]),
        ("实现产值〔待报〕万元", [("〔待报〕", "number")]),
        ("印发〔2026〕3号文件", []),
        ("健全1+N+X机制，X波段雷达建成", []),
        ("推进“X+X”重点工作", [("X", "other"), ("X", "other")]),
        ("全县平稳运行", []),
        ("PX项目投产，MX5000型机组并网", []),
        ("X9联盟成立，沿x轴布点", []),
        ("X、抓项目", []),
        ("光纤\t千米\t1200", []),
        ("玉  米丰收，玉  米。", []),
        ("新增X9个", [("X9", "number")]),
    ],
)
def test_each_blank_is_found_with_its_kind(text: str, blanks: list[tuple[str, str]]) -> None:
    found = find_blanks(text)
    assert [(b.text, b.kind) for b in found] == blanks
    assert [text[b.start : b.end] for b in found] == [b.text for b in found]
    numbers = {(b.start, b.end) for b in found if b.kind == "number"}
    assert numbers == {(f.start, f.end) for f in find_figures(text) if f.blank}


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("1—5月份增长5%", ["1—5月份"]),
        ("截至6月14日，优良天数92天", ["截至6月14日"]),
        ("今年上半年好于去年同期", ["今年上半年", "去年同期"]),
        ("2026年二季度，X月底前", ["2026年二季度", "X月底前"]),
        ("前三季度、2026—2030年", ["前三季度", "2026—2030年"]),
        ("6月18日-30日", ["6月18日-30日"]),
        ("二〇二六年六月", ["二〇二六年六月"]),
        ("*年*月以来", ["*年*月以来"]),
        ("年初以来，下半年", ["年初以来", "下半年"]),
        ("用3个月办成，5年来首次", []),
        ("万元以上企业5家", []),
    ],
)
def test_periods_are_found_as_they_are_written(text: str, periods: list[str]) -> None:
    found = find_periods(text)
    assert [p.text for p in found] == periods
    assert [text[p.start : p.end] for p in found] == periods


def test_a_move_forward_is_no_part_of_the_period_before_it() -> None:
    found = find_periods("较上月前移2位，9月底前完成。")
    assert [one.text for one in found] == ["上月", "9月底前"]


@given(st.text(alphabet="xX*□＿_ 1月亿元第位,，县（）()%N+{}@gdp", max_size=30))
def test_what_may_have_no_blank_has_none(text: str) -> None:
    if not may_have_blanks(text):
        assert blanks_of(text) == ()
        assert not any(figure.blank for figure in figures_of(text))


def test_a_text_with_a_gap_before_its_unit_may_have_a_blank() -> None:
    assert may_have_blanks("投资完成X亿元。")
    assert not may_have_blanks("投资完成3.2亿元。")
