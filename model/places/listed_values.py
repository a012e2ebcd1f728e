"""The values of indicators that a text shows, as places to fill."""

from __future__ import annotations

from collections.abc import Iterator

from model.numbers.ask import Known, Numbers, place_of
from model.numbers.computed import Asked
from model.places.fillable import Fillable
from model.report.address import ObservationPlace
from model.report.fields import FieldKind
from model.report.indicator import Indicator
from model.report.project import Project
from model.report.section import IndicatorUse
from model.values.facet import Facet
from model.values.number import written
from model.values.period import Period, is_period
from model.values.rank import Rank
from model.values.state import State
from model.wording.links import IndicatorLink, links


class ValueList:
    """Lists values of a project's indicators with what they were before."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._numbers = Numbers(project)

    def used(self, use: IndicatorUse, section: str) -> Iterator[Fillable]:
        """The values a statement of an indicator (and its pair) says or leaves blank."""
        for asked, facet in asked_by_use(self._numbers, use):
            yield self._value(asked, facet, section)

    def linked(self, text: str, section: str) -> Iterator[Fillable]:
        """The values that the links of a text show."""
        for asked, facet in asked_by_text(self._numbers, text):
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
            kind_of(facet).value,
            unit,
            indicator.id,
            facet.value,
            str(asked.period),
            shown_values(known, unit),
            self._former(asked, facet, last_period(self._project, asked.period, facet)),
            self._former(asked, facet, asked.period.last_year()),
            known[0].state if known else State.EMPTY,
            (),
            indicator.department,
        )

    def _former(self, asked: Asked, facet: Facet, period: Period) -> str | None:
        known = known_then(self._numbers, asked, facet, period)
        return shown_values(known, asked.indicator.unit_of(facet))


def last_period(project: Project, period: Period, facet: Facet) -> Period:
    """上期 of a value: last year for a plan, else the project's own for its own period."""
    if facet is Facet.PLAN:
        return period.last_year()
    return project.before if period == project.period else period.previous()


def known_then(numbers: Numbers, asked: Asked, facet: Facet, period: Period) -> tuple[Known, ...]:
    """What is known of the same facet at another period, on the same basis where it has that."""
    basis = asked.basis if period.basis is asked.period.basis else None
    return numbers.known(Asked(asked.indicator, period, basis), facet)


def asked_by_use(numbers: Numbers, use: IndicatorUse) -> Iterator[tuple[Asked, Facet]]:
    """Which values a statement of an indicator (and its pair) asks for."""
    if not numbers.understands(use):
        return
    for id_ in (use.indicator, use.paired_with):
        indicator = numbers.indicator(id_) if id_ else None
        if indicator is not None:
            for facet in numbers.wanted(indicator, use):
                yield numbers.asked(indicator, use, facet), facet


def asked_by_text(numbers: Numbers, text: str) -> Iterator[tuple[Asked, Facet]]:
    """Which values the links of a text ask for; unknown ones ask for none."""
    for link in links(text):
        if isinstance(link, IndicatorLink):
            yield from _asked_by_link(numbers, link)


def _asked_by_link(numbers: Numbers, link: IndicatorLink) -> Iterator[tuple[Asked, Facet]]:
    indicator = numbers.indicator(link.indicator)
    if indicator is None or (link.period and not is_period(link.period)):
        return
    use = IndicatorUse(indicator=link.indicator, period=link.period)
    if link.facet is None:
        yield from asked_by_use(numbers, use)
    elif link.period is None:
        yield numbers.asked(indicator, use, link.facet), link.facet
    else:
        yield Asked(indicator, Period.parse(link.period)), link.facet


def value_label(indicator: Indicator, place: ObservationPlace) -> str:
    """`地区生产总值 同比增长（%）`."""
    unit = indicator.unit_of(place.facet)
    return f"{indicator.name} {place.facet.label}" + (f"（{unit}）" if unit else "")


def kind_of(facet: Facet) -> FieldKind:
    """The kind of value a facet takes."""
    if facet is Facet.RANK:
        return FieldKind.RANK
    if facet is Facet.POINTS:
        return FieldKind.POINTS
    return FieldKind.PERCENT if facet.unit == "%" else FieldKind.DECIMAL


def shown_values(known: tuple[Known, ...], unit: str) -> str | None:
    """A value as it is typed; several ranks apart by 、."""
    return "、".join(_typed(one, unit) for one in known) if known else None


def _typed(one: Known, unit: str) -> str:
    """A rank in words; a number, with its unit where that is not the usual one."""
    if one.unit == "位" and (one.scope or one.of):
        return str(Rank(int(one.value), one.scope, one.of, one.tied))
    return written(one.value) + (one.unit if one.unit != unit else "")
