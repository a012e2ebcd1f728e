"""How growth stands against that of an earlier period."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.values.aspect import Compared, settled_aspect
from model.values.facet import Facet
from model.values.period import Period
from model.wording.saying.phrasing import Said, Wording, state, text_of
from tests.wording.phrasing_cases import INDICATORS

FISCAL = "一般公共预算收入"
COMPARED = [
    (FISCAL, "-5.1", "-8.2", "一季度", "降幅较一季度收窄3.1个百分点"),
    (FISCAL, "-8.2", "-5.1", "一季度", "降幅较一季度扩大3.1个百分点"),
    (FISCAL, "5.1", "6.3", "一季度", "增速较一季度回落1.2个百分点"),
    (FISCAL, "6.3", "5.1", "1—5月", "增速较1—5月提高1.2个百分点"),
    (FISCAL, "2", "-1", "一季度", "较一季度由负转正"),
    (FISCAL, "-1", "2", "一季度", "较一季度由正转负"),
    (FISCAL, "2", "-1", "上年同期", "由负转正"),
    (FISCAL, "5.1", "5.1", "一季度", "增速与一季度持平"),
    (FISCAL, "-5.1", "-5.10", "一季度", "降幅与一季度持平"),
    (FISCAL, "0", "-3", "一季度", "增速较一季度提高3个百分点"),
    (FISCAL, "0", "3", "一季度", "增速较一季度回落3个百分点"),
    (FISCAL, "3", "0", "一季度", "增速较一季度提高3个百分点"),
    (FISCAL, "-3", "0", "一季度", "增速较一季度回落3个百分点"),
    (FISCAL, "0", "0.0", "一季度", "增速与一季度持平"),
    (FISCAL, "5.1", "6.3", "上年同期", "增速比上年同期回落1.2个百分点"),
    (FISCAL, "5.1", "5.1", "上年同期", "增速与上年同期持平"),
    ("森林覆盖率", "42.6", "42.3", "一季度", "较一季度提高0.3个百分点"),
    ("森林覆盖率", "42.3", "42.6", "一季度", "较一季度降低0.3个百分点"),
    ("森林覆盖率", "42.6", "42.6", "一季度", "与一季度持平"),
    ("城镇登记失业率", "2.9", "2.8", "一季度", "较一季度上升0.1个百分点"),
    ("城镇登记失业率", "2.8", "2.9", "一季度", "较一季度降低0.1个百分点"),
    ("人口自然增长率", "0.5", "-0.2", "上年", "较上年提高0.7个百分点"),
    ("食品烟酒类价格", "0.5", "0.3", "1—5月", "涨幅较1—5月提高0.2个百分点"),
    ("单位地区生产总值能耗", "-3.2", "-2.8", "一季度", "降幅较一季度扩大0.4个百分点"),
]


BASES = {"一季度": "2026-Q1", "1—5月": "2026-M1-5", "上年": "2025-Y", "上年同期": "2025-H1"}


@pytest.mark.parametrize(("name", "now", "last", "base", "expected"), COMPARED)
def test_against_an_earlier_period(
    name: str, now: str, last: str, base: str, expected: str
) -> None:
    words, own = INDICATORS[name], Period.parse("2026-H1")
    is_level = words.changes_by_points or words.is_price
    level = Facet.ACTUAL if is_level else Facet.YOY
    against = settled_aspect(Compared(Facet.POINTS, Period.parse(BASES[base])), own)
    said = {level: [Said(Decimal(now))], against: [Said(Decimal(now) - Decimal(last))]}
    sentence = text_of(state(words, said, wording=Wording(own=own)))
    assert sentence.split("，", 1)[1] == expected
