"""The values of indicators that a text says, as places to fill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.numbers.ask import Known, Numbers, place_of
from model.numbers.computed import Asked
from model.places.place import Place
from model.report.address import ObservationPlace
from model.report.fields import FieldKind
from model.report.indicator import Indicator, Observation
from model.report.memory import Memory
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse
from model.report.tree import children
from model.report.uses import shown_texts
from model.values.facet import Facet
from model.values.number import written
from model.values.period import Period, is_period
from model.values.rank import Rank
from model.values.state import State
from model.wording.links import IndicatorLink, links


def value_places(project: Project, numbers: Numbers, record: Record) -> Iterator[Place]:
    """Yield the values that a record itself says or leaves blank: in its texts, as a statement."""
    for asked, facet in asked_by(numbers, record):
        yield _value(project, numbers, asked, facet)


def stated_places(project: Project, numbers: Numbers, use: IndicatorUse) -> Iterator[Place]:
    """Yield the values that the statement of a use (and its pair) says or leaves blank."""
    for asked, facet in asked_by_use(numbers, use):
        yield _value(project, numbers, asked, facet)


def asked_by(numbers: Numbers, record: Record) -> Iterator[tuple[Asked, Facet]]:
    """Yield which values a record itself asks for: by the links of its texts, as a statement."""
    for _, text in shown_texts(record):
        if "{" in text:
            yield from asked_by_text(numbers, text)
    if isinstance(record, IndicatorUse):
        yield from asked_by_use(numbers, record)


def _value(project: Project, numbers: Numbers, asked: Asked, facet: Facet) -> Place:
    indicator = asked.indicator
    known = numbers.known(asked, facet)
    place = place_of(asked, facet)
    unit = indicator.unit_of(facet)

    def former(period: Period) -> str | None:
        return shown_values(known_then(numbers, asked, facet, period), unit)

    return Place(
        str(place),
        "",
        value_label(indicator, place),
        kind_of(facet).value,
        unit,
        indicator.id,
        facet.value,
        str(asked.period),
        shown_values(known, unit),
        former(last_period(project, asked.period, facet)),
        former(asked.period.last_year()),
        known[0].state if known else State.EMPTY,
        (),
        indicator.supplier,
        indicator.supplier,
    )


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


class Speaker(NamedTuple):
    """A record that asks for values of these indicators: by stating them or by its links."""

    record: Record
    indicators: frozenset[str]


class _Asking(NamedTuple):
    """The indicators a record itself speaks of, and who below it speaks of any."""

    own: frozenset[str]
    below: tuple[Speaker, ...]


_asking: Memory[_Asking] = Memory()


def speakers_below(record: Record) -> tuple[Speaker, ...]:
    """Return the record and those below it that ask for values, in reading order."""
    known = _asking.get(record)
    if known is None:
        below = (one for child in children(record) for one in speakers_below(child))
        known = _asking.keep(record, _Asking(indicators_of(record), tuple(below)))
    return (Speaker(record, known.own), *known.below) if known.own else known.below


def indicators_of(record: Record) -> frozenset[str]:
    """Return the indicators that a record itself speaks of."""
    found = {
        link.indicator
        for _, text in shown_texts(record)
        if "{" in text
        for link in links(text)
        if isinstance(link, IndicatorLink)
    }
    if isinstance(record, IndicatorUse):
        found |= {record.indicator} | ({record.paired_with} if record.paired_with else set())
    return frozenset(found)


class ValuePlaces:
    """The values a text asks for; after an edit only what changed is asked again: a value depends
    on its indicator's definition and observations, and on the period.
    """

    def __init__(self) -> None:
        self._project: Project | None = None
        self._kept: dict[int, tuple[Speaker, tuple[Place, ...]]] = {}

    def places(self, project: Project, report: Report) -> tuple[Place, ...]:
        """Return every value once, where it is met first."""
        former, self._project = self._project, project
        changed = _changed(former, project)
        numbers: Numbers | None = None
        kept: dict[int, tuple[Speaker, tuple[Place, ...]]] = {}
        found: dict[str, Place] = {}
        for speaker in self._speakers(report):
            known = self._kept.get(id(speaker.record))
            if known is None or changed is None or not changed.isdisjoint(speaker.indicators):
                numbers = numbers or Numbers(project)
                known = speaker, tuple(value_places(project, numbers, speaker.record))
            kept[id(speaker.record)] = known
            for place in known[1]:
                found.setdefault(place.place, place)
        self._kept = kept
        return tuple(found.values())

    def _speakers(self, report: Report) -> Iterator[Speaker]:
        own = indicators_of(report)
        if own:
            yield Speaker(report, own)
        for part in report.content:
            yield from speakers_below(part)


def _changed(former: Project | None, now: Project) -> frozenset[str] | None:
    """The indicators whose values may be others than before; None: all of them."""
    if former is None or former.period != now.period or former.last_period != now.last_period:
        return None
    if former.indicators is not now.indicators:
        return None
    if former.observations is now.observations:
        return frozenset()
    return _differing(former.observations, now.observations) | _differing(
        now.observations, former.observations
    )


def _differing(one: tuple[Observation, ...], other: tuple[Observation, ...]) -> frozenset[str]:
    there = set(map(id, other))
    return frozenset(each.indicator for each in one if id(each) not in there)
