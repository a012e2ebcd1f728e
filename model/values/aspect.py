"""What is said of an indicator, with what it is measured against: `points`, `points~2026-M1-4`.

A facet that is measured against the same period of last year, or against nothing, is a `Facet`; one
measured against anything else is a `Compared`, which answers all that a facet does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

from pydantic import PlainSerializer

from model.errors import ValueRefused
from model.values.against import Against, Base, against_label, parse_against, settled
from model.values.codes import taken_from_text
from model.values.facet import Facet, FacetGroup, FacetSpec, Source
from model.values.period import Period

MARK = "~"
"""What stands between a facet and its base."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A facet measured against something other than the same period of last year."""

    facet: Facet
    against: Against

    @property
    def value(self) -> str:
        """The code: `points~city`."""
        return f"{self.facet.value}{MARK}{self.against}"

    def __str__(self) -> str:
        return self.value

    @property
    def spec(self) -> FacetSpec:
        return self.facet.spec

    @property
    def label(self) -> str:
        """The column head and field label on the screen: 较年初增减量, 比全市升降."""
        return against_label(self.against) + self.facet.spec.compared_label

    @property
    def unit(self) -> str | None:
        return self.facet.unit

    @property
    def group(self) -> FacetGroup:
        return self.facet.group

    @property
    def is_forecast(self) -> bool:
        return self.facet.is_forecast

    @property
    def usual_source(self) -> Source:
        return self.facet.usual_source


Aspect = Facet | Compared
"""What is said of an indicator (要写的方面)."""


def aspect(facet: Facet, against: Against | None) -> Aspect:
    """The facet measured against a base; raises `ValueRefused` where nobody measures it so."""
    if against is None:
        return facet
    if not _can_be_against(facet, against):
        raise ValueRefused(f"“{facet.label}”不能写成{against_label(against)}（{MARK}{against}）。")
    return Compared(facet, against)


def _can_be_against(facet: Facet, against: Against) -> bool:
    spec = facet.spec
    return spec.takes_period if isinstance(against, Period) else against in spec.bases


def settled_aspect(of: Aspect, period: Period) -> Aspect:
    """The one way to tell what a value of `period` is: `points~2025-H1` of 2026-H1 is `points`."""
    if isinstance(of, Facet):
        return of
    against = settled(of.against, period)
    return of.facet if against is None else Compared(of.facet, against)


@lru_cache(maxsize=1024)
def parse_aspect(code: str) -> Aspect:
    """Read `points` or `points~city`; raises `ValueRefused` naming what can be written."""
    name, mark, base = code.partition(MARK)
    if name not in set(Facet):
        known = "、".join(facet.value for facet in Facet)
        raise ValueRefused(f"没有“{name}”这个方面。能说的方面有：{known}。")
    return aspect(Facet(name), parse_against(base) if mark else None)


def base_mark(of: Aspect) -> str | None:
    """`~2026-M1-4` where a facet is measured against a period named by its code, else None."""
    return f"{MARK}{of.against}" if isinstance(of.against, Period) else None


def moved(of: Aspect, resolve: Mapping[str, str]) -> Aspect:
    """The facet against another period: `resolve` gives `~2026-M1-5` for `~2026-M1-4`."""
    base = base_mark(of)
    return (
        of
        if base is None or base not in resolve
        else parse_aspect(f"{of.facet.value}{resolve[base]}")
    )


def in_order(of: Aspect) -> tuple[int, int, str]:
    """A key to sort by: facets as texts name them, then their bases: last year, another time, and
    then others (全市平均, 计划)."""
    order = _FACETS[of.facet]
    if isinstance(of, Facet):
        return order, -1, ""
    base = of.against
    return (order, _BASES[base], "") if isinstance(base, Base) else (order, _PERIODS, str(base))


_FACETS = {facet: number for number, facet in enumerate(Facet)}
_OTHERS = (Base.CITY, Base.PROVINCE, Base.PLAN)
_TIMES = tuple(base for base in Base if base not in _OTHERS)
_PERIODS = len(_TIMES)
_BASES = {
    **{base: number for number, base in enumerate(_TIMES)},
    **{base: number for number, base in enumerate(_OTHERS, _PERIODS + 1)},
}


def _code(of: Aspect) -> str:
    return of.value


AspectCode = Annotated[
    Aspect,
    taken_from_text((Facet, Compared), parse_aspect, "方面要写成文字，如“yoy”"),
    PlainSerializer(_code, return_type=str),
]
"""An aspect as a field of a record: its code in JSON."""
