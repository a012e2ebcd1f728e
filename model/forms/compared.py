"""How a value that came stands to what the project has and to last period's: same, other, far."""

from __future__ import annotations

from decimal import Decimal

from model.errors import ValueRefused
from model.forms.form import Ask
from model.forms.lines import CameState
from model.numbers.ledger import ledger_of
from model.report.address import ObservationPlace, parse_place
from model.report.indicator import Observation
from model.report.project import Project
from model.values.facet import Source
from model.values.number import written
from model.values.quantity import parse_quantity

_MYRIAD = (Decimal(5_000), Decimal(20_000))
_FAR = Decimal(3)
_FAR_POINTS = Decimal(30)
_SMALL = Decimal(1)


def compared(
    project: Project, tried: Project, ask: Ask, typed: str, last: str
) -> tuple[CameState, str]:
    """How a value stands to what we have and to last period, and what the clerk must know."""
    ours, given = ask.have, _given_before(project, ask)
    if ours and is_same(ours, typed, ask.unit):
        return CameState.SAME, ""
    far = far_from_last(typed, last, ask) if ask.is_number else ""
    if ours:
        source = _better_source(project, tried, ask)
        return CameState.OTHER, "；".join(filter(None, (given, source, far)))
    return (CameState.FAR, far) if far else (CameState.READY, "")


def is_same(ours: str, typed: str, unit: str) -> bool:
    try:
        return parse_quantity(ours, unit) == parse_quantity(typed, unit) or (
            parse_quantity(ours, unit).value == parse_quantity(typed, unit).value
        )
    except ValueRefused:
        return ours == typed


def _observed(project: Project, ask: Ask, source: Source | None) -> Observation | None:
    address = parse_place(ask.place)
    if not isinstance(address, ObservationPlace):
        return None
    found = ledger_of(project.observations).all(
        address.indicator, address.period, address.facet, address.basis or address.period.basis,
        source,
    )  # fmt: skip
    return next(iter(found), None)


def _given_before(project: Project, ask: Ask) -> str:
    """Who reported the value that stands there, where a department did."""
    known = _observed(project, ask, Source.DEPARTMENT)
    if known is None or known.given is None:
        return ""
    by = "，".join(filter(None, (known.given.person, known.given.file)))
    return f"上一次报的是{written(known.value)}（{by}）" if by else ""


def _better_source(project: Project, tried: Project, ask: Ask) -> str:
    """Told where a text will go on to say the value of a better source."""
    before, after = _observed(project, ask, None), _observed(tried, ask, None)
    if before is None or after is None or before is not after:
        return ""
    return f"已有{before.source.label}，文中仍用它"


def far_from_last(typed: str, last: str, ask: Ask) -> str:
    """Why a value may be wrong beside last period's; '' where nothing speaks for it."""
    if ask.unit in ("%", "个百分点"):
        return _far_percent(typed, last, ask)
    try:
        now = parse_quantity(typed, ask.unit)
        before = parse_quantity(last.partition("；")[0], now.unit)
    except ValueRefused:
        return ""
    if not now.value or not before.value:
        return ""
    times = abs(now.value / before.value)
    if _MYRIAD[0] < times < _MYRIAD[1]:
        return f"是上期的约1万倍，单位要的是{ask.unit}，是不是按万元这样的小单位填了"
    if _MYRIAD[0] < 1 / times < _MYRIAD[1]:
        return f"只有上期的约万分之一，单位要的是{ask.unit}，是不是按更大的单位填了"
    if times > _FAR or times < 1 / _FAR:
        return f"与上期{last.partition('；')[0]}相差较大"
    return ""


def _far_percent(typed: str, last: str, ask: Ask) -> str:
    """A percentage that was typed as a fraction, or that went far."""
    try:
        now = parse_quantity(typed, ask.unit).value
    except ValueRefused:
        return ""
    exponent = now.as_tuple().exponent
    if now and abs(now) < _SMALL and isinstance(exponent, int) and exponent <= -3:
        return f"像是没有乘100：要是{written(plain_number(now * 100))}%，请改填"
    try:
        before = parse_quantity(last.partition("；")[0], ask.unit).value
    except ValueRefused:
        return ""
    return f"与上期{written(before)}相差较大" if abs(now - before) > _FAR_POINTS else ""


def plain_number(value: Decimal) -> Decimal:
    """Without zeros that a multiplication brought."""
    plain = value.normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
