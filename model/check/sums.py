"""总数与分项: parts that make up a whole add up to it, and it grows among them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from model.check.observed import Observed, definition, observed, place
from model.check.problem import Problem
from model.check.rule import Family, Rule
from model.check.subject import Subject
from model.report.indicator import Observation
from model.values.facet import Facet
from model.values.growth import Growth
from model.values.number import tolerance, written
from model.values.units import comparable, convert

_SLACK = Decimal("0.1")


class _Set(NamedTuple):
    """A whole and all its parts, of one facet, period and basis."""

    whole: Observed
    parts: tuple[Observation, ...]
    names: tuple[str, ...]


def _sets(subject: Subject, facets: tuple[Facet, ...]) -> Iterator[_Set]:
    """The wholes whose parts are all known, from the same source as they are."""
    for one in observed(subject):
        value = one.value
        if value.facet not in facets:
            continue
        for ids in definition(one.indicator).complete_parts:
            found = [
                subject.ledger.best(id_, value.period, value.facet, value.basis) for id_ in ids
            ]
            parts = tuple(part for part in found if part is not None)
            if len(parts) == len(ids) and all(part.source is value.source for part in parts):
                named = [subject.project.indicator(id_) for id_ in ids]
                names = tuple(part.name for part in named if part is not None)
                yield _Set(one, parts, names)


def _sums(subject: Subject) -> Iterator[Problem]:
    """The parts add up to the whole within half a unit of the last place of each."""
    for one in _sets(subject, (Facet.ACTUAL, Facet.FORECAST)):
        whole = one.whole.value
        if not all(comparable(part.unit, whole.unit) for part in one.parts):
            continue
        values = [convert(part.value, part.unit, whole.unit) for part in one.parts]
        hidden = sum(
            (convert(tolerance(part.value), part.unit, whole.unit) for part in one.parts),
            tolerance(whole.value),
        )
        apart = abs(sum(values) - whole.value)
        if apart > hidden:
            added = written(sum(values, Decimal(0)).normalize())
            together = f"{'、'.join(one.names)}加起来是{added}{whole.unit}"
            said = f"{together}，{one.whole.name}是{whole.quantity}"
            yield SUM.problem(place(subject, one.whole), said)


def _between(subject: Subject) -> Iterator[Problem]:
    """The whole grows neither more than its fastest part nor less than its slowest."""
    for one in _sets(subject, (Facet.YOY, Facet.FORECAST_YOY)):
        named = [subject.project.indicator(part.indicator) for part in one.parts]
        bases = {part.growth for part in named if part is not None}
        if bases != {one.whole.indicator.growth} or Growth.NONE in bases:
            continue
        rates = [part.value for part in one.parts]
        low, high = min(rates) - _SLACK, max(rates) + _SLACK
        rate = one.whole.value.value
        if not low <= rate <= high:
            said = (
                f"{one.whole.name}增长{written(rate)}%，"
                f"可是{'、'.join(one.names)}的增速在{written(min(rates))}%到"
                f"{written(max(rates))}%之间"
            )
            yield BETWEEN.problem(place(subject, one.whole), said)


SUM = Rule(
    key="sum",
    title="分项合计与总数不符",
    reason="几个分项合起来就是总数，数却对不上",
    source="总数＝各分项之和，允许各项末位的四舍五入",
    fix="核对总数和各分项",
    silent="缺一项、来源或报告期不同、单位不能换算",
    wrong="三次产业17.2、49.3、62.1亿元，地区生产总值118.6亿元",
    right="三次产业17.2、49.3、52.1亿元，地区生产总值118.6亿元",
    in_report=_sums,
)
BETWEEN = Rule(
    key="growth-between",
    title="总增速在各分项增速之外",
    reason="总数的增速是各分项增速的加权平均",
    source="最慢的分项≤总增速≤最快的分项，允许0.1个百分点",
    fix="核对总增速和各分项的增速",
    silent="口径（不变价、现价、同口径）不同，缺一项，来源不同",
    wrong="三次产业增长3.6%、6.4%、5.9%，地区生产总值增长8.8%",
    right="地区生产总值增长5.8%",
    in_report=_between,
)
FAMILY = Family("总数与分项", (SUM, BETWEEN))
