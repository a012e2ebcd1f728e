"""Places as text, and back: what a clerk, a script, a problem or a bookmark points to.

leader                              a field
gdp@2026-H1.yoy                     a value of an indicator, of the best source there is
gdp@2026-M5:cumulative.actual@bureau   … on a basis and from a source
gdp@2026-M5.points~city             … measured against something else than last year
i7k2.text, i7k2.figures.2           an attribute of a record; the third figure of its text
r1.title, organization.name         front matter of a report; the project itself
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.errors import PlaceError, ValueRefused
from model.values.aspect import Aspect, parse_aspect, settled_aspect
from model.values.facet import Facet, Source
from model.values.period import Basis, Period

_OBSERVATION = re.compile(
    r"(?P<indicator>[a-z0-9]+(?:-[a-z0-9]+)*)@(?P<period>[0-9A-Z-]+)(?::(?P<basis>[a-z]+))?"
    r"\.(?P<facet>[a-z_]+(?:~[A-Za-z0-9_-]+)?)(?:@(?P<source>[a-z]+))?"
)
_RECORD = re.compile(r"(?P<id>[a-z0-9][a-z0-9-]*)\.(?P<path>[a-z0-9_.-]+)")
_FIELD = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field of the project."""

    field: str

    def __str__(self) -> str:
        return self.field


@dataclass(frozen=True, slots=True)
class ObservationPlace:
    """A value of an indicator; `basis` None is the period's own, `source` None the best."""

    indicator: str
    period: Period
    facet: Aspect
    basis: Basis | None = None
    source: Source | None = None

    @classmethod
    def of(
        cls,
        indicator: str,
        period: Period,
        facet: Aspect,
        basis: Basis | None,
        source: Source | None,
    ) -> ObservationPlace:
        """Return the place of a value; its basis is told only where it is not the period's own, and
        what it is measured against in one way only."""
        told = None if basis is period.basis else basis
        return cls(indicator, period, settled_aspect(facet, period), told, source)

    def __str__(self) -> str:
        basis = f":{self.basis.value}" if self.basis else ""
        source = f"@{self.source.value}" if self.source else ""
        return f"{self.indicator}@{self.period}{basis}.{self.facet.value}{source}"


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """An attribute of a record with an id, such as `text`, `figures.2`, `deadline`."""

    id: str
    path: str

    def __str__(self) -> str:
        return f"{self.id}.{self.path}"


Address = FieldPlace | ObservationPlace | RecordPlace


def parse_place(text: str) -> Address:
    """Read a place; raises `PlaceError` for what is none."""
    if "@" in text:
        return _observation(text)
    record = _RECORD.fullmatch(text)
    if record:
        return RecordPlace(record["id"], record["path"])
    if _FIELD.fullmatch(text):
        return FieldPlace(text)
    raise PlaceError(f"看不懂位置“{text}”。可用 fields 命令列出全部可填的位置。")


def _observation(text: str) -> ObservationPlace:
    found = _OBSERVATION.fullmatch(text)
    if found is None:
        raise PlaceError(f"看不懂位置“{text}”。指标的位置写作：gdp@2026-H1.yoy。")
    try:
        period = Period.parse(found["period"])
        facet = parse_aspect(found["facet"])
        basis = Basis(found["basis"]) if found["basis"] else None
        source = Source(found["source"]) if found["source"] else None
    except ValueRefused as error:
        raise PlaceError(f"位置“{text}”：{error}") from error
    except ValueError as error:
        known = "、".join(facet.value for facet in Facet)
        sources = "、".join(source.value for source in Source)
        raise PlaceError(
            f"位置“{text}”不对。能说的方面有：{known}；来源有：{sources}；"
            "当月、当季、累计写作 month、quarter、cumulative。"
        ) from error
    return ObservationPlace.of(found["indicator"], period, facet, basis, source)
