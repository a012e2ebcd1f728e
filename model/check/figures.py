"""Do the numbers agree: typed against computed, shares, ranks, parts against their whole."""

from __future__ import annotations

from collections.abc import Iterator

from model.check.problem import Problem, Severity
from model.numbers.ask import asked_of, place_of
from model.numbers.computed import Asked, computed, possible
from model.numbers.ledger import Ledger, ledger_of
from model.numbers.ranking import superior_scope
from model.report.indicator import Indicator, Observation
from model.report.project import Project
from model.report.report import Report
from model.report.uses import used_indicators
from model.values.facet import Facet
from model.values.growth import Flow, Growth, Measure
from model.values.number import tolerance, written
from model.values.period import Basis, Period
from model.values.rank import RankOf
from model.values.units import comparable, convert

_ADDED = frozenset(
    {Measure.AMOUNT, Measure.COUNT, Measure.AREA, Measure.MASS, Measure.ENERGY, Measure.LENGTH}
)


def check(project: Project, report: Report) -> Iterator[Problem]:
    """Problems of the observations of the indicators that this report uses."""
    used = set(used_indicators(report))
    indicators = {one.id: one for one in project.indicators if one.id in used}
    ledger = ledger_of(project.observations)
    for one in project.observations:
        indicator = indicators.get(one.indicator)
        if indicator is None:
            continue
        asked = asked_of(indicator, one)
        for message, fix in _findings(project, ledger, asked, one):
            yield Problem("figure", Severity.WARNING, _place(ledger, asked, one), message, fix)


def _place(ledger: Ledger, asked: Asked, one: Observation) -> str:
    """The place as the text shows it; with its source where another source's value is shown."""
    shown = ledger.best(one.indicator, one.period, one.aspect, one.basis)
    is_shown = shown is not None and shown.source is one.source
    return str(place_of(asked._replace(source=None) if is_shown else asked, one.aspect))


def _findings(
    project: Project, ledger: Ledger, asked: Asked, one: Observation
) -> Iterator[tuple[str, str]]:
    if one.facet is Facet.RANK:
        yield from _rank(project, asked.indicator, one)
    if one.facet is Facet.ACTUAL and asked.indicator.part_of:
        yield from _part(project, ledger, asked, one)
    if one.facet is Facet.ACTUAL and _adds_up(asked.indicator) and asked.basis is Basis.CUMULATIVE:
        yield from _falls(ledger, asked, one)
    yield from _against_computed(ledger, asked, one)


def _against_computed(ledger: Ledger, asked: Asked, one: Observation) -> Iterator[tuple[str, str]]:
    """A typed share or growth wins, but more than rounding apart from the computed one is told."""
    best = asked._replace(source=None)
    found, range_ = computed(ledger, best, one.facet), possible(ledger, best, one.facet)
    if found is None or range_ is None:
        return
    low, high = range_
    hidden = tolerance(one.value)
    if not low - hidden <= one.value <= high + hidden:
        said = f"{asked.indicator.name}的{one.facet.label}填的是{written(one.value)}%"
        yield f"{said}，按已填的数算是{written(found)}%", "核对本期数、计划数和上年同期"


def _rank(project: Project, indicator: Indicator, one: Observation) -> Iterator[tuple[str, str]]:
    peers = project.organization.peers
    among_peers = one.scope == superior_scope(project.organization.superior)
    if peers is not None and one.value > peers and among_peers:
        said = f"{indicator.name}的位次是第{written(one.value)}位"
        yield f"{said}，参加排名的只有{peers}个单位", "核对位次"
    if one.of is None and indicator.flow is not Flow.RATIO and indicator.growth is Growth.NOMINAL:
        either = f"{RankOf.GROWTH.label}还是{RankOf.LEVEL.label}"
        yield f"{indicator.name}的位次没有说明是{either}", "写成“增速居全市第3位”"


def _part(
    project: Project, ledger: Ledger, asked: Asked, one: Observation
) -> Iterator[tuple[str, str]]:
    """A part cannot be larger than its whole; rounding is forgiven."""
    whole = project.indicator(asked.indicator.part_of or "")
    if whole is None:
        return
    total = ledger.best(whole.id, one.period, Facet.ACTUAL, one.basis)
    if total is None or not comparable(one.unit, total.unit):
        return
    part = convert(one.value, one.unit, total.unit)
    if part > total.value and not one.quantity.same_as(total.quantity):
        said = f"{asked.indicator.name}（{one.quantity}）比{whole.name}（{total.quantity}）还大"
        yield said, "核对两个数和单位"


def _falls(ledger: Ledger, asked: Asked, one: Observation) -> Iterator[tuple[str, str]]:
    """A cumulative value cannot be smaller than that of an earlier part of the same year."""
    earlier = _earlier(ledger, one)
    if earlier is None or not comparable(one.unit, earlier.unit) or earlier.value < 0:
        return
    now = convert(one.value, one.unit, earlier.unit)
    if now < earlier.value and not one.quantity.same_as(earlier.quantity):
        before, after = earlier.period.label, one.period.label
        fall = f"从{before}的{earlier.quantity}降到{after}的{one.quantity}"
        yield f"{asked.indicator.name}累计数{fall}", "核对是不是填了当月或当季的数"


def _adds_up(indicator: Indicator) -> bool:
    """Whether its values since January can only grow: amounts and counts, no rates or indices."""
    return indicator.flow is Flow.FLOW and indicator.measure in _ADDED


def _earlier(ledger: Ledger, one: Observation) -> Observation | None:
    """The last value since January of an earlier part of the same year."""
    for last in range(one.period.last - 1, 0, -1):
        period = Period(one.period.year, 1, last)
        found = ledger.best(one.indicator, period, Facet.ACTUAL, one.basis)
        if found is not None:
            return found
    return None
