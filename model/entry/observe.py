"""A typed value of an indicator becomes an observation of the bank."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from model.entry.typed import signed, within
from model.errors import PlaceError, ValueRefused
from model.numbers.ask import SAID_OF_STRUCTURE
from model.numbers.ledger import ledger_of
from model.numbers.ranking import superior_scope, usual_rank_of
from model.report.address import ObservationPlace
from model.report.indicator import Given, Indicator, Observation
from model.report.project import Project
from model.values.aspect import Aspect
from model.values.facet import Facet, FacetGroup
from model.values.growth import Flow, Growth, Measure
from model.values.number import written
from model.values.quantity import Quantity, parse_quantity
from model.values.rank import RANK_UNIT, parse_rank

_BETWEEN_RANKS = re.compile(r"[、，,；;](?![^（(]*[）)])")
"""Signs between ranks; inside brackets they are part of a scope: 全省12个县（市、区）."""
_BETWEEN_SHARES = re.compile("[:：∶]")
_IN_WORDS = re.compile(
    r"(?!.*[一二两三四五六七八九十百千万][亿万千元个%])[\u4e00-\u9fff、“”]{4,24}"
)
"""A plan without a number: 与经济增长基本同步, 完成市下达任务, 保持在合理区间."""
_ROUNDED = Decimal("0.5")
"""How far shares that are rounded can be from 100 together."""


def with_giver(before: Project, after: Project, given: Given) -> Project:
    """`after`, each value that is new since `before` with who gave it."""
    known = {id(one) for one in before.observations}
    if all(id(one) in known for one in after.observations):
        return after
    return after.changed(
        observations=tuple(
            one if id(one) in known else one.changed(given=given) for one in after.observations
        )
    )


def observe(project: Project, place: ObservationPlace, typed: str, today: date) -> Project:
    """`project` with the typed value in its place; '' takes the value away.

    Without a source the value replaces the one the place shows now; a new value is the
    department's, a forecast an estimate. Raises `ValueRefused`, `PlaceError`.
    """
    indicator = project.indicator(place.indicator)
    if indicator is None:
        raise PlaceError(f"这份材料里没有指标“{place.indicator}”。")
    if indicator.structure_parts:
        return _observe_shares(project, indicator, place, typed, today)
    basis = place.basis or place.period.basis
    ledger = ledger_of(project.observations)
    found = ledger.all(place.indicator, place.period, place.facet, basis, place.source)
    if place.facet is Facet.PLAN:
        found += ledger.in_words(place.indicator, place.period, place.source)
    shown = [one for one in found if one.source is found[0].source]
    source = place.source or (shown[0].source if shown else place.facet.usual_source)
    read = _read(project, indicator, place, typed) if typed.strip() else []
    made = [one.changed(source=source, noted=today) for one in read]
    return project.changed(observations=_exchanged(project.observations, shown, made))


def _observe_shares(
    project: Project, indicator: Indicator, place: ObservationPlace, typed: str, today: date
) -> Project:
    """`14.5:41.6:43.9` as the share of each part, at its period or, as 上年同期, last year's."""
    parts = indicator.structure_parts
    if place.facet not in SAID_OF_STRUCTURE:
        raise ValueRefused(
            f"{indicator.name}只填各部分的占比，如14.5:41.6:43.9，填在“本期数”和“上年同期”。"
        )
    period = place.period.last_year() if place.facet is Facet.PRIOR else place.period
    shares = _shares(typed, len(parts)) if typed.strip() else [""] * len(parts)
    for part, share in zip(parts, shares, strict=True):
        if project.indicator(part) is None:
            raise ValueRefused(f"{indicator.name}的各部分不全，请先从指标库里加上缺的指标。")
        at = ObservationPlace.of(part, period, Facet.SHARE, place.basis, place.source)
        project = observe(project, at, share, today)
    return project


def _shares(typed: str, count: int) -> list[str]:
    """The parts of a structure in %, which are 100 together but for roundings."""
    shares = [share.strip().removesuffix("%") for share in _BETWEEN_SHARES.split(typed)]
    if len(shares) != count:
        raise ValueRefused(f"“{typed}”不是{count}个数。请写成14.5:41.6:43.9这样，中间用冒号。")
    values = [within(parse_quantity(share, "%"), typed, 0, 100).value for share in shares]
    if not are_whole(values):
        total = written(sum(values, Decimal(0)))
        raise ValueRefused(f"“{typed}”加起来是{total}，应当是100。请核对各部分的占比。")
    return [written(value) for value in values]


