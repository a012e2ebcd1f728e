"""One facet worded alone, as a link in prose shows it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.values.facet import Facet
from model.values.period import Period
from model.wording.saying.phrasing import (
    Piece,
    Said,
    Wording,
    number_of,
    say_facet,
    text_of,
    when,
)
from tests.wording.phrasing_cases import INDICATORS, values

ALONE = [
    ("一般公共预算收入", "actual 6.82", "6.82亿元"),
    ("一般公共预算收入", "actual ?", "XX亿元"),
    ("一般公共预算收入", "actual 68213万元", "68213万元"),
    ("一般公共预算收入", "prior 6.49", "6.49亿元"),
    ("一般公共预算收入", "cumulative 6.82", "6.82亿元"),
    ("一般公共预算收入", "forecast 6.9", "6.9亿元"),
    ("一般公共预算收入", "yoy 5.1", "增长5.1%"),
    ("一般公共预算收入", "yoy -5.1", "下降5.1%"),
    ("一般公共预算收入", "yoy 0", "与上年同期持平"),
    ("一般公共预算收入", "yoy ?", "增长XX%"),
    ("一般公共预算收入", "points 0.3", "提高0.3个百分点"),
    ("一般公共预算收入", "points -0.3", "降低0.3个百分点"),
    ("一般公共预算收入", "points 0", "与上年同期持平"),
    ("一般公共预算收入", "plan 13.5", "13.5亿元"),
    ("一般公共预算收入", "plan_share 50.5", "占年度计划的50.5%"),
    ("一般公共预算收入", "plan_share ?", "占年度计划的XX%"),
    ("一般公共预算收入", "forecast_yoy 6", "增长6%"),
    ("一般公共预算收入", "forecast_plan_share 51", "占年度计划的51%"),
    ("一般公共预算收入", "share 12.3", "占比为12.3%"),
    ("一般公共预算收入", "rank 全市3", "居全市第3位"),
    ("一般公共预算收入", "rank 增速全市3", "增速居全市第3位"),
    ("一般公共预算收入", "rank 总量全市并列3", "总量居全市并列第3位"),
    ("一般公共预算收入", "rank 全市?", "居全市第XX位"),
    ("一般公共预算收入", "rank_change 2", "前移2位"),
    ("一般公共预算收入", "rank_change -1", "后退1位"),
    ("一般公共预算收入", "rank_change 0", "位次不变"),
    ("一般公共预算收入", "rank_change ?", "前移XX位"),
    ("地区生产总值", "plan 6.5", "增长6.5%"),
    ("城镇登记失业率", "plan 4", "4%"),
    ("城镇登记失业率", "points 0.2", "上升0.2个百分点"),
    ("城镇登记失业率", "points -0.2", "降低0.2个百分点"),
    ("城镇登记失业率", "points ?", "降低XX个百分点"),
    ("空气质量优良天数", "yoy 6", "增加6天"),
    ("空气质量优良天数", "yoy -6", "减少6天"),
    ("PM2.5浓度", "yoy -8.5", "下降8.5%"),
    ("PM2.5浓度", "actual 35", "35微克/立方米"),
    ("固定资产投资", "actual -5.1", "下降5.1%"),
    ("固定资产投资", "prior -5.1", "下降5.1%"),
    ("食品烟酒类价格", "actual 0.5", "上涨0.5%"),
    ("食品烟酒类价格", "rank 增速全市3", "涨幅居全市第3位"),
    ("人口自然增长率", "actual -1.23", "-1.23‰"),
    ("人口自然增长率", "rank 增速全市3", "变动幅度居全市第3位"),
    ("森林覆盖率", "rank 总量全市2", "居全市第2位"),
    ("高质量发展综合考核", "actual 全省8", "位列全省第8位"),
]


@pytest.mark.parametrize(("name", "notation", "expected"), ALONE)
def test_a_facet_alone(name: str, notation: str, expected: str) -> None:
    ((facet, (said,)),) = values(notation).items()
    assert text_of(say_facet(INDICATORS[name], facet, said)) == expected


def test_the_plan_is_called_as_the_text_calls_it() -> None:
    said = Said(Decimal("50.5"), "%")
    for words, expected in [
        ("年初预算", "占年初预算的50.5%"),
        ("完成年度任务", "完成年度任务的50.5%"),
    ]:
        wording = Wording(plan_words=words)
        pieces = say_facet(INDICATORS["一般公共预算收入"], Facet.PLAN_SHARE, said, wording)
        assert text_of(pieces) == expected


def test_the_run_of_a_facet_is_its_number_with_its_words() -> None:
    pieces = say_facet(INDICATORS["一般公共预算收入"], Facet.PLAN_SHARE, Said(None, "%"))
    assert pieces == (Piece("占年度计划的"), Piece("XX%", Facet.PLAN_SHARE, blank=True))


@pytest.mark.parametrize(
    ("value", "facet", "expected"),
    [
        ("5.10", None, "5.10"),
        ("-5.1", None, "5.1"),
        ("-5.1", Facet.YOY, "5.1"),
        ("-0.4", Facet.ACTUAL, "-0.4"),
        ("-0.4", Facet.PRIOR, "-0.4"),
        ("1E+3", None, "1000"),
    ],
)
def test_the_number_alone(value: str, facet: Facet | None, expected: str) -> None:
    assert number_of(Said(Decimal(value), "%"), facet) == expected


def test_a_blank_alone() -> None:
    assert number_of(Said(None, "%")) == "XX"


@pytest.mark.parametrize(
    ("name", "period", "expected"),
    [
        ("一般公共预算收入", "2026-M1-5", "1—5月"),
        ("一般公共预算收入", "2026-H1", "上半年"),
        ("森林覆盖率", "2026-Q1", "一季度"),
        ("各项贷款余额", "2026-H1", "6月末"),
        ("各项贷款余额", "2026-M5", "5月末"),
        ("各项贷款余额", "2026-Y", "年末"),
    ],
)
def test_when(name: str, period: str, expected: str) -> None:
    assert when(INDICATORS[name], Period.parse(period)) == expected
