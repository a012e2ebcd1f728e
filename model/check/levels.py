"""与以前的数相比: slips of ten, levels that do not fit their growth, bases that changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from model.check.observed import Observed, is_own_time, observed, place
from model.check.problem import Problem, Severity
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.numbers.computed import plan_of
from model.report.indicator import Observation
from model.values.facet import Facet
from model.values.growth import Flow, Growth, Measure, Target
from model.values.number import tolerance, written
from model.values.patterns import pattern
from model.values.period import Basis, Period
from model.values.quantity import Quantity
from model.values.units import comparable, convert

_SLIPS = tuple(Decimal(factor) for factor in ("10", "100", "10000", "0.1", "0.01", "0.0001"))
_NEAR = Decimal("0.25")
_PLAIN = Decimal(3)
_SLOW = Decimal("1.5")
_SMALL_COUNT = 10
_STEADY = pattern(
    r"地区生产总值$|[一二三]产业增加值$|工业增加值$|公共预算|财政总收入|税收收入$|"
    r"社会消费品零售总额$|"
    r"[存贷]款余额$|用电量$|农林牧渔业总?产值$|居民人均"
)
_SLOWEST = pattern(r"人均可支配收入|常住人口|户籍人口|人均地区生产总值")
_LEVELS = (Facet.ACTUAL, Facet.FORECAST)
_FAR = Decimal(15)


class _Expected(NamedTuple):
    """What a value is likely to be, and what it was taken from."""

    value: Decimal
    words: str


def _slips(subject: Subject) -> Iterator[Problem]:
    """A value ten, a hundred or ten thousand times what is likely, or a part of it so small."""
    for one in observed(subject):
        value = one.value
        if value.facet not in _LEVELS or not is_own_time(subject, one) or value.value <= 0:
            continue
        for expected in _expected(subject, one):
            if expected.value <= 0 or _may_jump(subject, one, expected):
                continue
            factor = value.value / expected.value
            if _is_slip(factor) or _is_jump(one, factor):
                times = factor if factor >= 1 else 1 / factor
                way = "倍" if factor >= 1 else "分之一"
                said = (
                    f"{one.name}{value.period.label}{value.facet.label}{value.quantity}，"
                    f"约是{expected.words}的{_round(times)}{way}"
                )
                yield SLIP.problem(place(subject, one), said)
                break


def _is_slip(factor: Decimal) -> bool:
    return any(abs(factor / slip - 1) <= _NEAR for slip in _SLIPS)


def _is_jump(one: Observed, factor: Decimal) -> bool:
    """Whether an indicator that moves slowly jumped by more than it ever does."""
    most = _SLOW if _SLOWEST.search(one.name) else _PLAIN if _STEADY.search(one.name) else None
    return most is not None and not 1 / most <= factor <= most


def _may_jump(subject: Subject, one: Observed, expected: _Expected) -> bool:
    """Small counts double honestly, and a growth typed beside the value may tell of the jump."""
    if one.indicator.measure in (Measure.RATE, Measure.INDEX, Measure.DAYS, Measure.RANK):
        return True
    if one.indicator.measure is Measure.COUNT and expected.value < _SMALL_COUNT:
        return True
    facet = Facet.FORECAST_YOY if one.value.facet is Facet.FORECAST else Facet.YOY
    growth = subject.ledger.best(one.value.indicator, one.value.period, facet, one.value.basis)
    implied = (one.value.value / expected.value - 1) * 100
    return growth is not None and abs(implied - growth.value) <= 10


def _expected(subject: Subject, one: Observed) -> Iterator[_Expected]:
    """Last year's value, last period's for as many months, and the plan's share of the year."""
    value, ledger = one.value, subject.ledger
    basis = value.basis
    last_year = ledger.best(value.indicator, value.period, Facet.PRIOR, basis) or ledger.best(
        value.indicator, value.period.last_year(), Facet.ACTUAL, basis
    )
    if last_year is not None:
        yield from _in_unit(last_year.quantity, value.unit, "上年同期")
    if one.asked.basis is not Basis.CUMULATIVE:
        return
    for earlier in _earlier(subject, value):
        share = Decimal(value.period.last) / Decimal(earlier.period.last)
        scaled = earlier.value * (share if one.indicator.flow is Flow.FLOW else 1)
        words = f"按{earlier.period.label}推算"
        yield from _in_unit(Quantity(scaled, earlier.unit), value.unit, words)
    if one.indicator.flow is Flow.FLOW and one.indicator.target is Target.TOTAL:
        plan = plan_of(ledger, one.asked)
        if plan is not None:
            part = plan.value * value.period.last / 12
            yield from _in_unit(Quantity(part, plan.unit), value.unit, "按年度计划推算")


def _earlier(subject: Subject, value: Observation) -> Iterator[Observation]:
    for last in range(value.period.last - 1, 0, -1):
        period = Period(value.period.year, 1, last)
        found = subject.ledger.best(value.indicator, period, Facet.ACTUAL, value.basis)
        if found is not None:
            yield found
            return


