"""Do the numbers agree: typed against computed, shares, ranks, parts against their whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from model.check.problem import Problem, Severity
from model.report.computed import Asked, computed
from model.report.indicator import Flow, Growth, Indicator, Observation
from model.report.ledger import Ledger, ledger_of
from model.report.numbers import place_of
from model.report.project import Project
from model.report.report import Report
from model.report.uses import used_indicators
from model.values.facet import Facet
from model.values.number import tolerance, written
from model.values.rank import RankOf
from model.values.units import comparable, convert

_ONE_PLACE = Decimal("0.05")


def check(project: Project, report: Report) -> Iterator[Problem]:
    """Problems of the observations of the indicators that this report uses."""
    used = set(used_indicators(report))
    indicators = {one.id: one for one in project.indicators if one.id in used}
    ledger = ledger_of(project.observations)
    for one in project.observations:
        indicator = indicators.get(one.indicator)
        if indicator is None:
            continue
        asked = Asked(indicator, one.period, one.basis, one.source)
        place = str(place_of(asked, one.facet))
        for message, fix in _findings(project, ledger, asked, one):
            yield Problem("figure", Severity.WARNING, place, message, fix)


def _findings(
    project: Project, ledger: Ledger, asked: Asked, one: Observation
) -> Iterator[tuple[str, str]]:
    if one.facet is Facet.RANK:
        yield from _rank(project, asked.indicator, one)
    if one.facet is Facet.ACTUAL and asked.indicator.part_of:
        yield from _part(project, ledger, asked, one)
    if one.facet is Facet.ACTUAL and asked.indicator.flow is Flow.FLOW:
        yield from _falls(ledger, asked, one)
    yield from _against_computed(ledger, asked, one)


def _against_computed(ledger: Ledger, asked: Asked, one: Observation) -> Iterator[tuple[str, str]]:
    """A typed share or growth wins, but more than rounding apart from the computed one is told."""
    found = computed(ledger, asked._replace(source=None), one.facet)
    if found is not None and abs(found - one.value) > tolerance(one.value) + _ONE_PLACE:
        said = f"{asked.indicator.name}的{one.facet.label}填的是{written(one.value)}%"
        yield f"{said}，按已填的数算是{written(found)}%", "核对本期数、计划数和上年同期"


def _rank(project: Project, indicator: Indicator, one: Observation) -> Iterator[tuple[str, str]]:
    peers = project.organization.peers
    if peers is not None and one.value > peers and one.scope.startswith("全"):
        said = f"{indicator.name}的位次是第{written(one.value)}位"
        yield f"{said}，参加排名的只有{peers}个", "核对位次"
    if one.of is None and indicator.flow is Flow.FLOW and indicator.growth is Growth.NOMINAL:
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
    if part > total.value + tolerance(total.value):
        said = f"{asked.indicator.name}（{one.quantity}）比{whole.name}（{total.quantity}）还大"
        yield said, "核对两个数和单位"


def _falls(ledger: Ledger, asked: Asked, one: Observation) -> Iterator[tuple[str, str]]:
    """A cumulative value cannot be smaller than that of an earlier part of the same year."""
    if one.period.first != 1 or one.period.last == 1:
        return
    before = one.period.previous()
    earlier = ledger.best(asked.indicator.id, before, Facet.ACTUAL, one.basis)
    if before.year != one.period.year or earlier is None:
        return
    if comparable(one.unit, earlier.unit):
        now = convert(one.value, one.unit, earlier.unit)
        if now < earlier.value - tolerance(earlier.value):
            fall = f"从{before.label}的{earlier.quantity}降到{one.period.label}的{one.quantity}"
            yield f"{asked.indicator.name}累计数{fall}", "核对是不是填了当月或当季的数"
