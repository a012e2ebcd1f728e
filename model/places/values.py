"""The values of indicators that a text says, as places to fill."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.compose.reads import changed
from model.numbers.ask import Known, Numbers, place_of
from model.numbers.charts import chart_asks
from model.numbers.computed import Asked
from model.places.place import Place
from model.report.address import ObservationPlace
from model.report.indicator import Indicator
from model.report.memory import remembered
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import ChartBlock, IndicatorUse
from model.report.uses import said_children, shown_texts
from model.values.aspect import Aspect
from model.values.number import written
from model.values.state import State
from model.wording.links import IndicatorLink, links


def value_places(numbers: Numbers, record: Record) -> Iterator[Place]:
    """Yield the values that a record itself says or leaves blank: in its texts, as a statement."""
    for asked, facet in asked_by(numbers, record):
        yield _value(numbers, asked, facet)


def stated_places(numbers: Numbers, use: IndicatorUse) -> Iterator[Place]:
    """Yield the values that the statement of a use (and its pair) says or leaves blank."""
    for asked, facet in numbers.asked_by_use(use):
        yield _value(numbers, asked, facet)


def asked_by(numbers: Numbers, record: Record) -> Iterator[tuple[Asked, Aspect]]:
    """Yield which values a record itself asks for: by the links of its texts, as a statement."""
    for _, text in shown_texts(record):
        if "{" in text:
            yield from numbers.asked_by_text(text)
    if isinstance(record, IndicatorUse) and not record.dropped:
        yield from numbers.asked_by_use(record)
    if isinstance(record, ChartBlock):
        yield from chart_asks(numbers, record)


def _value(numbers: Numbers, asked: Asked, facet: Aspect) -> Place:
    indicator = asked.indicator
    known = numbers.known(asked, facet)
    place = place_of(asked, facet)
    unit = indicator.unit_of(facet)
    before = numbers.before(asked, facet)
    is_other = before.known and before.period != numbers.period_before
    return Place(
        str(place),
        "",
        value_label(indicator, place),
        facet.spec.kind.value,
        "" if known and known[0].words else unit,
        indicator.id,
        place.facet.value,
        str(asked.period),
        shown_values(known, unit),
        shown_values(before.known, unit),
        shown_values(numbers.known_last_year(asked, facet), unit),
        known[0].state if known else State.EMPTY,
        (),
        indicator.supplier,
        indicator.supplier,
        str(before.period) if is_other else None,
    )


def value_label(indicator: Indicator, place: ObservationPlace) -> str:
    """`地区生产总值 同比增长（%）`."""
    unit = indicator.unit_of(place.facet)
    return f"{indicator.name} {place.facet.label}" + (f"（{unit}）" if unit else "")


def shown_values(known: tuple[Known, ...], unit: str) -> str | None:
    """A value as it is typed; several ranks apart by 、, several shares by : (14.5:41.6:43.9)."""
    if not known:
        return None
    return ("、" if known[0].is_rank else ":").join(_typed(one, unit) for one in known)


def _typed(one: Known, unit: str) -> str:
    """A rank or a plan in words; a number, with its unit where that is not the usual one."""
    if one.words:
        return one.words
    if one.is_rank and (one.scope or one.of):
        return str(one.rank)
    return written(one.value) + (one.unit if one.unit != unit else "")


class Speaker(NamedTuple):
    """A record that asks for values of these indicators: by stating them or by its links."""

    record: Record
    indicators: frozenset[str]


class _Asking(NamedTuple):
    """The indicators a record itself speaks of, and who below it speaks of any."""

    own: frozenset[str]
    below: tuple[Speaker, ...]


def speakers_below(record: Record) -> tuple[Speaker, ...]:
    """Return the record and those below it that ask for values, in reading order."""
    asking = _asking(record)
    return (Speaker(record, asking.own), *asking.below) if asking.own else asking.below


@remembered
def _asking(record: Record) -> _Asking:
    below = (speaker for child in said_children(record) for speaker in speakers_below(child))
    return _Asking(indicators_of(record), tuple(below))


def indicators_of(record: Record) -> frozenset[str]:
    """Return the indicators that a record itself speaks of."""
    found = {
        link.indicator
        for _, text in shown_texts(record)
        if "{" in text
        for link in links(text)
        if isinstance(link, IndicatorLink)
    }
    if isinstance(record, IndicatorUse) and not record.dropped:
        found |= {record.indicator} | ({record.paired_with} if record.paired_with else set())
    if isinstance(record, ChartBlock):
        found |= {one.indicator for one in record.series}
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
        differing = self._differing(project)
        self._project = project
        numbers: Numbers | None = None
        kept: dict[int, tuple[Speaker, tuple[Place, ...]]] = {}
        found: dict[str, Place] = {}
        for speaker in self._speakers(report):
            known = self._kept.get(id(speaker.record))
            if known is None or differing is None or differing & speaker.indicators:
                numbers = numbers or Numbers(project)
                known = speaker, tuple(value_places(numbers, speaker.record))
            kept[id(speaker.record)] = known
            for place in known[1]:
                found.setdefault(place.place, place)
        self._kept = kept
        return tuple(found.values())

    def _differing(self, now: Project) -> set[str] | None:
        """The indicators whose values may be others than before; None: all of them."""
        former = self._project
        if former is None or former.last_period != now.last_period:
            return None
        differing = changed(former, now)
        return None if differing is None else differing.indicators

    def _speakers(self, report: Report) -> Iterator[Speaker]:
        own = indicators_of(report)
        if own:
            yield Speaker(report, own)
        for part in report.content:
            yield from speakers_below(part)