def are_whole(shares: Iterable[Decimal]) -> bool:
    """Whether shares in % are 100 together, but for their roundings."""
    return abs(sum(shares, Decimal(0)) - 100) <= _ROUNDED


def _exchanged(
    all_: tuple[Observation, ...], former: list[Observation], made: list[Observation]
) -> tuple[Observation, ...]:
    """New values stand where the former ones stood, so that the file's order stays."""
    kept: list[Observation] = []
    put = False
    for one in all_:
        if not any(one is old for old in former):
            kept.append(one)
        elif not put:
            kept += made
            put = True
    return tuple(kept if put else kept + made)


def _read(
    project: Project, indicator: Indicator, place: ObservationPlace, typed: str
) -> list[Observation]:
    if place.facet is Facet.RANK:
        return _ranks(project, indicator, place, typed)
    if place.facet is Facet.PLAN and _IN_WORDS.fullmatch("".join(typed.split())):
        return [_observation(place, Decimal(0), "").changed(words="".join(typed.split()))]
    quantity = _quantity(indicator, place.facet, typed)
    return [_observation(place, quantity.value, quantity.unit)]


def _observation(place: ObservationPlace, value: Decimal, unit: str) -> Observation:
    return Observation(
        indicator=place.indicator,
        period=place.period,
        basis=place.basis or place.period.basis,
        facet=place.facet.facet,
        against=place.facet.against,
        value=value,
        unit=unit,
    )


def _ranks(
    project: Project, indicator: Indicator, place: ObservationPlace, typed: str
) -> list[Observation]:
    """`增速居全市第3位、总量居全市第5位`: one rank for each of what and among whom."""
    scope = superior_scope(project.organization.superior)
    ranks = [
        parse_rank(text, scope, usual_rank_of(indicator)) for text in _BETWEEN_RANKS.split(typed)
    ]
    if len({(rank.scope, rank.of) for rank in ranks}) < len(ranks):
        raise ValueRefused(
            f"“{typed}”里同一个位次写了两次。请写成“增速居全市第3位、总量居全市第5位”。"
        )
    return [
        _observation(place, Decimal(rank.place), RANK_UNIT).changed(
            scope=rank.scope, of=rank.of, tied=rank.tied
        )
        for rank in ranks
    ]


def _unit_typed(indicator: Indicator, facet: Aspect, typed: str) -> str:
    """A plan where growth is planned can still be a level, and one of a level a growth: told by
    the unit (62.8亿元, 增长6%).
    """
    usual = indicator.unit_of(facet)
    if facet is not Facet.PLAN:
        return usual
    if typed.strip().endswith(("%", "％")) and indicator.can_plan_growth():
        return "%"
    level = bool(indicator.unit) and typed.strip().endswith(indicator.unit)
    return indicator.unit if level else usual


def _quantity(indicator: Indicator, facet: Aspect, typed: str) -> Quantity:
    unit = _unit_typed(indicator, facet, typed)
    is_growth = facet.group is FacetGroup.GROWTH and not facet.is_forecast
    if is_growth and indicator.growth is Growth.POINTS:
        raise ValueRefused(
            f"{indicator.name}是比率，升降用个百分点说，请填在“同比升降（个百分点）”。"
        )
    if indicator.is_per_mille and facet.group in (FacetGroup.GROWTH, FacetGroup.POINTS):
        raise ValueRefused(f"{indicator.name}是千分率，升降用个千分点说，请填在“同比增减量”。")
    spec = facet.spec
    is_growth_goal = facet is Facet.PLAN and unit == "%" and indicator.can_plan_growth()
    is_signed = spec.signed or is_growth_goal
    quantity = signed(typed, unit) if is_signed else parse_quantity(typed, unit)
    if spec.bounds:
        within(quantity, typed, *spec.bounds)
    if indicator.measure is Measure.RATE and facet is Facet.ACTUAL and unit == "%":
        within(quantity, typed, -100, 1000)
    if indicator.flow is Flow.STOCK and facet is Facet.ACTUAL and quantity.value < 0:
        raise ValueRefused(f"“{typed}”是负数，而{indicator.name}不会小于0。")
    return quantity