def _in_unit(quantity: Quantity, unit: str, words: str) -> Iterator[_Expected]:
    if comparable(quantity.unit, unit):
        yield _Expected(convert(quantity.value, quantity.unit, unit), words)


def _round(factor: Decimal) -> str:
    return written(factor.quantize(Decimal(1) if factor >= 10 else Decimal("0.1")))


def _far_apart(subject: Subject) -> Iterator[Problem]:
    """Two levels and a growth at constant prices differ, but not by so much."""
    for one in observed(subject):
        value = one.value
        if value.facet is not Facet.YOY or one.indicator.growth not in (
            Growth.CONSTANT_PRICE, Growth.SAME_BASE,
        ):  # fmt: skip
            continue
        level = subject.ledger.best(value.indicator, value.period, Facet.ACTUAL, value.basis)
        base = _last_year(subject, value)
        if not level or not base or base.value <= 0 or not comparable(level.unit, base.unit):
            continue
        implied = (convert(level.value, level.unit, base.unit) / base.value - 1) * 100
        if abs(implied - value.value) > _FAR:
            said = (
                f"{one.name}增长{written(value.value)}%，"
                f"可是本期{level.quantity}、上年同期{base.quantity}，相差{_round(abs(implied))}%"
            )
            yield FAR.problem(place(subject, one), said)


def _base_changed(subject: Subject) -> Iterator[Problem]:
    """Last year's value given now, against the one that was stored then."""
    for one in observed(subject):
        value = one.value
        if value.facet is not Facet.PRIOR or value.value <= 0:
            continue
        stored = subject.ledger.best(
            value.indicator, value.period.last_year(), Facet.ACTUAL, value.basis
        )
        if not stored or not comparable(stored.unit, value.unit):
            continue
        then = convert(stored.value, stored.unit, value.unit)
        if abs(then / value.value - 1) > Decimal("0.05") + tolerance(value.value) / value.value:
            said = f"{one.name}的上年同期填的是{value.quantity}，去年记下的是{stored.quantity}"
            yield BASE.problem(place(subject, one), said)


def _last_year(subject: Subject, value: Observation) -> Observation | None:
    ledger = subject.ledger
    return ledger.best(value.indicator, value.period, Facet.PRIOR, value.basis) or ledger.best(
        value.indicator, value.period.last_year(), Facet.ACTUAL, value.basis
    )


def _towns_and_villages(subject: Subject) -> Iterator[Problem]:
    """Incomes in towns are above those in villages wherever they are counted."""
    for one in observed(subject):
        value = one.value
        if value.indicator != "disposable-income-rural" or value.facet not in _LEVELS:
            continue
        urban = subject.ledger.best(
            "disposable-income-urban", value.period, value.facet, value.basis
        )
        if not urban or not comparable(urban.unit, value.unit):
            continue
        if value.value > convert(urban.value, urban.unit, value.unit):
            said = f"农村居民人均可支配收入（{value.quantity}）比城镇（{urban.quantity}）还高"
            yield INCOMES.problem(place(subject, one), said)


SLIP = Rule(
    key="slip-of-ten",
    title="错一位或错单位",
    reason="与上年同期、前几个月或计划相比，差了10倍、100倍或1万倍",
    source="本期数÷推算数在10、100、10000（或其倒数）的±25%以内；总量稳定的指标差3倍以上",
    fix="核对小数点和单位",
    silent="小的个数，增速说明了变化，比率和天数",
    wrong="上年同期112.3亿元，本期1186亿元",
    right="上年同期112.3亿元，本期118.6亿元",
    in_report=_slips,
)
FAR = Rule(
    key="level-against-growth",
    title="总量与增速相差太远",
    reason="不变价增速与两年总量之比有差别，但不会差这么多",
    source="相差15个百分点以上",
    fix="核对本期数、上年同期和增速",
    silent="缺上年同期",
    wrong="本期118.6亿元，上年同期90.1亿元，增长5.8%",
    right="本期118.6亿元，上年同期112.3亿元，增长5.8%",
    in_report=_far_apart,
)
BASE = Rule(
    key="base-changed",
    title="上年基数是否有调整",
    severity=Severity.INFO,
    reason="上年同期数与去年记下的不一样",
    source="相差5%以上",
    fix="问报数单位上年基数是否有调整",
    silent="相差在5%以内",
    in_report=_base_changed,
)
INCOMES = Rule(
    key="incomes-exchanged",
    title="城乡收入颠倒",
    reason="农村居民收入高于城镇居民，多半是填反了",
    source="城乡居民收入比大于1",
    fix="核对两个数",
    wrong="城镇10420元，农村19860元",
    right="城镇19860元，农村10420元",
    in_report=_towns_and_villages,
)
FAMILY = Family("与以前的数相比", (SLIP, FAR, BASE, INCOMES))
