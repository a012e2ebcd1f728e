"""指标的数: typed against computed, parts against their whole, what nature bounds."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from decimal import Decimal

from model.check.observed import Observed, definition, observed, place
from model.check.problem import Problem
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.numbers.computed import computed, possible
from model.report.indicator import Indicator, Observation
from model.values.facet import Facet, FacetGroup
from model.values.growth import Flow, Measure
from model.values.number import tolerance, written
from model.values.patterns import pattern
from model.values.period import Basis, Period
from model.values.units import comparable, convert

_ADDED = frozenset(
    {Measure.AMOUNT, Measure.COUNT, Measure.AREA, Measure.MASS, Measure.ENERGY, Measure.LENGTH}
)
_MAY_FALL = pattern(r"利润|净|余额|结余|盈亏|损益|差额|顺差|逆差")
BOUNDED = pattern(
    r"(?:合格|达标|(?<!拨备)覆盖|办结|办理|满意|处理|城镇化|失业|化解|整改|普及|接种|优良|"
    r"(?<!毛)入[学园]|"
    r"参保|登记|发放|建档|绿化|供水|通[水电气邮]|处置|利用|回收|巩固|就业|结案|破案|调解|履约|"
    r"开复工|开工|竣工)率"
    r"|满意度|比重|占比"
)
_HUNDRED = Decimal(100)


def _apart(subject: Subject) -> Iterator[Problem]:
    """A typed share or growth wins, but more than rounding apart from the computed one is told."""
    for one in observed(subject):
        value = one.value
        best = one.asked._replace(source=None)
        found = computed(subject.ledger, best, value.facet)
        range_ = possible(subject.ledger, best, value.facet)
        if found is None or range_ is None:
            continue
        low, high = range_
        hidden = tolerance(value.value)
        if not low - hidden <= value.value <= high + hidden:
            said = f"{one.name}的{value.facet.label}填的是{written(value.value)}%"
            yield COMPUTED.problem(place(subject, one), f"{said}，按已填的数算是{written(found)}%")


def _parts(subject: Subject) -> Iterator[Problem]:
    """A part cannot be larger than its whole; rounding is forgiven."""
    for one in observed(subject):
        value = one.value
        if value.facet is not Facet.ACTUAL or not one.indicator.part_of:
            continue
        whole = subject.project.indicator(one.indicator.part_of)
        total = whole and subject.ledger.best(whole.id, value.period, Facet.ACTUAL, value.basis)
        if not whole or not total or not comparable(value.unit, total.unit):
            continue
        part = convert(value.value, value.unit, total.unit)
        if part > total.value and not value.quantity.same_as(total.quantity):
            said = f"{one.name}（{value.quantity}）比{whole.name}（{total.quantity}）还大"
            yield PART.problem(place(subject, one), said)


def _falls(subject: Subject) -> Iterator[Problem]:
    """A cumulative value cannot be smaller than that of an earlier part of the same year."""
    for one in observed(subject):
        value = one.value
        if value.facet not in (Facet.ACTUAL, Facet.FORECAST) or not adds_up(one.indicator):
            continue
        if one.asked.basis is not Basis.CUMULATIVE:
            continue
        earlier = _earlier(subject, value)
        if earlier is None or not comparable(value.unit, earlier.unit) or earlier.value < 0:
            continue
        now = convert(value.value, value.unit, earlier.unit)
        if now < earlier.value and not value.quantity.same_as(earlier.quantity):
            before, after = earlier.period.label, value.period.label
            if value.facet is Facet.FORECAST:
                after += "预计"
            fall = f"从{before}的{earlier.quantity}降到{after}的{value.quantity}"
            yield FALLS.problem(place(subject, one), f"{one.name}累计数{fall}")


def adds_up(indicator: Indicator) -> bool:
    """Whether its values since January can only grow: amounts and counts, no rates or indices."""
    if _MAY_FALL.search(indicator.name):
        return False
    return indicator.flow is Flow.FLOW and indicator.measure in _ADDED


def _earlier(subject: Subject, one: Observation) -> Observation | None:
    """The last value since January of an earlier part of the same year."""
    for last in range(one.period.last - 1, 0, -1):
        period = Period(one.period.year, 1, last)
        found = subject.ledger.best(one.indicator, period, Facet.ACTUAL, one.basis)
        if found is not None:
            return found
    return None


def _days(subject: Subject) -> Iterator[Problem]:
    """So many days cannot have been good where the period has fewer."""
    for one in observed(subject):
        value = one.value
        if one.indicator.measure is not Measure.DAYS or value.facet.group is not FacetGroup.LEVEL:
            continue
        days = days_of(value.period, one.asked.basis or value.period.basis)
        if value.value > days:
            said = f"{one.name}{written(value.value)}天，{value.period.label}总共只有{days}天"
            yield DAYS.problem(place(subject, one), said)


def days_of(period: Period, basis: Basis = Basis.CUMULATIVE) -> int:
    """How many days the months have that a value of a period counts."""
    first = period.first
    if basis is Basis.MONTH:
        first = period.last
    return sum(monthrange(period.year, month)[1] for month in range(first, period.last + 1))


def _bounded(subject: Subject) -> Iterator[Problem]:
    """A share of something is at most all of it."""
    for one in observed(subject):
        value = one.value
        if value.unit not in ("%", "％") or value.value <= _HUNDRED:
            continue
        is_level = value.facet.group is FacetGroup.LEVEL
        is_bounded = definition(one.indicator).bounded or BOUNDED.search(one.name)
        if value.facet is Facet.SHARE or (is_level and is_bounded):
            said = f"{one.name}{'' if is_level else '的占比'}是{written(value.value)}%，超过了100%"
            yield BOUND.problem(place(subject, one), said)


def _growth_too_large(subject: Subject) -> Iterator[Problem]:
    """Growth that no county has: most often a point lost."""
    for one in observed(subject):
        value = one.value
        limit = _USUAL_GROWTH.get(value.indicator)
        if limit is None or value.facet not in (Facet.YOY, Facet.FORECAST_YOY):
            continue
        if abs(value.value) > limit:
            said = f"{one.name}的{value.facet.label}是{written(value.value)}%，大得少见"
            yield LARGE_GROWTH.problem(place(subject, one), said)


_USUAL_GROWTH = {
    "gdp": 25, "primary-va": 25, "secondary-va": 40, "tertiary-va": 25, "industrial-va": 60,
    "industrial-va-above-scale": 60, "consumer-goods-retail": 50, "agriculture-output": 30,
    "general-public-budget-revenue": 80, "general-public-budget-expenditure": 80,
    "disposable-income-urban": 25, "disposable-income-rural": 25, "disposable-income": 25,
    "deposits": 50, "deposits-all": 50, "household-deposits": 50, "electricity-total": 60,
}  # fmt: skip
"""The growth in % beyond which a value is asked about, by indicator of the bank."""


COMPUTED = Rule(
    key="computed",
    title="填的与算的不一致",
    reason="占计划、增速与已填的本期数、计划数、上年同期不合",
    source="占计划＝本期数÷计划数；增速＝本期数÷上年同期－1（按现价的指标）",
    fix="核对本期数、计划数和上年同期",
    silent="相差在四舍五入之内；增速按不变价、可比口径的指标",
    wrong="收入6.82亿元，计划13.5亿元，占年度计划的60.5%",
    right="占年度计划的50.5%",
    in_report=_apart,
    kept_as="figure",
)
PART = Rule(
    key="part",
    title="部分大于总数",
    reason="其中的一项比总数还大",
    source="部分不大于总数",
    fix="核对两个数和单位",
    silent="四舍五入后相等",
    wrong="一般公共预算收入6.82亿元，其中税收收入7.0亿元",
    right="其中税收收入5.1亿元",
    in_report=_parts,
    kept_as="figure",
)
FALLS = Rule(
    key="falling-total",
    title="累计数下降",
    reason="从年初累计的数比前几个月的还小",
    source="累计数只增不减",
    fix="核对是不是填了当月或当季的数，是否有核减或退库",
    silent="利润、净额、余额，当月数、当季数",
    wrong="一季度7.5亿元，上半年6.82亿元",
    right="一季度3.4亿元，上半年6.82亿元",
    in_report=_falls,
    kept_as="figure",
)
DAYS = Rule(
    key="days",
    title="天数多于实有天数",
    reason="优良天数等不会多于这段时间的天数",
    source="日历",
    fix="核对天数",
    wrong="上半年优良天数258天",
    right="上半年优良天数158天",
    in_report=_days,
)
BOUND = Rule(
    key="above-all",
    title="比率超过100%",
    reason="这种比率是部分占全部的比例",
    source="部分不大于全部",
    fix="核对这个比率",
    silent="拨备覆盖率、毛入学率、完成率、到位率、债务率、产销率等可以超过100%的",
    wrong="手续办理率192.4%",
    right="手续办理率92.4%",
    in_report=_bounded,
)
LARGE_GROWTH = Rule(
    key="large-growth",
    title="增速大得少见",
    reason="多半是小数点错了位",
    source="地区生产总值、财政、居民收入等历来的增幅",
    fix="核对增速",
    silent="项目、投资、外资等本来起伏大的指标",
    wrong="地区生产总值增长58%",
    right="地区生产总值增长5.8%",
    in_report=_growth_too_large,
)
FAMILY = Family("指标的数", (COMPUTED, PART, FALLS, DAYS, BOUND, LARGE_GROWTH))


def name_of(one: Observed) -> str:
    """What a finding calls the value."""
    return f"{one.name}的{one.value.facet.label}"
