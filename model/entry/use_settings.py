"""How a text uses an indicator: its period, source, basis, the facets said or left out."""

from __future__ import annotations

from typing import Any

from model.entry.cleaning import one_line, one_paragraph
from model.entry.dates import period
from model.entry.typed import departments
from model.errors import PlaceError, ValueRefused
from model.report.record import Record
from model.report.section import IndicatorUse
from model.values.facet import Facet, Source
from model.values.period import Basis


def with_use(record: Record, indicator: str, name: str, typed: str) -> Record:
    """A block or group whose uses of an indicator, in parts too, have one setting changed."""

    def renewed(use: IndicatorUse) -> IndicatorUse:
        if use.indicator == indicator:
            return set_use(use, name, typed)
        parts = tuple(renewed(part) for part in use.parts)
        return use.changed(parts=parts) if parts else use

    return record.changed(use=tuple(renewed(use) for use in record.use))  # type: ignore[attr-defined]


def set_use(use: IndicatorUse, name: str, typed: str) -> IndicatorUse:
    """One setting from its key or Chinese name, '' for the usual; raises `ValueRefused`."""
    plain = one_line(typed)
    match name:
        case "period" | "forecast_period":
            return use.changed(**{name: str(period(plain)) if plain else None})
        case "source":
            return use.changed(source=_member(Source, plain))
        case "basis":
            return use.changed(basis=_member(Basis, plain))
        case "facets" | "omit":
            chosen = tuple(_member(Facet, part) for part in departments(plain))
            return use.changed(**{name: chosen})
        case "name":
            return use.changed(name=plain or None)
        case "opening":
            return use.changed(opening=one_paragraph(typed))
        case _:
            known = "period、forecast_period、source、basis、facets、omit、name、opening"
            raise PlaceError(f"指标的用法里没有“{name}”。有：{known}。")


def _member(kind: Any, typed: str) -> Any:
    """A member of a closed set by its key or its Chinese label; None for ''."""
    if not typed:
        return None
    for member in kind:
        if typed in (member.value, member.label):
            return member
    known = "、".join(f"{member.value}（{member.label}）" for member in kind)
    raise ValueRefused(f"没有“{typed}”。可选：{known}。")
