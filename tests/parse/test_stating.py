"""What a sentence states of an indicator: taken in, linked, or left to the text."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from model.jobs import take_in
from model.library import shipped
from model.parse.intake import Intake
from model.parse.linking import ties
from model.report.project import Organization
from model.report.tree import items_of
from model.values.period import Period
from tests import manuscripts

ANNUAL, HALF, MAY = "2025-Y", "2026-H1", "2026-M1-5"
TITLES = {
    ANNUAL: "云岭县2025年工作总结",
    HALF: "云岭县2026年上半年工作总结",
    MAY: "云岭县2026年1—5月经济运行情况",
}


class Case(NamedTuple):
    """A sentence in a report of a period, the values taken in, and the links proposed."""

    period: str
    text: str
    values: list[str]
    links: list[str]


CASES = {
    "results and goals of the coming year apart": Case(
        ANNUAL,
        "2025年，全县地区生产总值增长6%。2026年主要预期目标是：地区生产总值增长6%左右，"
        "固定资产投资增长8%以上。",
        ["gdp@2025-Y.yoy=6%", "gdp@2026-Y.plan=6%", "fixed-asset-investment@2026-Y.plan=8%"],
        ["{@gdp.yoy}"],
    ),
    "a loss and last year's profit": Case(
        HALF,
        "第三产业增加值增长5.9%。规模以上工业企业利润总额亏损1.2亿元，上年同期盈利4亿元。",
        [
            "tertiary-va@2026-H1.yoy=5.9%",
            "industrial-profit@2026-H1.actual=-1.2亿元",
            "industrial-profit@2026-H1.prior=4亿元",
        ],
        ["{@tertiary-va.yoy}", "{@industrial-profit.actual}"],
    ),
    "a profit that turned, and a loss of nobody named": Case(
        HALF,
        "第三产业增加值增长5.9%。规上工业企业利润由盈转亏，亏损0.8亿元。第三产业增加值亏损0.8亿元。",
        ["tertiary-va@2026-H1.yoy=5.9%", "industrial-profit@2026-H1.actual=-0.8亿元"],
        ["{@tertiary-va.yoy}", "{@industrial-profit.actual}"],
    ),
    "what an industry above scale drives": Case(
        HALF,
        "全县规模以上工业增加值增长7.0%，拉动地区生产总值增长1.9个百分点，对经济增长的贡献率为33%。"
        "采矿业增加值增长3%，拉动地区生产总值增长0.2个百分点。",
        [
            "industrial-va-above-scale@2026-H1.yoy=7.0%",
            "industrial-va-above-scale@2026-H1.pull=1.9个百分点",
            "industrial-va-above-scale@2026-H1.contribution=33%",
            "mining-va@2026-H1.yoy=3%",
        ],
        ["{@industrial-va-above-scale.yoy}", "{@mining-va.yoy}"],
    ),
    "what was fought for is a result, what is to be fought for a goal": Case(
        ANNUAL,
        "争取新增专项债券3亿元，选派驻村工作队120支。2026年，争取新增专项债券5亿元。",
        [
            "special-bonds-new@2025-Y.actual=3亿元",
            "stationed-teams@2025-Y.actual=120支",
            "special-bonds-new@2026-Y.plan=5亿元",
        ],
        ["{@special-bonds-new.actual}", "{@stationed-teams.actual}"],
    ),
    "parts of another part of the same whole are none of the county's": Case(
        ANNUAL,
        "地区生产总值201.2亿元，增长6.5%。其中，第一产业增加值45.89亿元，增长1.8%。"
        "民营经济增加值122.64亿元，增长5.8%。其中，第一产业增加值44.56亿元，增长2.6%；"
        "第二产业增加值29.73亿元，增长9.4%。",
        [
            "gdp@2025-Y.actual=201.2亿元",
            "gdp@2025-Y.yoy=6.5%",
            "primary-va@2025-Y.actual=45.89亿元",
            "primary-va@2025-Y.yoy=1.8%",
            "private-va@2025-Y.actual=122.64亿元",
            "private-va@2025-Y.yoy=5.8%",
        ],
        [
            "{@gdp.actual}",
            "{@gdp.yoy}",
            "{@primary-va.actual}",
            "{@primary-va.yoy}",
            "{@private-va.actual}",
            "{@private-va.yoy}",
        ],
    ),
    "what lies below a threshold is a part": Case(
        MAY,
        "固定资产投资增长9%。5千万元以下固定资产投资同比下降43.5%。",
        ["fixed-asset-investment@2026-M1-5.yoy=9%"],
        ["{@fixed-asset-investment.yoy}"],
    ),
    "growth planned of what has a total": Case(
        ANNUAL,
        "2026年主要预期目标是：一般公共预算收入增长2.5%，规上工业增加值增长6.5%。",
        [
            "general-public-budget-revenue@2026-Y.plan=2.5%",
            "industrial-va-above-scale@2026-Y.plan=6.5%",
        ],
        [],
    ),
    "a goal for the second half has no period": Case(
        HALF,
        "城镇新增就业2310人。下半年，城镇新增就业2310人以上，新开工亿元以上项目36个。",
        ["urban-new-jobs@2026-H1.actual=2310人"],
        ["{@urban-new-jobs.actual}"],
    ),
    "the year's goal in brackets behind a forecast": Case(
        HALF,
        "预计地区生产总值增长6.5%（年度目标6%以上）。",
        ["gdp@2026-H1.forecast_yoy=6.5%", "gdp@2026-Y.plan=6%"],
        ["{@gdp.forecast_yoy}"],
    ),
    "what came together over years is none of this period's": Case(
        HALF,
        "五年来，地区生产总值达到142亿元，较2020年增长44.9%；一般公共预算收入从6.4亿元增加到"
        "9.2亿元。2026年上半年，地区生产总值增长5.8%。",
        ["gdp@2026-H1.yoy=5.8%"],
        ["{@gdp.yoy}"],
    ),
    "another unit than the indicator's": Case(
        HALF, "6000平方米老旧小区改造、32条背街巷道改造完工。", [], []
    ),
    "what is new is not the whole": Case(
        HALF,
        "新增瞪羚企业20家，全县瞪羚企业达到86家。20家瞪羚企业营收增长9%。",
        ["gazelles@2026-H1.actual=86家"],
        ["{@gazelles.actual}"],
    ),
    "what is new, all along its list": Case(
        HALF,
        "新增供热面积12万平方米，新增市场主体40户、上市公司1家。",
        ["business-entities-new@2026-H1.actual=40户"],
        ["{@business-entities-new.actual}"],
    ),
    "one project's size": Case(
        HALF, "总投资39亿元的100个海绵城市项目开工，建筑面积8万平方米，实现营业收入3亿元。", [], []
    ),
    "a part of what was just told": Case(
        HALF,
        "办理人大代表建议63件，已办结41件。",
        ["deputies-proposals@2026-H1.actual=63件"],
        ["{@deputies-proposals.actual}"],
    ),
    "what a district of the place has": Case(
        HALF, "经济开发区现有规模以上工业企业45家，瞪羚企业6家。", [], []
    ),
    "the whole city's value in a county's report": Case(
        HALF,
        "全市地区生产总值增长5.1%，全县地区生产总值增长5.8%。",
        ["gdp@2026-H1.yoy=5.8%"],
        ["{@gdp.yoy}"],
    ),
    "a fall that narrows is a rise": Case(
        MAY,
        "1—5月，税收收入3.84亿元，下降1.3%，降幅比上年同期收窄2.1个百分点。",
        [
            "tax-revenue@2026-M1-5.actual=3.84亿元",
            "tax-revenue@2026-M1-5.yoy=-1.3%",
            "tax-revenue@2026-M1-5.points=2.1个百分点",
        ],
        ["{@tax-revenue.actual}", "{@tax-revenue.yoy}"],
    ),
    "the base of a comparison is not the period of what follows": Case(
        MAY,
        "规模以上工业增加值同比增长7.0%，增速较1—4月提高0.4个百分点，高于全市平均1.2个百分点，"
        "居全市第2位。",
        [
            "industrial-va-above-scale@2026-M1-5.yoy=7.0%",
            "industrial-va-above-scale@2026-M1-5.points~2026-M1-4=0.4个百分点",
            "industrial-va-above-scale@2026-M1-5.points~city=1.2个百分点",
            "industrial-va-above-scale@2026-M1-5.rank=2位",
        ],
        [
            "{@industrial-va-above-scale.yoy}",
            "{@industrial-va-above-scale.points~2026-M1-4}",
            "{@industrial-va-above-scale.points~city}",
            "{@industrial-va-above-scale.rank|n}",
        ],
    ),
    "an increase since January is no balance": Case(
        HALF,
        "6月末贷款余额197.2亿元，增长9.4%，较年初增加12.6亿元。",
        [
            "loans@2026-H1.actual=197.2亿元",
            "loans@2026-H1.yoy=9.4%",
            "loans@2026-H1.change~year_start=12.6亿元",
        ],
        ["{@loans.actual}", "{@loans.yoy}", "{@loans.change~year_start}"],
    ),
    "growth on a comparable basis is not that against last year": Case(
        HALF,
        "一般公共预算收入5.63亿元，同口径增长4.7%。",
        [
            "general-public-budget-revenue@2026-H1.actual=5.63亿元",
            "general-public-budget-revenue@2026-H1.yoy~comparable=4.7%",
        ],
        [
            "{@general-public-budget-revenue.actual}",
            "{@general-public-budget-revenue.yoy~comparable}",
        ],
    ),
    "a month beside the months to date": Case(
        MAY,
        "规模以上工业增加值增长7.0%。5月份，规模以上工业增加值增长7.9%。",
        [
            "industrial-va-above-scale@2026-M1-5.yoy=7.0%",
            "industrial-va-above-scale@2026-M5.yoy=7.9%",
        ],
        ["{@industrial-va-above-scale.yoy}", "{@industrial-va-above-scale@2026-M5.yoy}"],
    ),
    "from one to the other the word between follows both": Case(
        HALF,
        "PM2.5浓度由38微克/立方米下降到35微克/立方米。",
        ["pm25@2026-H1.prior=38微克/立方米", "pm25@2026-H1.actual=35微克/立方米"],
        [],
    ),
    "what a part does to its whole": Case(
        HALF,
        "地区生产总值增长6%。第三产业增加值增长5%，拉动地区生产总值增长2.1个百分点，贡献率35%；"
        "第一产业增加值下降1%，下拉地区生产总值增速0.1个百分点。",
        [
            "gdp@2026-H1.yoy=6%",
            "tertiary-va@2026-H1.yoy=5%",
            "tertiary-va@2026-H1.pull=2.1个百分点",
            "tertiary-va@2026-H1.contribution=35%",
            "primary-va@2026-H1.yoy=-1%",
            "primary-va@2026-H1.pull=-0.1个百分点",
        ],
        [
            "{@gdp.yoy}",
            "{@tertiary-va.yoy}",
            "{@tertiary-va.pull}",
            "{@tertiary-va.contribution|n}",
            "{@primary-va.yoy}",
            "{@primary-va.pull}",
        ],
    ),
    "a share in the growth of the economy": Case(
        HALF,
        "第三产业增加值增长5%，对经济增长的贡献率达到45%。",
        ["tertiary-va@2026-H1.yoy=5%", "tertiary-va@2026-H1.contribution=45%"],
        ["{@tertiary-va.yoy}"],
    ),
    "what it does to another than its whole is left to the text": Case(
        HALF,
        "第三产业增加值增长5%，拉动社会消费品零售总额增长2.1个百分点，拉动全市经济增长1个百分点。",
        ["tertiary-va@2026-H1.yoy=5%"],
        ["{@tertiary-va.yoy}"],
    ),
    "growth of each year on average, with the year it counts from": Case(
        ANNUAL,
        "五年来，地区生产总值年均增长6.1%。一般公共预算收入较2020年增长44.9%，2021—2025年年均增长"
        "7.7%。“十四五”时期，固定资产投资年均下降1.2%。",
        [
            "gdp@2025-Y.yearly~2020-Y=6.1%",
            "general-public-budget-revenue@2025-Y.yoy~2020-Y=44.9%",
            "general-public-budget-revenue@2025-Y.yearly~2020-Y=7.7%",
            "fixed-asset-investment@2025-Y.yearly~2020-Y=-1.2%",
        ],
        [
            "{@gdp.yearly~2020-Y}",
            "{@general-public-budget-revenue.yoy~2020-Y}",
            "{@general-public-budget-revenue.yearly~2020-Y}",
            "{@fixed-asset-investment.yearly~2020-Y}",
        ],
    ),
    "growth of each year to come, or of other years": Case(
        ANNUAL,
        "今后五年，地区生产总值年均增长6.1%。“十三五”时期，固定资产投资年均增长1.2%，"
        "2016—2020年一般公共预算收入年均增长3%。",
        [],
        [],
    ),
    "growth of each year has no place in half a year": Case(
        HALF, "近三年，地区生产总值年均增长6.1%。", [], []
    ),
    "a ratio to one without its one": Case(
        HALF,
        "城乡居民收入比由去年同期的1.88缩小到1.85，低于全市平均0.2。城乡居民收入比上年缩小0.03。",
        [
            "income-ratio@2026-H1.prior=1.88:1",
            "income-ratio@2026-H1.actual=1.85:1",
            "income-ratio@2026-H1.change~city=-0.2:1",
        ],
        ["{@income-ratio.change~city}"],
    ),
    "a ratio to one with its one": Case(
        HALF,
        "城乡居民收入比由1.88:1缩小到1.85：1，同比缩小0.03。",
        [
            "income-ratio@2026-H1.prior=1.88:1",
            "income-ratio@2026-H1.actual=1.85:1",
            "income-ratio@2026-H1.change=-0.03:1",
        ],
        ["{@income-ratio.change}"],
    ),
    "a ratio to one beside that of last year": Case(
        HALF,
        "城乡居民收入比为1.85:1，上年同期为1.88:1。",
        ["income-ratio@2026-H1.actual=1.85:1", "income-ratio@2026-H1.prior=1.88:1"],
        ["{@income-ratio.actual}", "{@income-ratio.prior}"],
    ),
    "a change told as an amount is no level": Case(
        HALF,
        "一般公共预算收入完成6.8亿元，同比增长5%，增加0.32亿元，高于年初预算0.3亿元。",
        [
            "general-public-budget-revenue@2026-H1.actual=6.8亿元",
            "general-public-budget-revenue@2026-H1.yoy=5%",
            "general-public-budget-revenue@2026-H1.change=0.32亿元",
            "general-public-budget-revenue@2026-H1.change~plan=0.3亿元",
        ],
        [
            "{@general-public-budget-revenue.actual}",
            "{@general-public-budget-revenue.yoy}",
            "{@general-public-budget-revenue.change}",
            "{@general-public-budget-revenue.change~plan}",
        ],
    ),
    "how far ahead of the year the plan is": Case(
        HALF,
        "一般公共预算收入完成6.8亿元，占年度计划的48%，落后序时进度2个百分点。",
        [
            "general-public-budget-revenue@2026-H1.actual=6.8亿元",
            "general-public-budget-revenue@2026-H1.plan_share=48%",
            "general-public-budget-revenue@2026-H1.schedule=-2个百分点",
        ],
        [
            "{@general-public-budget-revenue.actual}",
            "{@general-public-budget-revenue.plan_share|n}",
            "{@general-public-budget-revenue.schedule}",
        ],
    ),
    "a cut is told without a sign and is not kept": Case(
        HALF, "“三公”经费支出压缩23%，一般公共预算收入压减约5%。", [], []
    ),
    "an index without unit": Case(
        HALF,
        "空气质量综合指数3.12，同比下降0.05。",
        ["air-index@2026-H1.actual=3.12", "air-index@2026-H1.change=-0.05"],
        ["{@air-index.actual}"],
    ),
    "a goal that names nothing goes on with the sentence before": Case(
        HALF,
        "固定资产投资增长6.2%。力争全年增长8%。",
        ["fixed-asset-investment@2026-H1.yoy=6.2%", "fixed-asset-investment@2026-Y.plan=8%"],
        ["{@fixed-asset-investment.yoy}"],
    ),
    "a goal whose sentence turns to something else is not that of the one before": Case(
        HALF,
        "固定资产投资增长6.2%。聚焦招商引资和项目建设，力争全年增长8%。",
        ["fixed-asset-investment@2026-H1.yoy=6.2%"],
        ["{@fixed-asset-investment.yoy}"],
    ),
    "a goal of the year within it": Case(
        HALF,
        "确保全年固定资产投资增长8%。",
        ["fixed-asset-investment@2026-Y.plan=8%"],
        [],
    ),
}


def taken(case: Case) -> Intake:
    text = f"{TITLES[case.period]}\n{case.text}"
    of = Period.parse(case.period)
    return take_in.take_in(manuscripts.pasted(text), Organization(name="云岭县"), of, None)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_only_values_of_equal_time_base_scope_and_unit_are_taken_in_and_linked(case: Case) -> None:
    project = taken(case).project
    assert [
        f"{one.indicator}@{one.period}.{one.aspect.value}={one.value}{one.unit}"
        for one in project.observations
    ] == case.values
    found = ties(project, project.reports[0], shipped.bank())
    assert [tie.link for tie in found] == case.links


def test_goals_in_words_are_plans_of_the_coming_year() -> None:
    goals = (
        "2025年，城镇居民人均可支配收入与经济增长基本同步。2026年主要预期目标是：城镇居民人均"
        "可支配收入增长与经济增长基本同步，单位地区生产总值能耗降低完成市下达任务，城镇调查"
        "失业率控制在合理区间，固定资产投资增速高于全省平均水平。"
    )
    project = taken(Case(ANNUAL, goals, [], [])).project
    assert [(one.indicator, str(one.period), one.words) for one in project.observations] == [
        ("disposable-income-urban", "2026-Y", "与经济增长基本同步"),
        ("energy-intensity", "2026-Y", "完成市下达任务"),
        ("surveyed-unemployment", "2026-Y", "控制在合理区间"),
        ("fixed-asset-investment", "2026-Y", "高于全省平均水平"),
    ]
    reached = "节能减排完成市下达任务，单位地区生产总值能耗降低已完成市下达任务。"
    assert taken(Case(ANNUAL, reached, [], [])).project.observations == ()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_none_of_them_is_told_as_written_in_two_ways(case: Case) -> None:
    assert taken(case).twice == ()


def test_a_true_contradiction_is_told() -> None:
    text = "地区生产总值完成118.6亿元。全县地区生产总值达到119.6亿元。"
    assert taken(Case(HALF, text, [], [])).twice == ("地区生产总值本期数",)


@pytest.mark.parametrize("other", ["118.61亿元", "近119亿元", "120亿元左右", "1186000万元"])
def test_a_value_rounded_or_told_about_contradicts_nothing(other: str) -> None:
    text = f"地区生产总值完成118.6亿元。全县地区生产总值达到{other}。"
    assert taken(Case(HALF, text, [], [])).twice == ()


def test_a_proposed_link_says_why() -> None:
    project = taken(Case(HALF, "1—5月，固定资产投资增长6.2%。", [], [])).project
    (tie,) = ties(project, project.reports[0])
    assert (tie.link, tie.reason) == (
        "{@fixed-asset-investment@2026-M1-5.yoy}",
        "固定资产投资，2026年1—5月同比增长",
    )


def test_a_link_knows_the_part_it_stands_in() -> None:
    text = "一、工作情况\n城镇新增就业2310人。\n二、下半年打算\n城镇新增就业2310人。"
    project = taken(Case(HALF, text, [], [])).project
    (tie,) = ties(project, project.reports[0])
    first = next(items_of(project.reports[0]))
    assert tie.place == f"{first.id}.text"
