"""Indicator and facet of each figure, in sentences of our own."""

from __future__ import annotations

import pytest

from model.values.period import Period
from model.wording.finding.mentions import find_mentions
from model.wording.finding.names import Lexicon
from model.wording.finding.times import Setting

LEXICON = Lexicon(
    {
        "地区生产总值": "地区生产总值",
        "GDP": "地区生产总值",
        "规模以上工业增加值": "规模以上工业增加值",
        "规上工业增加值": "规模以上工业增加值",
        "工业增加值": "工业增加值",
        "工业用电量": "工业用电量",
        "第一产业增加值": "第一产业增加值",
        "一般公共预算收入": "一般公共预算收入",
        "地方财政收入": "地方财政收入",
        "财政总收入": "财政总收入",
        "固定资产投资": "固定资产投资",
        "社会消费品零售总额": "社会消费品零售总额",
        "城镇居民人均可支配收入": "城镇居民人均可支配收入",
        "农村居民人均可支配收入": "农村居民人均可支配收入",
        "金融机构存款余额": "金融机构存款余额",
        "金融机构贷款余额": "金融机构贷款余额",
        "城镇新增就业": "城镇新增就业",
        "新增城镇就业": "城镇新增就业",
        "出口": "出口总额",
        "进出口总值": "进出口总额",
        "PM2.5浓度": "PM2.5浓度",
        "高标准农田建设": "高标准农田建设",
    }
)

ONE_LINE = [
    (
        "上半年全县实现地区生产总值86.4亿元，同比增长5.1%，增速居全市第3位。",
        [("地区生产总值", "actual"), ("地区生产总值", "yoy"), ("地区生产总值", "rank")],
    ),
    (
        "规上工业增加值增长6.2%，高于全市1.1个百分点，位次前移2位。",
        [
            ("规模以上工业增加值", "yoy"),
            ("规模以上工业增加值", "points"),
            ("规模以上工业增加值", "rank_change"),
        ],
    ),
    (
        "一般公共预算收入，1—6月完成6.82亿元，占年初预算的50.5%。",
        [("一般公共预算收入", "actual"), ("一般公共预算收入", "plan_share")],
    ),
    (
        "财政总收入9.1亿元，其中地方财政收入5.2亿元，分别增长4%、5%。",
        [
            ("财政总收入", "actual"),
            ("地方财政收入", "actual"),
            ("财政总收入", "yoy"),
            ("地方财政收入", "yoy"),
        ],
    ),
    (
        "城乡居民人均可支配收入分别达到18460元和9127元，增长6.3%和7.8%。",
        [
            ("城镇居民人均可支配收入", "actual"),
            ("农村居民人均可支配收入", "actual"),
            ("城镇居民人均可支配收入", "yoy"),
            ("农村居民人均可支配收入", "yoy"),
        ],
    ),
    (
        "金融机构存贷款余额132亿元、97亿元，分别增长8%、9%。",
        [
            ("金融机构存款余额", "actual"),
            ("金融机构贷款余额", "actual"),
            ("金融机构存款余额", "yoy"),
            ("金融机构贷款余额", "yoy"),
        ],
    ),
    (
        "预计全年地区生产总值完成180亿元，增长5%；固定资产投资增长6%。",
        [
            ("地区生产总值", "forecast"),
            ("地区生产总值", "forecast_yoy"),
            ("固定资产投资", "forecast_yoy"),
        ],
    ),
    (
        "固定资产投资预计完成30亿元；社会消费品零售总额完成12亿元。",
        [("固定资产投资", "forecast"), ("社会消费品零售总额", "actual")],
    ),
    (
        "进出口总值完成3亿元（其中，出口完成2亿元，增长5%），预计6月底占年度计划的52%。",
        [
            ("进出口总额", "actual"),
            ("出口总额", "actual"),
            ("出口总额", "yoy"),
            ("进出口总额", "forecast_plan_share"),
        ],
    ),
    ("上半年平均油价同比下降33.2%。", [("平均油价", "yoy")]),
    ("2025年，平均油价年均下降3%。", [("平均油价", "yearly")]),
    (
        "第一产业实现增加值12亿元，拉动GDP增长0.3个百分点。",
        [("第一产业增加值", "actual"), ("第一产业增加值", "pull")],
    ),
    (
        "民生支出14.6亿元，占一般公共预算支出的81%。",
        [("民生支出", "actual"), ("民生支出", "share")],
    ),
    (
        "三次产业结构为17：37：46。",
        [("三次产业结构", "share")] * 3,
    ),
    (
        "债务率由212%下降到186%，村集体收入（去年为20万元）达到26万元。",
        [
            ("债务率", "prior"),
            ("债务率", "actual"),
            ("村集体收入", "prior"),
            ("村集体收入", "actual"),
        ],
    ),
    (
        "药材、核桃产量分别达到2.1万吨和0.4万吨。",
        [("药材产量", "actual"), ("核桃产量", "actual")],
    ),
    ("暖心服务覆盖80%的社区。", [("暖心服务覆盖", "share")]),
    ("固定资产投资占年度计划投资的31%。", [("固定资产投资", "plan_share")]),
    ("提前完成交办14件积案化解。", [("积案化解", "count")]),
    ("审批时间压缩40%。", [("审批时间", "yoy")]),
    ("骨干工业用电量增长8%。", [("骨干工业用电量", "yoy")]),
    ("新增城镇就业3200人。", [("城镇新增就业", "count")]),
    ("完成12万亩高标准农田建设。", [("高标准农田建设", "actual")]),
    ("力争全年固定资产投资完成60亿元。", [("固定资产投资", "plan")]),
    ("PM2.5浓度为X微克/立方米，同比下降X%。", [("PM2.5浓度", "actual"), ("PM2.5浓度", "yoy")]),
]


@pytest.mark.parametrize(("text", "said"), ONE_LINE)
def test_indicator_and_facet(text: str, said: list[tuple[str, str]]) -> None:
    assert [(m.indicator, str(m.facet)) for m in find_mentions(text, LEXICON)] == said


def test_a_longer_name_is_not_the_indicator_within_it() -> None:
    known = {
        m.indicator: m.known for m in find_mentions("骨干工业用电量增长8%，GDP增长5%。", LEXICON)
    }
    assert known == {"骨干工业用电量": False, "地区生产总值": True}


def test_what_is_to_be_done_is_a_plan_only_where_plans_are_told() -> None:
    text = "建成口袋公园12个。"
    assert [m.facet for m in find_mentions(text, LEXICON)] == ["count"]
    assert [m.facet for m in find_mentions(text, LEXICON, Setting(planning=True))] == ["plan"]
    exists = find_mentions("对已开工的12个项目加快进度。", LEXICON, Setting(planning=True))
    assert [m.facet for m in exists] == ["count"]


def test_values_of_an_earlier_year_are_former_ones() -> None:
    text = "2025年税收3.2亿元；本期税收3.4亿元。"
    assert [
        m.facet for m in find_mentions(text, LEXICON, Setting(period=Period.parse("2026-H1")))
    ] == ["prior", "actual"]
    assert [m.facet for m in find_mentions(text, LEXICON)] == ["actual", "actual"]


def test_every_figure_has_one_mention_in_order() -> None:
    text = "".join(text for text, _ in ONE_LINE)
    mentions = find_mentions(text, LEXICON)
    assert len(mentions) == sum(len(said) for _, said in ONE_LINE)
    assert [m.figure.start for m in mentions] == sorted(m.figure.start for m in mentions)


def test_no_figures_no_mentions() -> None:
    assert find_mentions("各项工作稳步推进。", LEXICON) == ()
