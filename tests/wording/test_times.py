"""Time and base of a figure, and how much of its quantity it covers."""

from __future__ import annotations

import pytest

from model.values.period import Period
from model.wording.finding.figures import find_figures, value_of
from model.wording.finding.mentions import Mention, Scope, find_mentions
from model.wording.finding.names import Lexicon
from model.wording.finding.times import Setting, Time

NAMES = ("地区生产总值", "规模以上工业增加值", "贷款余额", "固定资产投资", "新开工项目", "瞪羚企业")
LEXICON = Lexicon({name: name for name in NAMES})
HALF = Setting(period=Period.parse("2026-H1"), place="县")


def last(text: str, setting: Setting = HALF) -> Mention:
    return find_mentions(text, LEXICON, setting)[-1]


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("地区生产总值同比增长5%。", ""),
        ("地区生产总值比上年同期增长5%。", ""),
        ("地区生产总值增速较上年同期提高0.4个百分点。", ""),
        ("地区生产总值按不变价格计算增长5%。", ""),
        ("地区生产总值增速较1—4月提高0.4个百分点。", "2026-M1-4"),
        ("地区生产总值增速比一季度加快0.4个百分点。", "2026-Q1"),
        ("地区生产总值增速比去年全年提高1个百分点。", "2025-Y"),
        ("地区生产总值增速比上月回落0.4个百分点。", "2026-M1-5"),
        ("地区生产总值增速比上季度回落0.4个百分点。", "2026-Q1"),
        ("地区生产总值增速高于全市平均1.2个百分点。", "city"),
        ("地区生产总值增速比全省高1.2个百分点。", "province"),
        ("地区生产总值增速低于年度目标1.9个百分点。", "plan"),
        ("地区生产总值增速高于全国1.2个百分点。", "other"),
        ("地区生产总值增速比全国、全省、全市分别低0.1、0.2、0.4个百分点。", "other"),
        ("贷款余额比年初增加12亿元，同比多增3亿元。", "other"),
        ("贷款余额较年初增加12.6亿元。", "year_start"),
        ("贷款余额比上年末增长5.1%。", "year_start"),
        ("地区生产总值较2020年增长44.9%。", "2020-Y"),
        ("地区生产总值年均增长6.1%。", "other"),
        ("五年来，地区生产总值增长44.9%。", "other"),
        ("地区生产总值同口径增长4.7%。", "comparable"),
        ("扣除价格因素，地区生产总值实际增长4.7%。", "comparable"),
    ],
)
def test_a_change_is_measured_against_what_the_words_say(text: str, against: str) -> None:
    assert last(text).against == against


def test_a_month_is_compared_with_the_month_before_it() -> None:
    may = Setting(period=Period.parse("2026-M5"))
    for text in ("固定资产投资环比增长3%。", "固定资产投资比上月增长3%。"):
        assert last(text, may).against == "previous"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("固定资产投资完成30亿元。", Time.RESULT),
        ("今年以来，固定资产投资完成30亿元。", Time.RESULT),
        ("为确保粮食安全，固定资产投资完成30亿元。", Time.RESULT),
        ("争取固定资产投资30亿元。", Time.RESULT),
        ("固定资产投资超年度计划3亿元。", Time.RESULT),
        ("预计全年固定资产投资完成30亿元。", Time.FORECAST),
        ("力争固定资产投资完成30亿元。", Time.PLAN),
        ("固定资产投资需完成30亿元。", Time.PLAN),
        ("完成年度目标30亿元。", Time.PLAN),
        ("距固定资产投资增长6%的目标还有差距。", Time.PLAN),
        ("下半年，固定资产投资完成30亿元。", Time.PLAN),
        ("2027年，固定资产投资增长6%。", Time.PLAN),
        ("明年新开工项目30个。", Time.PLAN),
        ("住建部门要抓紧工期，新开工项目30个。", Time.PLAN),
        ("过去五年，固定资产投资累计完成130亿元。", Time.HISTORY),
        ("2025年，固定资产投资完成30亿元。", Time.HISTORY),
        ("固定资产投资较2020年增长30%。", Time.HISTORY),
    ],
)
def test_a_figure_knows_its_time(text: str, time: Time) -> None:
    assert last(text).time is time


def test_a_goal_of_the_second_half_is_a_result_once_that_half_is_over() -> None:
    year = Setting(period=Period.parse("2026-Y"))
    assert last("下半年，固定资产投资完成30亿元。", year).time is Time.RESULT


def test_a_list_of_goals_goes_on_to_its_end_and_no_further() -> None:
    text = "主要预期目标是：地区生产总值增长6%；固定资产投资增长8%。今年规模以上工业增加值增长7%。"
    assert [one.facet for one in find_mentions(text, LEXICON, HALF)] == ["plan", "plan", "yoy"]


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("新建学校30所。", "plan"),
        ("投资6亿元实施水系工程。", "plan"),
        ("推动10家企业上市。", "plan"),
        ("加快推进12个项目建设。", "count"),
        ("已开工12个项目。", "count"),
        ("全县现有学校30所。", "count"),
        ("推进总投资6亿元的水系工程。", "actual"),
        ("预计减免费用3万元。", "forecast"),
    ],
)
def test_what_stands_already_is_no_goal_among_orders(text: str, facet: str) -> None:
    assert last(text, Setting(planning=True)).facet == facet


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("全县瞪羚企业达到86家。", Scope.WHOLE),
        ("新增瞪羚企业20家。", Scope.PART),
        ("新增规上企业3家、瞪羚企业20家。", Scope.PART),
        ("新开工项目20个，其中已建成3个。", Scope.PART),
        ("新开工项目20个，已建成3个。", Scope.PART),
        ("总投资3亿元的竹业园开工。", Scope.ATTRIBUTE),
        ("建筑面积3万平方米的厂房交付。", Scope.ATTRIBUTE),
    ],
)
def test_a_figure_knows_how_much_it_covers(text: str, scope: Scope) -> None:
    assert last(text).scope is scope


def test_the_value_of_a_wider_place_is_not_the_places_own() -> None:
    assert not last("全市地区生产总值增长5%。").known
    assert last("全县地区生产总值增长5%。").known
    assert last("全市地区生产总值增长5%。", HALF._replace(place="市")).known


def test_a_change_in_its_own_unit_names_nothing_new() -> None:
    found = find_mentions("固定资产投资2.1亿元，同比减少0.1亿元，下降4.5%。", LEXICON, HALF)
    assert {one.indicator for one in found} == {"固定资产投资"}
    assert [one.is_change for one in found] == [False, True, False]


def test_a_change_of_a_rate_told_in_percent_is_one_in_points() -> None:
    found = find_mentions("参保率为96%，同比提高0.4%。产量3万吨，同比提高4%。", LEXICON)
    assert [one.facet for one in found] == ["actual", "points", "actual", "yoy"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("下降1.3%，降幅比上年同期收窄2.1个百分点", "2.1"),
        ("下降1.3%，比上年同期收窄2.1个百分点", "2.1"),
        ("下降1.3%，降幅较1—4月扩大0.6个百分点", "-0.6"),
        ("增长1.3%，增幅比上年同期收窄2.1个百分点", "-2.1"),
        ("下降5%，亏损面收窄2个百分点", "-2"),
        ("亏损面为21%，较上年同期扩大1.6个百分点", "1.6"),
        ("差距收窄2个百分点", "-2"),
    ],
)
def test_narrowing_and_widening_are_told_of_the_growth(text: str, value: str) -> None:
    assert str(value_of(find_figures(text)[-1])) == value
