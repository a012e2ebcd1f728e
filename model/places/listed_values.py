"""The values of indicators that a text shows, as places to fill."""

from __future__ import annotations

from collections.abc import Iterator

from model.numbers.ask import Known, Numbers, place_of
from model.numbers.computed import Asked
from model.places.fillable import Fillable
from model.report.address import ObservationPlace
from model.report.indicator import Indicator
from model.report.project import Project
from model.report.section import IndicatorUse
from model.values.facet import Facet
from model.values.number import written
from model.values.state import State


class ValueList:
    """Lists values of a project's indicators with what they were before."""

    def __init__(self, project: Project) -> None:
        self._numbers = Numbers(project)

    def used(self, use: IndicatorUse, section: str) -> Iterator[Fillable]:
        """The values a statement of an indicator (and its pair) says or leaves blank."""
        for asked, facet in self._numbers.asked_by_use(use):
            yield self._value(asked, facet, section)

    def linked(self, text: str, section: str) -> Iterator[Fillable]:
        """The values that the links of a text show."""
        for asked, facet in self._numbers.asked_by_text(text):
            yield self._value(asked, facet, section)

    def _value(self, asked: Asked, facet: Facet, section: str) -> Fillable:
        indicator = asked.indicator
        known = self._numbers.known(asked, facet)
        place = place_of(asked, facet)
        unit = indicator.unit_of(facet)
        return Fillable(
            str(place),
            section,
            value_label(indicator, place),
            facet.spec.kind.value,
            unit,
            indicator.id,
            facet.value,
            str(asked.period),
            shown_values(known, unit),
            shown_values(self._numbers.known_before(asked, facet), unit),
            shown_values(self._numbers.known_last_year(asked, facet), unit),
            known[0].state if known else State.EMPTY,
            (),
            indicator.department,
        )


def value_label(indicator: Indicator, place: ObservationPlace) -> str:
    """`地区生产总值 同比增长（%）`."""
    unit = indicator.unit_of(place.facet)
    return f"{indicator.name} {place.facet.label}" + (f"（{unit}）" if unit else "")


def shown_values(known: tuple[Known, ...], unit: str) -> str | None:
    """A value as it is typed; several ranks apart by 、."""
    return "、".join(_typed(one, unit) for one in known) if known else None


def _typed(one: Known, unit: str) -> str:
    """A rank in words; a number, with its unit where that is not the usual one."""
    if one.is_rank and (one.scope or one.of):
        return str(one.rank)
    return written(one.value) + (one.unit if one.unit != unit else "")
