"""Goals that a manuscript tells in words alone (居民收入增长与经济增长基本同步), as plans."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from model.library.bank import Bank
from model.parse.stating import Around, plan_period
from model.report.indicator import Indicator, Observation
from model.values.facet import Facet
from model.values.patterns import pattern

_LEVELS = "国家|全国|省|市|州|上级|全[省市州]"
_WORDS = pattern(
    r"[与和同](?:全县|全市)?(?:经济|国民经济|地区生产总值|生产总值|GDP)(?:增长|发展|增速)*(?:保持|基本|大体)*同步"
    rf"|(?:全面|确保)?(?:完成|达到|控制在)(?:{_LEVELS})[、省市州]*(?:级|委|政府)?(?:下达|核定|规定)的?"
    r"(?:年度|目标|控制|约束性|节能减排|减排)*(?:任务|指标|目标|要求|范围)(?:[以之]内)?"
    r"|(?:保持|控制|稳定|运行)在合理区间"
    rf"|[高快好]于(?:{_LEVELS})平均(?:水平|增速)?"
)
_END = pattern(r"[。;；，,]|$")
_GOAL = pattern(r"目标|预期|力争|确保|争取|努力|计划|要(?!求|素)|实现")
_REACHED = pattern(r"已|了|(?<!尚)未|顺利|圆满|超额|全面完成")
_CHANGE = pattern(r"(?:年均)?(?:增长|增速|增幅|涨幅|降低|下降|升幅|降幅|目标)?$")
_BREAKS = "。；，、：:;,和及"
_LONGEST = 30  # no name of an indicator has more signs


def plans_in_words(around: Around, bank: Bank) -> Iterator[tuple[Indicator, Observation]]:
    """The goals of a paragraph that have words for a number, with the period they are set for."""
    text = around.text
    for found in _WORDS.finditer(text):
        start = found.start()
        sentence = text[text.rfind("。", 0, start) + 1 : start]
        if not _END.match(text, found.end()) or _REACHED.search(sentence):
            continue
        if not (around.setting.planning or _GOAL.search(sentence)):
            continue
        indicator = _named(text[max(0, start - _LONGEST) : start], bank)
        period = plan_period(start, around)
        if indicator is None or period is None or indicator.attribute:
            continue
        yield (
            indicator,
            Observation(
                indicator=indicator.id,
                period=period,
                basis=period.basis,
                facet=Facet.PLAN,
                value=Decimal(0),
                words=found[0],
                source=Facet.PLAN.usual_source,
            ),
        )


def _named(before: str, bank: Bank) -> Indicator | None:
    """The indicator whose name stands right before the goal, the longest that fits."""
    clause = before[max(before.rfind(sign) for sign in _BREAKS) + 1 :]
    names = (clause, _CHANGE.sub("", clause))
    for name in names:
        for start in range(len(name)):
            known = bank.by_name.get(name[start:])
            if known is not None:
                return known
    return None
