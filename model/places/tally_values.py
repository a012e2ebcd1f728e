"""How many values of indicators a text still wants, remembered for those that did not change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.numbers.ask import Numbers, place_of
from model.places.tally import Standing, Tally, tally_of
from model.report.indicator import Observation
from model.report.memory import Memory
from model.report.project import Project
from model.report.record import Record
from model.report.report import Report
from model.report.section import IndicatorUse
from model.report.tree import children
from model.report.uses import texts_of
from model.values.state import State
from model.wording.links import IndicatorLink, links


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
    """The record and those below it that ask for values, in reading order."""
    known = _asking.get(record)
    if known is None:
        below = (one for child in children(record) for one in speakers_below(child))
        known = _asking.keep(record, _Asking(_indicators_of(record), tuple(below)))
    return (Speaker(record, known.own), *known.below) if known.own else known.below


def _indicators_of(record: Record) -> frozenset[str]:
    found = {
        link.indicator
        for _, text in texts_of(record)
        if "{" in text
        for link in links(text)
        if isinstance(link, IndicatorLink)
    }
    if isinstance(record, IndicatorUse):
        found |= {record.indicator} | ({record.paired_with} if record.paired_with else set())
    return frozenset(found)


class ValueTally:
    """The values a text asks for, and which are there; after an edit only what changed is asked
    again: a value depends on its indicator's definition and observations, and on the period.
    """

    def __init__(self) -> None:
        self._project: Project | None = None
        self._kept: dict[int, tuple[Speaker, tuple[Standing, ...]]] = {}

    def tally(self, project: Project, report: Report) -> Tally:
        """Every value once, where it is met first."""
        former, self._project = self._project, project
        changed = _changed(former, project)
        numbers: Numbers | None = None
        kept: dict[int, tuple[Speaker, tuple[Standing, ...]]] = {}
        found: dict[str, Standing] = {}
        for speaker in self._speakers(report):
            known = self._kept.get(id(speaker.record))
            if known is None or changed is None or not changed.isdisjoint(speaker.indicators):
                numbers = numbers or Numbers(project)
                known = speaker, tuple(_values(numbers, speaker.record))
            kept[id(speaker.record)] = known
            for one in known[1]:
                found.setdefault(one.place, one)
        self._kept = kept
        return tally_of(found.values())

    def _speakers(self, report: Report) -> Iterator[Speaker]:
        own = _indicators_of(report)
        if own:
            yield Speaker(report, own)
        for part in report.content:
            yield from speakers_below(part)


def _values(numbers: Numbers, record: Record) -> Iterator[Standing]:
    asked = [one for _, text in texts_of(record) for one in numbers.asked_by_text(text)]
    if isinstance(record, IndicatorUse):
        asked += numbers.asked_by_use(record)
    for ask, facet in asked:
        known = numbers.known(ask, facet)
        yield Standing(str(place_of(ask, facet)), known[0].state if known else State.EMPTY)


def _changed(former: Project | None, now: Project) -> frozenset[str] | None:
    """The indicators whose values may be others than before; None: all of them."""
    if former is None or former.period != now.period:
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
